"""Times that lie in or beside others: "early last month", "the week before 3 March"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.desk import days
from bot.desk.day_patterns import CALENDAR, DAY, FULL_DATE, MONTH, NUMBER, WEEKDAY, YEAR
from bot.desk.day_patterns import count as count_of
from bot.desk.feasts import FEAST
from bot.desk.spans import (
    WEEK,
    Days,
    after_days,
    around_days,
    before_days,
    end_of,
    half_of,
    step_of,
    third_of,
    unit_around,
)

_WHOLE = rf"(?:{MONTH}(?:(?: of)? {YEAR})?|(?:this|last) {CALENDAR}|{YEAR})"
_THE_WHOLE = rf"(?:{_WHOLE}|the (?:week|month|quarter|year))"
_NUMBERED = ("first", "second", "third", "fourth")
_ENDING = ("last", "final", "closing")
_WHICH = rf"(?:{'|'.join((*_NUMBERED, *_ENDING))})"
_THIRD = re.compile(
    rf"(?:the )?(?:very )?(?P<part>start|beginning|middle|end) of (?P<of>{_THE_WHOLE})"
    rf"|(?P<early>early|mid|late)(?: in)?[ -](?P<in>{_WHOLE})"
)
_NUMBERED_PART = re.compile(
    rf"(?:the )?(?P<which>{_WHICH}) (?:(?P<number>{NUMBER}) )?"
    rf"(?P<unit>day|week|month|half)(?P<many>s)? of (?P<of>{_THE_WHOLE})"
)
_BESIDE = re.compile(
    rf"(?P<all>the )?(?:(?P<number>{NUMBER}) )?(?P<unit>day|week|fortnight|month)(?P<many>s)?"
    r" (?P<side>before|after|leading up to|up to|following|preceding)"
    rf" (?P<day>{FULL_DATE}|{WEEKDAY}|{FEAST}(?: {YEAR})?)"
)
_DECADE = re.compile(r"the (?:(?P<part>early|mid|late)[ -])?(?P<first>(?:19|20)\d0)s")
_OF_WEEK = re.compile(
    rf"(?P<day>{WEEKDAY})(?: of)? (?P<week>last|this) week"
    rf"|(?P<week2>last|this) week(?: on)? (?P<day2>{WEEKDAY})"
)
_WEEK_BEFORE = re.compile(
    rf"a week (?:ago )?(?:(?:on|last) )?(?P<day>{WEEKDAY})|(?:the )?(?P<day2>{WEEKDAY}) before last"
)
_THIS_TIME = re.compile(r"(?:around |about )?this time last (?P<unit>week|month|year)")
_AROUND = {"week": 1, "month": 3, "year": 14}
"""Days before and after what is told of a week, a month or a year ago."""
_MANY = {"day": 7, "week": 4, "fortnight": 2, "month": 6}
"""How many "the days before" are."""
_PARTS = {"mid": 1, "middle": 1, "late": 2, "end": 2}


def read_days(words: str, now: datetime) -> Days | None:
    """The days that the expression covers, as asked at `now`; None if it is none.

    What could be in several years or weeks is the latest of them that has begun.
    """
    plain = re.sub(r"(?<=[a-z])\.", "", " ".join(words.lower().replace(",", " ").split()))
    for pattern, read in _READERS:
        if told := pattern.fullmatch(plain):
            return read(told, now)
    return days.read_days(plain, now)


def _third(told: re.Match[str], now: datetime) -> Days | None:
    """The first, the middle or the last part of a month, or of a longer or a shorter time."""
    whole = _whole(told["of"] or told["in"], now)
    return third_of(whole, _PARTS.get(told["part"] or told["early"], 0)) if whole else None


def _numbered_part(told: re.Match[str], now: datetime) -> Days | None:
    """Some days or weeks of a month or a year: "the first two weeks of March"."""
    whole, which, unit = _whole(told["of"], now), told["which"], told["unit"]
    if whole is None:
        return None
    if unit == "half":
        return half_of(whole, int(which != _NUMBERED[0]))
    number = count_of(told["number"] or ("few" if told["many"] else ""))
    if which in _ENDING:
        return end_of(whole, unit, number)
    return step_of(whole, unit, _NUMBERED.index(which), number)


def _whole(words: str, now: datetime) -> Days | None:
    """What has parts: all of this month, also what of it is still to come."""
    unit = words.rsplit(maxsplit=1)[-1]
    found = days.read_days(re.sub("^the ", "this ", words), now)
    return unit_around(found[0], unit) if found and re.fullmatch(CALENDAR, unit) else found


def _beside(told: re.Match[str], now: datetime) -> Days | None:
    """What lies before or after a day: "the week before 3 March", "two days after Christmas"."""
    of, unit, number = days.read_days(told["day"], now), told["unit"], told["number"]
    if of is None:
        return None
    many = count_of(number) if number else _MANY[unit] if told["many"] else 1
    before = told["side"] not in ("after", "following")
    found = before_days(of, unit, many) if before else after_days(of, unit, many)
    if not number or told["all"]:
        return found
    return (found[0], found[0]) if before else (found[1], found[1])


def _decade(told: re.Match[str], _: datetime) -> Days:
    """Ten years, or a third of them."""
    year = int(told["first"])
    whole = date(year, 1, 1), date(year + 9, 12, 31)
    return third_of(whole, _PARTS.get(told["part"], 0)) if told["part"] else whole


def _of_week(told: re.Match[str], now: datetime) -> Days | None:
    """The Monday of this week or of the last."""
    day = days.read_days(told["day"] or told["day2"], now)
    if day is None:
        return None
    last = (told["week"] or told["week2"]) == "last"
    monday, _ = unit_around(now.date() - WEEK * last, "week")
    found = monday + timedelta(days=day[0].weekday())
    return found, found


def _week_before(told: re.Match[str], now: datetime) -> Days | None:
    day = days.read_days(told["day"] or told["day2"], now)
    return (day[0] - WEEK, day[1] - WEEK) if day else None


def _this_time(told: re.Match[str], now: datetime) -> Days | None:
    """About the same day of the last year, month or week."""
    day = days.read_days(f"1 {told['unit']} ago", now)
    return around_days(day, _AROUND[told["unit"]]) if day else None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], datetime], Days | None]], ...] = (
    (_THIRD, _third),
    (_NUMBERED_PART, _numbered_part),
    (_BESIDE, _beside),
    (_DECADE, _decade),
    (_OF_WEEK, _of_week),
    (_WEEK_BEFORE, _week_before),
    (_THIS_TIME, _this_time),
)
_PATTERNS = [re.sub(r"\?P<\w+>", "?:", pattern.pattern) for pattern, _ in _READERS]

BESIDE = _PATTERNS[2]
"""What has a word like "before" in it, and is one time."""
PLAIN = "|".join(f"(?:{pattern})" for pattern in (*_PATTERNS, days.PLAIN))
"""What is a time wherever it stands."""
LEANING = days.LEANING
"""What is a time only after a word like "in" or "since"."""
BARE = rf"(?:(?!may\b|mar(?:ch)?\b){MONTH}|(?!sun\b|sat\b|wed\b){WEEKDAY}|{YEAR}(?! \w))"
"""What may be one without such a word, too: "oil friday", but not the march or the sun."""
BARE_DAY = DAY
"""The 1 in "between 1 and 5 March"."""
