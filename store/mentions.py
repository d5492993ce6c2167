"""Which statement is about which entity, and how directly."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from sqlite_utils import Database

from store.entities import Cast
from store.records import Attribution, Nearness, Span

PRONOUNS = frozenset({"he", "him", "his", "she", "her", "hers", "it", "its", "they", "them"})
_DETERMINER = re.compile(r"^(?:the|an?|this|that|his|her|its|their)\s+", re.IGNORECASE)
_WHICH = re.compile(r",?\s*\b(?:that|which|who|whom)\s*")
_NEAREST_FIRST: tuple[Nearness, ...] = ("words", "pronoun", "sentence")


def find_mentions(cast: Cast, attribution: Attribution) -> dict[int, Nearness]:
    """Whom and what a statement is about, by entity: not who says it."""
    nearest: dict[int, Nearness] = {}
    for span, entity_id in _inside(cast.places, attribution.sentence):
        how = how_directly(cast.text, span, attribution)
        if how and _NEAREST_FIRST.index(how) < _rank(nearest.get(entity_id)):
            nearest[entity_id] = how
    return nearest


def save_mentions(db: Database, attribution_id: int, mentions: Mapping[int, Nearness]) -> None:
    """Save what a statement is about, and in two letters how directly, as labels have it."""
    db.conn.executemany(
        "INSERT INTO mentions (entity_id, attribution_id, how) VALUES (?, ?, ?)",
        [(entity_id, attribution_id, how[:2]) for entity_id, how in mentions.items()],
    )


def how_directly(text: str, mention: Span, attribution: Attribution) -> Nearness | None:
    """How a statement speaks of what is mentioned at a place of the text.

    In its own words by name; there by a pronoun or a description, or by "who" before it ("Roe,
    who police say is armed"); or only in the sentence around it. None: the place is elsewhere,
    or names the one who speaks.
    """
    if any(_within(mention, span) for span in attribution.content):
        return "words" if is_name(text[slice(*mention)]) else "pronoun"
    if attribution.source and _overlap(mention, attribution.source):
        return None
    if _is_its_subject(text, mention, attribution):
        return "pronoun"
    return "sentence" if _within(mention, attribution.sentence) else None


def _is_its_subject(text: str, mention: Span, attribution: Attribution) -> bool:
    """Whether only "who" or "that" stands between it and who says something of it."""
    source, said = attribution.source, attribution.content[0]
    if source is None or not mention[1] < source[0] < source[1] < said[0]:
        return False
    return _WHICH.fullmatch(text[mention[1] : source[0]]) is not None


def is_name(words: str) -> bool:
    """Whether it names: "the Vessel Group" does; "The group", "its owner" and "He" do not."""
    bare = _DETERMINER.sub("", words)
    return not bare[:1].islower() and bare.casefold() not in PRONOUNS


def _rank(how: Nearness | None) -> int:
    return _NEAREST_FIRST.index(how) if how else len(_NEAREST_FIRST)


def _inside(places: list[tuple[Span, int]], sentence: Span) -> Iterator[tuple[Span, int]]:
    start, end = sentence
    for place in places[bisect_left(places, ((start, start), 0)) :]:
        if place[0][0] >= end:
            return
        yield place


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
