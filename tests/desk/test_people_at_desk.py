"""Who is who at the desk: names are understood, doubtful ones asked back, and nothing leaks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.desk import Desk
from bot.desk.people import (
    list_decisions,
    list_joins,
    list_people,
    merge_people,
    pick_person,
    show_person,
    split_person,
    undo,
)
from bot.errors import PeopleError
from store.records import Audience
from store.who import Maker
from tests.archiving import Said, save, share

MAKER = Maker("U1", datetime(2026, 11, 23, 8, tzinfo=UTC))
EVERYTHING = Audience()
PUBLIC, PRIVATE, ELSEWHERE = Audience("T1", "C1"), Audience("T1", "G1"), Audience("T2", "C9")


@pytest.fixture
def newsroom(desk: Desk) -> Desk:
    """A public article and a private one, both on Mara Quill, and a private person."""
    db = desk.store.db
    names = {"Mara Quill": "person", "Tiln": "place"}
    public = save(
        db,
        Said("Mara Quill", "the toll in Tiln will stay", role="harbour minister"),
        names=names,
        everybody=False,
    )
    private = save(
        db,
        Said("Mara Quill", "the toll in Tiln will not stay", role="Kestrel's contact"),
        Said("Ned Orme", "we know Kestrel"),
        url="https://private.test",
        headline="Secret",
        names={**names, "Kestrel": "organisation", "Ned Orme": "person"},
        aliases={"Mara Quill": ("Kestrel",)},
        everybody=False,
    )
    share(db, public, "C1", private=False)
    share(db, private, "G1", private=True)
    return desk


def test_a_person_is_listed_as_far_as_the_audience_may_see(newsroom: Desk) -> None:
    (public,) = list_people(newsroom, "", PUBLIC)
    assert (public.name, public.statements, public.articles) == ("Mara Quill", 1, 1)
    assert [held.role for held in public.roles] == ["harbour minister"]
    assert "Kestrel" not in public.aliases
    private = list_people(newsroom, "", PRIVATE)
    assert [(each.name, each.statements) for each in private] == [
        ("Mara Quill", 2),
        ("Ned Orme", 1),
    ]
    assert list_people(newsroom, "", ELSEWHERE) == []


@pytest.mark.parametrize("words", ["Ned Orme", "Orme", "Kestrel", "Ned"])
def test_who_is_only_in_a_private_article_is_nobody_elsewhere(newsroom: Desk, words: str) -> None:
    assert list_people(newsroom, words, PRIVATE)
    for audience in (PUBLIC, ELSEWHERE):
        with pytest.raises(PeopleError) as raised:
            list_people(newsroom, words, audience)
        assert "Orme" not in raised.value.hint
        number = str(pick_person(newsroom, "Ned Orme", EVERYTHING).id)
        with pytest.raises(PeopleError):
            show_person(newsroom, number, audience)


def test_a_profile_shows_only_what_the_audience_may_see(newsroom: Desk) -> None:
    public = show_person(newsroom, "Quill", PUBLIC)
    assert [each.text for group in public.topics for each in group.statements] == [
        "the toll in Tiln will stay"
    ]
    assert public.contrasts == ()
    assert [ref.headline for ref, _ in public.articles] == ["Harbour bridge"]
    private = show_person(newsroom, "Quill", PRIVATE)
    assert sum(len(group.statements) for group in private.topics) == 2


def test_a_name_of_several_is_asked_back_with_roles_and_numbers(desk: Desk) -> None:
    for number, role in enumerate(("US senator", "Acme Steel spokesman")):
        said = Said("John Smith", "we wait", role=role)
        save(desk.store.db, said, url=f"https://{number}.test")
    with pytest.raises(PeopleError) as raised:
        pick_person(desk, "John Smith", EVERYTHING)
    one, two = list_people(desk, "john smith", EVERYTHING)
    assert raised.value.message == (
        f"“John Smith” could be several: {one.id} John Smith, {one.roles[0].role} (1 statement);"
        f" {two.id} John Smith, {two.roles[0].role} (1 statement)."
    )
    assert raised.value.hint == "Ask with the number."
    assert pick_person(desk, str(one.id), EVERYTHING) == one
    assert pick_person(desk, f"#{two.id}", EVERYTHING) == two


def test_a_whole_name_is_meant_before_parts_of_others(desk: Desk) -> None:
    said = (Said("Mara Quill", "one"), Said("Mara Quill Hale", "two"), Said("Ada Quill", "three"))
    save(desk.store.db, *said)
    assert pick_person(desk, "mara quill", EVERYTHING).name == "Mara Quill"
    with pytest.raises(PeopleError, match="several"):
        pick_person(desk, "Quill", EVERYTHING)


def test_a_slip_is_answered_with_the_names_near_to_it(newsroom: Desk) -> None:
    with pytest.raises(PeopleError) as raised:
        list_people(newsroom, "Mara Quil", PUBLIC)
    assert raised.value.hint == "Near to it: Mara Quill."


def test_merging_and_undoing_by_name_is_logged_for_those_who_may_see(newsroom: Desk) -> None:
    decision, person = merge_people(newsroom, "Mara Quill", "Ned Orme", PRIVATE, MAKER)
    assert (decision.kept_name, decision.other_name) == ("Mara Quill", "Ned Orme")
    assert person.statements == 3
    assert list_decisions(newsroom, PRIVATE) == [decision]
    assert list_decisions(newsroom, PUBLIC) == []
    with pytest.raises(PeopleError):
        undo(newsroom, decision.id, PUBLIC, MAKER)
    assert undo(newsroom, decision.id, PRIVATE, MAKER).undone == MAKER.now
    assert pick_person(newsroom, "Ned Orme", PRIVATE).statements == 1


def test_articles_are_split_off_by_number_or_link_where_they_may_be_seen(newsroom: Desk) -> None:
    hidden = "https://private.test"
    with pytest.raises(PeopleError, match=f"not named in {hidden}"):
        split_person(newsroom, "Quill", [hidden], PUBLIC, MAKER)
    decision, person = split_person(newsroom, "Quill", [hidden], PRIVATE, MAKER)
    assert (decision.act, person.statements) == ("split", 1)
    assert len(list_people(newsroom, "Mara Quill", PRIVATE)) == 2


def test_the_log_of_rules_tells_other_names_only_where_both_may_be_seen(desk: Desk) -> None:
    db = desk.store.db
    for number, (name, channel) in enumerate((("Bob Trask", "C1"), ("Robert Trask", "G1"))):
        said = Said(name, "we wait", role="Acme Steel spokesman")
        article = save(db, said, url=f"https://{number}.test", everybody=False)
        share(db, article, channel, private=channel == "G1")
    (join,) = list_joins(desk, PRIVATE)
    assert (join.name, join.known_as) == ("Robert Trask", "Bob Trask")
    assert "short form" in join.rule
    assert list_joins(desk, PUBLIC) == []
