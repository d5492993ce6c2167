"""What an article tells of those whom it names: their posts, the states, which cities act."""

from __future__ import annotations

import re
from functools import cache

from store.bodies import Surroundings
from store.folding import fold
from store.gazetteer import find_capital, find_seat, find_state, gazetteer
from store.lists import read_list
from store.records import Analysis, Entity, Speaker

_JUST_BEFORE = 30
"""Characters in which stands what is done to a city."""


def look_around(text: str, analysis: Analysis) -> Surroundings:
    """The states that an article names, by whatever name, and the capitals that act in it."""
    names = {fold(entity.name) for entity in analysis.entities}
    speakers = _find_speakers(analysis)
    said = {fold(each.name) for each in speakers if each.kind == "organisation"}
    did = {fold(entity.name) for entity in analysis.entities if _acts(text, entity)}
    return Surroundings(
        states=frozenset(code for name in names if (code := _find_any_state(name))),
        actors=frozenset(said | did),
        roles={fold(each.name): each.role for each in speakers if each.role},
    )


def _find_any_state(name: str) -> str | None:
    people = gazetteer().people.get(name)
    return find_state(name) or people or find_seat(name) or find_capital(name)


def _find_speakers(analysis: Analysis) -> list[Speaker]:
    sides = [
        *(attribution.speaker for attribution in analysis.attributions),
        *(claim.claimer for claim in analysis.claims),
    ]
    return [each for each in sides if each]


def _acts(text: str, entity: Entity) -> bool:
    if not find_capital(entity.name):
        return False
    return any(
        _after().match(text, end) or _before().search(text[max(start - _JUST_BEFORE, 0) : start])
        for start, end in entity.mentions
    )


@cache
def _after() -> re.Pattern[str]:
    words = read_list("acting")
    helping, verbs = "|".join(words["helping"]), "|".join(words["after"])
    return re.compile(rf" (?:(?:{helping}) )*(?:{verbs})\b")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_list('acting')['before'])}) $")
