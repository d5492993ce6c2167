"""The few pieces that every modal and Home are made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.blocks.wording import cut

View = dict[str, Any]
LONGEST_TITLE = 24


def modal(
    callback_id: str,
    title: str,
    blocks: Sequence[View],
    *,
    submit: str = "",
    keep: Mapping[str, object] | None = None,
) -> View:
    """A modal; what it must `keep` comes back with it (`read_kept`)."""
    view: View = {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(cut(title, LONGEST_TITLE)),
        "close": plain("Cancel" if submit else "Close"),
        "private_metadata": json.dumps(keep or {}),
        "blocks": list(blocks),
    }
    return {**view, "submit": plain(submit)} if submit else view


def read_kept(view: Mapping[str, Any]) -> dict[str, Any]:
    """What a modal kept; nothing if that cannot be read."""
    try:
        kept: object = json.loads(view.get("private_metadata") or "{}")
    except ValueError:
        kept = {}
    return kept if isinstance(kept, dict) else {}


def plain(words: str) -> View:
    """Words that Slack shows as they are."""
    return {"type": "plain_text", "text": words, "emoji": False}


def ask(name: str, label: str, element: View, *, hint: str = "", optional: bool = False) -> View:
    """An input; `name` is its block's and its element's id."""
    block: View = {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": {**element, "action_id": name},
        "optional": optional,
    }
    return {**block, "hint": plain(hint)} if hint else block


def option(value: str, label: str, description: str = "") -> View:
    """One of several choices."""
    found: View = {"text": plain(cut(label, 75)), "value": value}
    return {**found, "description": plain(cut(description, 75))} if description else found


def choices(kind: str, options: Sequence[View], chosen: Sequence[str]) -> View:
    """Options to choose from: `radio_buttons`, `checkboxes` or a select, with those chosen."""
    initial = [each for each in options if each["value"] in chosen]
    element: View = {"type": kind, "options": list(options)}
    if not initial:
        return element
    several = kind == "checkboxes" or kind.startswith("multi")
    return {
        **element,
        **({"initial_options": initial} if several else {"initial_option": initial[0]}),
    }


def text_input(value: str = "", *, lines: bool = False, placeholder: str = "") -> View:
    """A field to type into."""
    element: View = {"type": "plain_text_input", "multiline": lines, "max_length": 3000}
    element |= {"initial_value": value} if value else {}
    return {**element, "placeholder": plain(placeholder)} if placeholder else element
