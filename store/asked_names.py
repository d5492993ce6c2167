"""Names by which people ask for a body, beside those by which articles call it: "the North"."""

from __future__ import annotations

import re
from functools import cache

from sqlite_utils import Database

from store.audience import audience_values, known_names
from store.folding import fold
from store.gazetteer import AMBIGUOUS, gazetteer, name_korea, name_state
from store.lists import read_list, read_words
from store.records import Audience
from store.seats import find_names, find_seats
from store.speakers import find_called, find_exactly

_MOST_NAMES = 20


def find_meant(db: Database, called: str, audience: Audience) -> tuple[str, ...]:
    """What a folded name stands for, itself among it if it need not be another; else nothing.

    "The North" is North Korea in an archive that has it, if nobody else is called so; "the
    French" speak where France does, and Georgia's prime minister is the Georgian one.
    """
    korea = name_korea(called)
    if korea and not _has_own_name(db, called, audience):
        return (korea,) if find_called(db, korea, audience) else ()
    other = _name_people(called) or _name_office(called)
    return (called, other) if other else ()


def find_all_names(
    db: Database, called: str, named: dict[int, str], audience: Audience
) -> list[str]:
    """What it is called, and by which other names: EU and European Union."""
    places = ", ".join(map(str, named))
    sql = (
        "SELECT DISTINCT alias FROM aliases WHERE entity_id IN"
        f" ({places}) AND {known_names(audience)} LIMIT {_MOST_NAMES}"
    )
    rows = db.execute(sql, audience_values(audience)).fetchall() if named else []
    others = (name for name in map(fold, (name for (name,) in rows)) if not _is_anybodys(name))
    short = [] if named else _written_short(called)
    known = [*find_names(called), *find_seats(called)]
    return [name for name in dict.fromkeys([called, *others, *known, *short]) if name]


def _written_short(called: str) -> list[str]:
    """An office as it may stand before a name: Gov. for the governor."""
    offices: dict[str, str] = read_list("offices")["short"]
    long = next((each for each in offices if f" {called}".endswith(f" {each}")), None)
    return [called.removesuffix(long) + offices[long]] if long else []


def _is_anybodys(name: str) -> bool:
    """Whether it is made of words that many names have: "State" for the State Department."""
    fields = read_words("bodies", "fields_of_ministries")
    return (read_words("bodies", "common_words") | fields).issuperset(name.split())


def _has_own_name(db: Database, called: str, audience: Audience) -> bool:
    """Whether somebody is called so, and does not only have the word in a longer name."""
    people = "person" in find_called(db, called, audience).values()
    return people or bool(find_exactly(db, [called], audience))


def _name_people(called: str) -> str:
    """The state of "the French" and "the Russians"."""
    people = gazetteer().people
    return name_state(people.get(called) or people.get(called.removesuffix("s")) or "")


def _name_office(called: str) -> str:
    """An office of a state whose name others have, too, with its people's: Georgian."""
    found = _write_offices().fullmatch(called)
    if found is None:
        return ""
    people = AMBIGUOUS[found["owner"] or found["of"]]
    return f"{people} {found['office'] or found['held']}"


@cache
def _write_offices() -> re.Pattern[str]:
    """An office beside the name of such a state."""
    names, lists = "|".join(sorted(AMBIGUOUS)), read_list("bodies")
    posts = "|".join([*lists["posts_of_a_state"], *lists["posts_beside"]])
    office = rf"(?:[\w-]+ ){{0,3}}(?:{posts})"
    return re.compile(
        rf"(?P<owner>{names}) (?P<office>{office})|(?P<held>{office}) of (?P<of>{names})"
    )
