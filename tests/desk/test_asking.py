from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.desk import Desk
from bot.desk.answers import answer
from bot.desk.digests import write_digest
from bot.errors import QuestionError
from store.records import Answer, Audience, EntityKind, Reading
from tests.archiving import PUBLISHED, READ, Said, save, share

NOW = datetime(2026, 3, 11, 9, tzinfo=ZoneInfo("Europe/London"))  # the day after PUBLISHED


def ask(desk: Desk, question: str, audience: Audience | None = None, **page: int) -> Answer:
    return answer(desk, question, audience or Audience(), now=NOW, after=None, **page)


def texts(found: Answer) -> list[str]:
    return [statement.text for statement in found.statements]


@pytest.fixture
def newsroom(desk: Desk) -> Desk:
    save(
        desk.store.db,
        Said("Ada Holt", "the bridge opens in May", role="harbour minister"),
        Said("Ben Moor", "the bridge costs too much", said_on=date(2026, 1, 20)),
        names={"Ada Holt": "person", "Ben Moor": "person"},
    )
    closed = Said("Ada Holt", "that the road stays closed", "indirect")
    save(desk.store.db, closed, url="https://road.test", headline="Roads")
    return desk


def test_who_said_what_is_answered_with_how_the_question_was_read(newsroom: Desk) -> None:
    found = ask(newsroom, "Who said what about the bridge?")
    assert found.reading == Reading(topic="bridge")
    assert texts(found) == ["the bridge opens in May", "the bridge costs too much"]
    assert (found.total, found.speakers, found.nearest) == (2, 2, ())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what did Holt say about the bridge", ["the bridge opens in May"]),
        ("Holt on the road", ["that the road stays closed"]),
        ("direct quotes by Ada Holt", ["the bridge opens in May"]),
        ("what did the minister say about the bridge", ["the bridge opens in May"]),
        ("who said what in January", ["the bridge costs too much"]),
        ("who said what about the bridge yesterday", ["the bridge opens in May"]),
        ("who said what about the bridge today", []),
    ],
)
def test_what_is_asked_for_narrows_the_answer(
    newsroom: Desk, question: str, expected: list[str]
) -> None:
    assert texts(ask(newsroom, question)) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("catch me up on the bridge please", Reading("bridge")),
        ("has ada holt said owt on the bridge", Reading("bridge", "ada holt")),
        ("the bridge - who's on record?", Reading("bridge")),
        ("Ada Holt and the bridge, what did she say", Reading("bridge", "Ada Holt")),
        ("bridge comments from anyone other than Holt", Reading("bridge", not_by="Holt")),
        ("I need some sound from Ada Holt, what do we have?", Reading(speaker="Ada Holt")),
        ("anything but from Holt on the bridge", Reading("bridge", not_by="Holt")),
    ],
)
def test_words_that_only_ask_are_left_out_where_no_form_of_question_fits(
    newsroom: Desk, question: str, expected: Reading
) -> None:
    assert ask(newsroom, question).reading == expected


def test_whom_a_question_does_not_want_is_never_taken_for_who_is_wanted(newsroom: Desk) -> None:
    found = ask(newsroom, "some stuff on the bridge, never mind Ada Holt")
    assert (found.reading.speaker, found.total) == (None, 0)


def test_a_body_that_only_others_name_is_still_who_is_asked_for(newsroom: Desk) -> None:
    said = Said("Cy Dunn", "the bridge waits for Vessel Water")
    names: dict[str, EntityKind] = {"Vessel Water": "organisation"}
    save(newsroom.store.db, said, url="https://c.test", names=names)
    found = ask(newsroom, "has Vessel Water said owt on the bridge")
    assert (found.reading.speaker, found.total) == ("Vessel Water", 0)


def test_a_body_is_asked_for_by_its_letters_where_articles_write_it_out(newsroom: Desk) -> None:
    said = Said("Coastal Safety Board", "the bridge is safe", speaker="organisation")
    names: dict[str, EntityKind] = {"Coastal Safety Board": "organisation"}
    save(newsroom.store.db, said, url="https://c.test", names=names)
    assert texts(ask(newsroom, "csb on the bridge")) == ["the bridge is safe"]


@pytest.mark.parametrize("topic", ["water use", "peace talks", "the statement of means"])
def test_words_that_ask_may_be_what_is_asked_about(newsroom: Desk, topic: str) -> None:
    save(newsroom.store.db, Said("Cy Dunn", f"{topic} will follow"), url="https://c.test")
    assert texts(ask(newsroom, f"who said what about {topic}")) == [f"{topic} will follow"]


