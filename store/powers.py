"""States asked for by any of their names, and what speaks for them: the gazetteer in questions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sqlite_utils import Database

from store.bodies import same_spelling, seat_name
from store.folding import fold
from store.gazetteer import (
    UNIONS,
    find_capital,
    find_owner,
    find_seat,
    find_state,
    gazetteer,
)
from store.lists import read_list, read_words

_MISSIONS = r"\b(?:embassy|consulate|high commission|mission)"


@dataclass(frozen=True, slots=True)
class Powers:
    """Entities that a name means beside those that articles call so; ids and kinds."""

    same: dict[int, str] = field(default_factory=dict)
    """The state itself, under whatever name: DPRK is North Korea."""
    also: dict[int, str] = field(default_factory=dict)
    """What speaks for it: for a state its seats, ministries and acting capital; for a seat the
    rest of its government. What is said about these ranks below what names the state."""


def find_powers(db: Database, name: str) -> Powers:
    """The state or the government that a name means; nobody for any other name.

    These names are the gazetteer's own, so that none tells what a private article says.
    """
    if code := find_state(name) or read_list("bodies")["loosely"].get(fold(name)):
        return Powers(_with_key(db, f"state:{code}"), _with_key(db, f"of:{code}"))
    if code := find_seat(name):
        return Powers({}, _with_key(db, f"government:{code}"))
    return Powers()


def find_acting(db: Database, capital: str) -> Powers:
    """The state that speaks where its capital is said to: "what did Moscow say"."""
    code = find_capital(capital)
    if not code:
        return Powers()
    return Powers({}, _with_key(db, f"state:{code}") | _with_key(db, f"of:{code}"))


def find_speaking(db: Database, name: str) -> dict[int, str]:
    """What speaks where this name is said to: a state's government, but of a seat that alone.

    Downing Street is "No 10", and what a ministry says is not the Kremlin's word.
    """
    if code := find_seat(name):
        seat = seat_name(fold(name))
        own = _with_key(db, f"seat:{seat}")
        chief = seat in read_words("bodies", "chief_seats")
        return own | (_find_acting_capitals(db, code) if chief else {})
    powers = find_powers(db, name)
    return powers.same | powers.also | find_acting(db, name).also


def find_forces(db: Database, name: str) -> dict[int, str]:
    """A state's forces by their other names: the Israeli army is the military, and the IDF.

    Args:
        db: The archive.
        name: Folded; none for what are no state's forces.
    """
    known: dict[str, str] = read_list("bodies")["acronyms"]
    code = _owner_of_forces(known.get(name, name))
    if not code:
        return {}
    long = [each for each in known.values() if _owner_of_forces(each) == code]
    keys = [f"{each} of {code}" for each in read_words("bodies", "forces")]
    found = (_with_key(db, f"name:{each}") for each in (*keys, *long))
    return {number: kind for each in found for number, kind in each.items()}


def _owner_of_forces(name: str) -> str:
    words = same_spelling(name).split()
    code, length = find_owner(tuple(words)) or ("", 0)
    return code if " ".join(words[length:]) in read_words("bodies", "forces") else ""


def leave_guests(db: Database, called: str, named: dict[int, str]) -> dict[int, str]:
    """Without the embassies of others in the state or city of that name, and its opposition."""
    if not named or not (find_state(called) or find_capital(called)):
        return named
    ids = ", ".join(map(str, named))
    rows = db.execute(f"SELECT id, name FROM entities WHERE id IN ({ids})").fetchall()
    others = "|".join(read_list("framed")["not_its_own"])
    own = rf"^{re.escape(called)} (?!central)(?:[\w-]+ )*(?:{others})$"
    before = "|".join(read_list("framed")["not_its_own_before"])
    abroad = rf"^(?:{before}) (?:the )?{re.escape(called)}$"
    guest = re.compile(rf"{_MISSIONS} (?:in|to) (?:the )?{re.escape(called)}$|{own}|{abroad}")
    return {number: named[number] for number, name in rows if not guest.search(fold(name))}


def leave_others(db: Database, called: str, named: dict[int, str]) -> dict[int, str]:
    """Without bodies that have the name in theirs and are no such body: a police federation."""
    words = read_list("bodies")["others_called_so"].get(called)
    if not words or not named:
        return named
    ids = ", ".join(map(str, named))
    rows = db.execute(f"SELECT entity_id, folded FROM aliases WHERE entity_id IN ({ids})")
    own = ((number, set(name.split())) for number, name in rows.fetchall())
    return {
        number: named[number] for number, name in own if called in name and name.isdisjoint(words)
    }


def write_no_others(called: str, people: str) -> str:
    """A pattern for roles that leaves out those of such bodies."""
    words = read_list("bodies")["others_called_so"].get(called)
    return rf"^(?!.*\b(?i:{'|'.join(words)})\b)(?=.*?(?:{people}))" if words else people


def find_states(db: Database, name: str, *, unions: bool) -> set[int]:
    """The state that a name means, or that of which it is the capital; or else the union."""
    code = find_state(name) or find_capital(name)
    wanted = code and (code in UNIONS) == unions
    return set(_with_key(db, f"state:{code}")) if wanted else set()


def _find_acting_capitals(db: Database, code: str) -> dict[int, str]:
    """The capital of a state where it acts: "Moscow has denied" is the Kremlin's word."""
    capitals = [name for name, state in gazetteer().capitals.items() if state == code]
    found = (_with_key(db, f"government in:{name}") for name in capitals)
    return {number: kind for each in found for number, kind in each.items()}


def _with_key(db: Database, key: str) -> dict[int, str]:
    sql = (
        "SELECT id, kind FROM entity_keys JOIN entities ON entities.id = entity_id WHERE key = ?"
        " LIMIT 100"
    )
    return dict(db.execute(sql, [key]).fetchall())
