"""Signs that a statement is about a topic, read from where it stands in its article.

An article on the strike goes on about it in statements that do not say the word.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from operator import or_
from typing import NamedTuple

from store.anaphora import Remark
from store.records import Span

_FAR = 1500
"""Characters after which a word of the topic is only a little sign any more."""
_NOWHERE = 100_000
_BREAK = re.compile(r"\n+")
_LEAD = 2
"""Paragraphs in which an article says what it is about."""
_STAMP = re.compile(r"^\d{1,2}[.:]\d\d(?!\d)", re.MULTILINE)
"""What the entries of a live story begin with: "12.05pm", "18.20 Tax passes"."""
_ENTRIES = 3
"""So many make a live story."""


class Signs(NamedTuple):
    """What speaks for a statement; each is from 0 to about 1."""

    headed: float
    """How much of the topic the headline has."""
    given: float
    """Whether headline and first paragraphs together have all of it."""
    alone: float
    """How few articles have anything that speaks of the topic more directly."""
    worded: float
    """How much of the topic it has in the words that were asked for, not in others like them."""
    closest: float
    """The same, beside the article that has most of it so."""
    shared: float
    """Whether another article that is surely on the topic has a quote of this one."""
    entry: float
    """Whether it is no whole article but an entry of a live story."""
    beside: float
    """How much of the topic the statement's own paragraph has."""
    near: float
    """How near to the statement the parts of it stand."""
    said: float
    """How much of the topic the statement's own sentences have."""


@dataclass(frozen=True)
class Traced:
    """An article, or an entry of a live story, with the places of the parts of a topic there."""

    text: str
    """The whole article's."""
    span: Span
    """Where in it this stands."""
    headed: Sequence[bool]
    """For each part whether the headline has it."""
    worded: float
    """How much of the topic is there in the words that were asked for."""
    alone: float
    """How few articles speak of the topic more directly."""
    places: Sequence[Sequence[int]]
    rare: Sequence[float]
    """What each part counts: more if the whole article has it less often; together 1."""
    people: frozenset[int]
    """The persons who are the topic."""
    shared: bool = False
    """Whether another article that is surely on the topic has a quote of this one."""
    closest: float = 1.0
    """How near it comes in `worded` to the article that has most."""

    @property
    def is_entry(self) -> bool:
        """Whether this is no whole article."""
        return self.span != (0, len(self.text))

    @cached_property
    def best(self) -> Signs:
        """The signs of a statement that has all of the topic beside it."""
        headed, given = _sum_up(self, self.headed), _is_given(self)
        found = (headed, given, self.alone, self.worded, self.closest)
        return Signs(*found, self.shared, self.is_entry, beside=1.0, near=1.0, said=1.0)

    @property
    def is_surely_on_it(self) -> bool:
        """Whether a whole article has all of the topic in its headline, in any words for it."""
        return not self.is_entry and self.worded >= 1 and all(self.headed)

    def holds(self, remark: Remark) -> bool:
        """Whether a statement stands in it, and is not by the persons who are the topic."""
        start, end = self.span
        return start <= remark.content[0][0] < end and remark.speaker not in self.people


def find_entries(text: str) -> list[Span]:
    """The entries of a live story, each with its time; none of any other article."""
    starts = [found.start() for found in _STAMP.finditer(text)]
    if len(starts) < _ENTRIES:
        return []
    return list(pairwise([0] * (starts[0] > 0) + [*starts, len(text)]))


def read_signs(article: Traced, remark: Remark) -> Signs:
    """The signs for a statement of an article."""
    return article.best._replace(
        beside=_share(article, *_find_paragraph(article.text, remark)),
        near=_nearness(article, remark),
        said=_share(article, *_find_sentences(remark)),
    )


def weigh_parts(times: Sequence[int]) -> list[float]:
    """What each part of a topic counts, by how many times an article has it."""
    rare = [1 / (1 + math.log1p(each)) for each in times]
    return [each / sum(rare) for each in rare]


def _far(places: Sequence[int], remark: Remark) -> int:
    """Characters between a statement and the nearest of these places."""
    start, end = remark.content[0][0], remark.content[-1][1]
    after = bisect_left(places, start)
    near = [max(place - end, 0) for place in places[after : after + 1]]
    near += [start - place for place in places[max(after - 1, 0) : after]]
    return min(near, default=_NOWHERE)


def _nearness(article: Traced, remark: Remark) -> float:
    near = (math.exp(-_far(places, remark) / _FAR) for places in article.places)
    return sum(rare * each for rare, each in zip(article.rare, near, strict=True))


def _is_given(article: Traced) -> bool:
    """An entry's first line is its headline, most often."""
    start, end = article.span
    ends = (found.start() for found in _BREAK.finditer(article.text, start, end))
    opening = next(islice(ends, _LEAD - 1 + article.is_entry, None), end)
    there = _have(article, start, opening)
    return all(map(or_, there, article.headed))


def _find_paragraph(text: str, remark: Remark) -> Span:
    start = remark.content[0][0]
    end = text.find("\n", start)
    return text.rfind("\n", 0, start) + 1, end if end >= 0 else len(text)


def _find_sentences(remark: Remark) -> Span:
    return min(remark.sentence, remark.content[0][0]), remark.content[-1][1]


def _share(article: Traced, start: int, end: int) -> float:
    """How much of the topic stands in this piece of the text."""
    return _sum_up(article, _have(article, start, end))


def _sum_up(article: Traced, there: Sequence[bool]) -> float:
    """How much of the topic the parts are that are there."""
    return sum(rare for rare, has in zip(article.rare, there, strict=True) if has)


def _have(article: Traced, start: int, end: int) -> list[bool]:
    """For each part of the topic whether it stands in this piece of the text."""
    firsts = [(places, bisect_left(places, start)) for places in article.places]
    return [at < len(places) and places[at] < end for places, at in firsts]
