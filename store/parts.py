"""Bodies that are a part of another, or one with it: UNICEF of the UN, the army of the military."""

from __future__ import annotations

from sqlite_utils import Database

from store.folding import fold
from store.lists import read_list
from store.powers import find_forces, find_states
from store.records import Audience
from store.seats import find_names
from store.speakers import find_called, find_named

_LETTERS = 2
"""Of a name that articles write with dots: U.N."""


def find_parts(db: Database, called: str, audience: Audience) -> dict[int, str]:
    """The bodies that are a part of the one that is called so, or one with it: UNICEF of the UN."""
    lists = read_list("bodies")
    parts = lists["parts_of"].get(lists["whole_names"].get(called, called), [])
    found = (find_named(db, part, audience) for part in parts)
    theirs = {number: kind for each in found for number, kind in each.items()}
    return theirs | find_forces(db, called) | _find_missions(db, called, audience)


def _find_missions(db: Database, called: str, audience: Audience) -> dict[int, str]:
    """The bodies of a union that have its name in theirs: the United Nations mission."""
    if not find_states(db, called, unions=True):
        return {}
    names = [called, *find_names(called)]
    spelled = [" ".join(name) for name in names if name.isalpha() and len(name) <= _LETTERS]
    found = (find_called(db, name, audience) for name in (*names, *spelled))
    bodies = {each: kind for some in found for each, kind in some.items() if kind == "organisation"}
    rows = db.execute(f"SELECT id, name FROM entities WHERE id IN ({', '.join(map(str, bodies))})")
    return {each: bodies[each] for each, name in rows.fetchall() if _begins(fold(name), names)}


def _begins(name: str, names: list[str]) -> bool:
    """Whether one of the names stands first: of its friends it stands last."""
    return any(f"{name} ".startswith(f"{one} ") for one in names)
