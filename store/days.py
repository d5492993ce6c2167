"""Numbers of statements: by the day on which they were said, so that newest first is their order.

Every day has a range of numbers of its own, whatever the order in which articles are read.
An index that is walked from its end gives the newest, and a day is where its range begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sqlite_utils import Database

_ROOM = 1 << 16
"""Statements of one day; what comes after them is numbered among the next day's."""


def first_id(day: date) -> int:
    """The smallest number that a statement of this day can have."""
    return day.toordinal() * _ROOM


def last_id(db: Database, day: date) -> int:
    """The largest number that a statement of this day can have."""
    number = day.toordinal()
    while _is_full(db, number):
        number += 1
    return (number + 1) * _ROOM - 1


def take_ids(db: Database, moments: Sequence[str]) -> list[int]:
    """New numbers for statements of these days or moments; none is ever used twice."""
    days = [date.fromisoformat(moment[:10]).toordinal() for moment in moments]
    taken = {day: iter(_take(db, day, count)) for day, count in Counter(days).items()}
    return [next(taken[day]) for day in days]


def _take(db: Database, day: int, count: int) -> list[int]:
    found: list[int] = []
    while len(found) < count:
        start = _last(db, day) + 1
        end = min(start + count - len(found), (day + 1) * _ROOM)
        found += range(start, end)
        if end > start:
            db.execute("INSERT OR REPLACE INTO days (day, last) VALUES (?, ?)", [day, end - 1])
        day += 1
    return found


def _is_full(db: Database, day: int) -> bool:
    return _last(db, day) == (day + 1) * _ROOM - 1


def _last(db: Database, day: int) -> int:
    row = db.execute("SELECT last FROM days WHERE day = ?", [day]).fetchone()
    return int(row[0]) if row else day * _ROOM - 1
