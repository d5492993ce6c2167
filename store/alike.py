"""Words of the news that stand for each other: who asks for a painting means the picture, too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from store.folding import fold, split_words
from store.verbs import inflect
from store.words import stem, stopwords

_PIECE = re.compile(r'"([^"]+)"|(\S+)')
_LONG = 3
"""Words of a phrase that is not inflected."""


@lru_cache(maxsize=10_000)
def find_alike(word: str) -> tuple[str, ...]:
    """The words that may stand for a word, in any of its forms; none for most words."""
    groups, keys = _groups(), _keys()
    found = (each for key in keys.get(fold(word), ()) for each in _find_others(key, groups[key]))
    return tuple(dict.fromkeys(found))


def _find_others(key: str, groups: Iterable[Sequence[str]]) -> Iterator[str]:
    return (word for group in groups for word in group if word != key)


def find_alike_in(word: str, texts: Iterable[str]) -> list[str]:
    """Those that stand for a word in texts which do not have the word itself."""
    said = [{stem(each.lower()) for each in split_words(text)} for text in texts]
    return [
        other
        for other in find_alike(word)
        if any(stem(other) in stems and stem(word.lower()) not in stems for stems in said)
    ]


@cache
def _keys() -> dict[str, list[str]]:
    """The words of the groups, by each of their forms."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in _groups():
        for form in set(_find_forms(fold(word))):
            found[form].append(word)
    return dict(found)


def _find_forms(key: str) -> Iterator[str]:
    """What is asked with: a word or two in all forms, a longer phrase also without small words."""
    words = key.split()
    if len(words) < _LONG:
        yield from inflect(key)
        return
    yield key
    kept = [word for word in words if word not in stopwords()]
    if len(kept) > 1:
        yield " ".join(kept)


@cache
def _groups() -> dict[str, list[list[str]]]:
    """The groups in which each word stands."""
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    for line in files("store").joinpath("alike.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            group = [quoted or word for quoted, word in _PIECE.findall(line)]
            for word in group:
                found[word].append(group)
    return dict(found)
