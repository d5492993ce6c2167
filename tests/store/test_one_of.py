"""Questions for a group find who is only told of as one of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import FAR, Said, save


def said(by: str, words: str) -> Said:
    return Said(by, words, "indirect", speaker="anonymous")


def ask(db: Database, role: str) -> list[str]:
    found = search_statements(db, Reading(role=role), Audience(), Part(100))
    return sorted(statement.text for statement in found.statements)


@pytest.mark.parametrize("one", ["one", "one of them", "another", "one of the ministers"])
def test_one_of_a_group_is_found_by_what_the_group_is(db: Database, one: str) -> None:
    save(db, said("two ministers", "the dam was safe"), said(one, "it leaked"))
    assert ask(db, "ministers") == ["it leaked", "the dam was safe"]
    assert ask(db, "midwives") == []


def test_the_other_is_of_the_group_of_the_one_before(db: Database) -> None:
    save(db, said("two bakers", "it rose"), said("one", "it sank"), said("the other", "it burnt"))
    assert ask(db, "bakers") == ["it burnt", "it rose", "it sank"]


@pytest.mark.parametrize(
    ("before", "one"),
    [
        (said("a minister", "it held"), "one of them"),
        (said("two ministers", "it held"), "one of the residents"),
        (Said("Ada Holt", "it held", role="minister"), "one of them"),
    ],
)
def test_nobody_is_one_of_a_single_person_or_of_another_group(
    db: Database, before: Said, one: str
) -> None:
    save(db, before, said(one, "it leaked"))
    assert ask(db, "ministers") == ["it held"]


def test_somebody_else_who_spoke_in_between_parts_one_from_a_group(db: Database) -> None:
    save(
        db,
        said("two ministers", "it held"),
        said("several residents", "it broke"),
        said("one of them", "it leaked"),
    )
    assert ask(db, "ministers") == ["it held"]
    assert ask(db, "residents") == ["it broke", "it leaked"]


def test_a_group_far_above_is_not_the_one_that_is_meant(db: Database) -> None:
    held = replace(said("two ministers", "it held"), ending=FAR)
    save(db, held, said("one of them", "it leaked"))
    assert ask(db, "ministers") == ["it held"]


def test_who_is_one_of_two_groups_in_an_article_is_of_neither(db: Database) -> None:
    save(
        db,
        said("two ministers", "it held"),
        said("one of them", "it leaked"),
        said("two bakers", "it rose"),
        said("one of them", "it sank"),
    )
    assert ask(db, "ministers") == ["it held"]
