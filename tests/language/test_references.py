from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse

TEXT = (
    "Dwight Duvall, a firefighter, was arrested on Thursday. “He was the first to arrive,” Police "
    "Chief Renata Pauley said. A neighbour said the firefighter was kind. Pauley said she "
    "was tired."
)


def mentions_of(name: str, text: str, nlp: Language) -> list[str]:
    entity = next(each for each in analyse(text, nlp).entities if each.name == name)
    return [text[start:end] for start, end in entity.mentions]


def test_pronouns_and_descriptions_are_mentions_of_whom_they_mean(nlp: Language) -> None:
    assert mentions_of("Dwight Duvall", TEXT, nlp) == ["Dwight Duvall", "He", "the firefighter"]
    assert mentions_of("Renata Pauley", TEXT, nlp) == ["Renata Pauley", "Pauley", "she"]


def test_nobody_speaks_of_themselves_as_he(nlp: Language) -> None:
    text = "“He is my brother,” Tom Roe said. Nobody else was there."
    assert "He" not in mentions_of("Tom Roe", text, nlp)


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (
            "Lord Carrow",
            "Lord Carrow denied taking money. Ada Holt, prosecuting, said the peer had hidden it.",
            ["Carrow", "the peer"],
        ),
        (
            "Lord Carrow",
            (
                "Lord Carrow denies it.\n\nBen Moor KC, the barrister for Lord Carrow, was brief. "
                "Moor said his client had nothing to hide."
            ),
            ["Carrow", "Carrow", "his client"],
        ),
        (
            "Jane Roe",
            "Jane Roe has been charged with fraud. Her lawyer, Ada Holt, said her client was ill.",
            ["Jane Roe", "Her", "her client"],
        ),
        (
            "Sergei Doe",
            "Sergei Doe was put on the list. A lawyer for Doe said his client would appeal.",
            ["Sergei Doe", "Doe", "his client"],
        ),
        (
            "Dan Duvall",
            (
                "A volunteer firefighter was arrested over three fires.\n\nDan Duvall, 23, "
                "was held on Monday. Ada Holt said the firefighter had been first at each fire."
            ),
            ["A volunteer firefighter", "Dan Duvall", "the firefighter"],
        ),
    ],
)
def test_a_person_is_meant_by_rank_by_a_lawyer_and_by_the_first_words(
    nlp: Language, name: str, text: str, meant: list[str]
) -> None:
    assert mentions_of(name, text, nlp) == meant


def test_the_first_words_are_nobody_whose_office_is_another(nlp: Language) -> None:
    text = "A man was killed by a tree.\n\nJohn Poole, the chief constable, said it was sad."
    assert mentions_of("John Poole", text, nlp) == ["John Poole"]


def test_quotes_are_about_those_who_are_talked_about_not_about_those_who_talk(
    nlp: Language,
) -> None:
    text = (
        "Gov. Jane Pruett vetoed the bill. Pruett signed none before. She was alone.\n\nAda Holt, "
        "who leads a union, praised the governor. “We are broke,” Holt said.\n\nMary Doe, a mother "
        "of two, was not pleased. She felt abandoned. “She says she is for choice,” Doe said."
    )
    meant = ["Jane Pruett", "Pruett", "She", "the governor", "She", "she"]
    assert mentions_of("Jane Pruett", text, nlp) == meant


@pytest.mark.parametrize(
    "text",
    [
        (
            "Moses Roe, a spokesman for the rebels, blamed the army.\n\nA resident fled on Monday. "
            "“They took my brother because he had a phone,” she said. “He sells them.”"
        ),
        (
            "Moses Roe, the club's chairman, was pleased.\n\nTom Doe, who plays there, said he had "
            "heard of the sale from his son. “He read it at breakfast,” Doe said."
        ),
    ],
)
def test_somebody_without_a_name_in_a_quote_is_nobody_who_spoke_before(
    nlp: Language, text: str
) -> None:
    assert "he" not in [each.lower() for each in mentions_of("Moses Roe", text, nlp)]


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (  # by an age that only other articles give, whoever is on the mind
            "Marcus Roe",
            (
                "Marcus Roe had his hands on the wheel.\n\nThe prosecutor, Ellen Holt, said that "
                "she would take the death of the 24-year-old to a jury."
            ),
            ["Marcus Roe", "his", "the 24-year-old"],
        ),
        (  # nobody of 38 is a boy
            "Oscar Roe",
            (
                "Oscar Roe, 13, beat Victor Doe, 38.\n\nDoe said after losing that the boy played "
                "well. Ada Holt saw three of the boy's moves."
            ),
            ["Oscar Roe", "the boy", "the boy"],
        ),
        (  # many papers give an office a capital
            "Priya Holt",
            (
                "Priya Holt froze the tax on Wednesday.\n\nThe Chancellor told MPs why.\n\n"
                "Alan Doe, who leads the opposition, accused the Chancellor of a trick."
            ),
            ["Priya Holt", "The Chancellor", "the Chancellor"],
        ),
    ],
)
def test_a_person_is_meant_by_an_age_by_youth_and_by_an_office_in_a_capital(
    nlp: Language, name: str, text: str, meant: list[str]
) -> None:
    assert mentions_of(name, text, nlp) == meant


