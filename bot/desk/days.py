"""The days that a time expression covers: "last week", "March", "two days ago"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.desk.day_patterns import (
    CALENDAR,
    DAYPART,
    FULL_DATE,
    LAST,
    MONTH,
    MONTHS,
    NUMBER,
    UNIT,
    WEEKDAY,
    YEAR,
    parse_date,
)
from bot.desk.feasts import FEAST, feast_of
from bot.desk.spans import WEEK, Days, month_end, unit_around

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month with which each begins."""
_SEASON = r"(?:spring|summer|autumn|winter)"
_ORDINALS = (("first", "q1"), ("second", "q2"), ("third", "q3"), ("fourth", "q4", "last", "final"))
_ORDINAL = r"(?:first|second|third|fourth)"
_TWO_MONTHS = 62
"""Days, in which every number of a day stands once at least."""


def read_days(words: str, now: datetime) -> Days | None:
    """The days that the expression covers, as asked at `now`; None if it is none.

    What could be in several years or weeks is the latest of them that has begun.
    """
    plain = re.sub(r"(?<=[a-z])\.", "", " ".join(words.lower().replace(",", " ").split()))
    for pattern, read in _READERS:
        if re.fullmatch(pattern, plain):
            return read(plain, now)
    return None


def _one_day(words: str, now: datetime) -> Days | None:
    day = parse_date(words, now)
    return (day, day) if day else None


def _today(_: str, now: datetime) -> Days:
    return now.date(), now.date()


def _yesterday(_: str, now: datetime) -> Days:
    yesterday = now.date() - timedelta(days=1)
    return yesterday, yesterday


def _before_yesterday(_: str, now: datetime) -> Days:
    day = now.date() - timedelta(days=2)
    return day, day


def _overnight(_: str, now: datetime) -> Days:
    return now.date() - timedelta(days=1), now.date()


def _weekday(words: str, now: datetime) -> Days | None:
    name = words.rsplit(maxsplit=1)[-1][:3]
    if words.startswith("this ") and now.strftime("%a").lower() == name:
        return _today(words, now)
    return _one_day(name, now)


def _rolling(words: str, now: datetime) -> Days | None:
    span = re.sub(r"^(?:the )?(?:past|last|previous) ", "", words)
    start = parse_date(f"{span if re.match(NUMBER + ' ', span) else '1 ' + span} ago", now)
    return (start, now.date()) if start else None


def _calendar(words: str, now: datetime) -> Days:
    """This or the last week (from Monday), weekend, month, quarter or year."""
    unit = words.rsplit(maxsplit=1)[-1]
    first, last = unit_around(now.date(), unit)
    if first > now.date() or re.search(r"\b(?:last|previous)\b", words):
        back = 7 if unit == "weekend" else 1
        first, last = unit_around(first - timedelta(days=back), unit)
    return first, min(last, now.date())


def _week_around(words: str, now: datetime) -> Days | None:
    """The week of a day, or the one that begins or ends with it."""
    _, which, day = re.split(r"\b(of|beginning|starting|commencing|ending) ", words, maxsplit=1)
    found = parse_date(day, now)
    if found is None:
        return None
    first = found - timedelta(days={"of": found.weekday(), "ending": 6}.get(which, 0))
    return first, first + timedelta(days=6)


def _before_last(words: str, now: datetime) -> Days:
    unit = words.split()[1]
    last, _ = _calendar(f"last {unit}", now)
    return unit_around(last - (WEEK if unit == "weekend" else timedelta(days=1)), unit)


def _month(words: str, now: datetime) -> Days:
    """A month, in the year it names or in the latest in which it has begun."""
    *_, named = [word for word in words.split() if word[:1].isalpha() and word != "of"]
    number = next(n for n, name in enumerate(MONTHS) if n and name.startswith(named[:3]))
    year = re.search(YEAR, words)
    first = date(int(year[0]) if year else now.year, number, 1)
    if not year and first > now.date():
        first = first.replace(year=first.year - 1)
    if words.startswith("last ") and first.year == now.year and number == now.month:
        first = first.replace(year=first.year - 1)
    return first, month_end(first)


def _day_of_month(words: str, now: datetime) -> Days | None:
    """The latest day of that number."""
    number = int(re.sub(r"\D", "", words))
    days = (now.date() - timedelta(days=back) for back in range(_TWO_MONTHS))
    return next(((day, day) for day in days if day.day == number), None)


