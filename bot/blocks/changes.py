"""Corrections in words: what was changed, by whom and when."""

from __future__ import annotations

from bot.blocks.wording import clean_name, cut, format_date, join_facts
from store.changes import Change, Correction

LONGEST_NAME = 60


def describe_correction(correction: Correction, limit: int = 80) -> str:
    """`“We open in May”: said by Kai Osten · Jo Field, 11 Mar 2026`."""
    words = cut(" ".join(correction.text.split()), limit)
    change = describe_change(correction.change, correction.of)
    return f"“{words}”: {change} · {describe_maker(correction)}"


def describe_change(change: Change, before: str | None) -> str:
    """What is right, in a few words; `before` is the speaker's name before that."""
    name = clean_name(before or "")
    parts = []
    if change.speaker:
        speaker = join_facts(clean_name(change.speaker.name), clean_name(change.speaker.role))
        parts.append(
            f"all that {name} says is by {speaker}" if change.everywhere else f"said by {speaker}"
        )
    if change.role is not None:
        parts.append(f"{name}’s role: {clean_name(change.role) or 'none'}")
    if change.said_on:
        parts.append(f"said on {format_date(change.said_on)}")
    if change.hidden:
        parts.append("taken out")
    return ", ".join(parts)


def describe_maker(correction: Correction) -> str:
    """`Jo Field, 11 Mar 2026`, and who took it back."""
    made = f"{name_person(correction.by.name)}, {format_date(correction.made)}"
    if correction.undone is None:
        return made
    undone = f"undone by {name_person(correction.undone_by)}, {format_date(correction.undone)}"
    return f"{made} · {undone}"


def name_person(name: str) -> str:
    """A person's name as it stands in a message: plain, so that nobody is notified."""
    return clean_name(name, LONGEST_NAME) or "somebody"