def test_the_president_is_nobody_who_leads_a_union(nlp: Language) -> None:
    text = (
        "Tonya Roe, president of Dockers Local 2109, was angry.\n\nThe tariffs began in May. "
        "Mexico answered.\n\nSen. Ruth Doe said she would ask the president to end them."
    )
    assert "the president" not in mentions_of("Tonya Roe", text, nlp)
    text = text.replace("Dockers Local 2109", "Mexico")
    assert "the president" in mentions_of("Tonya Roe", text, nlp)


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (
            "Bruce Roe",
            (
                "Bruce Roe sat still and took notes.\n\nHis barrister, Edward Holt, was angry. “My "
                "client is left holding the pen,” Holt told the jury."
            ),
            ["Bruce Roe", "His", "My client"],
        ),
        (
            "Keisha Roe",
            "Keisha Roe died in May.\n\n“My daughter was a nurse,” said Denise Roe. She wept.",
            ["Keisha Roe", "My daughter"],
        ),
    ],
)
def test_my_client_and_my_daughter_are_those_of_who_speaks(
    nlp: Language, name: str, text: str, meant: list[str]
) -> None:
    assert mentions_of(name, text, nlp) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Adam Holt was angry. Holt suggested that Brian Roe had invented it to save himself.",
        "Adam Holt was angry. Holt suggested that Brian Roe was betrayed by his own brother.",
    ],
)
def test_himself_and_his_own_are_of_the_subject_of_their_clause(nlp: Language, text: str) -> None:
    assert mentions_of("Brian Roe", text, nlp)[1:] in (["himself"], ["his"])


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (
            "Ronald Roe",
            "Ronald Roe, the mayor, was ill.\n\nEvan Doe, a friend, said the mayor kept his word.",
            ["Ronald Roe", "the mayor", "his"],
        ),
        (
            "Oscar Roe",
            "Oscar Roe won. Victor Doe was angry.\n\nDoe thanked him on Friday.",
            ["Oscar Roe", "him"],
        ),
        (
            "Clara Dunn",
            "Anna Roe left. Victor Doe, who told Clara Dunn that she should go, left as well.",
            ["Clara Dunn", "she"],
        ),
    ],
)
def test_his_is_of_the_subject_of_its_clause_and_him_is_not(
    nlp: Language, name: str, text: str, meant: list[str]
) -> None:
    assert mentions_of(name, text, nlp) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Kelly Doe, a sergeant, spoke first. Police identified the dead man as Samuel Roe, 34.",
        "Kelly Doe, a sergeant, spoke first. The victim was named by police as Samuel Roe.",
    ],
)
def test_whom_police_name_is_meant_by_the_words_before(nlp: Language, text: str) -> None:
    assert len(mentions_of("Samuel Roe", text, nlp)) == 2


def test_an_age_in_odd_digits_is_none(nlp: Language) -> None:
    text = "Oscar Roe (²) spoke. Ada Holt said that the boy was right."
    assert mentions_of("Oscar Roe", text, nlp)[0] == "Oscar Roe"


@pytest.mark.parametrize(
    "text",
    [
        "Jim Roe was charged with murder. Ben Moor met Tom Doe. Ada Holt said the suspect ran.",
        "Jim Roe has pleaded guilty. Tom Doe wept with Ben Moor. Ada Holt said the gunman ran.",
        "Jim Roe, who was arrested in May, ran. Tom Doe met Ben Moor. Ada Holt saw the attacker.",
    ],
)
def test_the_gunman_is_the_one_who_is_accused(nlp: Language, text: str) -> None:
    assert mentions_of("Jim Roe", text, nlp)[1].startswith("the ")


def test_the_gunman_is_nobody_where_several_are_accused(nlp: Language) -> None:
    text = (
        "Jim Roe was charged with murder. Tom Doe was charged with theft. Ada Holt and Ben Moor "
        "said that the gunman had stopped twice."
    )
    assert "the gunman" not in mentions_of("Tom Doe", text, nlp)


def test_the_man_of_the_first_words_has_the_age_that_is_told_later(nlp: Language) -> None:
    text = (
        "The man who shot nine people in a shop spent months on it, a prosecutor told a jury.\n\n"
        "“He counted the steps,” the prosecutor, Leonard Holt, said.\n\n"
        "Jim Roe, 27, says nothing."
    )
    assert mentions_of("Jim Roe", text, nlp) == ["The man", "He", "Jim Roe"]
