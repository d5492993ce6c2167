"""The Slack to test against: a workspace, its Web API, and one of the two ways to deliver."""

from __future__ import annotations

import threading
import uuid
from typing import Protocol

from tests.slack.events import (
    build_command,
    build_edit,
    build_mention,
    build_message,
    build_rich_text,
    place_in,
    strip,
    wrap_event,
)
from tests.slack.interactions import (
    build_click,
    build_click_in_view,
    build_search,
    build_shortcut,
    build_submission,
    find_element,
)
from tests.slack.socket_mode import SocketMode
from tests.slack.view_rules import find_view_faults
from tests.slack.web_api import WebApi, WebApiServer
from tests.slack.workspace import BOT_USER, TEAM, Channel, Json, Refusal, Workspace


class Delivery(Protocol):
    """How payloads reach the app."""

    def deliver(self, kind: str, payload: Json, *, attempt: int | None = None) -> Json:
        """Send until acknowledged; what came with that."""


class Slack:
    """What a test does: people post, edit and command; the bot's answers are waited for."""

    def __init__(self) -> None:
        self.workspace = Workspace()
        self.socket_mode = SocketMode()
        self.delivery: Delivery = self.socket_mode
        api = WebApi(self.workspace)
        self._server = WebApiServer(api)
        self.base_url = api.base_url = f"http://127.0.0.1:{self._server.server_port}"
        api.socket_url = self.socket_mode.url
        api.on_post = self._echo
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True
        )
        self._thread.start()
        self._echoes: list[threading.Thread] = []

    def close(self) -> None:
        """Stop everything."""
        self.socket_mode.close()
        for echo in self._echoes:
            echo.join(5)
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def post(self, channel: Channel, text: str, *, times: int = 1, **more: object) -> Json:
        """A person posts; the app gets the events, each `times` times.

        Repeated they come as after a reconnect (with `retry_attempt` 0), then as retries.
        """
        message = build_message(text, self.workspace.new_ts(), **more)
        self.workspace.add(channel, message)
        event = place_in(message, channel)
        events = [event] if channel.history_scope in self.workspace.scopes else []
        if f"<@{BOT_USER}>" in text and channel.kind != "im":
            events.insert(0, build_mention(event))
        for payload in (self._wrap(event, channel) for event in events):
            for attempt in (None, *range(times - 1)):
                self.delivery.deliver("events_api", payload, attempt=attempt)
        return message

    def edit(self, channel: Channel, message: Json, text: str | None = None) -> Json:
        """A person edits, or (without `text`) Slack adds its own unfurl."""
        before = dict(message)
        if text is None:
            message["attachments"] = [{"from_url": "https://unfurled.example/", "id": 1}]
        else:
            message |= {"text": text, "blocks": [build_rich_text(text)], "edited": {"user": "U1"}}
        edit = build_edit(channel, before, dict(message), self.workspace.new_ts())
        self.delivery.deliver("events_api", wrap_event(edit))
        return message

    def send_event(self, event: Json, team: str = TEAM) -> None:
        """Deliver any event."""
        self.delivery.deliver("events_api", wrap_event(event, team))

    def command(self, channel: Channel, text: str) -> str:
        """A person types `/onrecord TEXT`; where its answers will be posted."""
        path = f"/response/{uuid.uuid4()}"
        payload = build_command(text, channel, self.base_url + path)
        payload["trigger_id"] = self.workspace.new_trigger()
        self.delivery.deliver("slash_commands", payload)
        return path

    def click(self, channel: Channel, message: Json, action_id: str, **chosen: object) -> str:
        """A person presses a button of a message, or chooses; where answers will be posted."""
        element = find_element(message["blocks"], action_id) | chosen
        path, more = self._interaction()
        self.delivery.deliver("interactive", build_click(message, channel, element, **more))
        return path

    def click_in_view(self, view: Json, action_id: str, **chosen: object) -> None:
        """The same in a modal or in Home."""
        element = find_element(view["blocks"], action_id) | chosen
        _, more = self._interaction()
        self.delivery.deliver("interactive", build_click_in_view(view, element, **more))

    def use_shortcut(self, channel: Channel, message: Json, callback_id: str) -> str:
        """A person chooses a message shortcut; where answers will be posted."""
        path, more = self._interaction()
        payload = build_shortcut(message, channel, callback_id, **more)
        self.delivery.deliver("interactive", payload)
        return path

    def submit(self, view: Json, **values: Json) -> Json:
        """A person fills in a modal and submits it; what the app says to that.

        Another view that the app answers with takes the place of the modal.
        """
        answer = self.delivery.deliver("interactive", build_submission(view, values))
        if answer.get("response_action") == "update":
            assert find_view_faults(answer["view"]) == []
            made = self.workspace.new_view(answer["view"], view, team=view["team_id"])
            answer["view"] = made
        return answer

    def search(self, view: Json, action_id: str, words: str) -> list[Json]:
        """A person types into a select of a modal; the options that the app finds."""
        answer = self.delivery.deliver("interactive", build_search(view, action_id, words))
        options: list[Json] = answer.get("options", [])
        return options

    def newest_view(self) -> Json | None:
        """What was opened or changed last."""
        return self.workspace.views[-1] if self.workspace.views else None

    def wait_for_view(self, unlike: Json | None = None, seconds: float = 30) -> Json:
        """The newest view, once it is another than `unlike`."""

        def look() -> Json | None:
            newest = self.newest_view()
            return None if newest is None or newest is unlike else newest

        found = self.workspace.wait_for(look, seconds)
        assert found
        return found

    def _interaction(self) -> tuple[str, Json]:
        path = f"/response/{uuid.uuid4()}"
        return path, {
            "response_url": self.base_url + path,
            "trigger_id": self.workspace.new_trigger(),
        }

    def refuse(self, method: str, *refusals: Refusal) -> None:
        """Answer the next calls of a method so."""
        self.workspace.refusals[method].extend(refusals)

    def wait_for_reply(self, channel: Channel, message: Json, seconds: float = 40) -> Json:
        """The bot's first reply in the message's thread."""
        look = self.workspace.replies
        return self.workspace.wait_for(lambda: look(channel, message["ts"]), seconds)[0]

    def wait_for_response(self, path: str, seconds: float = 30) -> Json:
        """The first answer to a slash command."""
        responses = self.workspace.responses
        found = self.workspace.wait_for(lambda: [r for r in responses if r["to"] == path], seconds)
        return found[0]

    def _echo(self, channel: Channel, message: Json) -> None:
        """Slack sends an app its own messages too."""
        payload = self._wrap(place_in(message, channel), channel)
        echo = threading.Thread(target=self._deliver_quietly, args=(payload,), daemon=True)
        self._echoes.append(echo)
        echo.start()

    def _wrap(self, event: Json, channel: Channel) -> Json:
        payload = wrap_event(event, channel.team)
        return strip(payload) if self.workspace.bare else payload

    def _deliver_quietly(self, payload: Json) -> None:
        try:
            self.delivery.deliver("events_api", payload)
        except (AssertionError, OSError):
            return  # the bot was stopped by its test
