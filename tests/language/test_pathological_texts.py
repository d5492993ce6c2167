"""Texts that no newsroom writes: bounded time and memory, and every character kept."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

from bot.language import analyse, analyse_many, pipeline
from bot.language.pipeline import parse, split_text
from tests.articles.gold import load_articles

SAID = "“The bridge is safe,” Mayor Ada Holt said on Monday."


@pytest.mark.parametrize("unit", ['"', "“", "' ", "😀", "— ", ". ", "\n \n", "_"])
def test_a_million_marks_take_seconds(nlp: Language, unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    assert analyse(text, nlp).attributions == ()
    assert time.process_time() - started < 20


@pytest.mark.parametrize("unit", ['"', "😀", "\n", "- "])
def test_a_statement_between_runs_of_marks_is_found(nlp: Language, unit: str) -> None:
    noise = unit * 2_000
    text = f"{noise}\n\n{SAID}\n\n{noise}"
    assert parse(text, nlp).text == text
    for analysis in (analyse(text, nlp), *analyse_many([(text, None)], nlp)):
        assert [each.text for each in analysis.attributions] == ["The bridge is safe,"]


@pytest.mark.parametrize(
    "unit",
    ["the mayor said the council and ", "市長は橋が安全だと言った", "قال العمدة إن ", '"a" '],
)
def test_endless_sentences_and_other_languages_raise_nothing(nlp: Language, unit: str) -> None:
    text = unit * (9_000 // len(unit))
    assert parse(text, nlp).text == text
    analyse(text, nlp)


def test_of_a_text_longer_than_any_book_the_beginning_is_read(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_MOST_READ", 100)
    text = f"{SAID}\n\n{'The sea was calm. ' * 40}\n\n{SAID}"
    assert text.startswith(parse(text, nlp).text)
    for analysis in (analyse(text, nlp), *analyse_many([(text, None)], nlp)):
        assert [each.content for each in analysis.attributions] == [((1, 20),)]


def test_parts_hold_every_character() -> None:
    text = "one two three " * 1_000
    assert "".join(split_text(text, 100)) == text


def test_a_text_may_begin_and_end_anywhere(nlp: Language) -> None:
    text = load_articles()[0].text
    for start in range(0, len(text) - 100, 97):
        piece = text[start : start + 300 + start % 50].strip()
        for found in analyse(piece, nlp).attributions:
            assert found.text
