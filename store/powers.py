"""States asked for by any of their names, and what speaks for them: the gazetteer in questions."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlite_utils import Database

from store.gazetteer import find_capital, find_seat, find_state


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
    if code := find_state(name):
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


def _with_key(db: Database, key: str) -> dict[int, str]:
    sql = (
        "SELECT id, kind FROM entity_keys JOIN entities ON entities.id = entity_id WHERE key = ?"
        " LIMIT 100"
    )
    return dict(db.execute(sql, [key]).fetchall())
