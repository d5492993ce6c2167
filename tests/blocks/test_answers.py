"""Answers: how the question was read, and who said what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.blocks import build_answer, build_text
from bot.blocks.elements import fits
from store.records import Answer, ArticleRef, Kind, Reading, Speaker, Statement
from tests.blocks.makers import leaves, quotes_of, words_of

ARTICLE = ArticleRef(
    1,
    "A headline",
    "Coastal Dispatch",
    "https://dispatch.example/strait",
    datetime(2026, 11, 19, 16, 20, tzinfo=UTC),
)
HOLT = Speaker("Miriam Holt", "Maritime Council spokesperson")
FARROW = Speaker("Desmond Farrow", "Foreign Minister")


def statement(
    number: int, speaker: Speaker | None = HOLT, kind: Kind = "direct", words: str = "We have it"
) -> Statement:
    return Statement(
        number,
        words,
        kind,
        speaker,
        date(2026, 11, 18),
        "Wednesday",
        0.9,
        f"“{words},” Holt said.",
        ARTICLE,
        thread="C024/1700000000.000100",
        lead="confirmed that" if kind == "indirect" else "",
    )


def test_the_reading_of_the_question_stands_first() -> None:
    reading = Reading(topic="Tarsk Group", since=date(2026, 11, 16), kind="direct")
    answer = Answer("...", reading, (statement(1),), total=12, speakers=5)
    expected = (
        "About Tarsk Group · since 16 Nov 2026 · only direct quotes · 12 statements by 5 speakers"
    )
    assert words_of(build_answer(answer)[:1]) == expected


def test_a_question_by_speaker_and_topic_names_both() -> None:
    reading = Reading(topic="boats", speaker="Holt", until=date(2026, 11, 20))
    answer = Answer("...", reading, (statement(1),), total=1, speakers=1)
    expected = "About boats · by Holt · until 20 Nov 2026 · 1 statement by 1 speaker"
    assert words_of(build_answer(answer)[:1]) == expected


def test_an_answer_shows_by_which_other_words_it_speaks_of_the_topic() -> None:
    also = ("picture", "canvas")
    answer = Answer("...", Reading(topic="painting"), (statement(1),), total=1, also=also)
    assert words_of(build_answer(answer)[:1]).endswith("\nAlso: picture, canvas")


def test_what_is_there_for_its_article_alone_says_so_beside_what_is_nearer() -> None:
    further = replace(statement(2), nearness="article")
    answer = Answer("...", Reading(topic="boats"), (statement(1), further), total=2, speakers=1)
    assert build_text(build_answer(answer)).count("from an article about it") == 1


def test_statements_are_grouped_by_speaker_with_outlet_date_and_links() -> None:
    statements = (statement(1), statement(2), statement(3, FARROW))
    blocks = build_answer(
        Answer("...", Reading(topic="boats"), statements, total=3, speakers=2),
        workspace_url="https://news.slack.com",
    )
    shown = words_of(blocks)
    assert shown.count("Miriam Holt · Maritime Council spokesperson") == 1
    assert shown.count("Desmond Farrow · Foreign Minister") == 1
    assert "“We have it” · Coastal Dispatch · 18 Nov 2026 · thread · source" in shown
    links = {leaf["text"]: leaf["url"] for leaf in leaves(blocks) if leaf["type"] == "link"}
    assert links["thread"] == "https://news.slack.com/archives/C024/p1700000000000100"
    assert links["source"].startswith("https://dispatch.example/strait#:~:text=We%20have%20it")


def test_one_person_has_one_head_and_each_article_s_name_and_role_beside_it() -> None:
    once = Speaker("Mimi Holt", "port pilot")
    one, other = (replace(statement(n, who), speaker_id=7) for n, who in ((1, HOLT), (2, once)))
    shown = words_of(build_answer(Answer("...", Reading(topic="it"), (one, other), total=2)))
    assert shown.count("Maritime Council spokesperson") == 1
    assert "“We have it” · Coastal Dispatch" in shown
    assert "“We have it” · as Mimi Holt, then port pilot · Coastal Dispatch" in shown


def test_a_likely_speaker_is_not_put_under_a_certain_one_s_head() -> None:
    doubted = replace(HOLT, sure=False)
    one, other = (replace(statement(n, who), speaker_id=7) for n, who in ((1, HOLT), (2, doubted)))
    shown = words_of(build_answer(Answer("...", Reading(topic="it"), (one, other), total=2)))
    assert "unclear (likely Miriam Holt)" in shown


def test_a_paraphrase_in_an_answer_keeps_what_leads_to_it() -> None:
    answer = Answer("...", Reading(), (statement(1, kind="indirect"),), total=1)
    assert "confirmed that We have it · paraphrase" in words_of(build_answer(answer))


def test_more_than_one_page_says_how_much_there_is() -> None:
    answer = Answer("...", Reading(topic="boats"), (statement(1),), total=1234, speakers=40)
    assert "Showing 1 of 1,234." in words_of(build_answer(answer))


def test_nothing_found_says_so_and_proposes_names() -> None:
    answer = Answer("...", Reading(topic="Tarks"), (), 0, nearest=("Tarsk Group", "Tarn"))
    shown = words_of(build_answer(answer))
    assert "About Tarks" in shown
    assert "Nothing on record" in shown
    assert "Tarsk Group, Tarn" in shown


def test_a_long_page_is_trimmed_to_what_slack_takes() -> None:
    many = tuple(statement(n, Speaker(f"Person {n}"), words="word " * 100) for n in range(80))
    answer = Answer("...", Reading(topic="x"), many, total=80, speakers=80)
    blocks = build_answer(answer)
    assert fits(blocks)
    shown = len(quotes_of(blocks))
    assert f"Showing {shown} of 80." in words_of(blocks)


def test_a_terminal_gets_the_page_whole() -> None:
    many = tuple(statement(n, Speaker(f"Person {n}"), words="word " * 100) for n in range(80))
    blocks = build_answer(Answer("...", Reading(), many, total=80), whole=True)
    assert len(quotes_of(blocks)) == 80


def _at(*publishers: str) -> tuple[ArticleRef, ...]:
    return tuple(
        ArticleRef(number, "Same", publisher, f"https://{number}.example/", None)
        for number, publisher in enumerate(publishers, 2)
    )


@pytest.mark.parametrize(
    ("publishers", "shown"),
    [
        (("Post",), "also in Post"),
        (("Post", "Herald", "Mail"), "also in 3 outlets: Post, Herald, Mail"),
        (("A", "B", "C", "D", "B"), "also in 4 outlets: A, B, C, …"),
        (("Coastal Dispatch", "Post"), "also in Post"),
        (("Coastal Dispatch", "Coastal Dispatch"), "also in 2 more articles there"),
        (("",), "also in a text without an outlet"),
    ],
)
def test_the_same_words_at_other_outlets_are_one_line(
    publishers: tuple[str, ...], shown: str
) -> None:
    told = replace(statement(1), also_in=_at(*publishers))
    words = words_of(build_answer(Answer("...", Reading(topic="boats"), (told,), total=1)))
    assert f"“We have it” · Coastal Dispatch · 18 Nov 2026 · {shown} · source" in words
