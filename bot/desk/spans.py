"""Spans of days, and parts of them: the week around a day, the first ten days of a month."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Days = tuple[date, date]
"""The first day and the last."""

WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_PARTS = 3
_SHORT_PART = 4
"""Days: "late last week" may begin on a Thursday."""
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
"""Days of a unit where only about so many are meant."""


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def unit_around(day: date, unit: str) -> Days:
    """The week (from Monday), weekend, month, quarter or year in which a day lies."""
    monday = day - timedelta(days=day.weekday())
    if unit == "week":
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    months = _MONTHS_OF[unit]
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    return first, month_end(first.replace(month=first.month + months - 1))


def third_of(days: Days, number: int) -> Days:
    """The first, second or last third, more or less: of a month ten days each, of a week four."""
    first, last = days
    many = (last - first).days + 1
    length = max(many // _PARTS, min(many, _SHORT_PART))
    start = first + min(number * (many // _PARTS), many - length) * _DAY
    return start, last if number == _PARTS - 1 else start + (length - 1) * _DAY


def half_of(days: Days, number: int) -> Days:
    """The first or the second half."""
    first, last = days
    middle = first + timedelta(days=((last - first).days + 1) // 2)
    middle = middle.replace(day=1) if first.month != last.month else middle  # of a year July 1
    return (middle, last) if number else (first, middle - _DAY)


def end_of(days: Days, unit: str, count: int) -> Days:
    """So many days, weeks or months with which it ends."""
    first, last = days
    return max(first, last - count * timedelta(days=_LENGTHS[unit]) + _DAY), last


def step_of(days: Days, unit: str, number: int, count: int) -> Days:
    """So many days, weeks or months, the first of which has that number in it, from 0."""
    first, last = days
    length = timedelta(days=_LENGTHS[unit])
    start = first + number * length
    return min(start, last), min(start + count * length - _DAY, last)


def before_days(days: Days, unit: str, count: int) -> Days:
    """So many days, weeks or months that end before them."""
    return days[0] - count * timedelta(days=_LENGTHS[unit]), days[0] - _DAY


def after_days(days: Days, unit: str, count: int) -> Days:
    """So many that begin after them."""
    return days[1] + _DAY, days[1] + count * timedelta(days=_LENGTHS[unit])


def around_days(days: Days, count: int) -> Days:
    """They, and if it is one day so many before and after it."""
    first, last = days
    return days if first != last else (first - count * _DAY, last + count * _DAY)