def _month_of_year(words: str, now: datetime) -> Days:
    year = now.year - ("last" in words.split())
    return _month(f"{words.split(maxsplit=1)[0]} {year}", now)


def _season(words: str, now: datetime) -> Days:
    """Three months, in the year it names or the latest that have begun; winter has two years."""
    start = next(month for name, month in _SEASONS.items() if name in words)
    return _stretch(words, now, start, 3)


def _quarter(words: str, now: datetime) -> Days:
    number = next(n for n, names in enumerate(_ORDINALS) if set(names) & set(words.split()))
    return _stretch(words, now, 3 * number + 1, 3)


def _stretch(words: str, now: datetime, start: int, months: int) -> Days:
    """So many months, in the year that the words name or in the latest in which they began."""
    named = re.search(YEAR, words)
    first = date(int(named[0]) if named else now.year, start, 1)
    if not named and first > now.date():
        first = first.replace(year=first.year - 1)
    years, month = divmod(start + months - 2, 12)
    return first, month_end(date(first.year + years, month + 1, 1))


def _other_day(_: str, now: datetime) -> Days:
    return now.date() - timedelta(days=7), now.date()


def _feast(words: str, now: datetime) -> Days:
    """A feast, in the year it names or the last time it was."""
    named = re.search(YEAR, words)
    years = [int(named[0])] if named else [now.year, now.year - 1]
    days = [feast_of(words, year) for year in years]
    day = next((day for day in days if day <= now.date()), days[-1])
    return day, day


def _year(words: str, _: datetime) -> Days:
    year = int(words[-4:])
    return date(year, 1, 1), date(year, 12, 31)


_PLAIN_READERS: tuple[tuple[str, Callable[[str, datetime], Days | None]], ...] = (
    (FULL_DATE, _one_day),
    (rf"(?:the )?week (?:of|beginning|starting|commencing|ending) {FULL_DATE}", _week_around),
    (rf"(?:earlier )?today|tonight|this {DAYPART}", _today),
    (rf"yesterday(?: {DAYPART})?", _yesterday),
    (r"last night|overnight", _overnight),
    (r"the day before yesterday|the night before last", _before_yesterday),
    (rf"{NUMBER} {UNIT}s? ago", _one_day),
    (rf"(?:the )?{LAST} {NUMBER} {UNIT}s?|(?:the )?past {UNIT}|the last {UNIT}", _rolling),
    (rf"(?:earlier )?(?:this|last|previous|the current) {CALENDAR}", _calendar),
    (rf"the {CALENDAR} before last", _before_last),
    (r"the (?:last )?weekend", _calendar),
    (rf"(?:in|over|during) (?:the )?{_SEASON}(?:(?: of)? {YEAR})?", _season),
    (rf"in (?:the )?fall(?:(?: of)? {YEAR}|(?! (?:in|of)\b))", _season),
    (rf"(?:this|last|past) {_SEASON}|(?:{_SEASON}|fall) {YEAR}", _season),
    (rf"(?:q[1-4]|(?:the )?{_ORDINAL} quarter)(?:(?: of)? {YEAR})?", _quarter),
    (rf"(?:the )?(?:last|final) quarter of {YEAR}", _quarter),
    (r"(?:just )?the other day", _other_day),
    (rf"(?:this|last|past) {WEEKDAY}", _weekday),
    (rf"{MONTH}(?: of)? (?:last|this) year", _month_of_year),
    (rf"(?:this|last|past) {MONTH}|{MONTH}(?: of)? {YEAR}", _month),
    (rf"(?<!about )(?<!about the )(?<!mentioned ){FEAST}(?: {YEAR})?", _feast),
)
_LEANING_READERS = (
    (rf"(?:(?:{WEEKDAY} )?the|{WEEKDAY}) \d{{1,2}}(?:st|nd|rd|th)", _day_of_month),
    (WEEKDAY, _weekday),
    (MONTH, _month),
    (YEAR, _year),
)
_READERS = (*_PLAIN_READERS, *_LEANING_READERS)
PLAIN = "|".join(f"(?:{pattern})" for pattern, _ in _PLAIN_READERS)
"""What is a time wherever it stands."""
LEANING = "|".join(f"(?:{pattern})" for pattern, _ in _LEANING_READERS)
"""What is a time only after a word like "in" or "since"."""
