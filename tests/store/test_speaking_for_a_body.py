"""Whose statements an organisation's name means."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.folding import fold
from store.records import Audience, EntityKind, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


def said_by(db: Database, speaker: str) -> set[str]:
    page = search_statements(db, Reading(speaker=speaker), Audience(), Part(100))
    return {each.speaker.name for each in page.statements if each.speaker}


def test_an_officer_speaks_for_the_body_that_the_article_is_on(db: Database) -> None:
    names: dict[str, EntityKind] = {"Vessel Water": "organisation", "Alder Bank": "organisation"}
    save(
        db,
        Said("Ada Holt", "Vessel Water is late", role="finance director"),
        Said("Ben Moor", "Vessel Water pays Alder Bank", role="mayor"),
        names=names,
    )
    assert said_by(db, "Vessel Water") == {"Ada Holt"}
    assert said_by(db, "Alder Bank") == set()


def test_a_name_that_many_have_in_theirs_lets_nobody_speak_for_a_body(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role="State Department spokeswoman"),
        Said("Ben Moor", "the State Department waits", role="State Senator"),
        names={"State Department": "organisation"},
        aliases={"State Department": ("State",)},
    )
    assert said_by(db, "State Department") == {"Ada Holt"}


def test_of_several_speakers_each_is_found_by_name_office_or_body(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role="transport secretary"),
        Said("Ben Moor", "we wait", role="Vessel Water spokesman"),
        Said("Cy Dean", "we wait", role="former Vessel Water spokesman"),
        Said("Dee Fox", "we wait"),
        names={"Vessel Water": "organisation"},
    )
    several = "the transport secretary and Fox and Vessel Water"
    assert said_by(db, several) == {"Ada Holt", "Ben Moor", "Dee Fox"}


@pytest.mark.parametrize(
    ("left_out", "others"),
    [
        ("Fox", {"Ada Holt", "Ben Moor"}),
        ("transport secretary", {"Ben Moor", "Dee Fox"}),
        ("officials", {"Dee Fox"}),
        ("Fox and Holt", {"Ben Moor"}),
    ],
)
def test_whoever_is_left_out_is_not_heard(db: Database, left_out: str, others: set[str]) -> None:
    save(
        db,
        Said("Ada Holt", "the strike goes on", role="transport secretary"),
        Said("Ben Moor", "the strike ends", role="council official"),
        Said("Dee Fox", "we strike"),
    )
    page = search_statements(db, Reading("strike", not_by=left_out), Audience(), Part(100))
    assert {each.speaker.name for each in page.statements if each.speaker} == others


def test_a_short_name_is_no_common_word_in_a_role(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role="Vessel spokeswoman"),
        Said("Ben Moor", "the Vessel Company waits", role="captain of a vessel"),
        names={"Vessel Company": "organisation"},
        aliases={"Vessel Company": ("Vessel",)},
    )
    assert said_by(db, "Vessel Company") == {"Ada Holt"}


def test_those_who_were_something_once_are_asked_for_as_such(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role="minister"),
        Said("Ben Moor", "we wait", role="former minister"),
    )
    asked = ("ministers", "former ministers")
    pages = [search_statements(db, Reading(role=role), Audience(), Part(9)) for role in asked]
    assert [[each.speaker.name for each in page.statements if each.speaker] for page in pages] == [
        ["Ada Holt"],
        ["Ben Moor"],
    ]


def test_downing_street_speaks_through_the_prime_ministers_spokesman(db: Database) -> None:
    save(
        db,
        Said("the prime minister’s official spokesman", "we wait", speaker="anonymous"),
        Said("the Danish prime minister’s spokesman", "we wait too", speaker="anonymous"),
        Said("Downing Street", "we wait still", speaker="organisation"),
    )
    expected = {"the prime minister’s official spokesman", "Downing Street"}
    assert said_by(db, "Downing Street") == said_by(db, "No 10") == expected


def test_a_union_is_found_by_what_it_is(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role="president of United Packers Local 88"),
        Said("Ben Moor", "we wait", role="spokesman for Packers Canada"),
        names={"United Packers Local 88": "organisation", "Packers Canada": "organisation"},
    )
    assert said_by(db, "the packers union") == {"Ada Holt"}


def test_a_title_tells_namesakes_apart(db: Database) -> None:
    save(
        db,
        Said("Todd Bristow", "we wait", role="state Sen."),
        Said("Amy Bristow", "we wait", role="state Rep."),
        names={"Todd Bristow": "person", "Amy Bristow": "person"},
    )
    assert said_by(db, "Senator Bristow") == {"Todd Bristow"}
    assert said_by(db, "Mayor Bristow") == {"Todd Bristow", "Amy Bristow"}


def test_one_person_is_found_by_another_word_for_what_they_are(db: Database) -> None:
    save(db, Said("Ada Holt", "we wait", role="florist"))
    assert said_by(db, "the shopkeeper") == {"Ada Holt"}


@pytest.mark.parametrize(
    "asked", ["the boss of Vessel Water", "Vessel Water's boss", "Vessel Water's chief executive"]
)
def test_an_office_of_a_body_is_found_by_another_word_for_it(db: Database, asked: str) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role="chief executive of Vessel Water"),
        Said("Ben Moor", "we wait", role="spokesman for Vessel Water"),
        Said("Cy Dunn", "Vessel Water waits", role="chief executive of Alder Bank"),
        names={"Vessel Water": "organisation", "Alder Bank": "organisation"},
    )
    assert said_by(db, asked) == {"Ada Holt"}


def test_a_part_of_a_body_speaks_for_it(db: Database) -> None:
    save(
        db,
        Said("UNICEF", "the wells are dry", speaker="organisation"),
        Said("Ada Holt", "we wait", role="UN envoy"),
        names={"UNICEF": "organisation", "United Nations": "organisation"},
    )
    assert said_by(db, "the UN") == said_by(db, "United Nations") == {"UNICEF", "Ada Holt"}


def test_a_capital_that_is_asked_for_is_its_state_speaking(db: Database) -> None:
    names: dict[str, EntityKind] = {"Russia": "place"}
    save(db, Said("Ada Holt", "we wait", role="Russia's trade envoy"), names=names)
    assert said_by(db, "Moscow") == {"Ada Holt"}


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        ("UN", "U.N. envoy for the Sahel"),
        ("UAW", "president of United Auto Workers Local 12"),
        ("United Auto Workers", "president of UAW Local 12"),
        ("Hungary", "Hungarian foreign minister"),
        ("Pyongyang", "North Korean vice foreign minister"),
        ("police", "Det. Sgt."),
    ],
)
def test_who_speaks_for_a_body_has_it_in_the_role_by_any_of_its_names(
    db: Database, asked: str, role: str
) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role=role),
        Said("Ben Moor", "we wait", role="Hungarian Airlines president"),
        Said("Cy Dunn", "we wait", role="former U.N. envoy"),
        names={"Hungary": "place", "UN": "organisation", "North Korea": "place"},
    )
    assert said_by(db, asked) == {"Ada Holt"}


def test_an_acronym_that_everybody_knows_is_one_body_with_its_full_name(db: Database) -> None:
    names: dict[str, EntityKind] = {"Federal Trade Commission": "organisation"}
    save(db, Said("Federal Trade Commission", "we wait", speaker="organisation"), names=names)
    short: dict[str, EntityKind] = {"FTC": "organisation"}
    save(
        db,
        Said("FTC", "we sue", speaker="organisation"),
        names=short,
        url="https://news.test/second",
    )
    assert said_by(db, "FTC") == {"Federal Trade Commission", "FTC"}


def test_whoever_is_of_a_body_speaks_for_it_without_an_office(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we strike"),
        Said("Ben Moor", "we wait", before="Ben Moor, of the Vessel Guild, came. "),
        names={"Vessel Guild": "organisation", "Ben Moor": "person", "Ada Holt": "person"},
    )
    assert said_by(db, "Vessel Guild") == {"Ben Moor"}


def test_downing_street_is_number_ten(db: Database) -> None:
    save(
        db,
        Said("No 10", "we wait", speaker="anonymous"),
        Said("a No 10 source", "we wait", speaker="anonymous"),
        Said("Ada Holt", "no"),
    )
    assert said_by(db, "Downing Street") == {"No 10", "a No 10 source"}


def test_an_officer_of_a_part_speaks_for_the_whole(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role="spokeswoman", after=" for the European Commission"),
        names={"European Commission": "organisation", "Ada Holt": "person"},
    )
    assert said_by(db, "the EU") == {"Ada Holt"}


@pytest.mark.parametrize("asked", ["Ó Dúill", "Dúill", "Cathal Ó Dúill"])
def test_a_last_name_is_known_with_what_belongs_to_it(db: Database, asked: str) -> None:
    save(db, Said("Cathal Ó Dúill", "we wait"), names={"Cathal Ó Dúill": "person"})
    names = {alias for (alias,) in db.execute("SELECT folded FROM aliases")}
    assert fold(asked) in names


def test_somebody_is_the_director_of_an_agency_and_not_of_its_report(db: Database) -> None:
    save(
        db,
        Said("Ben Moor", "the Atomic Energy Agency came"),
        Said("A report by the agency", "it leaks", speaker="organisation"),
        Said("Ada Holt", "we wait", "indirect", "director", before="The agency's director, "),
        names={"Atomic Energy Agency": "organisation", "Ada Holt": "person"},
    )
    assert said_by(db, "Atomic Energy Agency") == {"Ada Holt"}


@pytest.mark.parametrize(
    ("asked", "called"),
    [
        ("CDC", "Centers for Disease Control and Prevention"),
        ("NTSB", "National Transportation Safety Board"),
        ("FBI", "F.B.I."),
        ("GSOC", "Garda Siochana Ombudsman Commission"),
    ],
)
def test_letters_find_the_body_that_articles_write_otherwise(
    db: Database, asked: str, called: str
) -> None:
    save(
        db,
        Said(called, "we wait", speaker="organisation"),
        Said("Ben Moor", f"the {called} is slow"),
        names={called: "organisation"},
    )
    assert said_by(db, asked) == {called}
    page = search_statements(db, Reading(topic=asked), Audience(), Part(100))
    assert [each.text for each in page.statements] == [f"the {called} is slow"]


@pytest.mark.parametrize(
    ("seat", "title", "not_its"),
    [
        ("White House", "President", "president of the Rail Guild"),
        ("White House", "U.S. President", "French President"),
        ("Kremlin", "Russian president", "Moldovan president"),
        ("Downing Street", "prime minister", "former prime minister"),
        ("State Department", "Under Secretary of State", "secretary of the Rail Guild"),
        ("Pentagon", "secretary of defense", "shadow defence secretary"),
    ],
)
def test_a_seat_of_power_speaks_through_whoever_holds_it(
    db: Database, seat: str, title: str, not_its: str
) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role=title),
        Said("Ben Moor", f"the {seat} is late", role=not_its),
        names={seat: "organisation"},
    )
    save(db, Said("Ada Holt", "I sign"), Said("Cy Dunn", "no"), url="https://news.test/second")
    page = search_statements(db, Reading(speaker=seat), Audience(), Part(9))
    assert {each.text for each in page.statements} == {"we wait", "I sign"}


def test_another_seat_of_the_same_state_is_not_what_was_asked_for(db: Database) -> None:
    save(
        db,
        Said("State Department", "we wait", speaker="organisation"),
        Said("White House", "we sign", speaker="organisation"),
        names={"State Department": "organisation", "White House": "organisation"},
    )
    assert said_by(db, "White House") == {"White House"}


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        ("Foreign Office", "British foreign secretary"),
        ("FCDO", "foreign secretary"),
        ("Home Office", "home secretary"),
        ("fire service", "Fire Chief"),
        ("sheriff's office", "Sheriff"),
        ("city hall", "Mayor"),
        ("Department of Defense", "Pentagon spokesman"),
        ("Treasury", "adviser to the Treasury"),
        ("nurses' union", "president of Ohio Nurses United"),
    ],
)
def test_who_speaks_for_a_known_body_need_not_be_told_so(
    db: Database, asked: str, role: str
) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role=role),
        Said("Ben Moor", "we wait", role="ambassador to the Treasury"),
        names={"Ohio Nurses United": "organisation"},
    )
    assert said_by(db, asked) == {"Ada Holt"}


@pytest.mark.parametrize("role", ["", "spokeswoman"])
def test_whoever_speaks_for_a_body_does_so_where_an_article_does_not_tell_it(
    db: Database, role: str
) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role="Vessel Water spokeswoman"),
        names={"Vessel Water": "organisation"},
    )
    save(
        db, Said("Ada Holt", "we dig", role=role), Said("Ben Moor", "no"), url="https://news.test/2"
    )
    page = search_statements(db, Reading(speaker="Vessel Water"), Audience(), Part(9))
    assert {each.text for each in page.statements} == {"we wait", "we dig"}


def test_a_body_is_found_under_the_name_that_everybody_knows(db: Database) -> None:
    names: dict[str, EntityKind] = {"Fed": "organisation", "Federal Reserve": "organisation"}
    save(
        db,
        Said("Federal Reserve", "we wait", speaker="organisation"),
        Said("Ada Holt", "the Fed waits"),
        names=names,
    )
    assert said_by(db, "the Fed") == {"Federal Reserve"}


def test_an_office_of_other_bodies_is_not_that_of_what_an_article_is_mainly_on(
    db: Database,
) -> None:
    save(
        db,
        Said("Ada Holt", "the Treasury waits", role="general secretary"),
        Said("Treasury", "we wait", speaker="organisation"),
        names={"Treasury": "organisation"},
    )
    assert said_by(db, "Treasury") == {"Treasury"}


def test_an_acting_capital_speaks_for_the_seat_of_power_in_it(db: Database) -> None:
    save(
        db,
        Said("Moscow", "we wait", speaker="organisation"),
        Said("Ada Holt", "the Kremlin waits"),
        names={"Moscow": "place", "Kremlin": "organisation"},
    )
    assert said_by(db, "Kremlin") == {"Moscow"}


def test_federal_officials_are_those_of_federal_bodies(db: Database) -> None:
    save(
        db,
        Said("F.B.I.", "we wait", speaker="organisation"),
        Said("Ada Holt", "we wait", role="homeland security secretary"),
        Said("Ben Moor", "we wait", role="mayor"),
    )
    page = search_statements(db, Reading(role="federal officials"), Audience(), Part(9))
    assert {each.speaker.name for each in page.statements if each.speaker} == {"F.B.I.", "Ada Holt"}


def test_whose_officer_an_official_is_may_be_told_where_only_the_headline_has_the_topic(
    db: Database,
) -> None:
    save(
        db,
        Said(
            "Ada Holt", "we err", "indirect", "spokeswoman", before="Vessel Water's spokeswoman, "
        ),
        Said("Ben Moor", "it was right", role="mayor"),
        Said("Cy Dunn", "the leak is big"),
        names={"Vessel Water": "organisation", "Ada Holt": "person"},
        headline="Ammonia leak stops trains",
    )
    page = search_statements(db, Reading("ammonia leak", role="officials"), Audience(), Part(9))
    assert {each.speaker.name for each in page.statements if each.speaker} == {"Ben Moor"}


def test_a_state_speaks_through_whom_an_article_tells_to_be_its_own(db: Database) -> None:
    names: dict[str, EntityKind] = {"France": "place", "Mali": "place"}
    save(
        db,
        Said("Ada Holt", "it waits", "indirect", "ambassador", "France left. Its ambassador, "),
        Said("Ben Moor", "it waits", "indirect", "envoy", "Mali left. Its envoy, "),
        Said("Cy Dean", "we wait", role="director"),
        names=names,
    )
    assert said_by(db, "France") == said_by(db, "Paris") == {"Ada Holt"}


def test_what_is_a_unions_by_its_name_speaks_for_it_by_its_other_names(db: Database) -> None:
    bodies = ("European Union's observer mission", "Friends of the European Union")
    said = (Said(name, "we wait", speaker="organisation") for name in bodies)
    save(db, *said, names={"European Union": "place"})
    assert said_by(db, "EU") == {"European Union's observer mission"}


@pytest.mark.parametrize(
    ("role", "speaks"),
    [
        ("U.S. Energy Secretary", True),
        ("chief U.S. economist at Alder Research", False),
        ("US analyst", False),
    ],
)
def test_who_studies_a_state_does_not_speak_for_it(db: Database, role: str, speaks: bool) -> None:
    save(db, Said("Ada Holt", "we wait", role=role), names={"U.S.": "place"})
    assert said_by(db, "Washington") == ({"Ada Holt"} if speaks else set())


@pytest.mark.parametrize("role", ["Dr", "", "carpenter"])
def test_whoever_leads_a_body_speaks_for_it_whatever_their_role(db: Database, role: str) -> None:
    save(
        db,
        Said(
            "Ada Holt",
            "we strike",
            role=role,
            before="Ada Holt, who leads the Vessel Guild, is ill. ",
        ),
        Said("Ben Moor", "we wait", role=role),
        names={"Vessel Guild": "organisation", "Ada Holt": "person", "Ben Moor": "person"},
    )
    assert said_by(db, "Vessel Guild") == {"Ada Holt"}


@pytest.mark.parametrize(
    ("opening", "speaks"),
    [("The public inquiry sat.", False), ("The harbour sat still.", True)],
)
def test_the_chair_of_an_inquiry_is_not_that_of_the_company(
    db: Database, opening: str, speaks: bool
) -> None:
    save(
        db,
        Said("Ada Holt", "Vessel Water is late", role="chair", before=f"{opening} "),
        names={"Vessel Water": "organisation", "Ada Holt": "person"},
    )
    assert said_by(db, "Vessel Water") == ({"Ada Holt"} if speaks else set())


def test_a_body_without_a_proper_name_speaks_through_its_officers(db: Database) -> None:
    save(
        db,
        Said("the harbour pilots' union", "no", "indirect", speaker="organisation", ending=" "),
        Said("Ada Holt", "we wait", "indirect", "president", "Its president, "),
        Said("Ben Moor", "we wait", role="mayor"),
        names={"Ada Holt": "person", "Ben Moor": "person"},
    )
    said = {"the harbour pilots' union", "Ada Holt"}
    assert said_by(db, "the harbour pilots' union") == said


@pytest.mark.parametrize("asked", ["the Italian army", "Italy's armed forces"])
def test_the_forces_of_a_state_are_one_by_any_of_their_names(db: Database, asked: str) -> None:
    save(
        db,
        Said("The Italian military", "we wait", "indirect", speaker="organisation"),
        Said("The Spanish army", "we wait", "indirect", speaker="organisation"),
        names={"Italy": "place", "Spain": "place"},
    )
    assert said_by(db, asked) == {"The Italian military"}


def test_one_of_those_who_speak_for_a_state_speaks_for_it(db: Database) -> None:
    save(
        db,
        Said("Two American officials", "no", "indirect", speaker="anonymous", ending=" "),
        Said("One of them", "we wait", "indirect", speaker="anonymous"),
        Said("Two Spanish officials", "no", "indirect", speaker="anonymous", ending=" "),
        Said("The other", "we wait", "indirect", speaker="anonymous"),
        names={"US": "place"},
    )
    assert said_by(db, "Washington") == {"Two American officials", "One of them"}


def test_a_state_speaks_through_who_has_its_seat_of_power_in_the_role(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "we wait", role="State Department spokeswoman"),
        Said("Ben Moor", "we wait", role="health department spokesman"),
        names={"US": "place"},
    )
    assert said_by(db, "Washington") == {"Ada Holt"}
