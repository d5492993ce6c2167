"""What "the lake" means: what the text has introduced by that noun, where it can be but one."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse
from tests.language.test_references import mentions_of


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        ("Lake Orsa", "Lake Orsa is growing. Ada Holt said the lake was deep.", ["the lake"]),
        ("Ostra Dam", "They saw the Ostra Dam. Ada Holt said the dam was safe.", ["the dam"]),
        (
            "Operation Falcon",
            "Police arrested nine men in Operation Falcon. Ada Holt said the operation was over.",
            ["the operation"],
        ),
        (
            "Cardelan",
            "Velmara recalled its pill Cardelan. Ada Holt took the pill. Ben Moor hid this pill.",
            ["the pill", "this pill"],
        ),
        (
            "Cardelan",
            "Doctors like Cardelan, a sleeping pill. Ada Holt hid the sleeping pill and the pills.",
            ["the sleeping pill", "the pills"],
        ),
        (
            "Orbic",
            "Orbic is a software maker in Oslo. Ada Holt said the software maker was late.",
            ["the software maker"],
        ),
        ("Harrow", "A comet called Harrow passed. Ada Holt said the comet shone.", ["the comet"]),
        (
            "Hessle",
            "The town of Hessle is wet. Ada Holt said the town needed sirens.",
            ["the town"],
        ),
    ],
)
def test_a_noun_means_what_was_introduced_by_it(
    nlp: Language, name: str, text: str, meant: list[str]
) -> None:
    assert [each for each in mentions_of(name, text, nlp) if each != name] == meant


@pytest.mark.parametrize(
    "text",
    [
        "Lake Orsa and Lake Brenn are growing. Ada Holt said the lake was deep.",
        "Lake Orsa is growing. A lake in the south is not. Ada Holt said the lake was deep.",
        "Lake Orsa is growing. Ada Holt said the lake bed was deep.",
        "Lake Orsa is growing. Ada Holt said the smaller lake was deep.",
        "Lake Orsa is growing. Ada Holt missed the lake of her childhood.",
        "Lake Orsa is growing. Ada Holt likes the town's lake.",
    ],
)
def test_a_noun_that_may_mean_another_means_nothing(nlp: Language, text: str) -> None:
    assert mentions_of("Lake Orsa", text, nlp) == ["Lake Orsa"]


def test_the_company_is_nobody_where_another_company_is_as_much_in_mind(nlp: Language) -> None:
    text = (
        "Volkhar, a private military company, sued Acme Ltd. Ada Holt said the company was broke."
    )
    assert mentions_of("Volkhar", text, nlp) == ["Volkhar"]


def test_the_first_words_may_describe_what_is_named_soon_after(nlp: Language) -> None:
    text = "A glacial lake has doubled in size, Ada Holt said. Lake Orsa lies in the Tarn range."
    assert mentions_of("Lake Orsa", text, nlp) == ["A glacial lake", "Lake Orsa"]


def test_what_the_text_calls_a_lake_is_no_person(nlp: Language) -> None:
    text = "Lake Orsa, which lies in the hills, is growing. Ada Holt said the lake was deep."
    kinds = {each.name: each.kind for each in analyse(text, nlp).entities}
    assert (kinds["Lake Orsa"], kinds["Ada Holt"]) == ("place", "person")
