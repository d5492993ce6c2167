from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.folding import fold
from store.names import known_in, nearest_names
from store.records import Audience, EntityKind
from tests.archiving import Said, save, share


@pytest.fixture
def named(db: Database) -> Database:
    save(
        db,
        Said("Yevgeny Prigozhin", "we thank the Vessel Group and Australia"),
        Said("Ada Holt", "the Harbour Authority waits"),
        Said("a senior official", "nothing", speaker="anonymous"),
        names={
            "Yevgeny Prigozhin": "person",
            "Vessel Group": "organisation",
            "Harbour Authority": "organisation",
            "Australia": "place",
        },
    )
    return db


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("Prigozin", ["Yevgeny Prigozhin"]),
        ("prighozin", ["Yevgeny Prigozhin"]),
        ("Vessel Gruop", ["Vessel Group"]),
        ("vesel", ["Vessel Group"]),
        ("the harbor authority", ["Harbour Authority"]),
        ("Ada Hollt", ["Ada Holt"]),
        ("Zanzibar", []),
        ("the", []),
        ("", []),
        ("🎉", []),
        ("senior oficial", []),
        ("Yevgeny Prigozhin", []),
    ],
)
def test_a_slip_is_met_with_the_name_and_a_stranger_with_none(
    named: Database, words: str, nearest: list[str]
) -> None:
    assert nearest_names(named, words, Audience()) == nearest


def test_names_that_stand_in_a_question_are_found_by_their_words(named: Database) -> None:
    question = "What did the Vessel Group’s Prigozhin say in Australia?"
    known = known_in(named, question, Audience())
    assert known.names == {"vessel group", "prigozhin", "australia"}
    assert known.people == known.speakers == {"prigozhin"}
    assert known.outlets == {"test": "The Test"}


def test_a_name_is_known_whichever_and_it_is_written_with(db: Database) -> None:
    names: dict[str, EntityKind] = dict.fromkeys(("Pell & Moss", "Fire and Rescue"), "organisation")
    save(db, Said("Ada Holt", "Pell & Moss pays Fire and Rescue"), names=names)
    for question in ("Pell and Moss on oil", "pell & moss", "Fire & Rescue", "fire and rescue"):
        name = question.removesuffix(" on oil")
        assert fold(name) in known_in(db, question, Audience()).bodies


def test_who_spoke_only_in_private_is_no_speaker_to_others(db: Database) -> None:
    names: dict[str, EntityKind] = {"Ada Holt": "person"}
    private = save(
        db, Said("Ada Holt", "no"), names=names, url="https://news.test/1", everybody=False
    )
    public = save(
        db,
        Said("Ben Moor", "Ada Holt left"),
        names=names,
        url="https://news.test/2",
        everybody=False,
    )
    share(db, private, "C1", private=True)
    share(db, public, "C2", private=False)
    for channel, speakers in (("C1", {"ada holt", "holt"}), ("C2", set())):
        known = known_in(db, "what did Ada Holt say", Audience("T1", channel))
        assert known.names == {"ada holt", "holt"}
        assert known.speakers == speakers


@pytest.mark.parametrize("question", ["", "word " * 900])
def test_a_question_without_names_knows_none(named: Database, question: str) -> None:
    assert known_in(named, question, Audience()).names == frozenset()
