"""Names are found and clustered: one person is one entity, however the name is shortened."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.entities import find_entities
from store.records import Entity


def _find(nlp: Language, text: str, name: str) -> Entity:
    entities = find_entities(nlp(text))
    found = [entity for entity in entities if entity.name == name]
    assert found, [entity.name for entity in entities]
    return found[0]


def _mentions(text: str, entity: Entity) -> list[str]:
    return [text[slice(*span)] for span in entity.mentions]


SAME_PERSON = [
    (
        "Mayor Alice Pemberton opened the bridge. Pemberton said it was late.",
        "Alice Pemberton",
        ["Alice Pemberton", "Pemberton"],
    ),
    (
        "Robert J. Hollis runs the mill. Bob Hollis said so. Mr. Hollis left.",
        "Robert J. Hollis",
        ["Robert J. Hollis", "Bob Hollis", "Hollis"],
    ),
    (
        "Yevgenia Pristovich arrived. Pristovich was met by Pristovitch's brother in Riga.",
        "Yevgenia Pristovich",
        ["Yevgenia Pristovich", "Pristovich", "Pristovitch"],
    ),
    (
        'State Rep. Marcia "Cia" Hollander spoke. Hollander then sat down.',
        'Marcia "Cia" Hollander',
        ['Marcia "Cia" Hollander', "Hollander"],
    ),
    (
        "British Foreign Secretary Edmund Carrow met Carrow's aides.",
        "Edmund Carrow",
        ["Edmund Carrow", "Carrow"],
    ),
    ("Kim Sang Woo spoke. Kim was tired.", "Kim Sang Woo", ["Kim Sang Woo", "Kim"]),
]


@pytest.mark.parametrize(("text", "name", "mentions"), SAME_PERSON)
def test_short_forms_belong_to_the_full_name(
    nlp: Language, text: str, name: str, mentions: list[str]
) -> None:
    entity = _find(nlp, text, name)
    assert entity.kind == "person"
    assert _mentions(text, entity) == mentions


def test_a_shared_surname_goes_to_whom_the_address_fits(nlp: Language) -> None:
    text = (
        "Martin Oakes and his wife, Helen Oakes, bought the farm. "
        "Mrs. Oakes said she liked it. Mr. Oakes said he did not."
    )
    assert "Oakes" in _mentions(text, _find(nlp, text, "Helen Oakes"))[1:]
    assert "Oakes" in _mentions(text, _find(nlp, text, "Martin Oakes"))[1:]


def test_a_woman_is_not_taken_for_the_man_of_her_name(nlp: Language) -> None:
    text = (
        "Mr. Varga spoke first. He was brief, Mr. Varga said. "
        "Later his daughter, Julia Varga, sang. Mr. Varga said he was proud."
    )
    assert _mentions(text, _find(nlp, text, "Julia Varga")) == ["Julia Varga"]


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        (
            "The Harbour Safety Council (HSC) met. The HSC said nothing.",
            "Harbour Safety Council",
            "HSC",
        ),
        ("Kestrel Group sold the mill. Kestrel gave no reason.", "Kestrel Group", "Kestrel"),
        (
            "The Northport Times reported it first. The Times said so.",
            "Northport Times",
            "Times",
        ),
    ],
)
def test_a_body_is_known_by_its_short_name(nlp: Language, text: str, name: str, alias: str) -> None:
    entity = _find(nlp, text, name)
    assert entity.kind == "organisation"
    assert alias in entity.aliases


def test_capitals_of_a_headline_make_no_names(nlp: Language) -> None:
    text = (
        "Pemberton Hits Back At Critics Over Bridge Costs\n\n"
        "Alice Pemberton has hit back at critics. Pemberton said the bridge was cheap."
    )
    entities = find_entities(nlp(text))
    people = [entity for entity in entities if entity.kind == "person"]
    assert [entity.name for entity in people] == ["Alice Pemberton"]
    assert text[slice(*people[0].mentions[0])] == "Pemberton"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“”", "😀😀", "A", '"', "Mr.", "-", "O'"])
def test_odd_texts_name_nobody_and_raise_nothing(nlp: Language, text: str) -> None:
    assert all(entity.mentions for entity in find_entities(nlp(text)))


def test_a_body_is_also_mentioned_by_what_it_is(nlp: Language) -> None:
    text = "Kestrel Group hired 40 men. The company paid late. A council said the company lied."
    entities = analyse(text, nlp).entities
    mentioned = [text[slice(*span)] for span in entities[0].mentions]
    assert mentioned == ["Kestrel Group", "The company", "the company"]


def test_a_storm_is_called_by_its_name_alone_later_on(nlp: Language) -> None:
    text = "Hurricane Odile came ashore on Monday. Odile had gained speed, the service said."
    assert _mentions(text, _find(nlp, text, "Hurricane Odile")) == ["Hurricane Odile", "Odile"]


WHOLE = [
    ("A nurse at St Hilda's Infirmary said it was full.", "St Hilda's Infirmary"),
    ("St. Hilda's said in a filing that it had signed.", "St. Hilda's"),
    ("Ada Dahl, president of the United Railmen's Union, left.", "United Railmen's Union"),
    ("The charity Green Roads Now said drivers paid.", "Green Roads Now"),
    (
        "The Kelder Benevolent Order of Police said it had looked.",
        "Kelder Benevolent Order of Police",
    ),
    ("The Supreme Tribunal of Labor Justice ruled on Monday.", "Supreme Tribunal of Labor Justice"),
    ("The 4th U.S. Circuit Court of Appeals said no.", "4th U.S. Circuit Court of Appeals"),
    ("Glass Workers Local 61 said it would strike.", "Glass Workers Local 61"),
    ("The Danish Flight Crew Union said it would strike.", "Danish Flight Crew Union"),
    ("Ada Dahl, head of Kelder and Ousby NHS Trust, left.", "Kelder and Ousby NHS Trust"),
    ("Ada Dahl, a spokeswoman for Mothers for Kelder, left.", "Mothers for Kelder"),
    (
        "The Department for Farming, Food and Rural Affairs said so.",
        "Department for Farming, Food and Rural Affairs",
    ),
    ("The Kelder Red Cross said it had opened a shelter.", "Kelder Red Cross"),
    ("KBO Networks said it hoped so.", "KBO Networks"),
    ("The All-Norland Bank Clerks' Federation said so.", "All-Norland Bank Clerks' Federation"),
    ("She is suing the Sunday Ledger over an article.", "Sunday Ledger"),
    ("The WHO said it was late.", "WHO"),
    ("Ada Dahl, a former manager at Loopr, left. Loopr declined.", "Loopr"),
    ("Lakes Ferry Electric, which owns the wires, declined.", "Lakes Ferry Electric"),
]


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_a_body_is_named_by_all_the_words_of_its_name(nlp: Language, text: str, name: str) -> None:
    assert _find(nlp, text, name).kind == "organisation"


APART = [
    ("The mayor of St. Louis's oldest suburb left for Kelder and Ousby.", {"St. Louis"}),
    ("Acme Chief Human Resources Officer Jane Dahl spoke.", {"Acme", "Jane Dahl"}),
    ("The Department of Justice and Acme Bank agreed.", {"Department of Justice", "Acme Bank"}),
    ("Cross-examined by Jane Dahl, he denied it.", {"Jane Dahl"}),
    ("The Democrats for Monday's vote were Jane Dahl and Ada Roe.", {"Jane Dahl", "Ada Roe"}),
]


@pytest.mark.parametrize(("text", "names"), APART)
def test_what_stands_beside_a_name_is_no_part_of_it(
    nlp: Language, text: str, names: set[str]
) -> None:
    found = {entity.name for entity in find_entities(nlp(text))}
    assert names <= found
    assert not any("and" in name.split() for name in found)


def test_a_business_is_known_by_how_its_name_begins(nlp: Language) -> None:
    text = "Kelder Ports runs the docks. In a statement Kelder warned of delays."
    assert len(_find(nlp, text, "Kelder Ports").mentions) == 2


def test_a_body_speaks_by_the_first_word_of_its_name(nlp: Language) -> None:
    text = "Ada Holt left Meridian Sports Partners in May. Meridian denied owing money to Ben Moor."
    assert "Meridian" in _find(nlp, text, "Meridian Sports Partners").aliases


def test_an_organ_of_a_body_known_by_letters_is_another_body(nlp: Language) -> None:
    text = "ECOWAS met on Monday. Ada Dahl, president of the ECOWAS Commission, said no."
    assert len(_find(nlp, text, "ECOWAS").mentions) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dean Okoro, who chairs the committee, said no.", "Dean Okoro"),
        ("Paik Soo-jin, a professor at Kelder University, said no.", "Paik Soo-jin"),
        ("Kelder's managing partner, Chase Lindqvist, said no.", "Chase Lindqvist"),
    ],
)
def test_a_person_is_known_by_what_stands_beside_the_name(
    nlp: Language, text: str, name: str
) -> None:
    assert _find(nlp, text, name).kind == "person"
