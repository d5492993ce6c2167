"""Which part of a sentence is said by whom, and what is told without anybody saying it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse


def told(text: str, nlp: Language) -> list[tuple[str, str]]:
    """(speaker, text) of what is shown as a statement, in its order."""
    return [
        (each.speaker.name if each.speaker else "", each.text)
        for each in analyse(text, nlp).attributions
        if each.standing == "stated"
    ]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The insurer said no client had been harmed and promised to replace the cards.",
            ["no client had been harmed", "to replace the cards"],
        ),
        (
            "The ministry said the bridge was shut, but the mayor's office said it had opened.",
            ["the bridge was shut", "it had opened"],
        ),
        (
            "Soldiers announced that they had sacked the judges, freed a rebel and left.",
            ["they had sacked the judges, freed a rebel and left"],
        ),
        ("The union offered a higher tax on big spenders.", ["a higher tax on big spenders"]),
        ("Greece offered a rescue team with dogs.", ["a rescue team with dogs"]),
    ],
)
def test_each_statement_is_found_whole(text: str, contents: list[str], nlp: Language) -> None:
    assert [content for _, content in told(text, nlp)] == contents


@pytest.mark.parametrize(
    "text",
    [
        "The owner rejected the report.",
        "Mary Poole has defended a plan to use cameras in murder cases.",
        "The unions have called a strike for Tuesday.",
        "Farmers from six countries protested against a trade deal with South America.",
        "The bank offered no details.",
        "The evidence shows that the officer fired at a man who posed no threat.",
    ],
)
def test_what_nobody_has_told_of_is_no_statement(text: str, nlp: Language) -> None:
    assert told(text, nlp) == []


def test_what_somebody_told_another_in_inner_marks_is_found(nlp: Language) -> None:
    text = "“I told her, ‘Close my street before you close my school,’” said Paula Reed."
    assert told(text, nlp)[1] == ("Paula Reed", "Close my street before you close my school")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Its biggest customer, the German supplier Rheinwald,", "Rheinwald"),
        ("The owner of the Star Maru, Athens-based Delphic Maritime,", "Delphic Maritime"),
    ],
)
def test_a_firm_is_named_behind_what_it_is(source: str, name: str, nlp: Language) -> None:
    assert told(f"{source} said that the crew were safe.", nlp) == [(name, "the crew were safe")]
