"""Questions for several topics, for what speakers are, for outlets, and for whole organisations."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, Reading, Statement
from store.roles import match_role, role_groups
from store.statements import Part, search_statements
from tests.archiving import Said, save

BOARD = "The Water Resources Board met. Its executive director, Ada Holt, was late. "
VESSEL = "“Yes,” said Ben Moor, a spokesman for Vessel. "


def ask(db: Database, **reading: object) -> tuple[Statement, ...]:
    query = Reading(**reading)  # type: ignore[arg-type]  # its own fields
    return search_statements(db, query, Audience(), Part(100)).statements


def texts(statements: tuple[Statement, ...]) -> list[str]:
    return [statement.text for statement in statements]


def test_a_statement_on_several_topics_speaks_of_each(db: Database) -> None:
    for words in ("the bridge costs jobs", "the bridge is open", "jobs are scarce"):
        save(db, Said("Ada Holt", words), url=f"https://{len(words)}.test", headline="News")
    assert texts(ask(db, topic="bridge", and_about=("jobs",))) == ["the bridge costs jobs"]


def test_of_several_topics_the_farther_tells_how_near_it_is(db: Database) -> None:
    save(db, Said("Ada Holt", "the bridge is open", after=" of the jobs"))
    [found] = ask(db, topic="bridge", and_about=("jobs",))
    assert found.nearness == "sentence"


def test_an_article_on_both_topics_counts_where_nothing_speaks_of_both(db: Database) -> None:
    save(db, Said("Ada Holt", "we open in May"), url="https://a.test", headline="Bridge and jobs")
    save(db, Said("Ada Holt", "we wait"), url="https://b.test", headline="Bridge")
    assert texts(ask(db, topic="bridge", and_about=("jobs",))) == ["we open in May"]


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("officials", ["harbour", "official", "police", "spokesman"]),
        ("ministers", ["harbour"]),
        ("anonymous sources", ["neighbour", "official"]),
        ("anonymous officials", ["official"]),
        ("spokespeople", ["spokesman"]),
        ("harbour officials", ["harbour"]),
        ("police", ["police", "spokesman"]),
        ("economists", ["chief"]),
        ("residents", ["neighbour"]),
        ("Harbour Minister", ["harbour"]),
        ("bakers", []),
        ("?!", []),
    ],
)
def test_speakers_are_found_by_what_they_are(db: Database, role: str, found: list[str]) -> None:
    save(
        db,
        Said("Ada Holt", "harbour", role="harbour minister"),
        Said("Ben Moor", "spokesman", role="police spokesman"),
        Said("Cy Dunn", "chief", role="chief economist at a bank"),
        Said("a senior official", "official", speaker="anonymous"),
        Said("a neighbour", "neighbour", speaker="anonymous"),
        Said("City Police Authority", "police", speaker="organisation"),
        Said("Rosa Minister", "nothing"),
    )
    assert sorted(texts(ask(db, role=role))) == found


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("scientists", ["glaciologist", "seismologist"]),
        ("scientist", ["glaciologist", "seismologist"]),
        ("experts", ["analyst", "glaciologist", "seismologist"]),
        ("teachers", ["head"]),
        ("head teachers", ["head"]),
        ("union bosses", ["union"]),
        ("head teachers and aides", ["aide", "head"]),
        ("ministers", []),
        ("officials", []),
        ("military officials", ["army"]),
        ("aides", ["aide"]),
        ("analysts", ["analyst"]),
        ("coaches", ["coach"]),
    ],
)
def test_a_word_of_a_role_counts_only_where_it_means_one_of_the_group(
    db: Database, role: str, found: list[str]
) -> None:
    save(
        db,
        Said("Ada Holt", "glaciologist", role="glaciologist at the university"),
        Said("Ben Moor", "seismologist", role="seismologist"),
        Said("Cy Dunn", "analyst", role="analyst at Bridgeline Research"),
        Said("Di Egan", "head", role="head teacher"),
        Said("Ed Farr", "union", role="general secretary of the Guild of Bakers"),
        Said("Flo Gray", "army", role="army general"),
        Said("Gus Hall", "aide", role="aide to the candidate"),
        Said("an aid worker", "aid", speaker="anonymous"),
        Said("Hal Ives", "coach", role="under-21 coach"),
        Said("Ida Jones", "firm", role="managing director"),
    )
    assert sorted(texts(ask(db, role=role))) == found


@pytest.mark.parametrize(("role", "found"), [("midwives", ["midwife"]), ("linemen", ["lineman"])])
def test_several_of_them_are_found_as_one_though_the_plural_is_no_s(
    db: Database, role: str, found: list[str]
) -> None:
    save(
        db,
        Said("a midwife on the night shift", "midwife", speaker="anonymous"),
        Said("Ada Holt", "lineman", role="lineman in Wick"),
    )
    assert sorted(texts(ask(db, role=role))) == found


def test_officials_speak_for_the_public_and_not_for_a_private_body(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "member", role="Council member"),
        Said("Ben Moor", "head", role="FEMA Administrator"),
        Said("EPA", "agency", speaker="organisation"),
        Said("Cy Dunn", "leading", role="who is leading the response"),
        Said("Di Egan", "for the mayor", role="spokesman for Mayor Dan Orr"),
        Said("Ed Farr", "abroad", role="president of South Korea"),
        Said("Flo Gray", "firm", role="spokesman for Plains Crossing Electric"),
        Said("Gus Hall", "union", role="general secretary of the Mill Workers"),
        Said("Ida Jones", "branch", role="Unison branch secretary"),
        Said("a federal official", "federal", speaker="anonymous"),
        Said("Jo King", "federation", role="football federation official"),
    )
    found = ["abroad", "agency", "federal", "for the mayor", "head", "leading", "member"]
    assert sorted(texts(ask(db, role="officials"))) == found
    assert sorted(texts(ask(db, role="union leaders"))) == ["branch", "union"]


def test_what_is_federal_is_no_federation_and_a_minister_of_a_union_is_an_official(
    db: Database,
) -> None:
    save(
        db,
        Said("a federal official", "federal", speaker="anonymous"),
        Said("Ada Holt", "development", role="Department of Development spokeswoman"),
        Said("Ben Moor", "union", role="Union Home Minister"),
        Said("Cy Dunn", "europe", role="European Union ambassador"),
        Said("Di Egan", "bakers", role="president of the Bakers' Federation"),
        Said("Ed Farr", "developer", role="spokesman for the developer"),
    )
    found = ["development", "europe", "federal", "union"]
    assert sorted(texts(ask(db, role="officials"))) == found


def test_several_are_found_by_what_one_is_called(db: Database) -> None:
    save(
        db,
        Said("a midwife", "one", speaker="anonymous"),
        Said("two midwives", "two", speaker="anonymous"),
        Said("Ada Holt", "three", role="night watchman"),
    )
    assert sorted(texts(ask(db, role="midwives"))) == ["one", "two"]
    assert texts(ask(db, role="watchmen")) == ["three"]


def test_why_a_source_has_no_name_makes_it_no_official(db: Database) -> None:
    save(db, Said("a welder", "no", role="who was not authorized to speak", speaker="anonymous"))
    assert texts(ask(db, role="officials")) == []


def test_an_article_tells_whose_officers_are_officials(db: Database) -> None:
    save(
        db,
        Said("Ada Holt", "wells run dry", role="executive director", before=BOARD),
        Said("Ben Moor", "wells are full", role="spokesman for Vessel", before=VESSEL),
        names={
            "Water Resources Board": "organisation",
            "Vessel": "organisation",
            **dict.fromkeys(("Ada Holt", "Ben Moor"), "person"),
        },
    )
    assert texts(ask(db, topic="wells", role="officials")) == ["wells run dry"]


def test_every_group_of_roles_is_a_full_text_query(db: Database) -> None:
    for group in role_groups():
        db.execute("SELECT rowid FROM attributions_fts(?)", [match_role(group)]).fetchall()
    assert len(role_groups()) > 20


@pytest.mark.parametrize(
    ("outlet", "found"),
    [
        ("The Guardian", ["one", "two"]),
        ("the guardian", ["one", "two"]),
        ("Guardian", ["one", "two"]),
        ("theguardian.com", ["one", "two"]),
        ("BBC", ["three"]),
        ("BBC News", ["three"]),
        ("bbc.co.uk", ["three"]),
        ("Times", ["four"]),
        ("Gazette", []),
        ("the", []),
    ],
)
def test_an_outlet_is_found_by_its_name_or_its_site(
    db: Database, outlet: str, found: list[str]
) -> None:
    for words, publisher, site in [
        ("one", "The Guardian", "www.theguardian.com"),
        ("two", "", "theguardian.com"),
        ("three", "BBC News", "www.bbc.co.uk"),
        ("four", "The Times", "thetimes.test"),
        ("five", "Times of the North", "north.test"),
    ]:
        save(db, Said("Ada Holt", words), url=f"https://{site}/{words}", publisher=publisher)
    assert sorted(texts(ask(db, outlet=outlet))) == sorted(found)


def test_an_organisation_s_people_come_after_itself_and_are_marked(db: Database) -> None:
    save(
        db,
        Said("Jan Pell", "the sanctions stay, one says", role="EU foreign policy chief"),
        Said("EU", "the sanctions stay, all say", "indirect", speaker="organisation"),
        Said("Ada Holt", "the sanctions went", role="former EU commissioner"),
        Said("Ben Moor", "the sanctions hurt", role="ambassador to the EU"),
        Said("an EU official", "the sanctions work", speaker="anonymous"),
    )
    found = ask(db, speaker="the EU", topic="sanctions")
    assert [(each.text, each.behalf) for each in found] == [
        ("the sanctions stay, all say", False),
        ("the sanctions stay, one says", True),
        ("the sanctions work", True),
    ]


def test_a_person_s_namesakes_in_roles_are_not_the_person(db: Database) -> None:
    save(db, Said("Ada Holt", "one"), Said("Ben Moor", "two", role="Holt campaign manager"))
    assert texts(ask(db, speaker="Holt")) == ["one"]
