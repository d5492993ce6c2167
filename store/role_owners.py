"""Whose those are who are asked for by what they are: of "UN officials" the United Nations.

Roles name a state by any of its names, its people, its seats of power and with dots: "a senior
White House official" is one of the United States.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from store.folding import fold
from store.gazetteer import find_headings, gazetteer
from store.lists import read_list
from store.role_patterns import match_name
from store.words import all_of

_LONGEST = 3
"""Words of the name of a state."""


@cache
def match_owner(words: str) -> str:
    """A full-text query for roles that have all these words, or another name of a state in them."""
    parts = [_match_any(names) if names else all_of(part) for part, names in _part(words.split())]
    return " AND ".join(filter(None, parts))


def _part(words: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words one by one, but a state's name as one, with what else it is called."""
    at = 0
    while at < len(words):
        runs = (" ".join(words[at : at + length]) for length in range(_LONGEST, 0, -1))
        run = next((run for run in runs if names_of_owner(run)), words[at])
        yield run, names_of_owner(run)
        at += len(run.split())


def names_of_owner(name: str) -> tuple[str, ...]:
    """What roles call a state by, asked for by its name or its people; nothing for others."""
    folded = fold(name)
    lists, known = read_list("bodies"), gazetteer()
    code = known.people.get(folded) or known.states.get(folded) or lists["loosely"].get(folded)
    state = next((each for each, other in known.states.items() if other == code), "")
    if not state:
        return ()
    parts = [
        part for each in (fold(state), code.lower()) for part in lists["parts_of"].get(each, [])
    ]
    others = lists["officials_of"].get(code.lower(), [])
    return tuple(sorted({folded, *find_headings(state), *parts, *others}))


def _match_any(names: tuple[str, ...]) -> str:
    return f"({' OR '.join(map(match_name, names))})"
