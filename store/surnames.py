"""The last names of persons, by which they may be asked for."""

from __future__ import annotations

from store.folding import fold
from store.lists import read_words

_SHORTEST = 3


def surname(name: str, kind: str) -> list[str]:
    """The last name in a person's full name; none of what is no person's, or too short."""
    words = [word for word in name.split() if fold(word) not in read_words("persons", "suffixes")]
    if kind != "person" or not words[1:] or len(words[-1]) < _SHORTEST:
        return []
    return words[-1:]
