"""A state is heard through those who speak where an article has begun a paragraph with it."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


def ask(db: Database, speaker: str) -> set[str]:
    found = search_statements(db, Reading(speaker=speaker), Audience(), Part(100)).statements
    return {each.speaker.name for each in found if each.speaker}


@pytest.mark.parametrize(
    ("asked", "opening", "role"),
    [
        ("Rome", "Rome was not amused.", "deputy minister"),
        ("Italy", "Rome would rather wait.", "foreign minister"),
        ("India", "New Delhi reacted within hours.", "spokesperson of the foreign ministry"),
        ("Paris", "In Paris the government is split.", "agriculture minister"),
        ("France", "In Paris,", "foreign ministry spokeswoman"),
        ("Warsaw", "Poland did not wait.", "prime minister"),
    ],
)
def test_who_speaks_under_a_state_speaks_for_it(
    db: Database, asked: str, opening: str, role: str
) -> None:
    place = next(word for word in opening.split() if word != "In" and word[0].isupper()).strip(",")
    place = "New Delhi" if place == "New" else place
    save(
        db,
        Said("Ada Holt", "it is late", role=role, before=f"{opening} ", ending=" "),
        Said("Cy Dean", "we sell ships", role="miller"),
        Said("Ben Moor", "it is early", role="finance minister"),
        names={place: "place", "Ada Holt": "person", "Ben Moor": "person"},
    )
    assert ask(db, asked) == {"Ada Holt"}


@pytest.mark.parametrize(
    ("opening", "role"),
    [
        ("Rome was not amused.", "Spanish foreign minister"),
        ("Rome was not amused.", "former minister"),
        ("Rome was not amused.", "spokesman for the club"),
        ("In Rome, Ben Moor of Spain laughed.", "foreign minister"),
        ("In Rome,", "foreign minister"),
        ("Tourists like Rome.", "foreign minister"),
    ],
)
def test_nobody_speaks_for_a_state_that_only_stands_there(
    db: Database, opening: str, role: str
) -> None:
    save(
        db,
        Said("Ada Holt", "it is late", role=role, before=f"{opening} "),
        names={"Rome": "place", "Ada Holt": "person"},
    )
    assert ask(db, "Rome") == set()
