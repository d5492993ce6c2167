"""What Slack refuses in a view: a modal, or somebody's Home."""

from __future__ import annotations

from collections.abc import Iterator

from tests.slack.block_rules import Json, find_faults

MOST_BLOCKS = 100


def find_view_faults(view: Json) -> list[str]:
    """Everything that Slack would refuse this view for; empty if it takes it."""
    blocks = view.get("blocks")
    faults = find_faults(blocks, most=MOST_BLOCKS)
    faults += list(_find_length_faults(view))
    if view.get("type") == "modal":
        faults += list(_find_modal_faults(view))
    elif view.get("type") != "home":
        faults.append(f"unsupported type: {view.get('type')}")
    return faults


def _find_length_faults(view: Json) -> Iterator[str]:
    for name, limit in (("private_metadata", 3000), ("callback_id", 255)):
        if len(str(view.get(name, ""))) > limit:
            yield f"{name}: must be less than {limit + 1} characters"


def _find_modal_faults(view: Json) -> Iterator[str]:
    for name in ("title", "submit", "close"):
        text = view.get(name)
        if text is None and name != "title":
            continue
        if not isinstance(text, dict) or text.get("type") != "plain_text":
            yield f"{name}: must be plain_text"
        elif not 1 <= len(str(text.get("text", ""))) <= 24:
            yield f"{name}: must be 1 to 24 characters"
    asks = any(block.get("type") == "input" for block in view.get("blocks") or [])
    if asks and not view.get("submit"):
        yield "submit: required where there are inputs"
