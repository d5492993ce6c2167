"""What is about a topic by where it stands, in articles on the topic."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from store.records import Audience, EntityKind, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save, share

RUSSIA: dict[str, EntityKind] = {"Russia": "place"}
STRIKE = (
    Said("Ada Holt", "the strike is on", after=" of the strike"),
    Said("Ben Moor", "nobody voted for this"),
    Said("Cy Dunn", "we lost a morning"),
)


def ask(
    db: Database, topic: str, audience: Audience | None = None, by: str | None = None
) -> list[tuple[str, str]]:
    query = Reading(topic=topic, speaker=by)
    page = search_statements(db, query, audience or Audience(), Part(100))
    return [(each.text, each.nearness) for each in page.statements]


def test_in_an_article_on_a_topic_all_speak_of_it_but_come_last(db: Database) -> None:
    save(db, *STRIKE, headline="Rail strike stops the north")
    assert ask(db, "strike") == [
        ("the strike is on", "words"),
        ("nobody voted for this", "article"),
        ("we lost a morning", "article"),
    ]


def test_who_mentioned_it_asks_for_what_speaks_of_it(db: Database) -> None:
    save(db, *STRIKE, headline="Rail strike stops the north")
    page = search_statements(db, Reading("strike", mentioned=True), Audience(), Part(100))
    assert [each.text for each in page.statements] == ["the strike is on"]


def test_of_those_asked_for_by_what_they_are_more_is_shown_than_of_anybody(db: Database) -> None:
    told = ("the strike is on", "we lost a morning")
    save(db, *(Said("Ada Holt", each, role="transport minister") for each in told), headline="News")
    assert ask(db, "strike") == [("the strike is on", "words")]
    page = search_statements(db, Reading("strike", role="ministers"), Audience(), Part(100))
    assert tuple(each.text for each in page.statements) == told


def test_an_article_with_only_other_words_is_on_something_else_than_one_with_the_topic(
    db: Database,
) -> None:
    save(db, *STRIKE, headline="Rail strike stops the north")
    others = (Said("Eve Fall", "the walkout is over"), Said("Fay Gale", "we are proud"))
    save(db, *others, url="https://other.test", headline="Walkout at the opera ends")
    assert {text for text, _ in ask(db, "strike")} == {each.words for each in STRIKE}


def test_of_two_topics_one_does_not_stand_for_the_other(db: Database) -> None:
    told = (Said("Ada Holt", "the missiles came late"), Said("Ben Moor", "nobody slept"))
    save(db, *told, headline="Missile delay angers senators")
    query = Reading("missiles", and_about=("drones",))
    assert not search_statements(db, query, Audience(), Part(100)).statements


def test_what_is_named_in_passing_is_not_what_an_article_is_about(db: Database) -> None:
    waiting = [
        Said("Eve Fall", f"we wait, {n}", after=" by the harbour wall " * 9) for n in range(9)
    ]
    save(db, *waiting, *STRIKE[:1], Said("Ada Holt", "tea is dear"), headline="Harbour wall")
    assert ask(db, "strike") == [("the strike is on", "words")]


def test_what_a_person_says_is_not_about_that_person(db: Database) -> None:
    told = (Said("Ada Holt", "we open in May"), Said("Ben Moor", "Ada Holt is wrong"))
    save(db, *told, headline="Ada Holt speaks", names={"Ada Holt": "person"})
    assert ask(db, "Ada Holt") == [("Ada Holt is wrong", "words")]


def test_words_in_quotation_marks_must_be_said(db: Database) -> None:
    save(db, *STRIKE, headline="Rail strike stops the north")
    assert ask(db, '"strike"') == [("the strike is on", "words")]


@pytest.mark.parametrize(("channel", "found"), [("G1", 4), ("C2", 1)])
def test_an_article_of_a_private_channel_tells_nobody_else(
    db: Database, channel: str, found: int
) -> None:
    secret = save(db, *STRIKE, everybody=False, headline="Rail strike stops the north")
    share(db, secret, "G1", private=True)
    save(db, *STRIKE[:1], url="https://b.test", headline="Rail strike")
    assert len(ask(db, "strike", Audience("T1", channel))) == found


def test_each_entry_of_a_live_story_has_a_subject_of_its_own(db: Database) -> None:
    said = (
        Said("Ada Holt", "the strike is on", after=" of the strike\n\n12.20pm Tax vote\n\n"),
        Said("Ben Moor", "it passed", after="\n\n1.05pm Floods\n\n"),
        Said("Cy Dunn", "the water is high", after="\n\n2.40pm Rail strike talks\n\n"),
        Said("Eve Fall", "nobody came"),
    )
    save(db, *said, headline="Politics live: rail strike and more")
    assert {text for text, _ in ask(db, "strike")} == {"the strike is on", "nobody came"}


@pytest.mark.parametrize(("headline", "found"), [("A lake is growing", 3), ("A tax is growing", 1)])
def test_a_headline_names_a_thing_by_the_noun_that_its_article_has_for_it(
    db: Database, headline: str, found: int
) -> None:
    told = (*STRIKE[1:], Said("Ada Holt", "we need a tunnel", after=" of Lake Orsa. The lake grew"))
    aliases = {"Lake Orsa": ("The lake",)}
    save(db, *told, headline=headline, names={"Lake Orsa": "place"}, aliases=aliases)
    assert len(ask(db, "Lake Orsa")) == found


@pytest.mark.parametrize(
    ("topic", "headline"),
    [
        ("the mine disaster", "Nine pulled alive from flooded copper mine"),
        ("server farm", "Council clears data center"),
        ("car chase", "Pursuit should have been stopped, chief says"),
        ("US tariffs", "Brazil hits back at US over tariffs"),
    ],
)
def test_an_article_on_a_topic_may_call_it_otherwise(
    db: Database, topic: str, headline: str
) -> None:
    save(
        db,
        *STRIKE[1:],
        Said("Eve Fall", "it is late", before=f"{headline}.\n\n"),
        headline=headline,
    )
    assert {text for text, _ in ask(db, topic)} == {
        "nobody voted for this",
        "we lost a morning",
        "it is late",
    }


def test_an_article_in_the_words_that_were_asked_for_leaves_out_those_in_others(
    db: Database,
) -> None:
    save(db, *STRIKE[1:], headline="Walkout at the rail works", url="https://b.test")
    save(db, Said("Ada Holt", "the rail strike is on"), headline="Rail strike stops the north")
    assert [text for text, _ in ask(db, "rail strike")] == ["the rail strike is on"]


@pytest.mark.parametrize(
    ("topic", "other", "headline"),
    [
        ("fares", "they went too far", "Shop prices rise"),
        ("notes", "it is not", "Banknotes run out"),
    ],
)
def test_a_short_word_is_not_the_one_that_it_would_be_without_its_e(
    db: Database, topic: str, other: str, headline: str
) -> None:
    shops = (Said("Ada Holt", other), Said("Ben Moor", "it looks into cards"))
    save(db, *shops, headline=headline, url="https://b.test")
    save(db, Said("Cy Dunn", f"the {topic} went up"), headline="What Dunn told us")
    assert [text for text, _ in ask(db, topic)] == [f"the {topic} went up"]


def test_an_article_on_a_firm_has_its_name_with_an_ampersand_in_the_headline(db: Database) -> None:
    told = (*STRIKE[1:], Said("Eve Fall", "we go", after=" of Rowe & Kessler"))
    save(db, *told, headline="Rowe & Kessler to leave", names={"Rowe & Kessler": "organisation"})
    assert len(ask(db, "Rowe & Kessler")) == len(told)


def test_where_nothing_is_found_light_words_are_left_out(db: Database) -> None:
    save(db, Said("Ada Holt", "we get the noise"), headline="Council meets")
    save(db, Said("Ben Moor", "York is flooded"), headline="York flood", url="https://b.test")
    assert [text for text, _ in ask(db, "noise complaints")] == ["we get the noise"]
    assert ask(db, "smell complaints") == []
    assert ask(db, "New York") == []


@pytest.mark.parametrize("headline", ["Moscow shuts the strait", "Russian fleet shuts the strait"])
def test_a_headline_speaks_of_a_state_by_its_capital_and_its_adjective(
    db: Database, headline: str
) -> None:
    told = Said("Ada Holt", "Russia is at sea")
    save(db, told, Said("Ben Moor", "no ship will pass"), headline=headline, names=RUSSIA)
    assert ("no ship will pass", "article") in ask(db, "Russia")


def test_a_thing_is_found_by_a_word_of_its_name(db: Database) -> None:
    asked = Said("Ada Holt", "is it over", before="Hurricane Nestor came. ", standing="asked")
    told = Said("Ben Moor", "the roof went first")
    save(db, asked, told, headline="A dark night", names={"Hurricane Nestor": "other"})
    assert ask(db, "hurricane") == [("the roof went first", "article")]


def test_what_a_speaker_says_is_on_a_topic_that_only_others_in_the_article_name(
    db: Database,
) -> None:
    others = Said("Ada Holt", "the strike is on", before="The strike began at six.\n\n")
    save(db, others, Said("Ben Moor", "nobody voted for this"), headline="A cold morning")
    save(db, Said("Ben Moor", "tea is dear"), headline="Tea", url="https://b.test")
    assert ask(db, "strike", by="Ben Moor") == [("nobody voted for this", "article")]


def test_a_thing_is_found_by_a_word_of_its_name_though_others_use_the_word(db: Database) -> None:
    save(db, Said("Cy Dunn", "it is no hurricane"), headline="Sales fall", url="https://b.test")
    told = Said("Ben Moor", "the roof went first", before="Hurricane Nestor came at night.\n\n")
    save(db, told, headline="A dark night", names={"Hurricane Nestor": "other"})
    assert ("the roof went first", "article") in ask(db, "hurricane")
