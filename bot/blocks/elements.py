"""The few pieces of Block Kit that every message is made of.

Everything from a page goes into `rich_text`, where Slack parses nothing: no mention, no
forged link, no stray formatting, and quotes stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ContextBlock,
    DividerBlock,
    PlainTextObject,
    RichTextBlock,
    RichTextElement,
    RichTextElementParts,
    RichTextListElement,
    RichTextQuoteElement,
    RichTextSectionElement,
)

from bot.blocks.wording import clean_name, cut
from bot.passages import web_url

Blocks = list[dict[str, Any]]

MOST_BLOCKS = 50
MOST_CHARACTERS = 12_500
"""Of all blocks as JSON. Slack refuses near 13,200, undocumented (`msg_blocks_too_long`)."""


def text(words: str, *, bold: bool = False, italic: bool = False) -> RichTextElement:
    """Words that Slack shows as they are."""
    style = RichTextElementParts.TextStyle(bold=bold or None, italic=italic or None)
    return RichTextElementParts.Text(text=words, style=style if bold or italic else None)


def link(url: str, label: str, *, bold: bool = False) -> RichTextElement:
    """A link, or only its label where the address is none to send a browser to."""
    address, name = web_url(url), clean_name(label, 300) or url
    if not address:
        return text(name, bold=bold)
    style = RichTextElementParts.TextStyle(bold=True) if bold else None
    return RichTextElementParts.Link(url=address, text=name, style=style)


def section(*parts: RichTextElement) -> RichTextElement:
    """A line or paragraph."""
    return RichTextSectionElement(elements=_drop_empty(parts))


def quote(*parts: RichTextElement) -> RichTextElement:
    """A passage set off by a bar at its left."""
    return RichTextQuoteElement(elements=_drop_empty(parts))


def bullets(items: Sequence[RichTextElement]) -> RichTextElement:
    """A list of sections."""
    return RichTextListElement(elements=items, style="bullet")


def rich_text(*elements: RichTextElement) -> Block:
    """A block of lines, lists and quotes."""
    return RichTextBlock(elements=elements)


def context(words: str) -> Block:
    """A small grey line."""
    return ContextBlock(elements=[PlainTextObject(text=cut(words, 1000), emoji=False)])


def divider() -> Block:
    """A line across."""
    return DividerBlock()


def to_dicts(blocks: Iterable[Block]) -> Blocks:
    """What the Web API takes."""
    return [block.to_dict() for block in blocks]


def fits(blocks: Blocks) -> bool:
    """Whether Slack takes them as one message."""
    size = len(json.dumps(blocks, ensure_ascii=False))
    return len(blocks) <= MOST_BLOCKS and size <= MOST_CHARACTERS


def fill(build: Callable[[int], Blocks], most: int) -> Blocks:
    """`build(n)` for the largest n up to `most` that still fits; nothing if none does."""
    number = largest(build, most)
    return build(number) if number else []


def largest(build: Callable[[int], Blocks], most: int) -> int:
    """The largest n up to `most` for which `build(n)` still fits; 0 if there is none."""
    least, found = 1, 0
    while least <= most:
        number = (least + most) // 2
        if fits(build(number)):
            found, least = number, number + 1
        else:
            most = number - 1
    return found


def _drop_empty(parts: Sequence[RichTextElement]) -> list[RichTextElement]:
    """Slack refuses a whole message for one text without a character."""
    return [part for part in parts if getattr(part, "text", "no text at all")] or [text("…")]
