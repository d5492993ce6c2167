"""Statements put down to the one who made them, in the turns of phrase of ordinary reports."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.saying import speakers, told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Russia's Foreign Ministry said it was over. China's Foreign Ministry said it was not.",
            ["Russia's Foreign Ministry", "China's Foreign Ministry"],
        ),
        (
            (
                "The Ukrainian Defence Ministry said it was hit. Russia's Defence Ministry said"
                " it was not."
            ),
            ["Ukrainian Defence Ministry", "Russia's Defence Ministry"],
        ),
        (
            (
                "Britain's Supreme Court ruled that it was void. India's Supreme Court ruled that"
                " it was sound."
            ),
            ["Britain's Supreme Court", "India's Supreme Court"],
        ),
        (
            (
                "Mali's health ministry said it was late. The Ministry of Health of Togo said it"
                " had no cases."
            ),
            ["Mali's health ministry", "Ministry of Health of Togo"],
        ),
        (
            (
                "Ghana's Health Ministry said it was late. The Ghanaian Health Ministry said it"
                " had no cases."
            ),
            ["Ghana's Health Ministry", "Ghana's Health Ministry"],
        ),
    ],
)
def test_a_body_that_several_states_have_is_not_another_states(
    text: str, names: list[str], nlp: Language
) -> None:
    assert speakers(text, nlp) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lisbon, Portugal – The mayor said the river had risen.", "the mayor"),
        (
            (
                "Testifying in Oslo, Lena Holm, an engineer in the ministry's testing office, said"
                " it was late."
            ),
            "Lena Holm",
        ),
        (
            "Addressing the United Nations, Mara Lund, the Irish president, called for a truce.",
            "Mara Lund",
        ),
        (
            "In Bergen, the home of the fish trade, Ola Holm, a trawler owner, said it was late.",
            "Ola Holm",
        ),
        ("The coach, the retired keeper Mara Lund, told fans to go home.", "Mara Lund"),
        ("On Sunday Lund’s lawyer, Ola Holm, had complained that it was late.", "Ola Holm"),
        ("On Friday Acme's owner said it was late.", "Acme's owner"),
        ("“It is late,” countered a UN official.", "a UN official"),
        ("“It is late,” replied an NHS manager.", "an NHS manager"),
        (
            (
                "The president of the Farm Mothers’ Alliance (FMA), Mara Lund, told the crowd that"
                " it was late."
            ),
            "Mara Lund",
        ),
        ("“It is late,” said its chair, Foday Kamara. He left.", "Foday Kamara"),
        ("White House chief of staff Tom Lund has told friends that he will go.", "Tom Lund"),
        (
            "The homes of Holmvik Motors burnt. Holmvik said it was late. Will Holmvik pay?",
            "Holmvik Motors",
        ),
    ],
)
def test_the_one_who_speaks_is_found_whatever_stands_around_the_name(
    text: str, name: str, nlp: Language
) -> None:
    assert speakers(text, nlp) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Mara Lund, the trade commissioner, said it was late. “We go,” the Swede said.",
            ["Mara Lund", "Mara Lund"],
        ),
        (
            (
                "Mara Lund, the defence minister, said it was late. Norland's prime minister, Ewa"
                " Holm, said it was early. Lund was an officer. The minister said it was both."
            ),
            ["Mara Lund", "Ewa Holm", "Mara Lund"],
        ),
        (
            (
                "The African Union was not asked. The Rapid Border Forces (RBF) denied blocking"
                " aid. “The road is open,” the group said."
            ),
            ["Rapid Border Forces", "Rapid Border Forces"],
        ),
    ],
)
def test_a_noun_means_who_may_be_called_so(text: str, names: list[str], nlp: Language) -> None:
    assert speakers(text, nlp) == names


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mr. Lund, who is 60, said in a brief speech that he would go.", "he would go"),
        ("Tom Lund told the inquiry into the fire that he had left.", "he had left"),
        ("Acme promised on Monday to repay its clients.", "to repay its clients"),
        (
            "Rep. Tom Lund, a leader of the caucus, threatened on Tuesday to force a vote.",
            "to force a vote",
        ),
        (
            (
                "European Commission President Mara Lund hailed the project as “the most important"
                " bridge Europe has built since the war began”."
            ),
            "the project as “the most important bridge Europe has built since the war began”",
        ),
    ],
)
def test_what_is_said_is_found_behind_where_and_to_whom(
    text: str, content: str, nlp: Language
) -> None:
    assert told(text, nlp) == [content]


def test_who_turns_a_paper_down_does_not_demand_what_it_demands(nlp: Language) -> None:
    text = "Norway on Friday vetoed a Security Council resolution demanding a ceasefire."
    assert "Norway" not in speakers(text, nlp)
