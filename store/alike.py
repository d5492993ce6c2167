"""Words of the news that stand for each other: who asks for a painting means the picture, too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from store.folding import fold, split_words
from store.verbs import inflect
from store.words import stem

_PIECE = re.compile(r'"([^"]+)"|(\S+)')


def find_alike(word: str) -> tuple[str, ...]:
    """The words that may stand for a word, in any of its forms; none for most words."""
    return _alike().get(fold(word), ())


def find_alike_in(word: str, texts: Iterable[str]) -> list[str]:
    """Those that stand for a word in texts which do not have the word itself."""
    said = [{stem(each.lower()) for each in split_words(text)} for text in texts]
    return [
        other
        for other in find_alike(word)
        if any(stem(other) in stems and stem(word.lower()) not in stems for stems in said)
    ]


@cache
def _alike() -> dict[str, tuple[str, ...]]:
    groups: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for group in _groups():
        for word in group:
            groups[word] |= dict.fromkeys(group)
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for word, others in groups.items():
        del others[word]
        for form in set(inflect(fold(word))):
            found[form] |= others
    return {form: tuple(words) for form, words in found.items()}


def _groups() -> Iterator[tuple[str, ...]]:
    for line in files("store").joinpath("alike.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(quoted or word for quoted, word in _PIECE.findall(line))
