from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.desk.answers import answer
from bot.desk.reading import analyse_article, read_source
from bot.errors import ReadingError
from bot.reading import read_text
from store.articles import load_report
from store.records import Audience
from tests.archiving import READ

STORY = """Harbour bridge to open in May

“The bridge will open in May,” Ada Holt, the harbour minister, said on Tuesday.

Ben Moor, who runs the ferry, said the town would need fewer boats. “We will manage,” he added.
"""
OUTSIDE = Audience("T1", "C1")


@pytest.fixture
def reading_desk(desk: Desk, nlp: Language) -> Desk:
    return replace(desk, language=lambda: nlp)


def test_a_text_a_file_and_the_same_text_again_are_one_article(
    reading_desk: Desk, tmp_path: Path
) -> None:
    first = read_source(reading_desk, STORY, now=READ)
    assert {found.speaker.name for found in first.analysis.attributions if found.speaker} == {
        "Ada Holt",
        "Ben Moor",
    }
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    assert read_source(reading_desk, str(file), now=READ).article_id == first.article_id


def test_what_is_stored_is_not_analysed_again(reading_desk: Desk, desk: Desk) -> None:
    first = read_source(reading_desk, STORY, now=READ)
    again = read_source(desk, STORY, now=READ + timedelta(days=1))  # this desk cannot analyse
    assert again == first


def test_a_report_is_what_the_archive_holds(reading_desk: Desk) -> None:
    report = read_source(reading_desk, STORY, now=READ)
    assert load_report(reading_desk.store.db, report.article_id) == report


def test_what_is_read_on_the_command_line_is_seen_by_all_and_a_share_only_by_its_audience(
    reading_desk: Desk,
) -> None:
    question = "who said what about the bridge"
    analyse_article(reading_desk, read_text(STORY), READ)
    assert answer(reading_desk, question, OUTSIDE, now=READ).total == 0
    seen = answer(reading_desk, question, Audience(), now=READ).total
    assert seen > 0
    read_source(reading_desk, STORY, now=READ)
    assert answer(reading_desk, question, OUTSIDE, now=READ).total == seen


@pytest.mark.parametrize(
    "source", ["nothing-here.txt", "news.test/story", "", "   ", "\x00", "x" * 300]
)
def test_what_is_neither_link_nor_file_nor_text_is_refused_in_plain_words(
    desk: Desk, source: str
) -> None:
    with pytest.raises(ReadingError) as caught:
        read_source(desk, source, now=READ)
    assert caught.value.hint


def test_a_link_to_an_inner_address_is_refused(desk: Desk) -> None:
    with pytest.raises(ReadingError):
        read_source(desk, "http://127.0.0.1:9/story", now=READ)
