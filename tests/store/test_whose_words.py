"""Whose words are those of a state, a group or a body, and whose are not."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


def ask(db: Database, speaker: str = "", role: str = "", topic: str = "vote") -> set[str]:
    query = Reading(topic=topic, speaker=speaker or None, role=role or None)
    found = search_statements(db, query, Audience(), Part(100)).statements
    return {each.speaker.name for each in found if each.speaker}


@pytest.mark.parametrize(
    ("asked", "role", "speaks"),
    [
        ("Zambia", "president of the Zambia Nurses' Union", False),
        ("Lusaka", "president of the Zambia Nurses' Union", False),
        ("Zambia", "Zambia's health minister", True),
        ("Brussels", "head of European policy", False),
        ("EU", "EU foreign policy chief", True),
        ("Germany", "Germany's minister for farmers", True),
        ("US Treasury", "U.S. Treasury Under Secretary", True),
        ("Kinshasa", "Congolese health minister", True),
    ],
)
def test_a_role_with_a_state_in_it_need_not_be_the_states(
    db: Database, asked: str, role: str, *, speaks: bool
) -> None:
    save(db, Said("Ada Holt", "the vote is late", role=role))
    assert ask(db, asked) == ({"Ada Holt"} if speaks else set())


def test_the_chief_of_a_field_may_be_a_commissioner(db: Database) -> None:
    save(
        db,
        Said("EU", "the vote is old", "indirect", speaker="organisation"),
        Said("Ada Holt", "the vote is late", role="EU commissioner for trade"),
        Said("Ben Moor", "the vote is early", role="EU commissioner for energy"),
        names={"EU": "organisation"},
    )
    assert ask(db, "EU trade chief") == {"Ada Holt"}


@pytest.mark.parametrize("name", ["Air New Zealand", "Radio New Zealand", "Rugby New Zealand"])
def test_a_body_that_ends_with_a_state_does_not_speak_for_it(db: Database, name: str) -> None:
    save(
        db,
        Said(name, "the vote is late", "indirect", speaker="organisation"),
        Said("Ada Holt", "the vote is early", role="New Zealand's foreign minister"),
        names={name: "organisation", "New Zealand": "place"},
    )
    assert ask(db, "New Zealand") == {"Ada Holt"}


@pytest.mark.parametrize(
    ("opening", "role"),
    [
        ("The opposition was jubilant.", "former mayor"),
        ("The opposition did not oblige.", "floor leader"),
        ("Opposition parties, which had not been asked, were scathing.", "leader of the Accord"),
    ],
)
def test_who_speaks_under_the_opposition_is_of_it(db: Database, opening: str, role: str) -> None:
    save(
        db,
        Said("Ada Holt", "the vote is late", role=role, before=f"{opening} "),
        Said("Ben Moor", "the vote is early", role="premier"),
        names={"Ada Holt": "person", "Ben Moor": "person"},
    )
    assert ask(db, role="opposition") == {"Ada Holt"}


def test_whoever_is_quoted_after_an_opposition_leader_is_not_of_the_opposition(
    db: Database,
) -> None:
    save(
        db,
        Said(
            "Ben Moor",
            "the vote is early",
            role="premier",
            before="The opposition leader, Ada Holt, wept. ",
        ),
        names={"Ada Holt": "person", "Ben Moor": "person"},
    )
    assert ask(db, role="opposition") == set()


@pytest.mark.parametrize(
    ("asked", "role", "told"),
    [
        ("junta spokesman", "spokesman", "Ada Holt, the spokesman of the junta, wept."),
        ("junta spokesman", "spokeswoman", "The junta's spokeswoman, Ada Holt, wept."),
        ("coup leader", "leader", "The coup leader, Gen Ada Holt, wept."),
        ("rebel commander", "commander", "Rebel commander Ada Holt wept."),
    ],
)
def test_an_office_of_a_body_without_a_name_is_asked_for(
    db: Database, asked: str, role: str, told: str
) -> None:
    save(
        db,
        Said("Ada Holt", "the vote is late", role=role, before=f"{told} "),
        Said("Ben Moor", "the vote is early", role="minister", before="Ben Moor of the junta. "),
        names={"Ada Holt": "person", "Ben Moor": "person"},
    )
    assert ask(db, asked) == {"Ada Holt"}


def test_unions_are_asked_for_by_the_end_of_their_names(db: Database) -> None:
    save(
        db,
        Said("Dockers Union", "the vote is late", "indirect", speaker="organisation"),
        Said("Ada Holt", "the vote is sham", role="head of research", before="Its "),
        Said("African Union", "the vote is fair", "indirect", speaker="organisation"),
        names={"Dockers Union": "organisation", "African Union": "organisation"},
    )
    assert "African Union" not in ask(db, role="unions")
    assert "Dockers Union" in ask(db, role="unions")


def test_officials_of_a_state_are_also_those_whom_only_the_article_tells(db: Database) -> None:
    save(
        db,
        Said(
            "Ada Holt", "the vote is late", role="envoy", before="Italy's envoy, Ada Holt, wept. "
        ),
        Said("Ben Moor", "the vote is early", role="envoy"),
        names={"Italy": "place", "Ada Holt": "person"},
    )
    assert ask(db, role="Italian diplomats") == {"Ada Holt"}


def test_a_technology_secretary_is_no_unions(db: Database) -> None:
    save(
        db,
        Said("Dockers Union", "the vote is late", "indirect", speaker="organisation"),
        Said("Ada Holt", "the vote is sham", role="technology secretary"),
        names={"Dockers Union": "organisation"},
    )
    assert ask(db, "union") == {"Dockers Union"}
