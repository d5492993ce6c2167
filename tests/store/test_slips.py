from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.slips import respell
from tests.archiving import Said, save

ENGLISH = {
    "stroke",
    "casual",
    "Moore",
    "Moon",
    "Austria",
    "Slovenia",
    "busses",
    "the",
    "of",
    "Bianca",
}


@pytest.fixture
def archive(db: Database) -> Database:
    save(
        db,
        Said("Yevgeny Prigozhin", "the strike and the sanctions hit Australia and Slovakia"),
        Said("Bianca Voss", "mortgages rise while buses wait"),
        Said("Ben Moor", "we left", role="captain of the Wagner Group"),
        names={"Australia": "place", "Slovakia": "place", "Wagner Group": "organisation"},
        headline="Bluetongue closes markets",
    )
    return db


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Prigozin", "Prigozhin"),
        ("Wagner gruop", "Wagner Group"),
        ("Bianca Vos", "Bianca Voss"),
        ("Y. Prigozhin", "Yevgeny Prigozhin"),
        ("sactions", "sanctions"),
        ("mortgagse", "mortgages"),
        ("mortages", "mortgages"),
        ("sanctiions", "sanctions"),
        ("bluetounge", "bluetongue"),
        ("busses", "buses"),
        ("Wagner grup", "Wagner Group"),
    ],
)
def test_a_slip_is_taken_for_the_nearest_word(archive: Database, asked: str, meant: str) -> None:
    assert meant in respell(archive, asked, ENGLISH.__contains__)


@pytest.mark.parametrize(
    "asked",
    [
        "Austria",
        "Slovenia",
        "stroke",
        "Moore",
        "George Voss",
        "Ben Moon",
        "Prigozhin",
        "zeppelins",
        "cat",
        "",
    ],
)
def test_another_word_is_no_slip(archive: Database, asked: str) -> None:
    assert respell(archive, asked, ENGLISH.__contains__) == []


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("blokade", "blockade"),
        ("blutongue", "bluetongue"),
        ("blutongue outbreak", "bluetongue outbreak"),
        ("blutongue zone", "bluetongue zone"),
    ],
)
def test_a_slip_may_be_of_a_word_in_a_headline_and_beside_any_other(
    db: Database, asked: str, meant: str
) -> None:
    save(db, Said("Ada Holt", "the blockade ends"), headline="Bluetongue outbreak in Kent")
    assert meant in respell(db, asked, {"zone"}.__contains__)


def test_a_surname_is_no_other_that_only_its_stem_is_like(db: Database) -> None:
    save(db, Said("Darlene Kowalski", "we left"))
    assert respell(db, "Kowalsky", ENGLISH.__contains__, names_only=True) == ["Kowalski"]


def test_a_speaker_is_sought_among_names_alone(archive: Database) -> None:
    assert respell(archive, "mortgagse", ENGLISH.__contains__, names_only=True) == []
