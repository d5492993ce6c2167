"""In which order an answer tells what was found, and what of it is on a page.

The nearest to the topic first: named before nameless, direct before indirect, then the newest.
An organisation's own statements stand before those of its people.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter, itemgetter
from typing import NamedTuple

from store.stories import group_stories

EACH = 3
"""Statements of one speaker on a page before the next speaker's turn."""


class Hit(NamedTuple):
    """A statement that was found, as far as its place depends on it: a row, as there are many."""

    near: int
    id: int
    article_id: int
    speaker: int
    """The entity; of an unknown speaker, who is one of the article's own, below zero."""
    nameless: int
    """0 named, 1 anonymous, 2 unknown."""
    indirect: int
    dated: str
    words: int
    """A hash of what was said."""
    name: str | None
    behalf: int = 0
    """1: said by one of the people of an organisation that was asked for."""


class Told(NamedTuple):
    """A statement with the other articles that have the same words."""

    hit: Hit
    also_in: tuple[int, ...] = ()


def rank(hits: Iterable[Hit]) -> list[Hit]:
    """All hits, the best first."""
    newest = sorted(sorted(hits, key=attrgetter("id")), key=attrgetter("dated"), reverse=True)
    return sorted(newest, key=attrgetter("behalf", "near", "nameless", "indirect"))


def merge_echoes(hits: Sequence[Hit], pairs: Collection[tuple[int, int]]) -> list[Told]:
    """The same words of the same speaker in several articles of one story become one.

    Args:
        hits: What was found; all of it may be seen by who asks.
        pairs: Two articles each that are one story. A story hangs together by articles with
            hits only, so it tells nothing of others.
    """
    seen = {hit.article_id for hit in hits}
    pairs = [pair for pair in pairs if pair[0] in seen and pair[1] in seen]
    linked = sorted({article_id for pair in pairs for article_id in pair})
    story = {each: group[0] for group in group_stories(linked, pairs) for each in group}
    told = [Told(hit) for hit in hits if hit.article_id not in story]
    echoes: dict[object, list[Hit]] = {}
    retold = [hit for hit in hits if hit.article_id in story]
    for hit in sorted(retold, key=attrgetter("near", "indirect", "article_id", "id")):
        who = hit.name if hit.nameless else hit.speaker
        echoes.setdefault((story[hit.article_id], who, hit.words), []).append(hit)
    for first, *others in echoes.values():
        elsewhere = {each.article_id for each in others} - {first.article_id}
        told.append(Told(first, tuple(sorted(elsewhere))))
    return told


def group_speakers(told: Iterable[Told]) -> list[list[Told]]:
    """By speaker, who stands where the best of their statements does; a speaker's best first."""
    by_id = {each.hit.id: each for each in told}
    groups: dict[int, list[Told]] = {}
    for hit in rank(each.hit for each in by_id.values()):
        groups.setdefault(hit.speaker, []).append(by_id[hit.id])
    return list(groups.values())


def take_page(groups: Sequence[Sequence[Told]], limit: int, offset: int) -> list[Told]:
    """One page: a few of each speaker before more of any; each speaker's newest first."""
    places = [
        (place // EACH, number, place)
        for number, group in enumerate(groups)
        for place in range(len(group))
    ]
    page = [(number, groups[number][place]) for _, number, place in sorted(places)]
    page = page[offset : offset + limit]
    page.sort(key=lambda each: (each[1].hit.near, each[1].hit.indirect, each[1].hit.id))
    page.sort(key=lambda each: each[1].hit.dated, reverse=True)
    page.sort(key=itemgetter(0))
    return [told for _, told in page]
