"""An article that its publisher edits: the old version stays, and its quotes are compared."""

from __future__ import annotations

from sqlite_utils import Database

from store.articles import load_report
from store.records import Audience, Reading
from store.statements import Part, search_statements
from store.versions import Changes, changes_of
from tests.archiving import Said, save

KEPT = Said("Ada Holt", "the bridge opens in May")
OLD = (KEPT, Said("Ben Moor", "it will cost two million"), Said("Cy Dunn", "nobody asked us"))
NEW = (KEPT, Said("Ben Moor", "it will cost three million"), Said("Ada Holt", "we are sorry"))


def test_changed_vanished_and_new_statements_are_told_apart(db: Database) -> None:
    save(db, *OLD)
    found = changes_of(db, save(db, *NEW))
    assert [each.text for each in found.added] == ["we are sorry"]
    assert [(old.text, new.text) for old, new in found.changed] == [
        ("it will cost two million", "it will cost three million")
    ]
    assert [each.text for each in found.vanished] == ["nobody asked us"]


def test_the_old_version_stays_whole_with_its_marks_and_answers_nothing(db: Database) -> None:
    first = save(db, *OLD)
    save(db, *NEW)
    assert [each.text for each in load_report(db, first).analysis.attributions] == [
        said.words for said in OLD
    ]
    sql = (
        "SELECT text, fate FROM attributions JOIN attribution_words USING (id)"
        " WHERE article_id = ? ORDER BY number"
    )
    assert db.execute(sql, [first]).fetchall() == [
        ("the bridge opens in May", None),
        ("it will cost two million", "changed"),
        ("nobody asked us", "vanished"),
    ]
    page = search_statements(db, Reading(), Audience(), Part())
    assert {each.text for each in page.statements} == {said.words for said in NEW}


def test_marks_and_capitals_are_no_change_and_neither_is_another_order(db: Database) -> None:
    save(db, *OLD)
    again = (Said("Ada Holt", "The bridge opens, in May!"), *reversed(OLD[1:]))
    assert changes_of(db, save(db, *again)) == Changes()


def test_what_another_says_alike_is_no_change_of_it(db: Database) -> None:
    save(db, Said("Ben Moor", "it will cost two million"))
    found = changes_of(db, save(db, Said("Ada Holt", "it will cost three million")))
    assert (len(found.added), len(found.changed), len(found.vanished)) == (1, 0, 1)


def test_an_earlier_version_than_the_last_can_be_compared(db: Database) -> None:
    first = save(db, Said("Ada Holt", "one bridge"))
    save(db, Said("Ada Holt", "nothing of it"))
    third = save(db, Said("Ada Holt", "one bridge"), Said("Ada Holt", "and a tunnel"))
    assert [each.text for each in changes_of(db, third, since=first).added] == ["and a tunnel"]
    assert changes_of(db, first) == Changes()
