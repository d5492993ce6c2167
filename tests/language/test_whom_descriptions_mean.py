"""Descriptions, labels and short names lead to the full name that the text gives."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.entities import find_entities

SPEAKERS = [
    (
        "The Congressional Budget Office met. Nobody came. The budget office said that it was sad.",
        "Congressional Budget Office",
    ),
    (
        "A House panel said that it was over. The House Ethics Committee met on Monday.",
        "House Ethics Committee",
    ),
    (
        "Citizens for Clean Rivers in Ohio (CCRO) met. CCRO said that the water was brown.",
        "Citizens for Clean Rivers in Ohio",
    ),
    ("Ann Roe met Sen. Tim Kerr (R-Utah). The Utah Republican said that he agreed.", "Tim Kerr"),
    ("The Associated Press was there. The AP said that it had asked.", "Associated Press"),
    ("It rained in Michigan. Nobody left. The state said that it was sorry.", "Michigan"),
    (
        "A skipper was jailed on Monday. Bram Oller, 52, wept. “Sorry,” the skipper said.",
        "Bram Oller",
    ),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_a_description_or_short_name_is_shown_in_full(nlp: Language, text: str, name: str) -> None:
    speakers = [each.speaker for each in analyse(text, nlp).attributions if each.speaker]
    assert [(each.name, each.sure) for each in speakers] == [(name, True)]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Theresa Paris", "SEN. PARIS"),
        ("Dana Mills", "MILLS"),
        ("Anna Maria Sollers", "AS"),
        ("Anna Sollers-Brown", "ASB"),
        ("Anna Sollers", "A.S."),
    ],
)
def test_a_label_of_a_turn_is_a_known_person(nlp: Language, name: str, label: str) -> None:
    text = (
        f"{name} sat down with the Courier.\n\nThe Courier: Do you listen to the radio?\n\n"
        f"{label}: Never. I listen to the trams.\n\nThe Courier: And what do they play?\n\n"
        f"{label}: They play the bell. It is a terrible bell.\n"
    )
    speakers = {each.speaker.name for each in analyse(text, nlp).attributions if each.speaker}
    assert name in speakers


def test_a_knight_keeps_the_title(nlp: Language) -> None:
    names = {entity.name for entity in find_entities(nlp("Sir Jack Roe resigned. Sir Jack wept."))}
    assert names == {"Sir Jack Roe"}
