"""Roles are as the article gives them, at their longest sensible form."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language.entities import find_entities

ROLES = [
    (
        "Imogen Fairfax KC, the prosecuting barrister, told the jury.",
        "Imogen Fairfax",
        "prosecuting barrister",
    ),
    ("The judge, Mrs Justice Thackeray, said no.", "Mrs Justice Thackeray", "judge"),
    (
        "City Hall Transport Board spokesperson Dana Whitlock said no.",
        "Dana Whitlock",
        "City Hall Transport Board spokesperson",
    ),
    (
        "British Foreign Secretary Edmund Carrow said yes.",
        "Edmund Carrow",
        "British Foreign Secretary",
    ),
    (
        "Lena Marsh, the director of the Port Museum, said it would close.",
        "Lena Marsh",
        "director of the Port Museum",
    ),
    ("Tom Ridley, 45, a retired miner, said so.", "Tom Ridley", "retired miner"),
    (
        "The founder of Kestrel Group, Peter Holm, said so.",
        "Peter Holm",
        "founder of Kestrel Group",
    ),
    ("The mayor's lawyer John Abbott said so.", "John Abbott", "mayor's lawyer"),
    ("Ruth Vance, who is the chief economist at Acme, said so.", "Ruth Vance", "chief economist"),
    (
        "Ruth Vance, who took over as chief executive in June, said so.",
        "Ruth Vance",
        "chief executive",
    ),
    (
        "Ruth Vance, who has worked as a nurse in Hull since 2019, said so.",
        "Ruth Vance",
        "nurse in Hull",
    ),
    (
        "So said Jonas Berg, who heads the Center of Research for Development in Port Velmora.",
        "Jonas Berg",
        "who heads the Center of Research for Development in Port Velmora",
    ),
    (
        "So said Jonas Berg, who is leading the search for the crew.",
        "Jonas Berg",
        "who is leading the search for the crew",
    ),
    ("Secretary of Labor Frank Osei said so.", "Frank Osei", "Secretary of Labor"),
    ("Minister for Housing Aoife Brennan said so.", "Aoife Brennan", "Minister for Housing"),
    ("The Taoiseach, Declan Harrity, said so.", "Declan Harrity", "Taoiseach"),
    ("MSP Grace Tull said so.", "Grace Tull", "MSP"),
    ("Grace Tull MLA said so.", "Grace Tull", ""),
    ("Grace Tull, convener of the committee, said so.", "Grace Tull", "convener of the committee"),
    ("Ohio Sen. Grace Tull said so.", "Grace Tull", "Ohio Sen."),
    ("Work and Pensions Secretary Kim Tull said so.", "Kim Tull", "Work and Pensions Secretary"),
    ("Senator Grace Tull, Democrat of Oregon, said so.", "Grace Tull", "Senator"),
    ("Grace Tull, a Democrat, said so.", "Grace Tull", "Democrat"),
    ("Senate President Pro Tem Gil Marr said so.", "Gil Marr", "Senate President Pro Tem"),
    ("Hospital chief Dr Anneke Vos said so.", "Anneke Vos", "Hospital chief"),
    ("A spokeswoman for Mayor Dan Orr, Kim Tull, said so.", "Dan Orr", "Mayor"),
    ("A rebel spokesman, Col. Elias Tembo, said so.", "Elias Tembo", "rebel spokesman"),
    ("“No,” the trustees' chair, Wendy Aston, said.", "Wendy Aston", "chair"),
    ("Lord Brackley, the former chancellor, said so.", "Lord Brackley", "former chancellor"),
    ("Her father and coach, Ferris Munn, said so.", "Ferris Munn", "coach"),
    ("His wife, Helen Oakes, said so.", "Helen Oakes", ""),
    ("On Monday Paul Stark said so.", "Paul Stark", ""),
    ("Paul Stark, however, said so.", "Paul Stark", ""),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_a_role_is_found_where_it_stands(nlp: Language, text: str, name: str, role: str) -> None:
    found = {entity.name: entity.role for entity in find_entities(nlp(text))}
    assert found[name].startswith(role)
    assert bool(found[name]) == bool(role)


def test_the_longest_of_several_roles_is_taken(nlp: Language) -> None:
    text = (
        "Spokeswoman Dana Whitlock said no. Dana Whitlock, a spokeswoman for the "
        "Transport Board, later said yes."
    )
    (person,) = [entity for entity in find_entities(nlp(text)) if entity.kind == "person"]
    assert person.role == "spokeswoman for the Transport Board"


def test_what_somebody_is_counts_before_what_they_once_were(nlp: Language) -> None:
    text = (
        "Dana Whitlock, the transport secretary, said no. "
        "Whitlock, a former head of a shipyard in Hull, took office in May."
    )
    (person,) = [entity for entity in find_entities(nlp(text)) if entity.kind == "person"]
    assert person.role == "transport secretary"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The potters' union, Zorani, said it had warned of it.", "Zorani", "potters' union"),
        ("The main fans' club, Pena Roja, said so.", "Pena Roja", "main fans' club"),
        (
            "The Greens, the largest opposition party, said no.",
            "Greens",
            "largest opposition party",
        ),
        ("The regulator, Ofgas, fined them.", "Ofgas", "regulator"),
        ("The opposition Democrats said they would sue.", "Democrats", "opposition"),
        ("Its auditors, Barclays, deny it.", "Barclays", "auditors"),
        ("Talks of Barclays, the union and the ministry failed.", "Barclays", ""),
        ("The bank, Barclays and others failed.", "Barclays", ""),
    ],
)
def test_a_body_is_what_stands_beside_its_name(
    nlp: Language, text: str, name: str, role: str
) -> None:
    roles = {each.name: each.role for each in find_entities(nlp(text)) if each.kind != "place"}
    assert roles[name] == role
