"""Pairing of quotation marks."""

from __future__ import annotations

import time

import pytest

from bot.language.quotes import find_quotes


def passages(text: str) -> list[str]:
    return [" / ".join(text[slice(*span)] for span in quote.spans) for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained,” she said.", ["It rained,"]),
        ('"It rained," she said. "All day."', ["It rained,", "All day."]),
        ("''It rained,'' she said.", ["It rained,"]),
        ("``It rained,'' she said.", ["It rained,"]),
        ("«It rained», she said.", ["It rained"]),
        ("‘It rained,’ she said.", ["It rained,"]),
        ("'It rained,' she said.", ["It rained,"]),
        ("‘The players’ union is angry,’ she said.", ["The players’ union is angry,"]),
        ("“He said ‘never’ to me,” she said.", ["He said ‘never’ to me,"]),
        ("“He told me, “Never,” and left,” she said.", ["He told me, “Never,” and left,"]),
        ("The word—“soon”—meant nothing.", ["soon"]),
        ("(“Soon,” he wrote.)", ["Soon,"]),
    ],
)
def test_each_kind_of_mark_is_paired(text: str, expected: list[str]) -> None:
    assert passages(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dog's bowl and the dogs' bowls weren't there.",
        "Rock 'n' roll in the '90s: 'twas fun.",
        'The plank is 6\'2" long and 4" wide.',
        "She’s the mayor’s aunt; the farmers’ market is theirs.",
        "\"\" “” ''",
    ],
)
def test_apostrophes_and_inches_are_no_quotes(text: str) -> None:
    assert passages(text) == []


def test_a_quote_of_several_paragraphs_is_one() -> None:
    text = "“We waited.\n\n“Nobody came.\n\n“So we left,” Dahl said."
    assert passages(text) == ["We waited. / Nobody came. / So we left,"]


def test_single_marks_around_double_ones_are_one_quote() -> None:
    text = "‘He said “never”. So I left. I wasn’t sorry,’ Dahl said. ‘He was.’"
    assert passages(text) == ["He said “never”. So I left. I wasn’t sorry,", "He was."]


def test_a_quote_in_single_marks_goes_on_in_the_next_paragraph() -> None:
    text = "‘It rained,’ Dahl said. ‘We waited.\n\n‘Nobody came.’\n\nIt was late."
    assert passages(text) == ["It rained,", "We waited. / Nobody came."]


def test_an_opening_mark_without_partner_ends_with_its_paragraph() -> None:
    text = "“We waited, Dahl said.\n\nLater Lund spoke. “We left,” he said."
    assert passages(text) == ["We waited, Dahl said.", "We left,"]


def test_a_closing_mark_without_partner_takes_its_sentence() -> None:
    assert passages("It was late. We left,” he said.") == ["We left,"]


def test_a_second_opening_mark_ends_the_first() -> None:
    text = "“We waited. Then it rained. “We left,” he said."
    assert passages(text) == ["We waited.", "We left,"]


def test_curly_marks_within_straight_ones_end_nothing() -> None:
    text = '"We saw “Night Boat.” It was fine.\n\n"So we left," Dahl said.'
    assert passages(text) == ["We saw “Night Boat.” It was fine. / So we left,"]


def test_a_line_that_begins_with_a_closing_mark_opens_a_quote() -> None:
    assert passages("Later.\n”We left. It rained.” ― Ada Dahl") == ["We left. It rained."]


def test_a_line_break_within_a_sentence_ends_nothing() -> None:
    assert passages("“We waited for\nthe bus,” he said.") == ["We waited for\nthe bus,"]


def test_attributes_of_markup_are_no_quotes() -> None:
    assert passages('<a href="https://example.org/x">“We left,” he said.</a>') == ["We left,"]


@pytest.mark.parametrize(
    "unit", ['"', "\"a\" 'b' ", "“", "” “", "''", " 'a", ' "a', "x. “a ", "😀“😀", "“a\n"]
)
def test_time_grows_with_the_text_only(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.monotonic()
    find_quotes(text)
    assert time.monotonic() - start < 5
