"""Which statement stands before which, and how much of a large answer is weighed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlite_utils import Database

from store import statements
from store.days import first_id, last_id, take_ids
from store.ranking import Hit, Told, group_speakers, rank, take_page
from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import Said, save


def hit(number: int, **parts: object) -> Hit:
    plain = Hit(1, number, number, number, 0, 0, "2026-03-10", 0, None)
    return plain._replace(**parts)  # type: ignore[arg-type]  # its own fields


BEFORE = [
    ({"behalf": 0, "near": 3}, {"behalf": 1, "near": 1}),
    ({"near": 1, "nameless": 1}, {"near": 2}),
    ({"near": 2, "dated": "2020-01-01"}, {"near": 3}),
    ({"nameless": 0, "indirect": 1}, {"nameless": 1}),
    ({"nameless": 1}, {"nameless": 2}),
    ({"indirect": 0, "dated": "2020-01-01"}, {"indirect": 1}),
    ({"dated": "2026-03-11"}, {"dated": "2026-03-10T20:00:00Z"}),
]


@pytest.mark.parametrize(("first", "second"), BEFORE)
def test_what_is_nearer_named_direct_or_newer_stands_first(
    first: dict[str, object], second: dict[str, object]
) -> None:
    assert [each.id for each in rank([hit(1, **second), hit(2, **first)])] == [2, 1]


def test_a_speaker_stands_where_the_best_of_their_statements_does() -> None:
    hits = [
        hit(1, speaker=7, near=3),
        hit(2, speaker=8, near=2),
        hit(3, speaker=7, near=1, dated="2020-01-01"),
    ]
    groups = group_speakers(map(Told, hits))
    assert [[told.hit.id for told in group] for group in groups] == [[3, 1], [2]]
    assert [told.hit.id for told in take_page(groups, 10, 0)] == [1, 3, 2]  # each newest first


def test_an_answer_weighs_the_newest_and_says_that_there_is_more(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "WEIGHED", 3)
    for day in (4, 2, 5, 1, 3):  # not in the order in which they are read
        published = datetime(2026, 3, day, tzinfo=UTC)
        save(db, Said("Ada Holt", f"bridge {day}"), url=f"https://{day}.test", published=published)
    for reading in (Reading(topic="bridge"), Reading(speaker="Holt"), Reading()):
        page = search_statements(db, reading, Audience(), Part())
        assert [each.text for each in page.statements] == ["bridge 5", "bridge 4", "bridge 3"]
        assert (page.total, page.more) == (3, True)
    within = Reading(topic="bridge", since=date(2026, 3, 3))
    assert not search_statements(db, within, Audience(), Part()).more


def test_statements_are_numbered_by_their_day_and_no_number_comes_again(db: Database) -> None:
    first = take_ids(db, ["2026-03-10T09:30:00Z", "1863-11-19", "2026-03-10"])
    again = take_ids(db, ["2026-03-10"])
    assert first[1] < first[0] < first[2] < again[0] == first_id(date(2026, 3, 10)) + 2
    assert again[0] <= last_id(db, date(2026, 3, 10)) < first_id(date(2026, 3, 11))


def test_what_is_too_much_for_a_day_is_numbered_among_the_next(db: Database) -> None:
    day, next_day = date(2026, 3, 10), date(2026, 3, 11)
    room = first_id(next_day) - first_id(day)
    ids = take_ids(db, [day.isoformat()] * (room + 2))
    assert len(set(ids)) == room + 2
    assert ids[-1] == first_id(next_day) + 1 <= last_id(db, day)
    assert take_ids(db, [next_day.isoformat()]) == [first_id(next_day) + 2]
