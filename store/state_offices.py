"""An office of a state, asked for by either's name: "the Russian envoy", "Poland's top diplomat".

Articles seldom say it so: they have "Moscow's ambassador", or "its foreign minister".
"""

from __future__ import annotations

import re
from functools import cache

from store.folding import fold
from store.gazetteer import UNIONS, find_owner, gazetteer, name_state
from store.lists import read_list, read_words
from store.roles import match_office
from store.words import all_of

_BELOW = ("deputy", "vice", "shadow", "assistant", "former", "ex")
"""Whoever is that, as well, does not hold the office itself."""


def split_office(called: str) -> tuple[tuple[str, ...], str] | None:
    """The state and where it is governed from, by name, and the office; None if it is none.

    Args:
        called: Folded: "russian envoy", "france foreign minister".
    """
    words = tuple(called.split())
    code, length = find_owner(words) or ("", 0)
    office = " ".join(words[length:])
    if not code or code in UNIONS or not _offices().search(office):
        return None
    known = gazetteer()
    state = filter(None, [name_state(code)])
    chief = read_words("bodies", "chief_seats")
    seats = (name for name, other in known.seats.items() if other == code and name in chief)
    return (*state, *sorted(seats)), office


def is_state_office(words: str) -> bool:
    """Whether it is an office that a state has, whichever: "home secretary"."""
    return _offices().search(fold(words)) is not None


def match_state_office(office: str) -> str:
    """A full-text query for the roles of whoever holds an office of a state, by any word for it."""
    alike = read_list("state_offices")["alike"].get(office, [])
    ways = " OR ".join(f"({all_of(way)})" for way in alike)
    match = f"speaker_role : ({ways})" if ways else match_office(office)
    below = " OR ".join(each for each in _BELOW if each not in office.split())
    return f"({match}) NOT {{speaker_role speaker_name}} : ({below})"


@cache
def _offices() -> re.Pattern[str]:
    lists = read_list("state_offices")
    offices = "|".join([*lists["offices"], *map(re.escape, lists["alike"])])
    return re.compile(rf"^(?:[\w-]+ ){{0,3}}(?:{offices})(?: to .+)?$")
