"""How much each word of a text tells of what it is about: said early, and said often.

The chance that a person who sums up the article uses a word, or two words side by side. The few
coefficients were fitted on the counts of SummEval, 100 news articles with 11 summaries each.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.attrs import LEMMA, POS
from spacy.symbols import NUM, PROPN, PUNCT, SPACE, SYM
from spacy.tokens import Span

WORD = {"bias": -3.05, "early": 1.5, "often": 1.1, "name": 0.45, "number": 0.4}
"""Log-odds that a summary has a word: 1 / its first sentence, the log of how many have it, ..."""
PAIR = {"bias": -4.0, "early": 1.7, "often": 1.35, "name": 1.0, "number": 0.4}
"""The same of two words side by side, which tell more than each alone."""
_PAIRS_COUNT = 4.0
"""How much a pair counts beside a word: two words together say what is said of what."""

_LEFT_OUT = frozenset({PUNCT, SPACE, SYM})

Terms = dict[Hashable, float]


@dataclass(slots=True)
class _Met:
    """Where a word or pair stands."""

    first: int
    name: bool
    number: bool
    sentences: int = 1
    last: int = field(default=-1)


class Topics:
    """The words and pairs of a text, each with its weight.

    Args:
        sentences: all of the text, in order.
    """

    def __init__(self, sentences: Sequence[Span]) -> None:
        self._keys: dict[int, list[Hashable]] = {}
        met: dict[Hashable, _Met] = {}
        rows = sentences[0].doc.to_array([LEMMA, POS]).tolist() if sentences else []
        for number, sentence in enumerate(sentences):
            terms = _list_terms(rows[sentence.start : sentence.end])
            self._keys[sentence.start] = [key for key, _, _ in terms]
            for key, named, counted in terms:
                place = met.get(key)
                if place is None:
                    met[key] = _Met(number, named, counted, last=number)
                elif place.last != number:
                    place.sentences += 1
                    place.last = number
        self._weights: Terms = {key: _weigh(key, place) for key, place in met.items()}

    def find_terms(self, sentence: Span) -> Terms:
        """Each word and pair of one of the sentences with what it tells."""
        return {key: self._weights[key] for key in self._keys[sentence.start]}


def _list_terms(rows: Sequence[tuple[int, int]]) -> list[tuple[Hashable, bool, bool]]:
    """Each word and pair of these; whether it is a name, and whether there is a number in it."""
    words = [(lemma, pos) for lemma, pos in rows if pos not in _LEFT_OUT]
    singles = [(lemma, pos == PROPN, pos == NUM) for lemma, pos in words]
    pairs = [
        ((one, two), first == second == PROPN, NUM in {first, second})
        for (one, first), (two, second) in pairwise(words)
    ]
    return [*singles, *pairs]


def _weigh(key: Hashable, place: _Met) -> float:
    pair = isinstance(key, tuple)
    weights = PAIR if pair else WORD
    score = (
        weights["bias"]
        + weights["early"] / (1 + place.first)
        + weights["often"] * math.log(place.sentences)
        + weights["name"] * place.name
        + weights["number"] * place.number
    )
    return (_PAIRS_COUNT if pair else 1.0) / (1 + math.exp(-score))
