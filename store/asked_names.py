"""Names by which people ask for a state though articles call it otherwise: "the North"."""

from __future__ import annotations

import re
from functools import cache

from sqlite_utils import Database

from store.gazetteer import AMBIGUOUS, gazetteer, name_korea
from store.lists import read_list
from store.records import Audience
from store.speakers import find_called, find_exactly


def find_meant(db: Database, called: str, audience: Audience) -> tuple[str, ...]:
    """What a folded name stands for, itself among it if it need not be another; else nothing.

    "The North" is North Korea in an archive that has it, if nobody else is called so; "the
    French" speak where France does, and the German chancellor is Germany's.
    """
    korea = name_korea(called)
    if korea and not _has_own_name(db, called, audience):
        return (korea,) if find_called(db, korea, audience) else ()
    other = _name_people(called) or _name_office(called)
    return (called, other) if other else ()


def _has_own_name(db: Database, called: str, audience: Audience) -> bool:
    """Whether somebody is called so, and does not only have the word in a longer name."""
    people = "person" in find_called(db, called, audience).values()
    return people or bool(find_exactly(db, [called], audience))


def _name_people(called: str) -> str:
    """The state of "the French" and "the Russians"."""
    people = gazetteer().people
    return _name_state(people.get(called) or people.get(called.removesuffix("s")) or "")


def _name_office(called: str) -> str:
    """An office of a state with the state's name, and of one that others have with its people's.

    By its name alone it may be another Georgia, or somebody called Jordan.
    """
    found = _write_offices().fullmatch(called)
    if found is None:
        return ""
    if people := found["people"]:
        return f"{_name_state(gazetteer().people[people])} {found['theirs']}"
    people = AMBIGUOUS[found["owner"] or found["of"]]
    return f"{people} {found['office'] or found['held']}"


def _name_state(code: str) -> str:
    """The first name of a state; "" where there is none that is its alone."""
    states = gazetteer().states
    return next((name for name in states if states[name] == code), "")


@cache
def _write_offices() -> re.Pattern[str]:
    """An office of a state beside its people's name, or beside a name that others have, too."""
    names, lists = "|".join(sorted(AMBIGUOUS)), read_list("bodies")
    posts = "|".join([*lists["posts_of_a_state"], *lists["posts_beside"]])
    office = rf"(?:[\w-]+ ){{0,3}}(?:{posts})"
    known = gazetteer().people
    people = "|".join(sorted((each for each in known if _name_state(known[each])), key=len)[::-1])
    return re.compile(
        rf"(?P<owner>{names}) (?P<office>{office})|(?P<held>{office}) of (?P<of>{names})"
        rf"|(?P<people>{people}) (?P<theirs>{office})"
    )
