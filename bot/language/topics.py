"""How much each word of a text tells of what it is about: said early, and said often.

The chance that a person who sums up the article uses a word, or two words side by side. The few
coefficients were fitted on the counts of SummEval, 100 news articles with 11 summaries each.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

WORD = {"bias": -3.65, "early": 2.35, "often": 1.1, "name": 0.1, "number": 0.25}
"""Log-odds that a summary has a word: how early it comes, the log of how many sentences have it,
whether it begins with a capital or a figure."""
PAIR = {"bias": -4.75, "early": 2.6, "often": 1.35, "name": 0.8, "number": 0.5}
"""The same of two words side by side, which tell more than each alone."""
_PAIRS_COUNT = 6.0
"""How much a pair counts beside a word: two words together say what is said of what."""
_EARLY = 100
"""Words into the text at which what is said counts as half as early."""
_WORD = re.compile(r"[^\W_]+")
_SHORT = 3

Terms = dict[Hashable, float]


@dataclass(slots=True)
class _Met:
    """Where a word or pair stands."""

    first: int
    """Words before it."""
    name: bool
    number: bool
    last: int
    """The last sentence that has it."""
    sentences: int = 1


class Topics:
    """The words and pairs of a text, each with its weight.

    Args:
        sentences: all of the text, in order.
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        self._met: dict[Hashable, _Met] = {}
        self._weights: Terms = {}
        before = 0
        for number, sentence in enumerate(sentences):
            words = split_words(sentence)
            for place, (key, name, digit) in enumerate(_list_terms(words)):
                met = self._met.get(key)
                if met is None:
                    at = before + place % max(1, len(words))
                    self._met[key] = _Met(at, name, digit, number)
                elif met.last != number:
                    met.sentences += 1
                    met.last = number
            before += len(words)

    def find_terms(self, words: Sequence[str]) -> Terms:
        """Each word and pair of a passage of the text with what it tells."""
        folded = [fold(word) for word in words]
        keys: list[Hashable] = [*folded, *pairwise(folded)]
        for key in keys:
            if key not in self._weights:
                met = self._met.get(key)
                self._weights[key] = _weigh(key, met) if met else 0.0
        return {key: self._weights[key] for key in keys}


def _list_terms(words: Sequence[str]) -> list[tuple[Hashable, bool, bool]]:
    """Each word, then each pair of words; whether it is a name, and whether it has a number."""
    singles = [(fold(word), word[0].isupper(), word[0].isdigit()) for word in words]
    pairs = [
        ((one, two), first_name and second_name, first_digit or second_digit)
        for (one, first_name, first_digit), (two, second_name, second_digit) in pairwise(singles)
    ]
    return [*singles, *pairs]


def split_words(text: str) -> list[str]:
    """Runs of letters and figures, as they are written."""
    return _WORD.findall(text)


def fold(word: str) -> str:
    """A word in lower case and in the singular, as far as its end tells."""
    word = word.lower()
    plural = len(word) > _SHORT and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def _weigh(key: Hashable, met: _Met) -> float:
    pair = isinstance(key, tuple)
    weights = PAIR if pair else WORD
    score = (
        weights["bias"]
        + weights["early"] * _EARLY / (_EARLY + met.first)
        + weights["often"] * math.log(met.sentences)
        + weights["name"] * met.name
        + weights["number"] * met.number
    )
    return (_PAIRS_COUNT if pair else 1.0) / (1 + math.exp(-score))
