from __future__ import annotations

import pytest

from bot.desk.outlets import find_outlet, outlet_called
from store.names import Known

KNOWN = Known(
    speakers=frozenset({"ferrow energy"}),
    outlets={
        "northern post": "The Northern Post",
        "ferrow energy": "Ferrow Energy",
        "nytimes com": "nytimes.com",
        "radio don": "Radio Don",
        "kent gazette": "The Kent Gazette",
    },
)


@pytest.mark.parametrize(
    ("question", "rest", "outlet"),
    [
        (
            "who said what about oil in the Northern Post",
            "who said what about oil",
            "The Northern Post",
        ),
        ("quotes in the northern post about oil", "quotes about oil", "The Northern Post"),
        ("what did the Northern Post have on oil", "anything on oil", "The Northern Post"),
        ("who said what about oil in the guardian", "who said what about oil", "The Guardian"),
        ("Kirby in the NYT", "Kirby", "nytimes.com"),
        ("what did Marsh say on Radio Don", "what did Marsh say", "Radio Don"),
        ("quotes from Reuters", "quotes", "Reuters"),
        ("Marsh in the Gazette", "Marsh", "The Kent Gazette"),
        ("what did Marsh tell the Gazette", "what did Marsh tell", "The Kent Gazette"),
        ("oil, Northern Post only", "oil", "The Northern Post"),
        ("northern post oil", "oil", "The Northern Post"),
        ("oil quotes from the Gazette story", "oil quotes", "The Kent Gazette"),
        ("from the Gazette's coverage: Marsh", "Marsh", "The Kent Gazette"),
        ("Northern Post pieces: oil", "oil", "The Northern Post"),
        ("Northern Post version - who said what", "who said what", "The Northern Post"),
        ("did the Northern Post quote Marsh on oil", "quotes by Marsh on oil", "The Northern Post"),
    ],
)
def test_an_outlet_is_taken_out_of_the_question(question: str, rest: str, outlet: str) -> None:
    assert find_outlet(question, KNOWN) == (rest, outlet)


@pytest.mark.parametrize(
    "question",
    [
        "who said what about the Guardian",
        "anything on the BBC",
        "quotes by Ferrow Energy",
        "who said what in the Senate",
        "what did the guardian of the bridge say in May",
        "who said what about the sun in the sky",
    ],
)
def test_what_only_sounds_like_an_outlet_stays(question: str) -> None:
    assert find_outlet(question, KNOWN) == (question, None)


def test_an_outlet_that_articles_only_name_is_something_to_speak_of() -> None:
    known = Known(frozenset({"bbc", "northern post"}), outlets=KNOWN.outlets)
    assert outlet_called("the BBC", known) is None
    assert outlet_called("northern post", known) == "The Northern Post"
