"""Corrections in words: what was changed, by whom and when."""

from __future__ import annotations

from bot.blocks.wording import clean_name, cut, format_date, join_facts
from store.changes import Change, Correction
from store.records import Speaker

LONGEST_NAME = 60


def describe_correction(correction: Correction, limit: int = 80) -> str:
    """`We open in May: said by Kai Osten · Jo Field, 11 Mar 2026`.

    The words may be cut or a paraphrase, and so stand between no quotation marks.
    """
    words = cut(" ".join(correction.text.split()), limit)
    change = describe_change(correction.change, correction.of)
    return f"{words}: {change} · {describe_maker(correction)}"


def describe_change(change: Change, before: str | None) -> str:
    """What is right, in a few words; `before` is the speaker's name before that."""
    name = clean_name(before or "")
    parts = [_describe_speaker(change, change.speaker, name)] if change.speaker else []
    if change.role is not None:
        parts.append(f"{name}’s role: {clean_name(change.role) or 'none'}")
    if change.said_on:
        parts.append(f"said on {format_date(change.said_on)}")
    if change.hidden:
        parts.append("taken out")
    return ", ".join(parts)


def _describe_speaker(change: Change, speaker: Speaker, before: str) -> str:
    name = join_facts(clean_name(speaker.name), clean_name(speaker.role))
    if change.same_person:
        return f"{before} is {name}, in every article"
    return f"all that {before} says is by {name}" if change.everywhere else f"said by {name}"


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
