"""Somebody is asked for by whose lawyer, coach or widow they are."""

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
    ("asked", "role", "before"),
    [
        ("Roe's lawyer", "lawyer", "Tom Roe left. His lawyer, Ada Holt, stayed. "),
        ("Roe's lawyer", "attorney", "Tom Roe left with Ada Holt, an attorney for Tom Roe. "),
        ("Roe's lawyer", "lawyer for Mr Roe", "Tom Roe left. "),
        ("Roe's widow", "", "Tom Roe died in May. His widow, Ada Holt, wept. "),
        ("Roe's coach", "", "Tom Roe left. Ada Holt, who is his swimming coach, wept. "),
        ("runner's trainer", "coach", "Tom Roe left. His coach, Ada Holt, stayed. "),
    ],
)
def test_who_is_somebodys_is_told_beside_the_name(
    db: Database, asked: str, role: str, before: str
) -> None:
    save(
        db,
        Said("Tom Roe", "it is late", role="runner"),
        Said("Ada Holt", "it is early", role=role, before=before),
        Said("Ben Moor", "it is noon", role="lawyer", before="Cy Dean met his lawyer, Ben Moor. "),
        names=dict.fromkeys(("Tom Roe", "Ada Holt", "Ben Moor", "Cy Dean"), "person"),
    )
    assert ask(db, asked) == {"Ada Holt"}


def test_a_pronoun_means_whoever_was_named_last(db: Database) -> None:
    save(
        db,
        Said("Tom Roe", "it is late"),
        Said("Ada Holt", "it is early", before="Cy Dean left. His lawyer, Ada Holt, stayed. "),
        names=dict.fromkeys(("Tom Roe", "Ada Holt", "Cy Dean"), "person"),
    )
    assert ask(db, "Roe's lawyer") == set()


@pytest.mark.parametrize("asked", ["Roe's lawyer", "the pilot's lawyer", "the pilot's attorney"])
def test_a_lawyer_without_a_name_is_whose_the_article_tells(db: Database, asked: str) -> None:
    opening = "The pilot of a barge was held. Tom Roe, 41, had slept. "
    save(
        db,
        Said("Her lawyer", "it is late", "indirect", before="Eve Dean wept. ", speaker="anonymous"),
        Said("His lawyer", "it is early", "indirect", before=opening, speaker="anonymous"),
        names=dict.fromkeys(("Tom Roe", "Eve Dean"), "person"),
    )
    assert ask(db, asked) == {"His lawyer"}


def test_who_is_told_to_be_something_else_is_not_whom_an_article_describes(db: Database) -> None:
    save(
        db,
        Said("Tom Roe", "it is noon", role="mayor", before="The pilot was held. "),
        Said("His lawyer", "it is early", "indirect", speaker="anonymous"),
        names={"Tom Roe": "person"},
    )
    assert ask(db, "the pilot's lawyer") == set()
