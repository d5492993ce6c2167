"""Sentences of everyday news that the parser reads wrong, read right nevertheless."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.saying import speakers, stated, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Hessle, Mara Lund, a baker, said the mill would close.", "Mara Lund"),
        (
            "On Orsa Island, where the trial took place, Mara Lund, a baker, said the mill closed.",
            "Mara Lund",
        ),
        ("Outside court, Mara Lund, a lawyer for the mill, said it would close.", "Mara Lund"),
        ("In Dayton, Ohio, Mara Lund, who has left, said the mill would close.", "Mara Lund"),
        ("In Austin, Texas, Mara Lund, a plumber, said the mill would close.", "Mara Lund"),
        ("In Brussels Ilse Vandermeer, the trade chief, said it was late.", "Ilse Vandermeer"),
        ("In Lagos Chidi Obi, a trader, told reporters the mill would close.", "Chidi Obi"),
    ],
)
def test_who_is_named_behind_the_place_that_opens_a_sentence_speaks(
    text: str, name: str, nlp: Language
) -> None:
    assert speakers(text, nlp) == [name]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Its director, Mara Lund, accused ministers of “hiding behind the door”.",
            "ministers of “hiding behind the door”",
        ),
        (
            "The National Bakers' Union (NBU) accused ministers of acting too slowly.",
            "ministers of acting too slowly",
        ),
    ],
)
def test_an_accusation_is_found_though_no_article_stands_before_the_accused(
    text: str, content: str, nlp: Language
) -> None:
    assert told(text, nlp) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The council said it was “deeply disappointed” and would consider an emergency grant.",
            "it was “deeply disappointed” and would consider an emergency grant",
        ),
        (
            "The ministry said it was “watching closely” and had asked the army to stand by.",
            "it was “watching closely” and had asked the army to stand by",
        ),
    ],
)
def test_the_second_verb_behind_a_quoted_one_is_said_as_well(
    text: str, content: str, nlp: Language
) -> None:
    assert told(text, nlp) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mara Lund, the chief economist, warned import bills in Norland and Hessle could grow.",
            "import bills in Norland and Hessle could grow",
        ),
        (
            "Mara Lund countered that response times on the South Side had passed 11 minutes.",
            "response times on the South Side had passed 11 minutes",
        ),
    ],
)
def test_a_clause_keeps_its_subject(text: str, content: str, nlp: Language) -> None:
    assert told(text, nlp) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mara Lund suggested after losing to him on Friday that the boy had help.",
            "the boy had help",
        ),
        (
            "Judge Mara Lund ruled before the jury came in that prosecutors may play the tape.",
            "prosecutors may play the tape",
        ),
    ],
)
def test_a_clause_is_found_behind_the_words_that_tell_when_it_was_said(
    text: str, content: str, nlp: Language
) -> None:
    assert told(text, nlp) == [content]


def test_what_a_thing_is_called_between_marks_belongs_to_the_thing(nlp: Language) -> None:
    text = "Sen. Mara Lund, the chair of the committee, called the suit “ten years late.”"
    assert told(text, nlp) == ["the suit “ten years late.”"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "“It broke,” said Mara Lund. “It is gone.” Lund called for the line to be closed.",
            ["It broke, ... It is gone.", "the line to be closed"],
        ),
        (
            "Mara Lund said they were “near a deal”. She ruled out sending in the army.",
            ["they were “near a deal”", "sending in the army"],
        ),
        (
            "Mara Lund said they had ‘no lorry to spare’. The freeze, she argued, had helped them.",
            ["they had ‘no lorry to spare’", "The freeze ... had helped them"],
        ),
    ],
)
def test_a_sentence_with_words_of_its_own_is_no_cue_of_the_quote_before_it(
    text: str, contents: list[str], nlp: Language
) -> None:
    assert told(text, nlp) == contents


def test_a_promise_behind_what_others_would_do_is_of_who_spoke(nlp: Language) -> None:
    text = (
        "The mayor, Mara Lund, said the army would help to clear roads and promised help for "
        "households whose insurance would not pay."
    )
    assert speakers(text, nlp) == ["Mara Lund", "Mara Lund"]


def test_what_a_forecaster_forecasts_and_an_agency_appeals_for_is_stated(nlp: Language) -> None:
    text = (
        "The Norland Weather Service forecast heavy rain until Wednesday. The Red Cross appealed "
        "for $31 million to get through the winter. The bank appealed the ruling."
    )
    assert told(text, nlp) == [
        "heavy rain until Wednesday",
        "$31 million to get through the winter",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Its owner, Northgate Holdings, said the mill would close.", "Northgate Holdings"),
        (
            "The mill's largest shareholder, the Hessle fund Ormond Capital, said it would sell.",
            "Ormond Capital",
        ),
        ("The organisers, the Hessle Chess Trust, said it was over.", "Hessle Chess Trust"),
        (
            "The industry's trade group, the Council of Bakers, said it was over.",
            "Council of Bakers",
        ),
    ],
)
def test_a_body_is_named_beside_what_it_is_to_somebody(text: str, name: str, nlp: Language) -> None:
    assert speakers(text, nlp) == [name]


def test_a_name_beside_an_office_of_several_words_is_a_person(nlp: Language) -> None:
    text = (
        "The Aviation Authority met. Its director of flight standards, Harjit Sekhon, said no jet "
        "was safe."
    )
    assert [each.speaker and each.speaker.kind for each in stated(text, nlp)] == ["person"]


@pytest.mark.parametrize(
    "text",
    [
        "A backbencher, who asked not to be named, said it was late. “Very,” the councillor said.",
        "One backbencher, who asked not to be named, predicted defeat. “By ten votes,” he said.",
    ],
)
def test_an_unnamed_source_goes_on_speaking_in_its_paragraph(text: str, nlp: Language) -> None:
    before = "Karl Lund, the council leader, said it was early.\n\n"
    assert speakers(before + text, nlp)[-1].endswith("backbencher")


def test_an_unnamed_source_gives_way_to_the_named_one_whose_office_is_told(nlp: Language) -> None:
    text = "A protester said Mayor Mara Lund had lied. “I never did,” the mayor said."
    assert speakers(text, nlp)[-1] == "Mara Lund"


def test_an_office_with_a_capital_is_who_is_on_the_mind(nlp: Language) -> None:
    text = (
        "Mara Lund froze fuel duty for another year on Wednesday. The Chancellor told MPs that "
        "the economy would grow."
    )
    assert speakers(text, nlp) == ["Mara Lund"]


def test_an_office_with_a_capital_is_nobody_of_another_office(nlp: Language) -> None:
    text = "Mara Lund, a nurse, said it was late. The Chancellor said that the economy would grow."
    assert speakers(text, nlp)[-1] == "the Chancellor"


def test_an_unnamed_source_is_kept_with_two_clauses_that_tell_of_it(nlp: Language) -> None:
    text = (
        "A woman who was folding clothes inside, and who would not give her name because she "
        "feared for her safety, said the officer had fired at once."
    )
    assert speakers(text, nlp) == ["a woman"]


@pytest.mark.parametrize(
    "text",
    [
        "The Hessle Herald quoted Mara Lund as saying she would leave.",
        "The Hessle Herald quoted the mayor, Mara Lund, as saying “she would leave”.",
        "Mara Lund was ill. The Hessle Herald quoted her as saying she would leave.",
    ],
)
def test_what_a_paper_quotes_is_of_whom_it_quotes(text: str, nlp: Language) -> None:
    found = [(each.speaker and each.speaker.name, each.text) for each in stated(text, nlp)]
    assert found == [("Mara Lund", "she would leave")]


def test_who_is_named_behind_the_verb_goes_on_as_she(nlp: Language) -> None:
    text = (
        "The firm backed the plan, which its boss, Marie Lund, called “a gift to all of us”.\n\n"
        "In the queue at the Port Tunnel sat Dymphna Casey, a driver. “It is late,” she said."
    )
    assert speakers(text, nlp) == ["Marie Lund", "Dymphna Casey"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mara Lund was there. “It is late,” Lund said at a meeting in Hessle.", ["Mara Lund"]),
        (
            "It fined Acme and ten mills, and a baker who fought it for years says he will wait.",
            ["a baker"],
        ),
        (
            "It flew 900 miles before it fell into the Pacific, South Korea's Joint Chiefs said.",
            ["Joint Chiefs"],
        ),
        (
            "“It is late,” said Mara Lund of the Hessle and Orsa Passengers’ Group, who waits.",
            ["Mara Lund"],
        ),
        (
            "A former colleague of Mr Lund, who came from Hessle, said the mill would close.",
            ["a former colleague of Mr Lund"],
        ),
        ("Their captors, the Hessle Brigades, said that all were well.", ["Hessle Brigades"]),
        (
            (
                "The mill will close, its owner said. Lund Steel, which owns ten, said it lost"
                " money. Ted Varley, who worked there, said he wept."
            ),
            ["Lund Steel", "Lund Steel", "Ted Varley"],
        ),
    ],
)
def test_who_speaks_is_found_though_the_parser_takes_them_for_something_else(
    text: str, names: list[str], nlp: Language
) -> None:
    assert speakers(text, nlp) == names


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("Mara Lund, chief economist at Ormond Economics", "the typical buyer will pay more"),
        ("Mara Lund, the council leader", "one in nine jobs in the town depends on the mill"),
    ],
)
def test_according_to_somebody_who_is_described_the_subject_is_told(
    source: str, content: str, nlp: Language
) -> None:
    assert told(f"According to {source}, {content}.", nlp) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mara Lund, his mother, told the inquest that she had begged for a test.",
            "she had begged for a test",
        ),
        (
            "Dr Mara Lund gave evidence that the ward had four doctors.",
            "the ward had four doctors",
        ),
        (
            "It warned that joint Norland and Hessle games, due to start in May, would be banned.",
            "joint Norland and Hessle games, due to start in May, would be banned",
        ),
    ],
)
def test_what_was_told_is_found_whole(text: str, content: str, nlp: Language) -> None:
    assert told(text, nlp) == [content]


@pytest.mark.parametrize("marks", ["“{}”", "‘{}’", "'{}'", '"{}"'])
def test_a_quote_behind_a_sum_of_money_begins_a_sentence(marks: str, nlp: Language) -> None:
    quote = marks.format("We got this wrong, and I am sorry,")
    text = (
        f"The mill said it would be rebuilt at a cost of £19m. {quote} its boss, Mara Lund, said."
    )
    assert speakers(text, nlp)[-1] == "Mara Lund"
    assert told(text, nlp)[-1] == "We got this wrong, and I am sorry,"


def test_a_quote_goes_on_behind_a_speaker_of_whom_a_clause_tells(nlp: Language) -> None:
    text = "“It is late,” Mara Lund, who has led the mill since May, told the panel. “Go home.”"
    assert told(text, nlp) == ["It is late, ... Go home."]


@pytest.mark.parametrize(
    "opening",
    [
        "In February Lund had told",
        "In a letter to the prime minister Lund told",
        "In an affidavit filed on Monday Lund told",
        "On her way into court Lund told",
        "As dusk fell Lund told",
        "Before she left Lund told",
    ],
)
def test_a_subject_without_a_comma_before_it_speaks_behind_the_words_that_open_its_sentence(
    opening: str, nlp: Language
) -> None:
    text = f"Mara Lund runs the mill.\n\n{opening} MPs that no mill would close."
    assert speakers(text, nlp) == ["Mara Lund"]


def test_a_body_behind_a_day_has_no_day_in_its_name(nlp: Language) -> None:
    text = "Only on Friday Downing Street had said that the minister would stay."
    assert speakers(text, nlp) == ["Downing Street"]


def test_an_office_behind_to_whom_a_message_went_speaks(nlp: Language) -> None:
    text = "In an email to staff the chief executive said the firm had run out of time."
    assert speakers(text, nlp) == ["the chief executive"]


def test_who_was_cross_examined_speaks_and_not_who_examined_her(nlp: Language) -> None:
    text = "Cross-examined by Jan Roe, for the crown, Mara Lund agreed that she had seen nobody."
    assert speakers(text, nlp) == ["Mara Lund"]


def test_a_witness_is_nobody_named_with_the_lawyer_who_examines_her(nlp: Language) -> None:
    text = (
        "Mara Lund runs the mill.\n\nCross-examined by Jan Dahl, the barrister for Mara Lund, "
        "the witness accepted that nobody had ordered her to sign."
    )
    assert speakers(text, nlp) != ["Mara Lund"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme fears that its mill will close, according to two aides.", "two aides"),
        ("Prosecutors believe that he fled to Oslo, according to Mara Lund.", "Mara Lund"),
    ],
)
def test_who_tells_what_others_think_is_no_part_of_what_they_think(
    text: str, name: str, nlp: Language
) -> None:
    whole = text.partition(", according")[0]
    assert (whole, name) in list(zip(told(text, nlp), speakers(text, nlp), strict=True))
