"""The last names of persons, by which they may be asked for."""

from __future__ import annotations

from store.folding import fold
from store.lists import read_words

_SHORTEST = 3


def surname(name: str, kind: str) -> list[str]:
    """The last name in a person's full name; none of what is no person's, or too short.

    Also with what belongs to it: Ó Dúill, van den Berg.
    """
    words = [word for word in name.split() if fold(word) not in read_words("persons", "suffixes")]
    if kind != "person" or not words[1:] or len(words[-1]) < _SHORTEST:
        return []
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]) in read_words("persons", "before_last"):
        first -= 1
    return list(dict.fromkeys([words[-1], " ".join(words[first:])]))
