"""What Slack refuses in a message: its documented limits and the ones that people ran into."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]

MOST_BLOCKS = 50
MOST_CHARACTERS = 13_200
PARTS_OF_RICH_TEXT = {
    "rich_text_section",
    "rich_text_list",
    "rich_text_quote",
    "rich_text_preformatted",
}
TEXT_KINDS = frozenset({"mrkdwn", "plain_text"})
ELEMENTS = {
    "button",
    "checkboxes",
    "conversations_select",
    "datepicker",
    "external_select",
    "multi_static_select",
    "overflow",
    "plain_text_input",
    "radio_buttons",
    "static_select",
    "timepicker",
}
"""Of those that Slack knows, the ones that an app like this may want."""
RICH_TEXT_ELEMENTS = {"text", "link", "user", "channel", "emoji", "usergroup", "date", "broadcast"}


def find_faults(blocks: object, *, most: int = MOST_BLOCKS) -> list[str]:
    """Everything that Slack would refuse these blocks for; empty if it takes them."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        return ["must be a list of objects"]
    faults = [f"no more than {most} items allowed"] if len(blocks) > most else []
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        faults.append("block_id must be unique")
    for number, block in enumerate(blocks):
        faults += [f"{fault} [/blocks/{number}]" for fault in _block_faults(block)]
    return faults


def is_too_long(blocks: list[Json]) -> bool:
    """Slack's undocumented limit on the whole message."""
    return len(json.dumps(blocks, ensure_ascii=False)) > MOST_CHARACTERS


def _block_faults(block: Json) -> Iterator[str]:
    check = CHECKS.get(str(block.get("type")))
    if check is None:
        yield f"unsupported type: {block.get('type')}"
        return
    if len(str(block.get("block_id", ""))) > 255:
        yield "block_id: must be less than 256 characters"
    yield from check(block)


def _section(block: Json) -> Iterator[str]:
    fields = block.get("fields", [])
    if "text" not in block and not fields:
        yield "missing required field: text"
    if "text" in block:
        yield from _text(block["text"], 3000)
    if len(fields) > 10:
        yield "no more than 10 fields"
    for field in fields:
        yield from _text(field, 2000)
    if "accessory" in block:
        yield from _element(block["accessory"])


def _header(block: Json) -> Iterator[str]:
    yield from _text(block.get("text"), 150, {"plain_text"})


def _context(block: Json) -> Iterator[str]:
    elements = block.get("elements", [])
    if not 1 <= len(elements) <= 10:
        yield "context needs 1 to 10 elements"
    for element in elements:
        if element.get("type") != "image":
            yield from _text(element, 3000)


def _actions(block: Json) -> Iterator[str]:
    elements = block.get("elements", [])
    if not 1 <= len(elements) <= 25:
        yield "actions needs 1 to 25 elements"
    names = [element.get("action_id") for element in elements if "action_id" in element]
    if len(names) != len(set(names)):
        yield "action_id must be unique"
    for element in elements:
        yield from _element(element)


def _element(element: Json) -> Iterator[str]:
    if len(str(element.get("action_id", ""))) > 255:
        yield "action_id: must be less than 256 characters"
    if str(element.get("type")) not in ELEMENTS:
        yield f"unsupported element: {element.get('type')}"
    if "placeholder" in element:
        yield from _text(element["placeholder"], 150, {"plain_text"})
    yield from _options(element)
    if element.get("type") == "button":
        yield from _text(element.get("text"), 75, {"plain_text"})
        if len(str(element.get("value", ""))) > 2000:
            yield "value: must be less than 2001 characters"
        url = element.get("url")
        if url is not None and not (str(url).startswith("http") and len(str(url)) <= 3000):
            yield "url: invalid"


def _options(element: Json) -> Iterator[str]:
    options = element.get("options")
    if element.get("type") in {"static_select", "multi_static_select", "overflow", "checkboxes"}:
        most = {"overflow": 5, "checkboxes": 10}.get(element["type"], 100)
        if not isinstance(options, list) or not 1 <= len(options) <= most:
            yield f"options: must be 1 to {most}"
            return
    initial = element.get("initial_option")
    if initial is not None and options is not None and initial not in options:
        yield "initial_option: must be one of the options"
    for option in [*(options or []), *element.get("initial_options", [])]:
        yield from _text(option.get("text"), 75)
        if not 1 <= len(str(option.get("value", ""))) <= 150:
            yield "value: must be 1 to 150 characters"


def _input(block: Json) -> Iterator[str]:
    yield from _text(block.get("label"), 2000, {"plain_text"})
    if "hint" in block:
        yield from _text(block["hint"], 2000, {"plain_text"})
    element = block.get("element")
    if not isinstance(element, dict):
        yield "missing required field: element"
        return
    yield from _element(element)
    if len(str(element.get("initial_value", ""))) > element.get("max_length", 3000):
        yield "initial_value: too long"


def _rich_text(block: Json) -> Iterator[str]:
    elements = block.get("elements")
    if not isinstance(elements, list):
        yield "missing required field: elements"
        return
    for element in elements:
        if element.get("type") not in PARTS_OF_RICH_TEXT:
            yield f"unsupported rich text: {element.get('type')}"
        for part in _leaves(element):
            yield from _rich_text_leaf(part)


def _leaves(element: Json) -> Iterator[Json]:
    for part in element.get("elements", []):
        if part.get("type") in PARTS_OF_RICH_TEXT:
            yield from _leaves(part)
        else:
            yield part


def _rich_text_leaf(part: Json) -> Iterator[str]:
    kind = part.get("type")
    if kind not in RICH_TEXT_ELEMENTS:
        yield f"unsupported rich text element: {kind}"
    if kind == "text" and not part.get("text"):
        yield "must be more than 0 characters: text"
    if kind == "link" and not str(part.get("url", "")).startswith(("http:", "https:", "mailto:")):
        yield "invalid url"


def _text(
    text: object, limit: int, kinds: frozenset[str] | set[str] = frozenset()
) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") not in (kinds or {"mrkdwn", "plain_text"}):
        yield "invalid text object"
        return
    if not 1 <= len(str(text.get("text", ""))) <= limit:
        yield f"text must be 1 to {limit} characters"


def _nothing(_block: Json) -> Iterator[str]:
    yield from ()


CHECKS: dict[str, Callable[[Json], Iterator[str]]] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "rich_text": _rich_text,
    "divider": _nothing,
    "input": _input,
}
