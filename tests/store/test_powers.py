"""A state is found by any of its names, and through what speaks for it."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Page, Part, search_statements
from tests.archiving import Said, save


def _ask(db: Database, **reading: str) -> list[tuple[str, str]]:
    page: Page = search_statements(db, Reading(**reading), Audience(), Part())  # type: ignore[arg-type]  # its own fields
    return [(each.text, each.nearness) for each in page.statements]


@pytest.fixture
def world(db: Database) -> Database:
    save(
        db,
        Said("Ada Holt", "Russia must answer"),
        Said("Ben Moor", "the Kremlin must answer"),
        Said("Cy Dunn", "we sell fish in Moscow"),
        Said("Dan Ekow", "the DPRK sent steel"),
        Said("Kremlin", "we have nothing to add", speaker="organisation"),
        names={
            "Russia": "place",
            "Kremlin": "organisation",
            "DPRK": "place",
        },
    )
    save(
        db,
        Said("Russian Foreign Ministry", "nobody asked us", speaker="organisation"),
        Said("Eve Fall", "they speak with Moscow", before="After sanctions against Moscow, "),
        url="https://other.test",
        names={"Moscow": "place", "Russian Foreign Ministry": "organisation"},
    )
    return db


def test_a_state_is_found_by_names_that_no_article_uses(world: Database) -> None:
    assert _ask(world, topic="North Korea") == [("the DPRK sent steel", "words")]


def test_what_is_said_of_a_state_s_seat_ranks_below_its_own_name(world: Database) -> None:
    assert sorted(_ask(world, topic="Russia")) == [
        ("Russia must answer", "words"),
        ("the Kremlin must answer", "pronoun"),
        ("they speak with Moscow", "pronoun"),
    ]


def test_a_city_is_a_city_where_it_does_not_act(world: Database) -> None:
    assert ("we sell fish in Moscow", "words") in _ask(world, topic="Moscow")
    assert "we sell fish in Moscow" not in dict(_ask(world, topic="Russia"))


def test_a_seat_is_found_with_the_rest_of_its_government(world: Database) -> None:
    about = dict(_ask(world, topic="Kremlin"))
    assert about["the Kremlin must answer"] == "words"
    assert about["they speak with Moscow"] == "pronoun"


def test_a_state_speaks_through_its_government(world: Database) -> None:
    said = {text for text, _ in _ask(world, speaker="Russia")}
    assert said == {"we have nothing to add", "nobody asked us"}


def test_an_embassy_speaks_for_the_state_that_sent_it(db: Database) -> None:
    save(
        db,
        Said("Russian embassy in Canberra", "a spy novel", speaker="organisation"),
        names={"Russian embassy in Canberra": "organisation"},
    )
    assert {text for text, _ in _ask(db, speaker="Moscow")} == {"a spy novel"}
    assert _ask(db, speaker="Canberra") == []


def test_who_asks_about_europe_means_its_union_too(db: Database) -> None:
    told = (Said("Ada Holt", "the EU must pay"), Said("Ben Moor", "nobody asked Oslo"))
    save(db, *told, names={"EU": "organisation", "Oslo": "place"})
    assert _ask(db, topic="Europe") == [("the EU must pay", "words")]
