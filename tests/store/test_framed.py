"""A state is heard through those who speak where an article has begun a paragraph with it."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading, SpeakerKind
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
        ("Rome", "In Rome, whose banks hold the debt, there was dismay.", "chancellor"),
        ("Italy", "In Rome, nobody was surprised.", "defence minister"),
        ("Warsaw", "Warsaw's response was curt.", "ambassador"),
        ("Rome", "The reaction from Rome was swift.", "interior minister"),
        ("Italy", "There was fury in Rome.", "foreign minister"),
        ("Poland", "Not so in Warsaw.", "national security adviser"),
    ],
)
def test_who_speaks_under_a_state_speaks_for_it(
    db: Database, asked: str, opening: str, role: str
) -> None:
    named = ("Rome", "New", "Paris", "Warsaw", "Poland", "Senegal")
    place = next(word for word in named if word in opening)
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
        ("There was rain on the way from Rome.", "foreign minister of Spain"),
        ("The Spanish minister spoke of fury in Rome.", "foreign minister"),
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
        ("His Italian counterpart, the defence minister Ada Holt, came late.", True),
        ("Italy's defence minister, Ada Holt, came late.", True),
        ("Rome's defence minister to the end, Ada Holt, came late.", True),
        ("Ada Holt, Italy's defence minister, came late.", True),
        ("In Rome, the defence minister, Ada Holt, came late.", True),
        ("In Rome, President Ada Holt came late.", True),
        ("In Rome, Spanish President Ada Holt came late.", False),
        ("President Ada Holt came late. In Rome, President Ada Holt dined.", False),
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


def test_a_party_that_rules_speaks_for_its_state_where_no_office_is_told(db: Database) -> None:
    save(
        db,
        Said("Ri Song", "we are ready", before="Hanoi lost no time.\n"),
        Said("Cy Dean", "we sell ships"),
        names={"Hanoi": "place", "Ri Song": "person", "Cy Dean": "person"},
    )
    assert ask(db, "Hanoi") == set()
    text = "Hanoi lost no time. It heard Ri Song, a senior official of the ruling party, who was "
    save(
        db,
        Said("Ri Song", "ready", before=text, ending=" "),
        url="https://other.test",
        names={"Hanoi": "place", "Ri Song": "person"},
    )
    assert ask(db, "Hanoi") == {"Ri Song"}


def test_the_south_is_a_korea_where_that_is_named(db: Database) -> None:
    before = "Fans like South Korea.\nThe South's foreign minister, Ada Holt, came late.\n"
    save(
        db,
        Said("Ada Holt", "we wait", role="foreign minister", before=before),
        names={"South Korea": "place", "Ada Holt": "person"},
    )
    assert ask(db, "Seoul") == {"Ada Holt"}


@pytest.mark.parametrize(
    ("name", "speaks"),
    [
        ("Italy's navy", True),
        ("Italy's central bank", True),
        ("Italy's opposition", False),
        ("Italy's biggest union", False),
    ],
)
def test_not_all_that_a_state_has_speaks_for_it(db: Database, name: str, *, speaks: bool) -> None:
    save(db, Said(name, "we wait", speaker="organisation"), names={name: "organisation"})
    assert ask(db, "Italy") == ({name} if speaks else set())


@pytest.mark.parametrize("kind", ["anonymous", "organisation"])
def test_an_opposition_without_a_name_does_not_speak_for_its_state(
    db: Database, kind: SpeakerKind
) -> None:
    save(db, Said("Italy's opposition", "we wait", speaker=kind))
    assert ask(db, "Rome") == set()


@pytest.mark.parametrize(
    ("role", "speaks"), [("South's foreign minister", True), ("pro-Korea", False)]
)
def test_a_role_itself_may_tell_whose_office_it_is(
    db: Database, role: str, *, speaks: bool
) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role=role, before="Fans like South Korea. "),
        names={"South Korea": "place", "Ada Holt": "person"},
    )
    assert ask(db, "South Korea") == ({"Ada Holt"} if speaks else set())


def test_whoever_is_for_a_body_is_not_of_it(db: Database) -> None:
    save(db, Said("Ada Holt", "we wait", role="pro-European mayor"))
    assert ask(db, "Brussels") == set()
