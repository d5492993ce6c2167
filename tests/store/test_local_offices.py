"""An office of a place is found by where its article begins, unless that tells of another place."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import FAR, Said, save


def ask(db: Database, speaker: str) -> set[str]:
    found = search_statements(db, Reading(speaker=speaker), Audience(), Part(100)).statements
    return {each.speaker.name for each in found if each.speaker}


@pytest.mark.parametrize(
    ("asked", "role", "text", "heard"),
    [
        ("Ostrel police chief", "police chief", "It rained in Ostrel.", True),
        ("Ostrel's police chief", "police chief", "It rained in Ostrel.", True),
        ("mayor of Ostrel", "Mayor", "It rained in Ostrel. Mayor Ada Holt came.", True),
        ("Ostrel mayor", "mayor", "It rained in Ostrel. The city's mayor, Ada Holt, came.", True),
        ("Ostrel mayor", "mayor", "It rained in Ostrel. Ada Holt, mayor of Brunn, came.", False),
        ("Ostrel mayor", "mayor", "It rained in Ostrel. Brunn's mayor, Ada Holt, came.", False),
        ("Ostrel police chief", "Chief", "It rained in Ostrel, its police chief said.", True),
        ("Ostrel police chief", "Chief", "It rained in Ostrel.", False),
        ("Ostrel mayor", "deputy mayor", "It rained in Ostrel.", False),
        ("Ostrel mayor", "mayor", f"It rained in Brunn.{FAR}Ostrel slept.", False),
        ("Brunn mayor", "mayor", "It rained in Ostrel.", False),
    ],
)
def test_an_office_is_of_the_place_where_its_article_begins(
    db: Database, asked: str, role: str, text: str, *, heard: bool
) -> None:
    save(
        db,
        Said("Ada Holt", "it is late", role=role, before=f"{text} "),
        Said("Ben Moor", "it is early", role="miner"),
        Said("Police Union of Ostrel", "we wait", speaker="organisation"),
        names={"Ostrel": "place", "Ada Holt": "person", "Police Union of Ostrel": "organisation"},
    )
    assert ask(db, asked) == ({"Ada Holt"} if heard else set())


def test_the_chief_of_a_police_chief_is_no_head_of_another_body(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "it is late", role="police chief", before="It rained in Ostrel. "),
        Said("Ben Moor", "we wait", role="president", before="The Ostrel Police Union met. "),
        names={
            "Ostrel": "place",
            "Ostrel Police Union": "organisation",
            "Ada Holt": "person",
            "Ben Moor": "person",
        },
    )
    assert ask(db, "police chief") == ask(db, "Ostrel police chief") == {"Ada Holt"}
