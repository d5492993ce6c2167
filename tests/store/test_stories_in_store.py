"""The same story at several outlets: kept apart, told once, and nothing private is given away."""

from __future__ import annotations

import random
import time
from datetime import timedelta

import pytest
from sqlite_utils import Database

from bot.reading.stories import sign_story
from store.articles import save_report
from store.deleting import delete_articles
from store.digests import reports_between
from store.records import Audience, Reading, Statement
from store.statements import Part, search_statements
from store.stories import MOST_ALIKE
from tests.archiving import READ, Said, Story, save, share

WORDS = [f"word{number}" for number in range(300)]
WHOLE = sign_story(" ".join(WORDS))
FIRST_PART = sign_story(" ".join(WORDS[:170]))
LAST_PART = sign_story(" ".join(WORDS[130:]))
OTHER = sign_story(" ".join(reversed(WORDS)))
HOLT = Said("Ada Holt", "the bridge opens in May")
DAY = timedelta(days=1)
TEAM = Audience("T1", "C1")


def outlet(
    db: Database, name: str, *said: Said, signature: bytes = WHOLE, private: bool = False
) -> int:
    """An outlet's article on a story, shared in a channel."""
    article_id = save(
        db,
        *(said or (HOLT,)),
        url=f"https://{name.lower()}.test/bridge",
        publisher=name,
        signature=signature,
        names={"Ada Holt": "person"},
        everybody=False,
    )
    share(db, article_id, "G1" if private else "C1", private=private)
    return article_id


BRIDGE = Reading(topic="bridge")


def ask(
    db: Database, audience: Audience = TEAM, reading: Reading = BRIDGE
) -> tuple[Statement, ...]:
    page = search_statements(db, reading, audience, Part(100))
    assert page.total == len(page.statements)
    return page.statements


def outlets(statement: Statement) -> tuple[str, ...]:
    return (statement.article.publisher, *(each.publisher for each in statement.also_in))


def digest(db: Database, audience: Audience = TEAM) -> list[tuple[str, ...]]:
    return [
        (report.article.publisher, *(each.publisher for each in report.also_in))
        for report in reports_between(db, audience, READ, READ + DAY)
    ]


@pytest.mark.parametrize("reading", [BRIDGE, Reading(speaker="Holt"), Reading()])
def test_the_same_words_at_three_outlets_are_one_statement(db: Database, reading: Reading) -> None:
    for name in ("Post", "Herald", "Courier"):
        outlet(db, name)
    assert [outlets(each) for each in ask(db, reading=reading)] == [("Post", "Herald", "Courier")]
    assert digest(db) == [("Post", "Herald", "Courier")]


def test_marks_and_capitals_make_no_other_words(db: Database) -> None:
    outlet(db, "Post", Said("Ada Holt", "The bridge opens, in May"))
    outlet(db, "Herald", Said("Ada Holt", "the bridge opens in May!"))
    assert [outlets(each) for each in ask(db)] == [("Post", "Herald")]


def test_other_words_and_other_speakers_of_a_story_are_statements_of_their_own(
    db: Database,
) -> None:
    outlet(db, "Post")
    outlet(db, "Herald", Said("Tom Rae", HOLT.words), Said("Ada Holt", "the bridge is safe"))
    found = ask(db)
    assert len(found) == 3
    assert not any(each.also_in for each in found)
    assert digest(db) == [("Herald", "Post")]  # the fullest leads


def test_an_anonymous_source_in_two_outlets_is_told_once(db: Database) -> None:
    said = Said("an official", "the bridge is not safe", speaker="anonymous")
    unknown = Said("he", "the bridge is closed", speaker=None)
    for name in ("Post", "Herald"):
        outlet(db, name, said, unknown)
    assert [outlets(each) for each in ask(db)] == [("Post", "Herald")] * 2


def test_the_same_words_in_two_stories_are_two_statements(db: Database) -> None:
    outlet(db, "Post")
    outlet(db, "Herald", signature=OTHER)
    outlet(db, "Courier", signature=b"")
    assert [outlets(each) for each in ask(db)] == [("Post",), ("Herald",), ("Courier",)]
    assert sorted(digest(db)) == [("Courier",), ("Herald",), ("Post",)]


def test_cuts_that_share_little_are_one_story_by_the_whole_that_both_are_of(db: Database) -> None:
    outlet(db, "Post", signature=FIRST_PART)
    outlet(db, "Herald", signature=LAST_PART)
    assert len(ask(db)) == 2
    outlet(db, "Courier", signature=WHOLE)
    assert [outlets(each) for each in ask(db)] == [("Post", "Herald", "Courier")]
    assert [sorted(story) for story in digest(db)] == [["Courier", "Herald", "Post"]]


