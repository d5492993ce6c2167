"""Questions for a group find its members also where an article leaves out what they are."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


def ask(db: Database, role: str) -> set[str]:
    found = search_statements(db, Reading(role=role), Audience(), Part(100)).statements
    return {each.text for each in found}


@pytest.mark.parametrize(
    ("role", "elsewhere", "found"),
    [
        ("council chair", "", True),
        ("council chair", "chair", True),
        ("council chair", "carpenter", False),
        ("carpenter", "", False),
    ],
)
def test_who_is_of_a_group_is_so_where_an_article_does_not_tell_it(
    db: Database, role: str, elsewhere: str, found: bool
) -> None:
    save(
        db,
        Said("Ada Holt", "it is early", role=role),
        Said("Ben Moor", "it is noon", role="councilman"),
        names={"Ada Holt": "person", "Ben Moor": "person"},
    )
    save(
        db,
        Said("Ada Holt", "it is late", role=elsewhere),
        names={"Ada Holt": "person"},
        url="https://news.test/other",
    )
    assert ("it is late" in ask(db, "city council members")) == found


@pytest.mark.parametrize(
    ("role", "one", "another"),
    [
        ("justices", "Justice", "lawyer in the Justice Department"),
        ("lawmakers", "Speaker", "keynote speaker"),
        ("lawmakers", "Senate Majority Whip", "chef"),
    ],
)
def test_a_word_of_a_role_is_not_that_of_a_department_or_of_another_calling(
    db: Database, role: str, one: str, another: str
) -> None:
    save(
        db,
        Said("Ada Holt", "it is early", role=one),
        Said("Ben Moor", "it is late", role=another),
        names={"Ada Holt": "person", "Ben Moor": "person"},
    )
    assert ask(db, role) == {"it is early"}


def test_a_known_role_makes_nobody_nameless(db: Database) -> None:
    save(db, Said("Ada Holt", "it is early", role="councilwoman"), names={"Ada Holt": "person"})
    assert ask(db, "anonymous council members") == set()
