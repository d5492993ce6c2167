"""Who holds an office of a state is found by it, however articles tell whose office it is."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.state_offices import split_office
from store.statements import Part, search_statements
from tests.archiving import Said, save


def ask(db: Database, speaker: str) -> set[str]:
    found = search_statements(db, Reading(speaker=speaker), Audience(), Part(100)).statements
    return {each.speaker.name for each in found if each.speaker}


@pytest.mark.parametrize(
    ("asked", "text", "role"),
    [
        ("Italian envoy", "Italy's envoy, Ada Holt, came late.", "envoy"),
        ("Italian ambassador", "Rome's envoy, Ada Holt, came late.", "envoy"),
        (
            "Italy's foreign minister",
            "In Rome, Foreign Minister Ada Holt wept.",
            "Foreign Minister",
        ),
        ("Italian defence minister", "Rome was not amused. ", "defence secretary"),
        ("Italian leader", "Italian Prime Minister Ada Holt came late.", "Prime Minister"),
        ("Italy's top diplomat", "Italian Foreign Minister Ada Holt wept.", "Foreign Minister"),
    ],
)
def test_an_office_of_a_state_is_found_by_whose_it_is(
    db: Database, asked: str, text: str, role: str
) -> None:
    save(
        db,
        Said("Ada Holt", "it is late", role=role, before=f"{text} "),
        Said("Cy Dean", "it is early", role=f"Spanish {role}"),
        Said("Ben Moor", "we dig", role="mining minister"),
        names={"Rome": "place", "Italy": "place", "Ada Holt": "person"},
    )
    assert ask(db, asked) == {"Ada Holt"}


def test_the_president_of_the_united_states_is_the_one_in_the_white_house(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "it is late", role="President", before="At the White House, "),
        names={"White House": "organisation", "Ada Holt": "person"},
    )
    assert ask(db, "US president") == {"Ada Holt"}


@pytest.mark.parametrize("role", ["deputy foreign minister", "former foreign minister"])
def test_nobody_below_holds_the_office(db: Database, role: str) -> None:
    save(
        db,
        Said("Ada Holt", "it is late", role=role, before=f"Italy's {role}, Ada Holt, wept. "),
        names={"Italy": "place", "Ada Holt": "person"},
    )
    assert ask(db, "Italian foreign minister") == set()


@pytest.mark.parametrize("called", ["russian bear", "russian", "foreign minister", "eu president"])
def test_what_is_no_office_of_a_state_is_none(called: str) -> None:
    assert split_office(called) is None
