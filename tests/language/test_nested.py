"""Statements within statements: the outer speaker first, the inner one with `via`."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.lines import build_line


def told(text: str, nlp: Language) -> list[tuple[str, str, str, str]]:
    """(speaker, via, kind, text) of every statement that was made."""
    return [
        (
            each.speaker.name if each.speaker else "",
            each.via.name if each.via else "",
            each.kind,
            each.text,
        )
        for each in analyse(text, nlp).attributions
        if each.standing == "stated"
    ]


def test_a_quote_within_a_quote_is_the_inner_speakers(nlp: Language) -> None:
    text = "“Piet Lund told me, ‘Close the bridge,’” Anna Dahl said."
    outer, inner = told(text, nlp)
    assert outer[:3] == ("Anna Dahl", "", "direct")
    assert inner == ("Piet Lund", "Anna Dahl", "direct", "Close the bridge")


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "Anna Dahl said Piet Lund had told her the bridge was unsafe.",
            ("Piet Lund", "Anna Dahl", "indirect", "the bridge was unsafe"),
        ),
        (
            "Anna Dahl told the council that Piet Lund had warned that the bridge would fall.",
            ("Piet Lund", "Anna Dahl", "indirect", "the bridge would fall"),
        ),
        (
            "Anna Dahl said that Piet Lund had threatened to close the bridge.",
            ("Piet Lund", "Anna Dahl", "indirect", "to close the bridge"),
        ),
        (
            "Anna Dahl said the engineers had advised the council to close the bridge.",
            ("the engineers", "Anna Dahl", "indirect", "the council to close the bridge"),
        ),
        (
            "Anna Dahl said that Piet Lund had described the bridge as a heap of rust.",
            ("Piet Lund", "Anna Dahl", "indirect", "the bridge as a heap of rust"),
        ),
        (
            "Anna Dahl said Piet Lund had called on her and had promised to close the bridge.",
            ("Piet Lund", "Anna Dahl", "indirect", "to close the bridge"),
        ),
        (
            "According to Anna Dahl, the engineers said the bridge was safe.",
            ("the engineers", "Anna Dahl", "indirect", "the bridge was safe"),
        ),
    ],
)
def test_the_inner_statement_names_the_outer_speaker(
    text: str, inner: tuple[str, str, str, str], nlp: Language
) -> None:
    outer, nested = told(text, nlp)
    assert outer[:2] == ("Anna Dahl", "")
    assert inner[3] in outer[3]
    assert nested == inner


@pytest.mark.parametrize(
    ("quote", "inner"),
    [
        ("Piet Lund told me the bridge was unsafe,", "the bridge was unsafe"),
        ("Piet Lund has asked me to stop writing,", "me to stop writing"),
        ("Piet Lund calls it the swamp of the north,", "it the swamp of the north"),
        ("Piet Lund reckons the bridge is safe,", "the bridge is safe"),
    ],
)
def test_what_is_retold_within_marks_is_no_quote_of_the_inner_speaker(
    quote: str, inner: str, nlp: Language
) -> None:
    assert told(f"“{quote}” Anna Dahl said.", nlp) == [
        ("Anna Dahl", "", "direct", quote),
        ("Piet Lund", "Anna Dahl", "indirect", inner),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“I told them that the bridge was unsafe,” Anna Dahl said.",
        "Anna Dahl said she had told the council that the bridge was unsafe.",
        "Anna Dahl said she had asked the council to close the bridge.",
    ],
)
def test_what_somebody_retells_of_herself_is_one_statement(text: str, nlp: Language) -> None:
    assert [via for _, via, _, _ in told(text, nlp)] == [""]


def test_he_within_a_quote_is_not_who_is_quoted(nlp: Language) -> None:
    text = (
        "Piet Lund closed the bridge. “I asked him to wait,” Jan Berg said.\n\n"
        "Berg went home. “He said, ‘You can swim,’” Berg said."
    )
    inner = next(each for each in analyse(text, nlp).attributions if each.text == "You can swim")
    assert inner.speaker is not None
    assert (inner.speaker.name, inner.speaker.sure) == ("Piet Lund", False)


@pytest.mark.parametrize("inner", ["wanted to close it", "would ask them to close it"])
def test_what_somebody_else_means_to_do_is_not_retold(inner: str, nlp: Language) -> None:
    assert [via for _, via, _, _ in told(f"Anna Dahl said Piet Lund {inner}.", nlp)] == [""]


def test_nothing_is_said_within_what_was_not_said(nlp: Language) -> None:
    text = "Anna Dahl did not say whether Piet Lund had said that the bridge was unsafe."
    assert told(text, nlp) == []


def test_a_line_lists_the_inner_statement_under_the_outer_one(nlp: Language) -> None:
    text = "Anna Dahl said Piet Lund had told her the bridge was unsafe."
    (outer,) = build_line("bridge", text, analyse(text, nlp))["statements"]
    assert [each["via"] for each in outer["nested"]] == [{"name": "Anna Dahl", "role": ""}]


def test_a_line_counts_the_that_to_what_is_said(nlp: Language) -> None:
    text = "Anna Dahl warned that the bridge would fall."
    analysis = analyse(text, nlp)
    (statement,) = build_line("bridge", text, analysis)["statements"]
    assert analysis.attributions[0].text == "the bridge would fall"
    assert text[slice(*statement["content"][0])] == "that the bridge would fall"


def test_he_in_somebodys_words_is_whom_they_spoke_of(nlp: Language) -> None:
    text = (
        "Prosecutors said Julian Stokes, 58, had sold gold. Stokes denies it.\n\n"
        "His barrister, Piers Hallam, said his client had been a fool.\n\n"
        "The first witness was the firm's former accountant, Beata Nowicka. She told the court "
        "that invoices had been typed again. “I wanted to know who the customer was,” Nowicka "
        "said. “He told me the customer was the weather.”"
    )
    assert ("Julian Stokes", "Beata Nowicka") in [each[:2] for each in told(text, nlp)]
