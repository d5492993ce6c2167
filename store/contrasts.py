"""Where one person's words on the same thing differ between two days: shown, never judged.

Two statements are on the same thing if their words overlap; they differ if another figure
stands in one of them, if only one of them denies, or if they hold words of opposite sense.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from store.folding import fold
from store.lists import read_list
from store.records import Statement
from store.who import Contrast
from store.words import stopwords

_FIGURE = re.compile(r"(?<![\w.,])[$£€]?\d[\d,]*(?:\.\d+)?(?:\s?%| per ?cent| million| billion)?")
_ENDING = re.compile(r"(?:ings?|ed|es|s|ly)$")
_LEAST_SHARED = 2
_MOST_COMPARED = 60
"""Statements on one topic: comparing each with each grows with their square."""
MOST = 12


@dataclass(frozen=True, slots=True)
class _Words:
    stems: frozenset[str]
    figures: frozenset[str]
    denies: bool


def find_contrasts(groups: Mapping[str, Sequence[Statement]]) -> list[Contrast]:
    """Pairs that differ, most alike first; each pair once, whatever its topics.

    Args:
        groups: One person's statements by topic, newest first.
    """
    found: dict[tuple[int, int], tuple[float, Contrast]] = {}
    for topic, statements in groups.items():
        for later, earlier in combinations(statements[:_MOST_COMPARED], 2):
            likeness, differs = compare(earlier.text, later.text)
            if differs and _day(earlier) < _day(later):
                contrast = Contrast(topic, earlier, later, differs)
                found.setdefault((earlier.id, later.id), (likeness, contrast))
    ranked = sorted(found.values(), key=lambda each: -each[0])
    return [contrast for _, contrast in ranked[:MOST]]


def compare(earlier: str, later: str) -> tuple[float, tuple[str, ...]]:
    """How alike two statements are, and in what they differ; nothing if they are not alike."""
    old, new = _read(earlier), _read(later)
    shared = old.stems & new.stems
    if len(shared) < _LEAST_SHARED:
        return 0.0, ()
    differs = [*_compare_figures(old, new), *_compare_sides(old, new)]
    if old.denies != new.denies:
        differs.append("not")
    return len(shared) / len(old.stems | new.stems), tuple(differs)


def _compare_figures(old: _Words, new: _Words) -> list[str]:
    gone, come = sorted(old.figures - new.figures), sorted(new.figures - old.figures)
    return [f"{', '.join(gone)} → {', '.join(come)}"] if gone and come else []


def _compare_sides(old: _Words, new: _Words) -> list[str]:
    return [
        f"{mine} → {theirs}"
        for one, other in _opposites()
        for mine, theirs in ((one, other), (other, one))
        if mine in old.stems and theirs in new.stems and not {mine, theirs} <= old.stems & new.stems
    ]


@cache
def _opposites() -> list[tuple[str, str]]:
    pairs = read_list("opposites")["opposites"]
    return [(_stem(one), _stem(other)) for one, other in pairs]


def _read(text: str) -> _Words:
    words = fold(text.replace("n't", " not").replace("n’t", " not")).split()
    known = frozenset(_stem(word) for word in words if word not in stopwords() and len(word) > 2)  # noqa: PLR2004  # letters
    figures = frozenset(" ".join(found[0].split()) for found in _FIGURE.finditer(text))
    denials = set(words) & set(read_list("opposites")["denials"])
    return _Words(known, figures, bool(denials))


def _stem(word: str) -> str:
    bare = _ENDING.sub("", word)
    return bare.rstrip("e") if len(bare) > 2 else word  # noqa: PLR2004  # letters


def _day(statement: Statement) -> str:
    published = statement.article.published
    day = statement.said_on or (published.date() if published else None)
    return day.isoformat() if day else ""
