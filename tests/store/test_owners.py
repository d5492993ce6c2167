"""Whose officer somebody is may be told by half a name, or by what is named nearest."""

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
    ("role", "heard"),
    [
        ("Authority spokeswoman", True),
        ("Authority director", True),
        ("authority spokeswoman", False),
        ("Council director", False),
    ],
)
def test_the_last_word_of_a_name_may_tell_whose_officer_somebody_is(
    db: Database, role: str, *, heard: bool
) -> None:
    save(
        db,
        Said("Ben Moor", "we dig", role="miner", before="The Ostrel Harbour Authority met. "),
        Said("Ada Holt", "it is late", role=role, before="Kite Rail ran. Kite Rail ran late. "),
        names={
            "Ostrel Harbour Authority": "organisation",
            "Kite Rail": "organisation",
            "Ada Holt": "person",
        },
    )
    assert ask(db, "Ostrel Harbour Authority") == ({"Ada Holt"} if heard else set())


@pytest.mark.parametrize(
    ("asked", "heard"), [("White House", {"Ada Holt"}), ("Kremlin", {"Kremlin"})]
)
def test_a_president_is_of_the_seat_of_power_that_is_named_nearest(
    db: Database, asked: str, heard: set[str]
) -> None:
    save(
        db,
        Said("Ada Holt", "it is late", role="President", before="It was at the White House. "),
        Said("Ben Moor", "we dig", role="miner"),
        Said("Kremlin", "it is early", speaker="organisation"),
        names={
            "White House": "organisation",
            "Kremlin": "organisation",
            "Ada Holt": "person",
        },
    )
    assert ask(db, asked) == heard
