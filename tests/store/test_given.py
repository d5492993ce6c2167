"""What an article gives of a topic, so that who speaks in it need not say it again."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading, Statement
from store.statements import Part, search_statements
from tests.archiving import Said, save


def ask(db: Database, topic: str, *others: str) -> list[str]:
    return [found.text for found in find(db, topic, *others)]


def find(db: Database, topic: str, *others: str) -> tuple[Statement, ...]:
    query = Reading(topic=topic, and_about=others)
    return search_statements(db, query, Audience(), Part(100)).statements


@pytest.fixture
def tram(db: Database) -> Database:
    """One article on the tram, and one on the ferry."""
    told = [Said("Ada Holt", "the delay is a shame"), Said("Ben Moor", "lilies are dear")]
    save(db, *told, url="https://a.test", headline="Northway tram line")
    other = Said("Cy Dunn", "every delay costs money")
    save(db, other, url="https://b.test", headline="Ferry waits")
    return db


def test_what_the_headline_says_of_a_topic_need_not_be_said_again(tram: Database) -> None:
    found = ask(tram, "tram delay")
    assert found[0] == "the delay is a shame"
    assert "every delay costs money" not in found


def test_of_several_topics_one_may_be_the_article_s(tram: Database) -> None:
    found = ask(tram, "delay", "tram")
    assert found[0] == "the delay is a shame"
    assert "every delay costs money" not in found


def test_where_nothing_else_is_found_an_article_may_lack_one_part_of_a_topic(
    tram: Database,
) -> None:
    assert ask(tram, "tram delay excuse") == ["the delay is a shame"]


def test_what_must_be_written_exactly_so_is_not_left_out(tram: Database) -> None:
    assert ask(tram, "delay", "US") == []


def test_the_mark_of_a_phrase_in_a_name_is_no_syntax(db: Database) -> None:
    name = 'Rosa "Roz" Pell'
    told = [Said("Ada Holt", "the rent is dear"), Said("Ben Moor", f"{name} is gone", "indirect")]
    save(db, *told, headline=f"{name} shuts shop", names={name: "person"})
    assert ask(db, "rent", name) == ["the rent is dear"]


def test_a_word_that_no_article_has_is_found_by_those_that_stand_for_it(db: Database) -> None:
    save(db, Said("Ada Holt", "the goalkeeper slipped"))
    assert ask(db, "goalie") == ["the goalkeeper slipped"]
