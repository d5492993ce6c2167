"""The buttons under a report: they carry a number, and what it may show is decided when pressed."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, PlainTextObject

from bot.blocks.statements import find_stated
from bot.blocks.wording import clean_name
from store.records import Entity, Report

ALL_QUOTES, CORRECT, EXPORT, WATCH = "all_quotes", "correct", "export_quotes", "watch_subject"
LONGEST_SUBJECT = 60


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
    if subject := find_subject(report):
        yield button(WATCH, f"Watch {subject}", report.article_id)
    if number:
        yield button(EXPORT, "Export", report.article_id)


def find_subject(report: Report) -> str:
    """The person or organisation that an article is most about; empty where it names none.

    One that the headline names goes before those that are named more often below it.
    """
    named = [each for each in report.analysis.entities if each.kind in {"person", "organisation"}]
    headline = report.article.headline.casefold()

    def weight(entity: Entity) -> tuple[bool, int]:
        names = (entity.name, *entity.aliases)
        return any(name.casefold() in headline for name in names), len(entity.mentions)

    best = max(named, key=weight, default=None)
    return clean_name(best.name.replace('"', ""), LONGEST_SUBJECT) if best else ""
