"""What people decide about who is who: it moves everything, holds, and can be undone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlite_utils import Database

from bot.errors import PeopleError
from store.articles import load_report
from store.changes import Author, Change
from store.corrections import save_correction, undo_correction
from store.deleting import delete_articles
from store.merges import load_decisions, merge_entities, split_articles, undo_decision
from store.people import find_exactly, find_people, load_people
from store.profiles import load_profile
from store.records import Audience, Reading, Speaker
from store.statements import Part, search_statements
from store.who import Maker
from tests.archiving import Said, save

MAKER = Maker("Editor", datetime(2026, 11, 23, 8, tzinfo=UTC), "same office")
EVERYTHING = Audience()
TABLES = ("entities", "aliases", "roles", "article_entities", "attributions", "claims", "mentions")


def _number(db: Database, name: str) -> int:
    (person,) = find_exactly(db, name, EVERYTHING)
    return person.id


def _snapshot(db: Database) -> dict[str, Any]:
    """Who said and is what, without the numbers of entities."""
    named = "SELECT min(name) || min(article_id) FROM article_entities WHERE entity_id = {}"
    return {
        "said": db.execute(
            f"SELECT id, ({named.format('speaker_id')}) FROM attributions ORDER BY id"
        ).fetchall(),
        "mentions": db.execute(
            f"SELECT attribution_id, how, ({named.format('entity_id')}) FROM mentions ORDER BY 1, 3"
        ).fetchall(),
        "aliases": db.execute(
            f"SELECT alias, ({named.format('entity_id')}) FROM aliases ORDER BY 1, 2"
        ).fetchall(),
        "roles": db.execute(
            f"SELECT role, ({named.format('entity_id')}) FROM roles ORDER BY 1, 2"
        ).fetchall(),
        "keys": db.execute(
            f"SELECT key, ({named.format('entity_id')}) FROM entity_keys ORDER BY 1, 2"
        ).fetchall(),
    }


@pytest.fixture
def two(db: Database) -> Database:
    """Robert and Bob Trask, whom no rule takes for one; each is spoken of by the other."""
    robert = Said("Robert Trask", "the bridge by Bob Trask is open", role="senator")
    bob = Said("Bob Trask", "the bridge by Robert Trask is shut", role="lawyer")
    third = Said("Mara Quill", "Bob Trask and Robert Trask should know")
    for number, said in enumerate((robert, bob, third)):
        names = dict.fromkeys(("Robert Trask", "Bob Trask", said.by), "person")
        save(db, said, url=f"https://{number}.test", names=names)
    return db


def test_merged_by_hand_all_is_the_one_s(two: Database) -> None:
    merge_entities(two, _number(two, "Robert Trask"), _number(two, "Bob Trask"), MAKER)
    (one,) = find_people(two, "Trask", EVERYTHING)
    assert (one.name, one.aliases, one.statements) == ("Robert Trask", ("Bob Trask",), 2)
    for name in ("Robert Trask", "Bob Trask", "Trask"):
        page = search_statements(two, Reading(speaker=name), EVERYTHING, Part())
        assert (page.total, page.speakers) == (2, 1)


def test_the_reports_stay_as_their_articles_have_them(two: Database) -> None:
    before = [load_report(two, number).analysis for number in (1, 2, 3)]
    merge_entities(two, _number(two, "Robert Trask"), _number(two, "Bob Trask"), MAKER)
    assert [load_report(two, number).analysis for number in (1, 2, 3)] == before


def test_a_merge_is_recorded_and_undone_without_a_trace_in_who_is_who(two: Database) -> None:
    before = _snapshot(two)
    number = merge_entities(two, _number(two, "Robert Trask"), _number(two, "Bob Trask"), MAKER)
    assert _snapshot(two) != before
    (made,) = load_decisions(two)
    assert (made.id, made.act, made.kept_name, made.other_name) == (
        number,
        "merge",
        "Robert Trask",
        "Bob Trask",
    )
    assert (made.made, made.made_by, made.why, made.undone) == (
        MAKER.now,
        "Editor",
        "same office",
        None,
    )
    undo_decision(two, number, Maker("Chief", MAKER.now))
    assert _snapshot(two) == before
    assert load_decisions(two)[0].undone_by == "Chief"
    with pytest.raises(PeopleError, match="undone already"):
        undo_decision(two, number, MAKER)


def test_what_was_merged_by_hand_holds_for_later_articles(two: Database) -> None:
    merge_entities(two, _number(two, "Robert Trask"), _number(two, "Bob Trask"), MAKER)
    for number, name in enumerate(("Bob Trask", "Robert Trask")):
        save(two, Said(name, f"we wait {number}"), url=f"https://later{number}.test")
    (one,) = find_people(two, "Trask", EVERYTHING)
    assert one.statements == 4


def test_undone_a_merge_gives_back_what_came_since_under_the_other_name(two: Database) -> None:
    number = merge_entities(two, _number(two, "Robert Trask"), _number(two, "Bob Trask"), MAKER)
    for at, name in enumerate(("Bob Trask", "Robert Trask", "Bob Trask")):
        save(two, Said(name, f"we wait {at}"), url=f"https://later{at}.test")
    undo_decision(two, number, MAKER)
    said = {each.name: each.statements for each in find_people(two, "Trask", EVERYTHING)}
    # the third article names both, and so did the first two
    assert said == {"Robert Trask": 2, "Bob Trask": 3}


def test_merges_can_follow_each_other_and_be_undone_in_any_order(two: Database) -> None:
    save(two, Said("Rob Trask", "we wait"), url="https://rob.test")
    before = _snapshot(two)
    first = merge_entities(two, _number(two, "Bob Trask"), _number(two, "Rob Trask"), MAKER)
    second = merge_entities(two, _number(two, "Robert Trask"), _number(two, "Bob Trask"), MAKER)
    assert len(find_people(two, "Trask", EVERYTHING)) == 1
    undo_decision(two, first, MAKER)
    assert {each.name for each in find_people(two, "Trask", EVERYTHING)} == {
        "Robert Trask",
        "Rob Trask",
    }
    undo_decision(two, second, MAKER)
    assert _snapshot(two) == before


@pytest.fixture
def namesakes(db: Database) -> Database:
    """One Mara Quill by rule, though the second article is about another."""
    for number, role in enumerate(("", "", "harbour minister")):
        said = Said("Mara Quill", f"the bridge is {number} years old", role=role)
        save(db, said, url=f"https://{number}.test", names={"Mara Quill": "person"})
    return db


def test_split_off_by_hand_an_article_is_about_somebody_else(namesakes: Database) -> None:
    before = _snapshot(namesakes)
    number = split_articles(namesakes, _number(namesakes, "Mara Quill"), [2], MAKER)
    quills = find_people(namesakes, "Quill", EVERYTHING)
    assert [(each.statements, len(each.roles)) for each in quills] == [(2, 1), (1, 0)]
    undo_decision(namesakes, number, MAKER)
    assert _snapshot(namesakes) == before


def test_what_was_split_stays_apart_when_the_article_changes(namesakes: Database) -> None:
    split_articles(namesakes, _number(namesakes, "Mara Quill"), [2], MAKER)
    save(namesakes, Said("Mara Quill", "the bridge is new"), url="https://1.test")
    assert [each.statements for each in find_people(namesakes, "Quill", EVERYTHING)] == [2, 1]


def test_split_with_a_role_of_their_own_both_are_met_again(db: Database) -> None:
    roles = ("singer", "novelist", "novelist from Tiln", "prizewinning novelist")
    for number, role in enumerate(roles[:2]):
        save(db, Said("Mara Quill", "we wait", role=role), url=f"https://{number}.test")
    split_articles(db, _number(db, "Mara Quill"), [2], MAKER)
    for number, role in enumerate((*roles[2:], "singer and dancer"), 3):
        save(db, Said("Mara Quill", "we wait", role=role), url=f"https://{number}.test")
    assert [each.statements for each in find_people(db, "Quill", EVERYTHING)] == [3, 2]


def test_a_deleted_article_takes_its_names_out_of_decisions_and_keys(db: Database) -> None:
    for number, name in enumerate(("Mara Quill", "Zora Quillonby")):
        save(db, Said(name, "we wait"), url=f"https://{number}.test")
    merge_entities(db, _number(db, "Mara Quill"), _number(db, "Zora Quillonby"), MAKER)
    delete_articles(db, [2])
    assert load_decisions(db) == []
    keys = {key for (key,) in db.execute("SELECT key FROM entity_keys").fetchall()}
    assert keys == {"person:mara quill", "near:mar ql", "full:mara quill"}


def test_what_a_correction_put_aside_goes_with_a_merge(two: Database) -> None:
    author = Author("Jo Field", "U1", "T1", "C1")
    (said,) = search_statements(two, Reading(speaker="Bob Trask"), EVERYTHING, Part()).statements
    change = Change(speaker=Speaker("Mara Quill"))
    correction = save_correction(two, said.id, change, author, now=MAKER.now)
    merge_entities(two, _number(two, "Robert Trask"), _number(two, "Bob Trask"), MAKER)
    save(two, Said("Zed Zorn", "we came later"), url="https://zorn.test")
    undo_correction(two, correction.id, "Jo Field", now=MAKER.now)
    assert [each.statements for each in find_people(two, "Trask", EVERYTHING)] == [2]


def test_what_makes_no_sense_is_refused(two: Database) -> None:
    save(two, Said("an official", "we wait", speaker="anonymous"), url="https://anonymous.test")
    save(two, Said("Alder Line", "we wait", speaker="organisation"), url="https://body.test")
    robert, line = _number(two, "Robert Trask"), _number(two, "Alder Line")
    nobody = "SELECT id FROM entities WHERE kind = 'anonymous'"
    source = two.execute(nobody).fetchone()[0]
    for kept, other, reason in (
        (robert, robert, "one already"),
        (robert, source, "anonymous"),
        (source, robert, "anonymous"),
        (robert, line, "organisation"),
        (robert, 999, "nobody with the number"),
    ):
        with pytest.raises(PeopleError, match=reason):
            merge_entities(two, kept, other, MAKER)
    with pytest.raises(PeopleError, match="No such article"):
        split_articles(two, robert, [99], MAKER)
    with pytest.raises(PeopleError, match="nothing to split"):
        split_articles(two, line, [5], MAKER)
    with pytest.raises(PeopleError, match="no decision"):
        undo_decision(two, 1, MAKER)
    assert load_decisions(two) == []


def test_roles_are_told_with_the_time_of_their_articles(db: Database) -> None:
    for day, role in ((1, "mayor of Tiln"), (5, "mayor of Tiln"), (9, "senator"), (9, "")):
        published = datetime(2026, 3, day, tzinfo=UTC)
        said = Said("Mara Quill", "we wait", role=role)
        save(db, said, url=f"https://{day}{role}.test", published=published)
    (person,) = load_people(db, [_number(db, "Mara Quill")], EVERYTHING)
    told = [(held.role, held.first.day, held.last.day, held.articles) for held in person.roles]
    assert told == [("senator", 9, 9, 1), ("mayor of Tiln", 1, 5, 2)]


def test_a_person_is_shown_by_the_plain_name(db: Database) -> None:
    for number, name in enumerate(("DR. MARA QUILL", "Dr. Mara Quill", "Mara Quill")):
        save(db, Said(name, "we wait"), url=f"https://{number}.test")
    (person,) = find_people(db, "Quill", EVERYTHING)
    assert (person.name, person.articles) == ("Mara Quill", 3)


def test_a_profile_has_every_statement_once_under_what_it_is_about(db: Database) -> None:
    for day, words in (
        (1, "the Alder Bridge will cost 40 million and the toll will stay"),
        (4, "the Alder Bridge will cost 60 million and Tiln will pay"),
        (6, "the weather is fine"),
    ):
        names = {"Mara Quill": "person", "Alder Bridge": "place", "Tiln": "place"}
        published = datetime(2026, 3, day, tzinfo=UTC)
        save(
            db,
            Said("Mara Quill", words),
            url=f"https://{day}.test",
            names={name: kind for name, kind in names.items() if name in words or kind == "person"},
            published=published,
        )
    (person,) = load_people(db, [_number(db, "Mara Quill")], EVERYTHING)
    profile = load_profile(db, person, EVERYTHING)
    assert [(each.topic, [s.text[:24] for s in each.statements]) for each in profile.topics] == [
        ("Alder Bridge", ["the Alder Bridge will co", "the Alder Bridge will co"]),
        ("", ["the weather is fine"]),
    ]
    assert profile.topics[0].statements[0].text.endswith("Tiln will pay")
    (contrast,) = profile.contrasts
    assert contrast.differs == ("40 million → 60 million",)
    assert contrast.earlier.article.published == datetime(2026, 3, 1, tzinfo=UTC)
