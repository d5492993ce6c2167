"""What Slack sends when people press, choose, search and submit, as payloads."""

from __future__ import annotations

from collections.abc import Iterator

from tests.slack.events import place_in
from tests.slack.workspace import APP, REPORTER, Channel, Json


def build_click(message: Json, channel: Channel, element: Json, **more: object) -> Json:
    """A button pressed, or something chosen, in a message; `more`: `response_url` and such."""
    ids = {"message_ts": message["ts"], "channel_id": channel.id, "is_ephemeral": False}
    return {
        **_build_common("block_actions", channel.team),
        "container": {"type": "message", **ids},
        "channel": {"id": channel.id, "name": "desk"},
        "message": message,
        "actions": [_build_action(element)],
        **more,
    }


def build_click_in_view(view: Json, element: Json, **more: object) -> Json:
    """The same in a modal or in Home."""
    return {
        **_build_common("block_actions", view["team_id"]),
        "container": {"type": "view", "view_id": view["id"]},
        "view": view,
        "actions": [_build_action(element)],
        **more,
    }


def build_shortcut(message: Json, channel: Channel, callback_id: str, **more: object) -> Json:
    """A message shortcut."""
    return {
        **_build_common("message_action", channel.team),
        "callback_id": callback_id,
        "message_ts": message["ts"],
        "message": place_in(message, channel),
        "channel": {"id": channel.id, "name": "desk"},
        **more,
    }


def build_submission(view: Json, values: Json, user: str = REPORTER) -> Json:
    """A modal submitted; `values`: by action id, as `state.values` holds them."""
    return {
        **_build_common("view_submission", view["team_id"]),
        "user": {"id": user, "username": "reporter", "team_id": view["team_id"]},
        "view": {**view, "state": {"values": dict(_fill(view, values))}},
        "response_urls": [],
    }


def build_search(view: Json, action_id: str, words: str) -> Json:
    """Somebody types into a select whose options the app finds."""
    block_id = next(
        block["block_id"] for block, element in inputs(view) if is_named(element, action_id)
    )
    return {
        **_build_common("block_suggestion", view["team_id"]),
        "container": {"type": "view", "view_id": view["id"]},
        "view": view,
        "action_id": action_id,
        "block_id": block_id,
        "value": words,
    }


def find_element(blocks: list[Json], action_id: str) -> Json:
    """The first element whose id is, or begins with, `action_id`; with its block's id."""
    for block in blocks:
        places = [*block.get("elements", []), block.get("accessory"), block.get("element")]
        for element in places:
            if isinstance(element, dict) and is_named(element, action_id):
                return {**element, "block_id": block.get("block_id", "b")}
    raise AssertionError(f"no element {action_id} in {blocks}")


def inputs(view: Json) -> Iterator[tuple[Json, Json]]:
    """The input blocks of a view, each with its element."""
    for block in view["blocks"]:
        if block["type"] == "input":
            yield block, block["element"]


def is_named(element: Json, action_id: str) -> bool:
    """Whether an element is the one that is meant; ids may go on with a number."""
    return str(element.get("action_id", "")).startswith(action_id)


def _fill(view: Json, values: Json) -> Iterator[tuple[str, Json]]:
    """The state of every input, as it was filled in or as it stood there."""
    for block, element in inputs(view):
        name = element["action_id"]
        filled = {"type": element["type"], **_read_initial(element), **values.get(name, {})}
        yield block["block_id"], {name: filled}


def _read_initial(element: Json) -> Json:
    found = {"value": element.get("initial_value")}
    for kind in ("option", "options", "time", "date", "conversation"):
        if f"initial_{kind}" in element:
            found[f"selected_{kind}"] = element[f"initial_{kind}"]
    return found


def _build_action(element: Json) -> Json:
    kept = ("action_id", "block_id", "type", "value", "text", "selected_option", "selected_options")
    return {**{key: element[key] for key in kept if key in element}, "action_ts": "1.2"}


def _build_common(kind: str, team: str) -> Json:
    return {
        "type": kind,
        "token": "legacy",
        "api_app_id": APP,
        "team": {"id": team, "domain": "newsroom"},
        "user": {"id": REPORTER, "username": "reporter", "team_id": team},
    }
