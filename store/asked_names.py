"""Names by which people ask for a state, and no article need name it: "the North", Georgia's."""

from __future__ import annotations

import re
from functools import cache

from sqlite_utils import Database

from store.gazetteer import AMBIGUOUS, name_korea
from store.lists import read_list
from store.records import Audience
from store.speakers import find_called, find_exactly


def find_meant(db: Database, called: str, audience: Audience) -> tuple[str, ...]:
    """What a folded name stands for besides, or instead; nothing for most names.

    "The North" is North Korea in an archive that has it, if nobody else is called so. "Georgia's
    prime minister" is the Georgian one: by its name alone the state may be another Georgia.
    """
    korea = name_korea(called)
    if korea and not _has_own_name(db, called, audience):
        return (korea,) if find_called(db, korea, audience) else ()
    office = _name_by_people(called)
    return (called, office) if office else ()


def _has_own_name(db: Database, called: str, audience: Audience) -> bool:
    """Whether somebody is called so, and does not only have the word in a longer name."""
    people = "person" in find_called(db, called, audience).values()
    return people or bool(find_exactly(db, [called], audience))


def _name_by_people(called: str) -> str:
    found = _write_offices().fullmatch(called)
    if found is None:
        return ""
    people = AMBIGUOUS[found["owner"] or found["of"]]
    return f"{people} {found['office'] or found['held']}"


@cache
def _write_offices() -> re.Pattern[str]:
    """An office of a state beside a name that others have, too."""
    names, lists = "|".join(sorted(AMBIGUOUS)), read_list("bodies")
    posts = "|".join([*lists["posts_of_a_state"], *lists["posts_beside"]])
    office = rf"(?:[\w-]+ ){{0,3}}(?:{posts})"
    return re.compile(
        rf"(?P<owner>{names}) (?P<office>{office})|(?P<held>{office}) of (?P<of>{names})"
    )
