"""Links that open a page at a passage."""

from __future__ import annotations

import pytest

from bot.passages import build_passage_link

URL = "https://dispatch.example/strait"


@pytest.mark.parametrize(
    ("sentence", "fragment"),
    [
        ("Holt said so.", "Holt%20said%20so"),
        ("“Holt said so!”", "Holt%20said%20so"),
        ("a-b & c, d", "a%2Db%20%26%20c%2C%20d"),
        ("Größe zählt", "Gr%C3%B6%C3%9Fe%20z%C3%A4hlt"),
        (
            "one two three four five six seven eight nine ten eleven twelve.",
            "one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve",
        ),
        (
            "First paragraph here.\n\n“Second one here.”",
            "First%20paragraph%20here,Second%20one%20here",
        ),
    ],
)
def test_a_passage_is_named_by_its_words(sentence: str, fragment: str) -> None:
    assert build_passage_link(URL, sentence) == f"{URL}#:~:text={fragment}"


def test_enough_words_are_taken_to_tell_it_from_an_earlier_passage() -> None:
    sentence = "The mayor of the town said on Monday that nothing at all had been decided."
    text = "The mayor of the town said on Sunday that it would rain. " + sentence
    link = build_passage_link(URL, sentence, text)
    assert "text=The%20mayor%20of%20the%20town%20said%20on%20Monday," in link


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert build_passage_link(URL + "#live", "Holt said so.").endswith(
        "#live:~:text=Holt%20said%20so"
    )


@pytest.mark.parametrize("sentence", ["", "   ", "“…”"])
def test_nothing_to_look_for_gives_the_plain_address(sentence: str) -> None:
    assert build_passage_link(URL, sentence) == URL


@pytest.mark.parametrize("url", ["text:0123", "javascript:alert(1)", ""])
def test_no_web_address_gives_no_link(url: str) -> None:
    assert build_passage_link(url, "Holt said so.") == ""


def test_a_very_long_passage_still_gives_a_link_that_slack_takes() -> None:
    link = build_passage_link(URL, "ß" * 4000 + " and so on, and so on, and so on, and so forth")
    assert link == URL
