"""Whose officer a text introduces somebody as."""

from __future__ import annotations

import pytest

from store.folding import fold
from store.introductions import NOBODY, NamedBody, find_owner

BODIES = (
    "Vessel Water",
    "Food Safety Commission",
    "Bank of Alder",
    "Harbour Police",
    "Legislature",
)


def find(text: str, name: str) -> str | None:
    """The name of the body whose officer it is; "" for nobody's, None where nothing tells."""
    named = sorted(
        NamedBody(text.index(each), text.index(each) + len(each), number, fold(each), words)
        for number, each in enumerate(BODIES, NOBODY + 1)
        if each in text
        for words in [frozenset(fold(each).split())]
    )
    start = text.index(name)
    owner = find_owner(text, (start, start + len(name)), named)
    return owner if owner is None else ("", *BODIES)[owner]


@pytest.mark.parametrize(
    "introduction",
    [
        "Its director of water quality, Ada Holt, said so.",
        "The company's chair, Dame Ada Holt, said so.",
        "“No,” company spokeswoman Ada Holt said.",
        "“No,” said Ada Holt, a company spokeswoman.",
        "“No,” said Ada Holt, director of the company's Drainage Bureau.",
    ],
)
def test_an_officer_is_of_the_body_that_the_words_beside_the_name_mean(introduction: str) -> None:
    assert find(f"Vessel Water pays. {introduction}", "Ada Holt") == "Vessel Water"


@pytest.mark.parametrize(
    "text",
    [
        "“No,” said Vessel Water's Ada Holt.",
        "“No,” said Ada Holt, of Vessel Water.",
        "“No,” said Ada Holt, who runs Vessel Water from a barge.",
        "Vessel Water pays. “No,” said Ada Holt, who chairs its audit committee.",
        "Vessel Water pays. Ada Holt, who now heads the company, said no.",
    ],
)
def test_whoever_is_of_a_body_is_told_without_an_office(text: str) -> None:
    assert find(text, "Ada Holt") == "Vessel Water"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Bank of Alder waits. “No,” said Ada Holt, the governor.", "Bank of Alder"),
        ("The Bank of Alder waits. “No,” said Ada Holt, the governor of Ohio.", None),
        ("Vessel Water waits. The governor, Ada Holt, said no.", ""),
        ("The Food Safety Commission sued. Commissioner Ada Holt said no.", BODIES[1]),
        ("The Bank of Alder waits. Council President Ada Holt said no.", None),
        ("Detective Inspector Ada Holt said no. Harbour Police came.", "Harbour Police"),
        ("Vessel Water waits. Detective Inspector Ada Holt said no.", ""),
        ("“No,” said Ada Holt, convener at the yard for Vessel Water.", "Vessel Water"),
        ("Alder waits. Vessel Water pays. “No,” said Ada Holt, the chief executive.", BODIES[0]),
        ("Vessel Water pays. “No,” said Ada Holt, the president.", None),
        ("Harbour Police came. Ada Holt, a department spokeswoman, said no.", "Harbour Police"),
    ],
)
def test_an_office_tells_of_which_kind_its_body_is(text: str, body: str | None) -> None:
    assert find(text, "Ada Holt") == body


def test_a_company_is_no_public_body_though_that_is_nearer() -> None:
    text = "Vessel Water pays. The Legislature waits.\n“No,” said Ada Holt, a company spokeswoman."
    assert find(text, "Ada Holt") == "Vessel Water"


def test_an_agency_is_rather_one_by_its_name() -> None:
    text = (
        "The Food Safety Commission acted.\nVessel Water waits.\n"
        "“No,” said Ada Holt, head of the agency's laboratory."
    )
    assert find(text, "Ada Holt") == "Food Safety Commission"


@pytest.mark.parametrize(
    "introduction",
    [
        "The mayor waits. Her spokeswoman, Ada Holt, said so.",
        "Ada Holt, a spokeswoman for the mayor, said so.",
        "Ada Holt, the tribe's chairwoman, said so.",
        "The trust's chief executive, Dr Ada Holt, said so.",
    ],
)
def test_an_officer_of_somebody_else_is_none_of_the_body_s(introduction: str) -> None:
    assert find(f"Vessel Water pays. {introduction}", "Ada Holt") == ""


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Vessel Water said no. “It is late,” a spokesman said.", "Vessel Water"),
        ("The Bank of Alder met.\n\nVessel Water said no, a spokesman said.", "Vessel Water"),
        ("Vessel Water said no. “It is late,” a spokesman for the builders said.", None),
        ("Vessel Water said no.\n\nIt rained. “It is late,” a spokesman said.", None),
    ],
)
def test_a_bare_spokesman_is_of_the_body_that_spoke_last(text: str, body: str | None) -> None:
    assert find(text, "a spokesman") == body


def test_who_was_of_a_body_once_is_nobody_s() -> None:
    assert find("A former Vessel Water engineer, Ada Holt, said so.", "Ada Holt") == ""


@pytest.mark.parametrize("tie", ["in", "within", "inside", "at"])
def test_a_nameless_official_is_of_the_group_that_was_named(tie: str) -> None:
    text = f"The Harbour Police waited. A senior official {tie} the force said no."
    assert find(text, f"A senior official {tie} the force") == "Harbour Police"


@pytest.mark.parametrize(
    ("text", "described", "body"),
    [
        ("Two people at the company said no.", "Two people at the company", "Vessel Water"),
        (
            "Several managers within the firm said no.",
            "Several managers within the firm",
            "Vessel Water",
        ),
        ("A neighbour of the company said no.", "A neighbour of the company", None),
    ],
)
def test_nameless_people_are_of_the_body_that_is_told(
    text: str, described: str, body: str | None
) -> None:
    assert find(f"Vessel Water pays. {text}", described) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The island's chamber of commerce was angry. “No,” said its chair, Ada Holt.", ""),
        ("The union was angry. “No,” said its chair, Ada Holt.", ""),
        ("The company was angry. “No,” said its chair, Ada Holt.", "Vessel Water"),
        ("Moor said Vessel Water had ignored warnings about owner Ada Holt.", None),
        ("Harbour Police came. “No,” said Commissioner Ada Holt.", "Harbour Police"),
    ],
)
def test_an_office_is_that_of_the_body_told_last_though_it_has_no_name(
    text: str, body: str | None
) -> None:
    assert find(f"Vessel Water pays.\n\n{text}", "Ada Holt") == body
