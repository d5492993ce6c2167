"""Signs that a statement is about a topic, read from where it stands in its article.

An article on the strike goes on about it in statements that do not say the word.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from store.anaphora import Remark

_FAR = 1500
"""Characters after which a word of the topic is only a little sign any more."""
_MANY = math.log(20)
"""The logarithm of how often an article has a word that is in all of it."""
_BREAK = re.compile(r"\n+")
_LEAD = 2
"""Paragraphs in which an article says what it is about."""


class Signs(NamedTuple):
    """What speaks for a statement; each is from 0 to about 1."""

    headed: float
    """Whether the headline has any of the topic."""
    lead: float
    """How much of it the first paragraphs have."""
    often: float
    """How often the article has what it has least of."""
    beside: float
    """How much of it the statement's own paragraph has."""
    near: float
    """How near to the statement the parts of it stand."""


@dataclass(frozen=True, slots=True)
class Traced:
    """An article with the places of each part of a topic, of which there is one at least."""

    text: str
    headed: bool
    places: Sequence[Sequence[int]]
    people: frozenset[int]
    """The persons who are the topic."""


def best_signs(article: Traced) -> Signs:
    """Those of a statement that has all of the topic beside it."""
    return Signs(float(article.headed), _share_in_lead(article), _often(article), 1.0, 1.0)


def read_signs(article: Traced, remarks: Sequence[Remark]) -> list[Signs]:
    """The signs for each statement of an article.

    Args:
        article: it names all parts of the topic.
        remarks: what is said in it.
    """
    best = best_signs(article)
    return [
        best._replace(beside=_share_beside(article, remark), near=_nearness(article, remark))
        for remark in remarks
    ]


def _often(article: Traced) -> float:
    return math.log1p(min(map(len, article.places))) / _MANY


def _far(places: Sequence[int], remark: Remark) -> int:
    """Characters between a statement and the nearest of these places."""
    start, end = remark.content[0][0], remark.content[-1][1]
    after = bisect_left(places, start)
    near = [max(place - end, 0) for place in places[after : after + 1]]
    near += [start - place for place in places[max(after - 1, 0) : after]]
    return min(near)


def _nearness(article: Traced, remark: Remark) -> float:
    far = [_far(places, remark) for places in article.places]
    return sum(math.exp(-each / _FAR) for each in far) / len(far)


def _share_in_lead(article: Traced) -> float:
    ends = [end.start() for end in _BREAK.finditer(article.text)]
    return _share(article, 0, ends[_LEAD - 1] if len(ends) >= _LEAD else len(article.text))


def _share_beside(article: Traced, remark: Remark) -> float:
    start = remark.content[0][0]
    end = article.text.find("\n", start)
    first = article.text.rfind("\n", 0, start) + 1
    return _share(article, first, end if end >= 0 else len(article.text))


def _share(article: Traced, start: int, end: int) -> float:
    """How many of the topic's parts stand in this piece of the text."""
    firsts = [(places, bisect_left(places, start)) for places in article.places]
    there = [at < len(places) and places[at] < end for places, at in firsts]
    return sum(there) / len(there)
