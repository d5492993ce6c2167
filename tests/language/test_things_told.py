"""Statements without a clause of their own: figures, verdicts, causes, what was seen."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse


def told(text: str, nlp: Language) -> list[tuple[str, str]]:
    """The cue and the words of each statement, in their order."""
    found = analyse(text, nlp).attributions
    stated = [each for each in found if each.standing == "stated"]
    return [(text[slice(*each.cue)] if each.cue else "", each.text) for each in stated]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "The agency on Monday raised the death toll to 112 and warned of more rain.",
            [("raised", "the death toll to 112"), ("warned of", "more rain")],
        ),
        ("The bank cut its forecast to 1.2 percent.", [("cut", "its forecast to 1.2 percent")]),
        (
            "Officials put arrivals at 2,300 and hinted that the border might close.",
            [("put", "arrivals at 2,300"), ("hinted", "the border might close")],
        ),
        ("The police estimated the crowd at half that.", [("estimated", "the crowd at half that")]),
        ("The chamber assesses the loss at $3 million.", [("assesses", "the loss at $3 million")]),
        (
            "The clinic counted 22 children among the wounded.",
            [("counted", "22 children among the wounded")],
        ),
        (
            "The team counted 61 bodies, many of them burned, according to the mission in Oslo.",
            [("according to", "The team counted 61 bodies, many of them burned")],
        ),
        ("She counted 22 steps to the door.", []),
        ("The firm raised prices to $40.", []),
        ("The deal values the company at $3 billion.", []),
    ],
)
def test_a_figure_that_somebody_gives_is_told(
    text: str, statements: list[tuple[str, str]], nlp: Language
) -> None:
    assert told(text, nlp) == statements


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The union's fear is that the plant will close.", "the plant will close"),
        ("For the Red Cross the worry is that the road will close.", "the road will close"),
        ("The mayor's advice: sell now and wait.", "sell now and wait"),
        ("“It was a circus,” was one Western envoy's verdict.", "It was a circus,"),
        ("In Kigali's telling, the rebels fired first.", "the rebels fired first"),
        ("By the union's count, 300 workers were sent home.", "300 workers were sent home"),
        ("The road is shut, in the opinion of the engineer.", "The road is shut"),
        ("The storm hit at dawn, per the weather service.", "The storm hit at dawn"),
    ],
)
def test_a_noun_with_its_owner_tells(text: str, statement: str, nlp: Language) -> None:
    assert [words for _, words in told(text, nlp)] == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "In my view, it is late.",
        "In view of the storm, the port closed.",
        "The answer is that nobody knows.",
        "The fare is $20, per person.",
    ],
)
def test_a_noun_that_is_nobodys_tells_nothing(text: str, nlp: Language) -> None:
    assert told(text, nlp) == []


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Police linked the attack to a gang from Leeds.", "the attack to a gang from Leeds"),
        ("The historian ascribes the vote to anger over prices.", "the vote to anger over prices"),
        ("The militia took responsibility for the attack.", "responsibility for the attack"),
        ("The inquiry found no evidence of a cover-up.", "no evidence of a cover-up"),
        ("Lagos expressed “deep regret” over the raid.", "“deep regret” over the raid"),
        ("The chairman floated the idea of a merger.", "the idea of a merger"),
        ("Witnesses described a scene of chaos.", "a scene of chaos"),
        ("Neighbours spoke of a loud bang and a fire.", "a loud bang and a fire"),
        ("An aide described the plan as all but finished.", "the plan as all but finished"),
        ("A surgeon remembered a flash and then darkness.", "a flash and then darkness"),
        ("The doctors' network expects the toll to rise.", "the toll to rise"),
        ("The minister considers the plan a mistake.", "the plan a mistake"),
        (
            "The minister rejected the report that soldiers had fled.",
            "the report that soldiers had fled",
        ),
        ("Rome sent two ships; Oslo announced $5 million in aid.", "$5 million in aid"),
        (
            "The airline announced the suspension of all flights until June.",
            "the suspension of all flights until June",
        ),
        ("A source let slip that the deal was off.", "the deal was off"),
        ("The envoy remained adamant that the truce held.", "the truce held"),
    ],
)
def test_a_thing_that_tells_by_itself_is_a_statement(
    text: str, statement: str, nlp: Language
) -> None:
    assert [words for _, words in told(text, nlp)] == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge links the town to the coast.",
        "Witnesses described the scene.",
        "He spoke of his childhood.",
        "The carmaker recalled a batch of cars that had faulty brakes.",
        "The council considered the plan on Monday.",
    ],
)
def test_a_deed_or_a_mere_topic_is_no_statement(text: str, nlp: Language) -> None:
    assert told(text, nlp) == []


def test_a_network_named_by_a_letter_ends_a_sentence(nlp: Language) -> None:
    text = '"We are ready," the minister wrote on X. "They are not."'
    assert told(text, nlp) == [("wrote on X", "We are ready, ... They are not.")]


def test_a_quote_behind_a_colon_is_of_whom_its_sentence_tells(nlp: Language) -> None:
    text = 'The mayor was angry that the bridge had closed: "Nobody asked us."'
    assert ("was", "Nobody asked us.") in told(text, nlp)


def test_what_another_speaker_says_behind_and_is_not_said_by_the_first(nlp: Language) -> None:
    text = "Prices fell, the bank said, and the minister, Ada Lund, said she was glad."
    assert told(text, nlp) == [("said", "Prices fell"), ("said", "she was glad")]


def test_whoever_asks_not_to_be_named_speaks_all_the_same(nlp: Language) -> None:
    text = "A guard who asked not to be named conceded that the gate was open."
    assert ("conceded", "the gate was open") in told(text, nlp)


def test_somebody_who_goes_on_speaks(nlp: Language) -> None:
    text = "The road, she went on, would open in May."
    assert [words for _, words in told(text, nlp)] == ["The road ... would open in May"]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Oslo pledged two ships and Rome $5 million.", ["two ships", "$5 million"]),
        ("The ministry put the toll at 21, the rebels at 40.", ["the toll at 21", "at 40"]),
        ("The mayor promised 40 buses, and the council 300 homes.", ["40 buses", "300 homes"]),
        (
            "The firm said it sold 30 Boeing 737 jets and Airbus 320 jets.",
            ["it sold 30 Boeing 737 jets and Airbus 320 jets"],
        ),
    ],
)
def test_a_verb_that_stands_once_is_of_each_speaker(
    text: str, statements: list[str], nlp: Language
) -> None:
    assert [words for _, words in told(text, nlp)] == statements
