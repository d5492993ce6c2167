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
        ("Poland", "it was late. Poland did not wait.", "prime minister"),
        ("Dakar", "Senegal's new government kept quiet.", "army spokesman"),
        ("Senegal", "Senegal's foreign ministry has no comment yet.", "Foreign Minister"),
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
        ("Rome was not amused. Nobody in Spain minded.", "foreign ministry of Spain"),
        ("Few were happy. Rome was not amused. Then came Monday. It rained.", "club minister"),
        ("Rome's army crossed the river.", "Sabine Front spokesman"),
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


@pytest.mark.parametrize(
    ("introduction", "speaks"),
    [
        ("Italian President Ada Holt came late.", True),
        ("The Italian defence minister, Ada Holt, came late.", True),
        ("Spanish President Ada Holt came late to the Italian port.", False),
        ("Italian fans cheered. President Ada Holt came late.", False),
    ],
)
def test_an_office_may_be_a_states_where_an_article_names_its_holder_first(
    db: Database, introduction: str, speaks: bool
) -> None:
    role = "defence minister" if "minister" in introduction else "President"
    save(
        db,
        Said("Ada Holt", "we wait", role=role, before=f"Fans like Italy.\n{introduction}\n"),
        names={"Italy": "place", "Ada Holt": "person"},
    )
    assert ask(db, "Italy") == ({"Ada Holt"} if speaks else set())
