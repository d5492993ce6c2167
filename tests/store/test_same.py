"""Words that mean the very same are as good as the word that was asked for."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.same import find_same
from store.statements import Part, search_statements
from tests.archiving import Said, save


@pytest.mark.parametrize(
    ("word", "same"), [("coups", "took power"), ("layoffs", "redundancy"), ("truces", "ceasefire")]
)
def test_a_word_in_any_of_its_forms_has_others_of_its_meaning(word: str, same: str) -> None:
    assert same in find_same(word)


def test_most_words_have_none() -> None:
    assert find_same("bridge") == ()


def test_an_article_that_tells_of_it_in_other_words_is_on_the_topic(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "nobody was hurt", before="Soldiers seized power in Ostrel at dawn. "),
        Said("Ben Moor", "we heard shots"),
        headline="Soldiers seize power in Ostrel",
        names={"Ostrel": "place", "Ada Holt": "person", "Ben Moor": "person"},
    )
    save(
        db,
        Said("Cy Dean", "the coup in Ostrel surprised us"),
        url="https://other.test",
        headline="What the coup in Ostrel means",
        names={"Ostrel": "place", "Cy Dean": "person"},
    )
    asked = Reading("coup", and_about=("Ostrel",))
    found = search_statements(db, asked, Audience(), Part(100)).statements
    assert {each.speaker.name for each in found if each.speaker} == {
        "Ada Holt",
        "Ben Moor",
        "Cy Dean",
    }


def test_what_is_asked_for_in_quotation_marks_was_said_in_no_other_words(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "this is a trade war", before="The trade war goes on. "),
        Said("Ben Moor", "the tariffs hurt"),
        headline="Trade war hurts",
    )
    found = search_statements(db, Reading('"trade war"'), Audience(), Part(100)).statements
    assert [each.text for each in found] == ["this is a trade war"]
