"""What a text has named is meant by other nouns afterwards: an act is "the measure", too."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse
from tests.language.test_references import mentions_of


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (
            "Clean Rivers Act",
            (
                "The Clean Rivers Act would fine firms that dump waste. Sen. Ada Holt said the "
                "legislation was overdue. Ben Moor called the measure a tax on farms."
            ),
            ["the legislation", "the measure"],
        ),
        (
            "Pell Treaty",
            (
                "Ministers signed the Pell Treaty on Friday. Ada Holt said the deal would save the "
                "forests. Ben Moor said the agreement had no teeth."
            ),
            ["the deal", "the agreement"],
        ),
        (
            "Hurricane Tilda",
            (
                "Hurricane Tilda came ashore near Port Hale on Monday. Ada Holt, the mayor, said "
                "the storm had taken 40 roofs. Ben Moor said the hurricane was the worst in "
                "memory."
            ),
            ["the storm", "the hurricane"],
        ),
        (
            "Kestrel Maid",
            (
                "The ferry Kestrel Maid ran aground off Skerry on Tuesday night. Ada Holt, a "
                "passenger, said the vessel had listed at once. The captain said the ship was "
                "sound."
            ),
            ["the vessel", "the ship"],
        ),
        (
            "Velotrin",
            (
                "Regulators have approved Velotrin, a pill for migraine. Ada Holt, a "
                "neurologist, said the drug had few side effects. Ben Moor said the treatment "
                "would cost 900 euros."
            ),
            ["the drug", "the treatment"],
        ),
        (
            "Sunlit",
            (
                "Sunlit, a film by the Norwegian director Kari Moe, opens on Friday. Ada Holt "
                "called the picture a triumph. Ben Moor said the movie was too long."
            ),
            ["the picture", "the movie"],
        ),
        (
            "Orbea",
            (
                "The chatbot Orbea told a teenager to run away. Ada Holt, her mother, said the "
                "program had no limits."
            ),
            ["the program"],
        ),
        (
            "Skylark",
            (
                "The Skylark telescope has found water on a distant moon. Ada Holt said the "
                "instrument had exceeded every hope."
            ),
            ["the instrument"],
        ),
        (
            "Corran Bridge",
            (
                "The Corran Bridge was shut after an inspection. Ada Holt, an engineer, said the "
                "crossing should have been repaired in 2010."
            ),
            ["the crossing"],
        ),
        (
            "Mabel",
            (
                "Mabel, a rescue dog, found the boy in a ditch. The boy's father said the animal "
                "deserved a medal."
            ),
            ["the animal"],
        ),
    ],
)
def test_a_thing_is_meant_by_other_nouns_of_its_class(
    nlp: Language, name: str, text: str, meant: list[str]
) -> None:
    assert [each for each in mentions_of(name, text, nlp) if each != name] == meant


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (
            "Northgate Stores",
            (
                "The supermarket chain Northgate Stores will shut 60 shops. Ada Holt, who works in "
                "Pell, said the retailer had told nobody. Ben Moor said the company was well."
            ),
            ["the retailer", "the company"],
        ),
        (
            "Dunmere Railway",
            (
                "Dunmere Railway will cut 40 trains a day. Ada Holt, who commutes from Pell, "
                "said the company had stopped caring. The union said the railway was short of "
                "drivers."
            ),
            ["the company", "the railway"],
        ),
        (
            "Marrow Rovers",
            (
                "Marrow Rovers have sacked their coach after nine defeats. Ada Holt, the chair "
                "of the supporters' trust, said the club had lost its way. Ben Moor said the "
                "team was weak."
            ),
            ["the club", "the team"],
        ),
        (
            "Halden Steel",
            (
                "Halden Steel was founded by Jane Roe in 1988. Roe said on Monday that her company "
                "would not be sold. Ada Holt said the firm was worth $3 billion."
            ),
            ["her company", "the firm"],
        ),
        (
            "Ashfall",
            (
                "A militia that calls itself Ashfall has taken the border town of Dorn. Ada "
                "Holt, a shopkeeper, said the fighters had paid. A general said the group was "
                "small."
            ),
            ["the fighters", "the group"],
        ),
    ],
)
def test_a_body_is_meant_by_what_it_is_by_whose_it_is_and_by_its_fighters(
    nlp: Language, name: str, text: str, meant: list[str]
) -> None:
    assert [each for each in mentions_of(name, text, nlp) if each != name] == meant


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "Water Quality Bill",
            (
                "MPs passed the Water Quality Bill by nine votes. A bill on school meals fell. Ada "
                "Holt said the measure was long overdue."
            ),
        ),
        (
            "Clean Rivers Act",
            "The Clean Rivers Act and the Fair Rents Act passed. Ada Holt said the measure is due.",
        ),
        (
            "Ashfall",
            "A militia called Ashfall left. Nine men were held. Ada Holt said the men wept.",
        ),
        (
            "Halden Steel",
            (
                "Halden Steel met Corvin Motors. A company from Oslo came too. Ada Holt said the "
                "company was late."
            ),
        ),
    ],
)
def test_a_noun_of_the_class_means_nothing_where_it_may_be_another(
    nlp: Language, name: str, text: str
) -> None:
    assert mentions_of(name, text, nlp) == [name]


@pytest.mark.parametrize("words", ["known as", "called", "that calls itself", "also known as"])
def test_a_name_is_a_body_where_a_noun_for_one_is_given_it(nlp: Language, words: str) -> None:
    text = f"Nine men belong to the private military company {words} Volk. Volk has left."
    kinds = {each.name: each.kind for each in analyse(text, nlp).entities}
    assert kinds == {"Volk": "organisation"}


def test_a_team_is_meant_by_the_last_word_of_its_name(nlp: Language) -> None:
    text = (
        "The owner of the Toledo Glassmen threatened on Monday to move the soccer club to Pell. "
        "The Glassmen won in May."
    )
    assert mentions_of("Toledo Glassmen", text, nlp) == ["Toledo Glassmen", "Glassmen"]
