from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlite_utils import Database

from bot.errors import StoreError
from store.articles import find_article_id, load_report, save_report
from store.names import nearest_names
from store.records import (
    Analysis,
    Article,
    Attribution,
    Audience,
    Claim,
    Entity,
    Figure,
    Reading,
    Speaker,
)
from store.shares import shares_of
from store.statements import Part, search_statements
from tests.archiving import READ, Said, Story, save, share

TEXT = (
    "“We open in May,” Ada Holt, the harbour minister, said Thursday. “Not before,” she added.\n"
    "An official who asked not to be named denied that 400 tonnes of steel are missing.\n"
)


def _place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


HOLT = Speaker("Ada Holt", "harbour minister")
ARTICLE = Article(
    url="https://news.test/bridge",
    text=TEXT,
    headline="Ø bridge “opens”",
    byline="A. Writer",
    publisher="The Test",
    published=datetime(2026, 3, 10, 9, 30, tzinfo=UTC),
    language="en",
    raw_text="[ad_1] " + TEXT,
    origins={"headline": "json-ld"},
    removed=("[ad_1]",),
)
ANALYSIS = Analysis(
    attributions=(
        Attribution(
            kind="direct",
            content=(_place("We open in May,"), _place("Not before,")),
            text="We open in May, ... Not before,",
            sentence=(0, TEXT.index("\n")),
            source=_place("Ada Holt, the harbour minister,"),
            cue=_place("said"),
            speaker=HOLT,
            said_on=date(2026, 3, 5),
            said_on_words="Thursday",
            confidence=0.93,
        ),
        Attribution(
            kind="indirect",
            content=(_place("400 tonnes of steel are missing"),),
            text="400 tonnes of steel are missing",
            sentence=(TEXT.index("An official"), len(TEXT) - 1),
            speaker=Speaker("An official", kind="anonymous", sure=False),
            standing="negated",
        ),
    ),
    claims=(
        Claim(
            text="400 tonnes of steel are missing",
            span=_place("400 tonnes of steel are missing"),
            check_worthiness=0.7,
            claimer=HOLT,
            figures=(Figure(_place("400 tonnes"), 400, "tonnes", "about", 450.5),),
            about=("Steel",),
        ),
        Claim(text="Not before", span=_place("Not before"), check_worthiness=0.1),
    ),
    entities=(
        Entity("Ada Holt", "person", (_place("Ada Holt"),), "harbour minister", ("Holt",)),
        Entity("Steel", "other", (_place("steel"),)),
    ),
)


def test_what_was_saved_is_loaded_whole(db: Database) -> None:
    article_id = save_report(db, ARTICLE, ANALYSIS, now=READ)
    report = load_report(db, article_id)
    assert (report.article, report.analysis) == (ARTICLE, ANALYSIS)
    assert find_article_id(db, ARTICLE.url) == article_id == report.article_id


SAID, DENIED = ANALYSIS.attributions
WRONG = [
    Analysis((replace(SAID, text="We open in June, ... Not before,"),)),
    Analysis((replace(SAID, text="We open in May, Not before,"),)),
    Analysis((replace(DENIED, text=""),)),
    Analysis((replace(DENIED, content=((5, len(TEXT) + 1),)),)),
    Analysis((replace(DENIED, sentence=(40, 40)),)),
    Analysis((replace(DENIED, source=(-4, 2)),)),
    Analysis((), (replace(ANALYSIS.claims[0], text="400 tons of steel are missing"),)),
    Analysis((), (replace(ANALYSIS.claims[0], figures=(Figure((0, len(TEXT) + 9), 1),)),)),
    Analysis((), (), (replace(ANALYSIS.entities[0], mentions=((9, 3),)),)),
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_quote_that_is_not_in_the_article_is_refused_and_nothing_is_saved(
    db: Database, wrong: Analysis
) -> None:
    with pytest.raises(StoreError, match="Nothing was saved"):
        save_report(db, ARTICLE, wrong, now=READ)
    assert find_article_id(db, ARTICLE.url) is None


def test_an_error_halfway_leaves_nothing_behind(db: Database) -> None:
    broken = Entity("half a \ud83d pair", "other")
    with pytest.raises(StoreError, match="broken"):
        save_report(db, ARTICLE, replace(ANALYSIS, entities=(broken,)), now=READ)
    tables = ("articles", "attributions", "entities", "aliases", "presences")
    assert [db.table(table).count for table in tables] == [0, 0, 0, 0, 0]


def test_the_same_text_is_kept_once(db: Database) -> None:
    first = save_report(db, ARTICLE, ANALYSIS, now=READ)
    assert save_report(db, ARTICLE, ANALYSIS, now=READ) == first
    assert db.table("attributions").count == 2


def test_a_changed_article_answers_with_its_new_words_and_keeps_the_old(db: Database) -> None:
    old = save(db, Said("Ada Holt", "the bridge is closed"))
    new = save(db, Said("Ada Holt", "the bridge is open"))
    assert find_article_id(db, "https://news.test/bridge") == new
    page = search_statements(db, Reading(topic="bridge"), Audience(), Part())
    assert [found.text for found in page.statements] == ["the bridge is open"]
    assert load_report(db, old).analysis.attributions[0].text == "the bridge is closed"


def test_a_new_version_is_seen_by_whom_the_old_one_was(db: Database) -> None:
    old = save(db, Said("Ada Holt", "the bridge is closed"), everybody=False)
    shared = share(db, old, "C1", private=True)
    new = save(db, Said("Ada Holt", "the bridge is open"), everybody=False)
    assert shares_of(db, "T1", "C1", shared.ts)[0].article_id == new
    for channel, total in (("C1", 1), ("C2", 0)):
        page = search_statements(db, Reading(topic="bridge"), Audience("T1", channel), Part())
        assert page.total == total


def test_versions_may_follow_each_other_many_times(db: Database) -> None:
    ids = [save(db, Said("Ada Holt", f"the bridge has {n} lanes")) for n in range(2, 6)]
    assert len(set(ids)) == 4
    assert find_article_id(db, "https://news.test/bridge") == ids[-1]
    assert search_statements(db, Reading(speaker="Holt"), Audience(), Part()).total == 1


def test_a_missing_article_is_said_to_be_missing(db: Database) -> None:
    with pytest.raises(StoreError, match="not in the archive"):
        load_report(db, 99)


def test_an_article_of_many_quotes_is_saved(db: Database) -> None:
    said = [Said("Ada Holt", f"sentence number {n} of the long speech") for n in range(400)]
    article, analysis = Story(tuple(said), names={"Ada Holt": "person"}).write()
    article_id = save_report(db, article, analysis, now=READ)
    assert load_report(db, article_id).analysis == analysis


def test_a_deleted_article_leaves_nothing_to_be_found(db: Database) -> None:
    article_id = save(db, Said("Ada Holt", "the bridge is open"), names={"Ada Holt": "person"})
    shared = share(db, article_id, "C1", private=False)
    db.execute("DELETE FROM articles WHERE id = ?", [article_id])
    for reading in (Reading(topic="bridge"), Reading(speaker="Holt"), Reading()):
        assert search_statements(db, reading, Audience(), Part()).total == 0
    for index, word in (("attributions_fts", "bridge"), ("articles_fts", "harbour")):
        assert db.execute(f"SELECT count(*) FROM {index}(?)", [word]).fetchone() == (0,)
    assert nearest_names(db, "Hollt", Audience()) == []
    assert shares_of(db, "T1", "C1", shared.ts)[0].article_id is None
    assert save(db, Said("Ada Holt", "the bridge is open")) > article_id  # no number is reused
