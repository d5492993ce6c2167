"""Questions for a group find who speaks where a paragraph begins with it."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


def ask(db: Database, role: str, topic: str | None = "depot") -> set[str]:
    query = Reading(role=role, topic=topic)
    found = search_statements(db, query, Audience(), Part(100)).statements
    return {each.speaker.name for each in found if each.speaker}


@pytest.mark.parametrize(
    ("role", "opening", "job"),
    [
        ("residents", "Residents of Ostrel were furious.", "baker"),
        ("residents of Ostrel", "Residents of Ostrel said it shook.", "baker"),
        ("passengers", "Other passengers said they had been offered nothing.", "teacher"),
        ("families", "Families at the gates complained of silence.", ""),
        ("customers", "Some customers had enough.", "retired nurse"),
        ("savers", "Savers were in no mood to wait.", "carpenter"),
        ("rivals", "Rivals were quick to respond.", "chief executive of Corvane"),
        ("analysts", "Analysts were split.", ""),
    ],
)
def test_who_speaks_under_a_group_is_one_of_it(
    db: Database, role: str, opening: str, job: str
) -> None:
    save(
        db,
        Said("Ada Holt", "the depot is loud", role=job, before=f"{opening} ", ending=" "),
        Said("Ben Moor", "the depot is old", role="mayor"),
        Said("Cy Dean", "the depot is new", role="miller"),
        names={"Ada Holt": "person", "Ben Moor": "person", "Cy Dean": "person"},
    )
    assert ask(db, role) == {"Ada Holt"}


@pytest.mark.parametrize(
    ("role", "opening", "job"),
    [
        ("residents", "Residents near the depot were told to leave.", "toxicologist"),
        ("residents", "Residents were angry.", "police sergeant"),
        ("residents", "Residents were angry.", "mayor of Ostrel"),
        ("residents of Ostrel", "Residents of Hessle were furious.", "baker"),
        ("doctors", "Doctors were split.", "miller"),
    ],
)
def test_nobody_is_of_a_group_for_what_is_done_to_it_or_by_another_office(
    db: Database, role: str, opening: str, job: str
) -> None:
    save(
        db,
        Said("Ada Holt", "the depot is loud", role=job, before=f"{opening} "),
        names={"Ada Holt": "person"},
    )
    assert ask(db, role) == set()


def test_a_name_is_no_group(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "the depot is loud", before="Williams was furious. "),
        names={"Ada Holt": "person", "Williams": "person"},
    )
    query = Reading(speaker="Williams", topic="depot")
    assert not search_statements(db, query, Audience(), Part(100)).statements


def test_who_was_brought_before_is_not_one_of_the_group(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "the depot is loud", role="baker"),
        Said("Ada Holt", "the depot is big", before="Residents were furious. "),
        names={"Ada Holt": "person"},
    )
    assert ask(db, "residents") == set()


def test_one_more_is_one_of_a_group_that_speaks_without_a_topic(db: Database) -> None:
    save(
        db,
        Said("Other passengers", "it was late", "indirect", speaker="anonymous", ending=" "),
        Said("One man", "he had missed a wedding", "indirect", speaker="anonymous", ending=" "),
        Said("One official", "it was early", "indirect", speaker="anonymous"),
    )
    assert ask(db, "passengers", None) == {"Other passengers", "One man"}


def test_their_spokeswoman_speaks_for_a_group_that_has_no_name(db: Database) -> None:
    save(
        db,
        Said(
            "Ada Holt",
            "the depot is shut",
            role="spokeswoman",
            before="Prosecutors in Ostrel opened an inquiry. Their spokeswoman, Ada Holt, came. ",
        ),
        names={"Ada Holt": "person"},
    )
    assert ask(db, "prosecutors") == {"Ada Holt"}
