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
