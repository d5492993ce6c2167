"""States by all their names, and what speaks for them: a gazetteer of our own beside CLDR's."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from store.folding import fold
from store.lists import read_lines

AMBIGUOUS = {
    "georgia": "georgian",
    "congo": "congolese",
    "jordan": "jordanian",
    "chad": "chadian",
    "micronesia": "micronesian",
}
"""Names of states that are also those of other places or of persons, and what their people are
called: that alone tells which is meant, as only one Georgia has a prime minister."""

FEDERATIONS = frozenset(
    {"AR", "AT", "AU", "BR", "CA", "CH", "DE", "EU", "IN", "MX", "MY", "NG", "UN", "US"}
)
"""Whose parts have bodies of the same names: a "Supreme Court" need not be theirs."""

UNIONS = frozenset({"EU", "UN"})
"""What counts as a state, and yet is a body with officers of its own."""

_THEIR_CAPITALS = {
    "tbilisi": "georgian",
    "kinshasa": "congolese",
    "brazzaville": "congolese",
    "amman": "jordanian",
    "n djamena": "chadian",
}
"""The same for their capitals."""

_OTHER_ADJECTIVES = frozenset(
    {"european", "english", "scottish", "welsh", "african", "asian", "arab", *AMBIGUOUS.values()}
)
"""Such as tell of no state."""

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


def find_people(name: str) -> str | None:
    """The state whose people these are, called together: "the Greeks", "South Koreans"."""
    folded = fold(name).removeprefix("the ")
    people = gazetteer().people
    return people.get(folded.removesuffix("s")) if folded.endswith("s") else None


def find_headings(name: str) -> frozenset[str]:
    """How headlines speak of a state: by any name, its adjective, its capital and seat of power.

    Folded: "north korean" and "pyongyang" for North Korea; none for what is no state.
    """
    code, known = find_state(name), gazetteer()
    groups = (known.states, known.people, known.capitals, known.seats)
    return frozenset(each for group in groups for each in group if code and group[each] == code)


def find_adjectives(name: str) -> frozenset[str]:
    """What people of a state are called, asked for by its name or capital: "north korean"."""
    if people := (AMBIGUOUS | _THEIR_CAPITALS).get(fold(name)):
        return frozenset({people})
    code = find_state(name) or find_capital(name)
    return frozenset(each for each, state in gazetteer().people.items() if code and state == code)


def is_adjective(name: str) -> bool:
    """Whether it only tells whose something is: "Serbian", "European"."""
    return fold(name) in gazetteer().people or fold(name) in _OTHER_ADJECTIVES


def find_owner(words: tuple[str, ...]) -> tuple[str, int] | None:
    """The state that a name begins with, and with how many words: "russian foreign ministry"."""
    known = gazetteer()
    for length in range(min(5, len(words)), 0, -1):
        start = " ".join(words[:length])
        if code := known.people.get(start) or known.states.get(start):
            return code, length
    return None


def name_state(code: str) -> str:
    """The first name of a state, folded; "" where there is none that is its alone."""
    states = gazetteer().states
    return next((name for name in states if states[name] == code), "")


def name_korea(name: str) -> str:
    """Which Korea "the North" or "the South" may be, by its name, folded; "" for other names."""
    return f"{fold(name)} korea" if fold(name) in _KOREAS else ""


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
    for name in AMBIGUOUS.keys() & known.states.keys():
        del known.states[name]
    return known