def test_an_article_that_is_only_private_is_neither_named_nor_counted_elsewhere(
    db: Database,
) -> None:
    for name, private in (("Secret", True), ("Post", False), ("Herald", False)):
        outlet(db, name, private=private)
    inside = Audience("T1", "G1")
    assert [outlets(each) for each in ask(db)] == [("Post", "Herald")]
    assert digest(db) == [("Post", "Herald")]
    assert [outlets(each) for each in ask(db, inside)] == [("Secret", "Post", "Herald")]
    assert digest(db, inside) == [("Secret", "Post", "Herald")]
    assert ask(db, Audience("T2", "C1")) == ()


def test_two_articles_are_not_made_one_story_by_a_private_one_between_them(db: Database) -> None:
    outlet(db, "Post", signature=FIRST_PART)
    outlet(db, "Herald", signature=LAST_PART)
    before = (ask(db), digest(db))
    outlet(db, "Secret", private=True)
    assert (ask(db), digest(db)) == before
    assert len(ask(db)) == 2


def test_a_version_that_was_superseded_is_no_other_outlet(db: Database) -> None:
    for name in ("Post", "Herald"):
        outlet(db, name)
    corrected = (HOLT, Said("Ada Holt", "the bridge costs nothing"))
    new = outlet(db, "Herald", *corrected)
    assert [outlets(each) for each in ask(db)] == [("Post", "Herald"), ("Herald",)]
    assert ask(db)[0].also_in[0].id == new
    assert digest(db) == [("Herald", "Post")]
    outlet(db, "Herald", *corrected, Said("Ada Holt", "the bridge is late"), signature=OTHER)
    assert all(each.also_in == () for each in ask(db))


def test_what_is_deleted_leaves_nothing_behind(db: Database) -> None:
    ids = [outlet(db, name) for name in ("Post", "Herald")]
    delete_articles(db, ids[:1])
    assert [outlets(each) for each in ask(db)] == [("Herald",)]
    for table in ("signatures", "story_bands", "same_stories"):
        assert not list(db.query(f"SELECT * FROM {table} WHERE article_id = {ids[0]}"))
    assert db.table("same_stories").count == 0


def test_a_digest_names_outlets_that_were_read_before_its_time(db: Database) -> None:
    outlet(db, "Post")
    late = READ + 2 * DAY
    article, analysis = Story((HOLT,), "https://herald.test/", publisher="Herald").write()
    save_report(db, article, analysis, now=late, everybody=True)
    article, analysis = Story(
        (HOLT,), "https://mail.test/", publisher="Mail", signature=WHOLE
    ).write()
    save_report(db, article, analysis, now=late, everybody=True)
    found = reports_between(db, TEAM, late, late + DAY)
    assert [(each.article.publisher, len(each.also_in)) for each in found] == [
        ("Mail", 1),
        ("Herald", 0),
    ]


def test_pages_of_an_answer_count_a_statement_once(db: Database) -> None:
    said = [Said("Ada Holt", f"the bridge has {number} lanes") for number in range(7)]
    for name in ("Post", "Herald", "Courier"):
        outlet(db, name, *said)
    pages = [search_statements(db, Reading(topic="bridge"), TEAM, Part(3, at)) for at in (0, 3, 6)]
    assert [(len(page.statements), page.total, page.speakers) for page in pages] == [
        (3, 7, 1),
        (3, 7, 1),
        (1, 7, 1),
    ]
    assert len({each.text for page in pages for each in page.statements}) == 7


def test_a_save_beside_a_story_of_many_outlets_stays_cheap(db: Database) -> None:
    for number in range(MOST_ALIKE + 5):
        outlet(db, f"Outlet{number}")
    choice = random.Random(1)
    for number in range(200):
        text = " ".join(choice.sample(WORDS, 200))
        outlet(db, f"Else{number}", Said("Tom Rae", "it rains"), signature=sign_story(text))
    seconds = []
    for number in range(5):
        article, analysis = Story((HOLT,), f"https://{number}.test/", signature=WHOLE).write()
        started = time.process_time()
        save_report(db, article, analysis, now=READ)
        seconds.append(time.process_time() - started)
    assert min(seconds) < 0.01
    (found,) = ask(db, Audience())
    assert len(found.also_in) == MOST_ALIKE + 9
