"""What Slack would show, on a terminal: the very same blocks, drawn with rich."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from bot.blocks.elements import Blocks

WIDTH_WHEN_PIPED = 88
WIDEST = 110
"""Longer lines are hard to read."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What lines and bars are drawn with."""

    bar: str = "┃ "
    bullet: str = "• "
    rule: str = "─"


ASCII_MARKS = Marks("| ", "* ", "-")
"""For terminals whose encoding has no others."""


def open_console(*, stderr: bool = False) -> Console:
    """A console; where its output is piped, plain and always of the same width."""
    console = Console(stderr=stderr, highlight=False, emoji=False)
    if console.is_terminal:
        console.width = min(console.width, WIDEST)
        return console
    return Console(
        stderr=stderr, highlight=False, emoji=False, width=WIDTH_WHEN_PIPED, color_system=None
    )


def show(blocks: Blocks, console: Console) -> None:
    """Print a message as its thread would show it."""
    marks = _choose_marks(console.encoding)
    drawn: list[RenderableType] = []
    for block in blocks:
        lines = _draw_block(block, marks)  # none of what can only be pressed
        drawn += [Text(""), *lines] if drawn and lines else lines
    console.print(Group(*drawn))


def printable(words: str) -> str:
    """Without control characters: a page's text must not steer the terminal."""
    return "".join(c for c in words if c in "\n\t" or unicodedata.category(c) != "Cc")


def _choose_marks(encoding: str) -> Marks:
    marks = Marks()
    try:
        (marks.bar + marks.bullet + marks.rule).encode(encoding)
    except UnicodeEncodeError:
        return ASCII_MARKS
    return marks


def _draw_block(block: dict[str, Any], marks: Marks) -> list[RenderableType]:
    match block["type"]:
        case "rich_text":
            return _draw_elements(block["elements"], marks)
        case "context":
            words = " ".join(element["text"] for element in block["elements"])
            return [Text(printable(words), style="dim")]
        case "divider":
            return [Rule(style="dim", characters=marks.rule)]
        case _:
            return []


def _draw_elements(elements: list[dict[str, Any]], marks: Marks) -> list[RenderableType]:
    """Lines, lists and quotes; an empty line between two quotes tells them apart."""
    drawn: list[RenderableType] = []
    for before, element in pairwise([{"type": ""}, *elements]):
        drawn += [Text("")] if before["type"] == element["type"] == "rich_text_quote" else []
        drawn += _draw_element(element, marks)
    return drawn


def _draw_element(element: dict[str, Any], marks: Marks) -> Iterator[RenderableType]:
    parts = element["elements"]
    match element["type"]:
        case "rich_text_list":
            for item in parts:
                yield _Margin(_draw_words(item["elements"]), marks.bullet, " " * len(marks.bullet))
        case "rich_text_quote":
            yield _Margin(_draw_words(parts), marks.bar, marks.bar)
        case _:
            yield from _draw_section(parts)


def _draw_section(parts: list[dict[str, Any]]) -> Iterator[RenderableType]:
    """A paragraph; a headline's address is written out below it."""
    first, *rest = parts
    headline = first["type"] == "link" and first.get("style", {}).get("bold")
    if not headline or not all(part["type"] == "text" for part in rest):
        yield _draw_words(parts)
        return
    yield _draw_words([first])
    yield Text(first["url"], style="dim")
    if facts := "".join(part["text"] for part in rest).strip():
        yield Text(printable(facts))


def _draw_words(parts: list[dict[str, Any]]) -> Text:
    words = Text()
    for part in parts:
        address, style = part.get("url"), part.get("style", {})
        words.append(
            printable(part.get("text") or address or ""),
            Style(
                bold=style.get("bold"),
                italic=style.get("italic"),
                underline=True if address else None,
                link=address,
            ),
        )
    return words


@dataclass(frozen=True, slots=True)
class _Margin:
    """Text with a mark before its first line and one before each further line."""

    words: Text
    first: str
    rest: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = options.update(width=max(options.max_width - len(self.first), 1))
        mark = self.first
        for line in console.render_lines(self.words, room, pad=False):
            yield Segment(mark, Style(dim=True))
            yield from line
            yield Segment.line()
            mark = self.rest
