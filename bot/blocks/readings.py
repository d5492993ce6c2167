"""How a question was understood, in a line: so that a misreading is seen."""

from __future__ import annotations

from slack_sdk.models.blocks import RichTextElement

from bot.blocks.elements import text
from bot.blocks.quotes import SEPARATOR
from bot.blocks.wording import clean_name, format_date, join_facts
from store.records import Reading

KINDS = {
    "direct": "only direct quotes",
    "indirect": "only paraphrases",
    "mixed": "only mixed quotes",
}


def describe_reading(reading: Reading) -> list[RichTextElement]:
    """How the question was understood: `About Wagner · since 16 Nov 2026`."""
    topics = [name for name in (reading.topic, *reading.and_about) if name]
    speakers = [name for name in (reading.speaker, reading.role) if name]
    outlets = [reading.outlet] if reading.outlet else []
    parts: list[RichTextElement] = []
    about = "Mentioning " if reading.mentioned else "About "
    for label, names in ((about, topics), ("By ", speakers), ("In ", outlets)):
        if names:
            before = SEPARATOR + label.lower() if parts else label
            parts += [text(before), *_join(names)]
    if reading.not_by:
        before = SEPARATOR + "not by " if parts else "Not by "
        parts += [text(before), text(clean_name(reading.not_by), bold=True)]
    facts = join_facts(
        f"said with \u201c{reading.verb}\u201d" if reading.verb else "",
        describe_period(reading),
        KINDS.get(reading.kind or "", ""),
    )
    parts = parts or [text("Everything on record")]
    return parts + ([text(SEPARATOR + facts)] if facts else [])


def describe_period(reading: Reading) -> str:
    """`since 16 Nov 2026`, `on 3 Mar 2026`; empty for any time."""
    since, until = format_date(reading.since), format_date(reading.until)
    if since and until:
        return f"on {since}" if since == until else f"from {since} to {until}"
    if since:
        return f"since {since}"
    return f"until {until}" if until else ""


def _join(names: list[str]) -> list[RichTextElement]:
    parts: list[RichTextElement] = []
    for name in names:
        parts += [text(" and ")] if parts else []
        parts.append(text(clean_name(name), bold=True))
    return parts
