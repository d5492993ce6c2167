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


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (
            "Food Safety Administration",
            "The Food Safety Administration sued Acme Ltd. Ada Holt said the agency was late.",
            ["the agency"],
        ),
        (
            "Osheta Nation",
            "Ada Holt leads the Osheta Nation. Kansas sued. Ben Moor said the tribe was wronged.",
            ["the tribe"],
        ),
        (
            "Toledo Glassmen",
            "The Toledo Glassmen won in Omaha. Ada Holt said the club was for sale.",
            ["the club"],
        ),
        (
            "Federal Reserve",
            "The Federal Reserve met. Turkey met. Ada Holt said the central bank was late.",
            ["the central bank"],
        ),
        (
            "Federal Reserve",
            "The Federal Reserve met. Turkey's central bank met. Roe said the central bank was.",
            [],
        ),
        ("NATO", "NATO met in Oslo. “The alliance is late,” said Ada Holt.", ["The alliance"]),
        ("Unite", "Unite called a strike. Ada Holt said the union was late.", ["the union"]),
        ("FBI", "The FBI searched it. Ada Holt said the bureau was late.", ["the bureau"]),
        ("EU", "The EU met. Ada Holt said the bloc was late.", ["the bloc"]),
        (
            "Calloway Medical Clinic",
            "Ada Holt, president of Calloway Medical Clinic, said her hospital had lost money.",
            ["her hospital"],
        ),
    ],
)
def test_a_noun_means_the_body_whose_name_tells_of_it(
    nlp: Language, name: str, text: str, meant: list[str]
) -> None:
    assert [each for each in mentions_of(name, text, nlp) if each != name] == meant


@pytest.mark.parametrize(
    "text",
    [
        "Acme Energy owns the mine. The Senate met. Ada Holt said the company was late.",
        "Acme Energy owns the mine. It took the company six hours, Ada Holt said.",
        "The FTC sued Acme Energy. Ada Holt said the FTC had accused the company of lying.",
        "Roe Keene advised Acme Energy. Ada Holt said the company was late.",
    ],
)
def test_the_company_is_the_business_where_others_are_none(nlp: Language, text: str) -> None:
    assert mentions_of("Acme Energy", text, nlp)[1:] == ["the company"]


def test_an_owners_body_is_none_that_was_named_long_before(nlp: Language) -> None:
    text = (
        "Ada Holt works at Cork University Hospital. Her son won on Sunday against Ben Moor, whom "
        "nobody had beaten in eleven years of chess in the towns along the coast and on the isles, "
        "and Ben Moor was the first to say so. His school gave Ben Moor a cup for it."
    )
    assert mentions_of("Cork University Hospital", text, nlp) == ["Cork University Hospital"]


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        (
            "Senate Bill 1288",
            "Ada Holt wrote Senate Bill 1288. Ben Moor liked the bill. Eve Tarn hates the measure.",
            ["the bill", "the measure"],
        ),
        ("SB 212", "The Senate passed SB 212. Ada Holt said the bill was bad.", ["the bill"]),
        (
            "Flight 622",
            "Flight 622 left Oslo. Ada Holt said the flight was late.",
            ["the flight"],
        ),
    ],
)
def test_what_has_a_number_for_a_name_is_meant_by_its_noun(
    nlp: Language, name: str, text: str, meant: list[str]
) -> None:
    assert [each for each in mentions_of(name, text, nlp) if each != name] == meant


def test_fighters_have_the_name_of_their_body(nlp: Language) -> None:
    text = (
        "The Zarkon mercenaries took the fort. Ada Holt said the company was there. "
        "Ben Moor accused the mercenaries."
    )
    assert mentions_of("Zarkon", text, nlp) == ["Zarkon", "the company", "the mercenaries"]


def test_fighters_of_a_country_are_none_of_its_bodies(nlp: Language) -> None:
    text = "Malian rebels took the fort. Ada Holt accused the rebels."
    assert mentions_of("Malian", text, nlp) == ["Malian"]


def test_a_pipeline_is_a_line_too(nlp: Language) -> None:
    text = "The Orsa Link pipeline broke on Monday. Ada Holt said the line was old."
    assert mentions_of("Orsa Link", text, nlp) == ["Orsa Link", "the line"]


def test_the_state_senate_is_no_state(nlp: Language) -> None:
    text = "The state Senate met in Salem. Ada Holt said the state was poor."
    assert mentions_of("Senate", text, nlp) == ["Senate"]


def test_fighters_of_a_body_tell_that_it_is_one(nlp: Language) -> None:
    text = "He praised the fighters of Zarkon Bell. Ben Moor said the company was in Mali."
    assert mentions_of("Zarkon Bell", text, nlp) == ["Zarkon Bell", "the company"]


def test_a_body_that_says_something_is_no_person(nlp: Language) -> None:
    text = (
        "Men of the mercenary company Sable Dorn took the fort. Sable Dorn, which has its seat in "
        "Oslo, said it was not there. Ada Holt said the company was lying."
    )
    assert mentions_of("Sable Dorn", text, nlp) == ["Sable Dorn", "Sable Dorn", "the company"]


def test_what_the_text_calls_a_fund_is_no_club(nlp: Language) -> None:
    text = (
        "Ada Holt sold the team to the Gulf-backed fund Meridian Sands. The fund paid. Ben Moor "
        "said the club was lost."
    )
    assert mentions_of("Meridian Sands", text, nlp) == ["Meridian Sands", "The fund"]
