"""Nothing leaks: who may see what, from both sides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlite_utils import Database

from store.digests import reports_between
from store.names import known_in, nearest_names
from store.records import Audience, EntityKind, Reading, Statement
from store.statements import Part, search_statements
from tests.archiving import READ, Said, save, share

COMMAND_LINE = Audience()
AUDIENCES = {
    "public channel": Audience("T1", "C1"),
    "another public channel": Audience("T1", "C2"),
    "private channel": Audience("T1", "G1"),
    "direct message": Audience("T1", "D1"),
    "other workspace": Audience("T2", "C1"),
    "other workspace, same private channel": Audience("T2", "G1"),
    "no channel": Audience("T1"),
}


def _article(db: Database, name: str, *, everybody: bool = False) -> int:
    said = Said(f"Ada {name}", f"the bridge of {name} is open")
    return save(
        db,
        said,
        url=f"https://news.test/{name}",
        names={said.by: "person"},
        everybody=everybody,
    )


@pytest.fixture
def shared(db: Database) -> Database:
    share(db, _article(db, "Public"), "C1", private=False)
    share(db, _article(db, "Private"), "G1", private=True)
    share(db, _article(db, "Direct"), "D1", private=True)
    share(db, _article(db, "Foreign"), "C1", private=False, team="T2")
    _article(db, "Terminal", everybody=True)
    _article(db, "Unshared")
    return db


SEES = {
    "public channel": {"Public", "Terminal"},
    "another public channel": {"Public", "Terminal"},
    "private channel": {"Public", "Private", "Terminal"},
    "direct message": {"Public", "Direct", "Terminal"},
    "other workspace": {"Foreign", "Terminal"},
    "other workspace, same private channel": {"Foreign", "Terminal"},
    "no channel": {"Public", "Terminal"},
}
EVERYTHING = {"Public", "Private", "Direct", "Foreign", "Terminal", "Unshared"}


def _search(db: Database, reading: Reading, audience: Audience) -> tuple[Statement, ...]:
    page = search_statements(db, reading, audience, Part(100))
    assert page.total == len(page.statements)
    assert page.speakers == len({found.speaker and found.speaker.name for found in page.statements})
    return page.statements


@pytest.mark.parametrize("place", SEES)
@pytest.mark.parametrize("reading", [Reading(topic="bridge"), Reading(speaker="Ada"), Reading()])
def test_an_answer_draws_only_on_what_its_audience_may_see(
    shared: Database, place: str, reading: Reading
) -> None:
    found = _search(shared, reading, AUDIENCES[place])
    assert {each.article.url.rpartition("/")[2] for each in found} == SEES[place]


def test_the_command_line_sees_everything(shared: Database) -> None:
    found = _search(shared, Reading(topic="bridge"), COMMAND_LINE)
    assert {each.article.url.rpartition("/")[2] for each in found} == EVERYTHING


@pytest.mark.parametrize("place", SEES)
def test_names_are_proposed_only_from_what_the_audience_may_see(
    shared: Database, place: str
) -> None:
    proposed = {
        name
        for article in EVERYTHING
        for name in nearest_names(shared, f"{article}s", AUDIENCES[place])
    }
    assert proposed == {f"Ada {article}" for article in SEES[place]}


@pytest.mark.parametrize("place", SEES)
def test_a_digest_has_only_what_its_audience_may_see(shared: Database, place: str) -> None:
    reports = reports_between(shared, AUDIENCES[place], READ, READ + timedelta(seconds=1))
    assert {report.article.url.rpartition("/")[2] for report in reports} == SEES[place]


def test_a_topic_that_is_only_in_an_article_stays_as_hidden(shared: Database) -> None:
    for place, seen in SEES.items():
        found = _search(shared, Reading(topic="harbour"), AUDIENCES[place])
        assert {each.article.url.rpartition("/")[2] for each in found} == seen
        assert {each.nearness for each in found} == {"article"}


def test_a_thread_is_pointed_to_only_where_it_may_be_read(db: Database) -> None:
    article_id = _article(db, "Twice", everybody=True)
    private = share(db, article_id, "G1", private=True)
    public = share(db, article_id, "C2", private=False)

    def thread(audience: Audience) -> str:
        return _search(db, Reading(topic="bridge"), audience)[0].thread

    assert thread(Audience("T1", "G1")) == f"G1/{private.ts}"
    assert thread(Audience("T1", "C1")) == f"C2/{public.ts}"
    assert thread(Audience("T2", "G1")) == ""


def test_what_becomes_public_later_is_seen_from_then_on(db: Database) -> None:
    article_id = _article(db, "Slow")
    share(db, article_id, "G1", private=True)
    audience = Audience("T1", "C1")
    assert _search(db, Reading(topic="bridge"), audience) == ()
    share(db, article_id, "C2", private=False)
    assert len(_search(db, Reading(topic="bridge"), audience)) == 1


def test_an_empty_channel_is_no_key_to_private_shares(db: Database) -> None:
    share(db, _article(db, "Odd"), "", private=True)
    assert _search(db, Reading(topic="bridge"), Audience("T1")) == ()


def test_what_only_a_private_article_calls_somebody_leads_nowhere_else(db: Database) -> None:
    public, private = Said("Ada Holt", "the bridge is open"), Said("Ben Moor", "Bluebird waits")
    names: dict[str, EntityKind] = {"Ada Holt": "person", "Vessel Group": "organisation"}
    about = Said("Ada Holt", "Vessel Group pays", role="harbour minister")
    first = save(db, public, about, url="https://a.test", names=names, everybody=False)
    share(db, first, "C1", private=False)
    secret = save(
        db,
        private,
        Said("Ada Holt", "we agree", role="secret negotiator"),
        url="https://b.test",
        names=names | {"Ben Moor": "person"},
        aliases={"Vessel Group": ("Bluebird",), "Ada Holt": ("Kestrel",)},
        everybody=False,
    )
    share(db, secret, "G1", private=True)
    for reading in (
        Reading(topic="Bluebird"),
        Reading(speaker="Kestrel"),
        Reading(speaker="secret negotiator"),
    ):
        assert _search(db, reading, Audience("T1", "C1")) == ()
        assert _search(db, reading, Audience("T1", "G1")) != ()
    assert len(_search(db, Reading(speaker="minister"), Audience("T1", "C1"))) == 2
    question = "what did Kestrel say about the Vessel Group"
    assert known_in(db, question, Audience("T1", "C1")).names == {"vessel group"}
    assert known_in(db, question, Audience("T1", "G1")).names == {"vessel group", "kestrel"}
