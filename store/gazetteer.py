"""States by all their names, and what speaks for them: a gazetteer of our own beside CLDR's."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from store.folding import fold
from store.lists import read_lines

AMBIGUOUS = frozenset({"georgia", "congo", "jordan", "chad", "micronesia"})
"""Names of states that are also those of other places or of persons."""

FEDERATIONS = frozenset(
    {"AR", "AT", "AU", "BR", "CA", "CH", "DE", "EU", "IN", "MX", "MY", "NG", "UN", "US"}
)
"""Whose parts have bodies of the same names: a "Supreme Court" need not be theirs."""

UNIONS = frozenset({"EU", "UN"})
"""What counts as a state, and yet is a body with officers of its own."""

_NO_STATES = frozenset({"XA", "XB", "QO", "ZZ"})
"""What CLDR lists beside them."""
_KOREAS = {"north": "KP", "south": "KR"}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded names, each with the ISO code of its state (EU and UN count as such)."""

    states: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    """Adjectives: "russian", "north korean"."""
    capitals: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)


def find_state(name: str) -> str | None:
    """The state of this name: "the U.S.", "Britain", "DPRK"; not one by its adjective."""
    return gazetteer().states.get(fold(name))


def find_seat(name: str) -> str | None:
    """The state that speaks from a seat of power: "Kremlin", "10 Downing Street"."""
    return gazetteer().seats.get(fold(name))


def find_capital(name: str) -> str | None:
    """The state whose capital this is: "Moscow"."""
    return gazetteer().capitals.get(fold(name))


def find_headings(name: str) -> frozenset[str]:
    """How headlines speak of a state: by any name, its adjective, its capital and seat of power.

    Folded: "north korean" and "pyongyang" for North Korea; none for what is no state.
    """
    code, known = find_state(name), gazetteer()
    groups = (known.states, known.people, known.capitals, known.seats)
    return frozenset(each for group in groups for each in group if code and group[each] == code)


def find_adjectives(name: str) -> frozenset[str]:
    """What people of a state are called, asked for by its name or capital: "north korean"."""
    code = find_state(name) or find_capital(name)
    return frozenset(each for each, state in gazetteer().people.items() if code and state == code)


def find_owner(words: tuple[str, ...]) -> tuple[str, int] | None:
    """The state that a name begins with, and with how many words: "russian foreign ministry"."""
    known = gazetteer()
    for length in range(min(5, len(words)), 0, -1):
        start = " ".join(words[:length])
        if code := known.people.get(start) or known.states.get(start):
            return code, length
    return None


def find_korea(name: str, others: frozenset[str]) -> str | None:
    """Which Korea "the North" or "the South" is, where the article names one of them."""
    code = _KOREAS.get(fold(name))
    return code if code and others & {"KP", "KR"} else None


@cache
def gazetteer() -> Gazetteer:
    """Read once, when first asked."""
    known = Gazetteer()
    for code, name in Locale("en").territories.items():
        if code.isalpha() and code not in _NO_STATES:
            known.states[fold(name.replace("&", "and"))] = code
    for line in read_lines("states"):
        code, *parts = [part.strip() for part in f"{line} |||".split("|")[:5]]
        groups = (known.states, known.people, known.capitals, known.seats)
        for group, names in zip(groups, parts, strict=True):
            group |= {fold(name): code for name in names.split(",") if name}
    for name in AMBIGUOUS & known.states.keys():
        del known.states[name]
    return known
