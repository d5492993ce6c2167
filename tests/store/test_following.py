"""The quotes that bear out a paraphrase on the topic, and do not have its words."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Kind, Reading, Statement
from store.statements import Part, search_statements
from tests.archiving import FAR, Said, save


def ask(db: Database, topic: str, **reading: object) -> dict[str, str]:
    query = Reading(topic=topic, **reading)  # type: ignore[arg-type]  # its own fields
    return {each.text: each.nearness for each in search(db, query)}


def search(db: Database, query: Reading) -> tuple[Statement, ...]:
    return search_statements(db, query, Audience(), Part(100)).statements


TOLD = Said(
    "Ada Holt", "the clinic had asked for eight doctors", "indirect", before=FAR, ending=" "
)
HOLT = {"Ada Holt": "person", "Ben Moor": "person"}


@pytest.mark.parametrize(
    ("next_one", "found"),
    [
        (Said("Ada Holt", "We were sent a calendar"), True),
        (Said("Ada Holt", "buses would be free in May", "indirect"), False),
        (Said("Ben Moor", "We were sent a calendar"), False),
        (Said("Ada Holt", "We were sent a calendar", before=FAR), False),
    ],
)
def test_somebodys_own_words_bear_out_the_paraphrase_before_them(
    db: Database, next_one: Said, found: bool
) -> None:
    save(db, TOLD, next_one, names=HOLT)
    assert (ask(db, "clinic").get(next_one.words) == "sentence") is found


def test_of_direct_quotes_alone_those_are_meant_that_bear_out_a_paraphrase(db: Database) -> None:
    save(db, TOLD, Said("Ada Holt", "We were sent a calendar"), names=HOLT)
    assert ask(db, "clinic", kind="direct") == {"We were sent a calendar": "sentence"}


@pytest.mark.parametrize("kind", ["direct", "indirect"])
def test_a_speaker_who_was_asked_for_goes_on_about_the_topic(db: Database, kind: Kind) -> None:
    save(db, TOLD, Said("Ada Holt", "buses would be free in May", kind), names=HOLT)
    assert len(ask(db, "clinic", speaker="Ada Holt")) == 2


def test_others_do_not_go_on_for_a_speaker_who_was_asked_for(db: Database) -> None:
    save(db, TOLD, Said("Ben Moor", "We were sent a calendar"), names=HOLT)
    assert len(ask(db, "clinic", speaker="Ada Holt")) == 1


def test_a_quote_does_not_have_the_words_of_the_one_before_it(db: Database) -> None:
    save(db, TOLD, Said("Ada Holt", "We were sent a calendar"), names=HOLT)
    assert len(ask(db, '"eight doctors"')) == 1
