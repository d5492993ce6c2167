"""Words that mean the very same: whoever asks about the coup is told of who seized power.

Those of `store.alike` only may stand for each other; these do in any article.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from store.lists import read_list
from store.words import stem


def find_same(word: str) -> tuple[str, ...]:
    """The words that mean the same as a word, in any of its forms; none for most words."""
    return _groups().get(_key(word), ())


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for group in read_list("same")["groups"]:
        for word in group:
            found[_key(word)] += [other for other in group if other != word]
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


def _key(words: str) -> str:
    return " ".join(map(stem, words.lower().split()))
