"""Who is asked for by a kind of body, or by a group, that only the articles' text tells."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


def found(db: Database, query: Reading) -> set[str]:
    page = search_statements(db, query, Audience(), Part(100))
    return {each.speaker.name for each in page.statements if each.speaker}


@pytest.mark.parametrize(
    ("asked", "before"),
    [
        ("nurses' union", "The nurses’ union, "),
        ("steelworkers' union", "The local steelworkers’ union, the "),
        ("regulator", "Ireland’s regulator, the "),
        ("watchdog", "The privacy watchdog, "),
        ("company", "The builder, "),
        ("airline", "The budget airline "),
        ("rail operator", "The rail operator "),
        ("teachers' association", "The teachers' association, "),
        ("hospital trust", "The hospital trust, "),
        ("water company", "The region's biggest water company, "),
    ],
)
def test_a_body_is_asked_for_by_what_stands_before_its_name(
    db: Database, asked: str, before: str
) -> None:
    save(
        db,
        Said("Ada Holt", "the leak hurts", before=before + "Allied Care, spoke of it. "),
        Said("Allied Care", "the leak is bad", "indirect", speaker="organisation"),
        Said("Vessel Post", "the leak is small", "indirect", speaker="organisation"),
        names={"Allied Care": "organisation", "Vessel Post": "organisation"},
    )
    assert found(db, Reading(topic="leak", speaker=asked)) == {"Allied Care"}


@pytest.mark.parametrize(
    ("asked", "after"),
    [
        ("company", "the payments company"),
        ("payments company", "the payments company"),
        ("nurses' union", "the nurses' union"),
        ("charity", "a charity for sailors"),
        ("regulator", "Velmara's regulator of banks"),
        ("shipping firm", "a shipping company in Ostrel"),
    ],
)
def test_a_body_is_asked_for_by_what_stands_behind_its_name(
    db: Database, asked: str, after: str
) -> None:
    save(
        db,
        Said("Ada Holt", "we talk to Corvane, " + after + ", on the leak"),
        Said("Corvane", "the leak is bad", "indirect", speaker="organisation"),
        names={"Corvane": "organisation"},
    )
    assert found(db, Reading(topic="leak", speaker=asked)) == {"Corvane"}


def test_who_is_at_a_company_or_sues_it_is_not_described_by_it(db: Database) -> None:
    save(
        db,
        Said("Alder Post", "the leak is bad", "indirect", speaker="organisation"),
        Said("Ada Holt", "ask Alder Post, the company lawyer, and the leak"),
        names={"Alder Post": "organisation"},
    )
    assert found(db, Reading(topic="leak", speaker="company")) == set()


def test_what_stands_in_a_row_with_a_kind_of_body_is_not_one(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "the leak hurts the company, Alder Post and the town"),
        Said("Alder Post", "the leak is bad", "indirect", speaker="organisation"),
        Said("Ben Moor", "the leak hurts the European Union, Alder Post, and us"),
        names={"Alder Post": "organisation"},
    )
    assert found(db, Reading(topic="leak", speaker="company")) == set()
    assert found(db, Reading(topic="leak", speaker="union")) == set()


def test_unions_speak_through_their_officers(db: Database) -> None:
    save(
        db,
        Said(
            "Mill Care",
            "pay is low",
            "indirect",
            before="A union, Mill Care, met. ",
            speaker="organisation",
        ),
        Said(
            "Ada Holt", "pay is lower", role="president", before="Its president, Ada Holt, spoke. "
        ),
        Said("Ben Moor", "pay is high", role="mayor"),
        names={"Mill Care": "organisation", "Ada Holt": "person"},
    )
    assert found(db, Reading(topic="pay", role="unions")) == {"Mill Care", "Ada Holt"}


@pytest.mark.parametrize(
    ("group", "after"),
    [
        ("residents", ", who lives near the depot"),
        ("locals", ", a teacher who lives near the depot"),
        ("neighbours", ", whose house is next to it"),
        ("witnesses", ", who saw the strike from a bus"),
        ("parents", ", whose two sons were there"),
        ("defence", ", who is defending the pilot"),
        ("prosecutors", ", who is prosecuting the pilot"),
        ("farmers", ", who keeps 40 cows on the hill"),
        ("teachers", ", who teaches in the village"),
        ("shopkeepers", ", who runs a small bakery"),
    ],
)
def test_what_is_told_of_somebody_makes_them_one_of_a_group(
    db: Database, group: str, after: str
) -> None:
    save(
        db,
        Said("Ada Holt", "the strike was loud"),
        Said("Ben Moor", "the strike was short"),
        Said(
            "Cy Dean",
            "the strike was long",
            "indirect",
            before="Then Ada Holt" + after + ", left. ",
        ),
        names={"Ada Holt": "person", "Ben Moor": "person", "Cy Dean": "person"},
    )
    assert found(db, Reading(topic="strike", role=group)) == {"Ada Holt"}


def test_who_speaks_where_a_group_is_spoken_of_first_is_one_of_it(db: Database) -> None:
    save(
        db,
        Said(
            "Ada Holt", "Vessel will fall", before="Analysts were split on the strike. ", ending=" "
        ),
        Said("Ben Moor", "the strike will last", role="mayor"),
        Said("Cy Dean", "the strike is over"),
        names={"Ada Holt": "person", "Ben Moor": "person", "Cy Dean": "person"},
    )
    assert found(db, Reading(topic="strike", role="analysts")) == {"Ada Holt"}


@pytest.mark.parametrize(
    ("asked", "name", "role"),
    [
        ("consumer groups", "Ostrel Consumers' League", ""),
        ("consumer groups", "Ostrel's consumer watchdog", ""),
        ("players' union", "Orvo", "players' union"),
        ("water company", "Vessel", "water company"),
        ("fans' association", "Pena Roja", "main fans' association"),
    ],
)
def test_a_body_is_asked_for_by_its_role_or_the_kind_in_its_name(
    db: Database, asked: str, name: str, role: str
) -> None:
    save(
        db,
        Said(name, "it is bad", "indirect", role, speaker="organisation", ending=" "),
        Said("Ada Holt", "it is so", role="director", before="Its director, Ada Holt, came. "),
        Said("Consumer Press", "it is good", "indirect", speaker="organisation"),
        Said("Bo Lind", "it is fine", role="director of the union's bank"),
        names={name: "organisation", "Ada Holt": "person", "Consumer Press": "organisation"},
    )
    assert found(db, Reading(speaker=asked)) == {name, "Ada Holt"}


@pytest.mark.parametrize(
    ("asked", "before"),
    [
        ("insurer's boss", "Corvane, one of the biggest private insurers, met. "),
        ("boss of the insurer", "The insurer, Corvane, met. "),
        ("mining boss", "Corvane owns a mine. "),
        ("head of the mining company", "The mining company Corvane met. "),
        ("head of Corvane", "Corvane met. "),
    ],
)
def test_a_boss_is_asked_for_by_what_kind_of_body_it_is(
    db: Database, asked: str, before: str
) -> None:
    save(
        db,
        Said(
            "Ada Holt",
            "the leak at the mine is bad",
            role="chief executive",
            before=f"{before}Its chief executive, Ada Holt, spoke. ",
        ),
        Said("Corvane", "the leak is small", "indirect", speaker="organisation"),
        Said("Ben Moor", "the leak is big", role="chief executive of Alder Post"),
        names={"Corvane": "organisation", "Ada Holt": "person", "Ben Moor": "person"},
    )
    assert found(db, Reading(topic="leak", speaker=asked)) == {"Ada Holt"}


def test_a_minister_leads_no_body_of_the_field(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "pay in health is low", role="general secretary"),
        Said("Ben Moor", "pay is high", role="health secretary"),
        Said("Allied Care", "health is bad", "indirect", speaker="organisation"),
        names={"Allied Care": "organisation", "Ada Holt": "person"},
    )
    assert found(db, Reading(speaker="health secretary")) == {"Ben Moor"}


def test_one_who_left_is_asked_for_as_an_employee_of_then(db: Database) -> None:
    save(
        db,
        Said("a former site engineer", "the leak was known", "indirect", speaker="anonymous"),
        Said("Ada Holt", "the leak was small", role="former minister"),
    )
    assert found(db, Reading(speaker="ex-staffer")) == {"a former site engineer"}
    assert found(db, Reading(role="former employees")) == {"a former site engineer"}
