"""Nothing found: which part failed, what was a slip, and what can be asked instead."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.blocks import build_answer, build_text
from bot.desk import Desk
from bot.desk.answers import answer
from bot.desk.proposals import write_question
from bot.desk.questions import read_question
from store.names import Known
from store.records import Answer, Audience, EntityKind, Missing
from tests.archiving import Said, save

NOW = datetime(2026, 3, 11, 9, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def newsroom(desk: Desk) -> Desk:
    save(
        desk.store.db,
        Said("Ada Prendergast", "the bridge opens in May", role="mayor of Wick"),
        Said("Ben Moor", "the bridge costs too much", role="engineer"),
        names={"Ada Prendergast": "person", "Ben Moor": "person"},
    )
    closed = Said("Ada Prendergast", "that the road stays closed", "indirect")
    save(desk.store.db, closed, url="https://road.test", headline="Roads")
    return desk


def ask(desk: Desk, question: str) -> Answer:
    return answer(desk, question, Audience(), now=NOW)


@pytest.mark.parametrize(
    ("question", "missing", "instead"),
    [
        ("what did Smith say about the bridge", "speaker", "who said what about bridge"),
        ("what did astronauts say about the bridge", "speaker", "who said what about bridge"),
        ("what did Moor say about zeppelins", "topic", "what did Moor say"),
        ("who said what about zeppelins at the bridge", "topic", "who said what about bridge"),
        ("what did Moor say about the road", "both", "who said what about road"),
        ("paraphrases of Moor", "kind", "what did Moor say"),
        ("who denied the bridge", "verb", "who said what about bridge"),
        ("what did Moor say since today", "period", "what did Moor say"),
        ("what did Moor say in the Guardian", "outlet", "what did Moor say"),
        ("what did women say about the bridge", "unknown", "who said what about bridge"),
    ],
)
def test_the_part_that_failed_is_told_and_what_works_instead(
    newsroom: Desk, question: str, missing: Missing, instead: str
) -> None:
    found = ask(newsroom, question)
    assert (found.total, found.missing) == (0, missing)
    totals = {each.question: each.total for each in found.instead}
    assert ask(newsroom, instead).total == totals[instead] > 0


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("what did Smith say", "Nobody is quoted on record who is called Smith."),
        ("what did bakers say", "Nobody is quoted on record who is one of the bakers."),
        ("who said what about zeppelins", "Nothing on record speaks of zeppelins."),
        ("what did Moor say about the road", "statements by Moor on record, but none about road."),
        ("what did Moor say since today", "Nothing since 11 Mar 2026; 1 statement at other times."),
        ("paraphrases of Moor", "no paraphrases of that on record; 1 statement of other kinds."),
        ("what did Moor say in the Guardian", "from The Guardian; 1 statement elsewhere."),
        ("did women mention the bridge", "does not know whether a speaker is a woman or a man."),
    ],
)
def test_the_answer_says_it_in_words(newsroom: Desk, question: str, shown: str) -> None:
    assert shown in build_text(build_answer(ask(newsroom, question)))


def test_a_slip_is_answered_and_told(newsroom: Desk) -> None:
    found = ask(newsroom, "what did Prendergst say about the brigde")
    assert found.taken_for == (("Prendergst", "Prendergast"), ("brigde", "bridge"))
    shown = build_text(build_answer(found))
    assert "Showing results for Prendergast (nothing on record for Prendergst)" in shown


def test_a_slip_in_an_office_is_put_right(newsroom: Desk) -> None:
    found = ask(newsroom, "what did the enginer say")
    assert (found.total, found.taken_for) == (1, (("enginer", "engineer"),))


def test_a_slip_in_a_name_before_an_office_is_put_right(desk: Desk) -> None:
    firm: dict[str, EntityKind] = {"Wick Water": "organisation"}
    save(desk.store.db, Said("Cy Dunn", "we are late", role="boss of Wick Water"), names=firm)
    found = ask(desk, "what did wick watr boss say")
    assert (found.total, found.taken_for) == (1, (("wick watr boss", "wick Water boss"),))


def test_a_slip_in_a_name_before_a_topic_asks_for_who_is_meant(newsroom: Desk) -> None:
    found = ask(newsroom, "ada prendergst on the bridge")
    assert found.reading.topic == "bridge"
    assert (found.reading.speaker or "").lower() == "ada prendergast"


def test_that_nobody_else_is_quoted_is_said(newsroom: Desk) -> None:
    found = ask(newsroom, "anyone except Prendergast and Moor on the bridge")
    assert found.missing == "others"
    assert "Nobody but Prendergast and Moor is quoted" in build_text(build_answer(found))


def test_a_slip_in_a_name_before_quotes_asks_for_who_is_meant(newsroom: Desk) -> None:
    found = ask(newsroom, "ada prendergst quotes")
    assert (found.total, found.reading.topic) == (2, None)
    assert found.taken_for == (("ada prendergst", "ada Prendergast"),)


def test_a_name_beside_a_topic_is_part_of_it_where_they_said_nothing_of_it(newsroom: Desk) -> None:
    save(
        newsroom.store.db,
        Said("Cy Doe", "the Moor inquiry is late"),
        url="https://other.test",
        names={"Ben Moor": "person", "Cy Doe": "person"},
        aliases={"Ben Moor": ("Moor",)},
    )
    assert ask(newsroom, "moor bridge").reading.speaker == "moor"
    assert [each.text for each in ask(newsroom, "moor inquiry").statements] == [
        "the Moor inquiry is late"
    ]


def test_an_office_told_with_its_place_is_the_only_one_of_its_kind(newsroom: Desk) -> None:
    question = "what did the engineer of the bridge say"
    assert ask(newsroom, question).total == 1
    assert ask(newsroom, "what did the engineer of Hull say").missing == "speaker"
    save(newsroom.store.db, Said("Cy Doe", "no", role="engineer"), url="https://other.test")
    assert ask(newsroom, question).missing == "speaker"


def test_what_is_from_a_paper_was_said_in_it(newsroom: Desk) -> None:
    found = ask(newsroom, "quotes by The Test about the bridge")
    assert (found.total, found.reading.outlet) == (2, "The Test")


@pytest.mark.parametrize(
    "question",
    [
        "who said what about bridge and road since 1 March 2026",
        "what did Moor say about bridge between 1 March 2026 and 4 March 2026",
        "what did officials say in The Guardian until 4 March 2026, only direct quotes",
        "what did Moor say, only paraphrases",
    ],
)
def test_what_is_proposed_reads_as_what_was_meant(question: str) -> None:
    reading = read_question(question, NOW, Known(frozenset({"moor"})))
    assert write_question(reading) == question