def test_a_long_answer_comes_in_pages(newsroom: Desk) -> None:
    pages = [ask(newsroom, "everything", limit=2, offset=offset) for offset in (0, 2)]
    assert [len(page.statements) for page in pages] == [2, 1]
    assert [(page.total, page.speakers) for page in pages] == [(3, 2), (3, 2)]


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("what did Moore say", ("Ben Moor",)),
        ("what did Holt say about Ben Moore", ("Ben Moor",)),
        ("what did Holt say about the bridge since today", ()),
        ("who said what about Zanzibar", ()),
    ],
)
def test_where_nothing_is_found_the_nearest_names_are_proposed_for_what_failed(
    newsroom: Desk, question: str, nearest: tuple[str, ...]
) -> None:
    found = ask(newsroom, question)
    assert (found.total, found.nearest) == (0, nearest)


def test_an_empty_archive_answers_that_it_holds_nothing(desk: Desk) -> None:
    found = ask(desk, "who said what about the bridge")
    assert (found.statements, found.total, found.nearest) == ((), 0, ())


def test_a_question_that_cannot_be_read_is_no_search(newsroom: Desk) -> None:
    with pytest.raises(QuestionError):
        ask(newsroom, "?")


def test_neither_answer_nor_proposal_shows_what_the_audience_may_not_see(desk: Desk) -> None:
    article_id = save(
        desk.store.db,
        Said("Ada Holt", "the bridge opens in May"),
        names={"Ada Holt": "person"},
        everybody=False,
    )
    share(desk.store.db, article_id, "G1", private=True)
    inside, outside = Audience("T1", "G1"), Audience("T1", "C1")
    assert ask(desk, "who said what about the bridge", inside).total == 1
    assert ask(desk, "quotes by Ada Hollt", inside).taken_for == (("Ada Hollt", "Ada Holt"),)
    for question in ("who said what about the bridge", "what did Holt say", "quotes by Ada Hollt"):
        found = ask(desk, question, outside)
        assert (found.total, found.nearest) == (0, ())


def test_a_digest_has_what_was_read_between_two_moments_newest_first(desk: Desk) -> None:
    ids = [
        save(desk.store.db, Said("Ada Holt", f"bridge {n}"), url=f"https://{n}.test")
        for n in range(2)
    ]

    def digest(since: datetime, until: datetime) -> list[int]:
        found = write_digest(desk, Audience(), since=since, until=until)
        assert (found.since, found.until) == (since, until)
        return [report.article_id for report in found.reports]

    later = READ + timedelta(hours=1)
    assert digest(READ, later) == [ids[1], ids[0]]
    assert digest(READ - timedelta(days=1), READ) == []
    assert digest(later, later + timedelta(days=1)) == []
    assert digest(READ.astimezone(ZoneInfo("Asia/Tokyo")), later) == [ids[1], ids[0]]


def test_an_article_is_new_to_those_who_could_not_see_it_before(desk: Desk) -> None:
    db = desk.store.db
    article_id = save(db, Said("Ada Holt", "the bridge is open"), everybody=False)
    share(db, article_id, "G1", private=True)
    late = READ + timedelta(days=3)
    share(db, article_id, "C1", private=False, now=late)
    day = timedelta(days=1)

    def sees(channel: str, since: datetime) -> bool:
        audience = Audience("T1", channel)
        return bool(write_digest(desk, audience, since=since, until=since + day).reports)

    assert [sees("G1", READ), sees("G1", late)] == [True, False]
    assert [sees("C2", READ), sees("C2", late)] == [False, True]


def test_consecutive_digests_leave_nothing_out_and_repeat_nothing(desk: Desk) -> None:
    said = Said("Ada Holt", "the bridge is open")
    save(desk.store.db, said, now=READ + timedelta(microseconds=700_000))
    edges = [READ, READ + timedelta(microseconds=500_000), READ + timedelta(seconds=1)]
    edges.append(READ + timedelta(seconds=2))
    counts = [
        len(write_digest(desk, Audience(), since=since, until=until).reports)
        for since, until in pairwise(edges)
    ]
    assert sum(counts) == 1


def test_the_day_of_publication_counts_where_the_article_says_no_other(newsroom: Desk) -> None:
    assert PUBLISHED.astimezone(UTC).date() == date(2026, 3, 10)
    found = ask(newsroom, "what did Holt say on 10 March 2026")
    assert found.total == 2
