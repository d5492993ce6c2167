"""The buttons under a report: they carry a number, and what it may show is decided when pressed."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, PlainTextObject

from bot.blocks.statements import find_stated
from store.records import Report

ALL_QUOTES, CORRECT, EXPORT = "all_quotes", "correct", "export_quotes"


def build_buttons(report: Report) -> Block | None:
    """What can be done with a report; nothing where it holds no statement."""
    buttons = list(_build(report))
    return ActionsBlock(elements=buttons) if buttons else None


def button(action: str, label: str, value: object, *, style: str | None = None) -> ButtonElement:
    """A button; `value` is the number that comes back when it is pressed."""
    return ButtonElement(
        action_id=action,
        text=PlainTextObject(text=label, emoji=False),
        value=str(value),
        style=style,
    )


def _build(report: Report) -> Iterator[ButtonElement]:
    number = len(find_stated(report))
    if number > 1:
        yield button(ALL_QUOTES, f"All {number:,} quotes", report.article_id)
    if number or report.taken_out:
        yield button(CORRECT, "Correct", report.article_id)
    if number:
        yield button(EXPORT, "Export", report.article_id)
