"""Questions for who speaks, by other names and words than the articles have."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, EntityKind, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


def said_by(db: Database, speaker: str) -> set[str]:
    page = search_statements(db, Reading(speaker=speaker), Audience(), Part(100))
    return {each.speaker.name for each in page.statements if each.speaker}


def are(db: Database, role: str) -> set[str]:
    page = search_statements(db, Reading(role=role), Audience(), Part(100))
    return {each.speaker.name for each in page.statements if each.speaker}


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        ("Jordan's prime minister", "Jordanian Prime Minister"),
        ("the foreign minister of Chad", "Chadian foreign minister"),
        ("Georgia", "Georgian interior minister"),
        ("the German chancellor", "Germany's chancellor"),
        ("the French", "France's president"),
        ("the Russians", "Russian ambassador"),
        ("Downing Street", "spokeswoman for the prime minister"),
        ("Downing Street", "official spokesman for the British prime minister"),
        ("Downing Street", "prime minister's chief of staff"),
        ("the mayor's spokesman", "spokesman for the mayor"),
        ("South Korea", "South Korean intelligence official"),
        ("Washington", "senior administration official"),
    ],
)
def test_who_speaks_is_found_however_the_role_tells_it(db: Database, asked: str, role: str) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role=role),
        Said("Ben Moor", "Germany waits", role="carpenter"),
        names={"Germany": "place"},
    )
    assert said_by(db, asked) == {"Ada Holt"}


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        ("Georgia's prime minister", "governor of Georgia"),
        ("Ireland", "Ireland captain"),
        ("Ireland", "Ireland's head coach"),
        ("Moscow", "Western diplomat in Moscow"),
        ("police", "chair of the Police Federation"),
    ],
)
def test_who_only_has_the_name_in_the_role_does_not_speak_for_it(
    db: Database, asked: str, role: str
) -> None:
    save(db, Said("Ada Holt", "we wait", role=role))
    assert said_by(db, asked) == set()


KOREAS: dict[str, EntityKind] = {"North Korea": "place", "South Korea": "place"}


def test_the_north_is_north_korea_and_no_body_with_the_word_in_its_name(db: Database) -> None:
    save(
        db,
        Said("North Korea", "it waits", "indirect", speaker="organisation"),
        Said("the North's foreign ministry", "it waits", "indirect", speaker="organisation"),
        Said("North Sea Pilots", "they wait", "indirect", speaker="organisation"),
        Said("the South's army", "it waits", "indirect", speaker="organisation"),
        names={**KOREAS, "the North's foreign ministry": "organisation"},
    )
    assert said_by(db, "the North") == {"North Korea", "the North's foreign ministry"}


def test_the_north_is_rather_somebody_of_that_name(db: Database) -> None:
    save(db, Said("Ada North", "we wait"), Said("Ben Moor", "North Korea waits"), names=KOREAS)
    assert said_by(db, "North") == {"Ada North"}


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("UN officials", {"U.N. officials"}),
        ("US officials", {"a White House official", "an American official"}),
        ("American officials", {"a White House official", "an American official"}),
        ("European officials", {"one E.U. official"}),
        ("EU officials", {"one E.U. official"}),
    ],
)
def test_officials_are_a_states_by_any_of_its_names(
    db: Database, asked: str, names: set[str]
) -> None:
    every = ("U.N. officials", "a White House official", "an American official")
    others = ("one E.U. official", "a council official")
    save(db, *(Said(name, "we wait", speaker="anonymous") for name in (*every, *others)))
    assert are(db, asked) == names


def test_a_unions_missions_speak_for_it(db: Database) -> None:
    bodies = ("the United Nations mission", "Friends of the United Nations")
    save(
        db,
        *(Said(name, "we wait", speaker="organisation") for name in bodies),
        names={"United Nations": "place"},
    )
    assert said_by(db, "the UN") == {"the United Nations mission"}


def test_the_police_are_no_federation_of_theirs(db: Database) -> None:
    bodies = ("Alder Police", "Police Federation")
    save(db, *(Said(name, "we wait", speaker="organisation") for name in bodies))
    assert said_by(db, "the police") == {"Alder Police"}


def test_rebels_speak_through_their_spokesman(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "it is over", "indirect", "spokeswoman", before="The rebels' leader, "),
        Said("Ben Moor", "rebels wait", role="mayor"),
        names={"Ada Holt": "person", "Ben Moor": "person"},
        headline="Rebels wait",
    )
    assert are(db, "rebels") == {"Ada Holt"}
