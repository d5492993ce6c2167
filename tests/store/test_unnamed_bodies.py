"""A body that articles seldom name is heard through those who are told to speak for it."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


def ask(db: Database, speaker: str, topic: str | None = None) -> set[str]:
    asked = Reading(topic, speaker)
    found = search_statements(db, asked, Audience(), Part(100)).statements
    return {each.speaker.name for each in found if each.speaker}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("junta", "Ada Holt, the spokeswoman of the junta, wept."),
        ("junta", "The junta's spokeswoman, Ada Holt, wept."),
        ("junta", "Ada Holt, who speaks for the military government, wept."),
        ("junta", "The junta leader, Gen Ada Holt, wept."),
        ("rebels", "Rebel commander Ada Holt wept."),
        ("rebels", "Ada Holt, a rebel spokeswoman, wept."),
        ("separatists", "Ada Holt, who leads the separatists, wept."),
        ("coalition", "Ada Holt, the coalition's chief negotiator, wept."),
        ("bloc", "Ada Holt, a senior official of the regional bloc, wept."),
    ],
)
def test_who_is_told_to_speak_for_a_body_without_a_name_does(
    db: Database, asked: str, told: str
) -> None:
    save(
        db,
        Said("Ada Holt", "the vote comes late", role="spokeswoman", before=f"{told} "),
        Said("Ben Moor", "the vote comes early", role="spokesman"),
        names={"Ada Holt": "person", "Ben Moor": "person"},
    )
    assert ask(db, asked, "vote") == {"Ada Holt"}


@pytest.mark.parametrize(
    "told",
    [
        "Ada Holt, the spokeswoman of the bank, met the junta.",
        "The junta arrested Ada Holt.",
        "Ada Holt, a critic of the junta, wept.",
    ],
)
def test_nobody_else_does(db: Database, told: str) -> None:
    save(
        db,
        Said("Ada Holt", "the vote comes late", role="spokeswoman", before=f"{told} "),
        names={"Ada Holt": "person"},
    )
    assert ask(db, "junta", "vote") == set()


@pytest.mark.parametrize(("asked", "heard"), [("Malian rebels", True), ("Chad's rebels", False)])
def test_those_of_a_state_are_of_one_that_is_named(db: Database, asked: str, heard: bool) -> None:
    save(
        db,
        Said("Ada Holt", "the vote comes late", before="In Mali rebel leader Ada Holt wept. "),
        names={"Ada Holt": "person", "Mali": "place"},
    )
    assert ask(db, asked, "vote") == ({"Ada Holt"} if heard else set())


def test_what_an_article_calls_so_is_the_body(db: Database) -> None:
    met = "The Tavo Front, a rebel group, met the Hill League."
    save(
        db,
        Said("Tavo Front", "the vote is off", speaker="organisation", before=f"{met} "),
        Said("Hill League", "the vote is on", speaker="organisation"),
        names={"Tavo Front": "organisation", "Hill League": "organisation"},
    )
    assert ask(db, "rebels", "vote") == {"Tavo Front"}
