"""Finds the words that tell a day, and which day they mean: "Thursday", "last month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month with which each begins."""
COUNTS = {"a": 1, "an": 1, "one": 1, "couple": 2, "two": 2, "few": 3, "three": 3, "several": 4}
COUNTS |= {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
COUNTS |= {"eleven": 11, "twelve": 12}
"""Words for how many days or weeks it was."""
_DAY = (
    r"(?:mon|fri|sun)(?:day|(?=\.))|tue(?:sday|s?(?=\.))|wed(?:nesday|(?=\.))"
    r"|thu(?:rsday|(?:rs)?(?=\.))|sat(?:urday|(?=\.))"
)
"""Short ones with a full stop only: "the Sun" is no day."""
_MONTH = (
    r"jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?"
)
_SEASON = "|".join(_SEASONS)
_TIME_OF_DAY = "day|morning|afternoon|evening|night"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_LEADING = rf"(?:(?:{_DAY})\.?,?\s+)?"
_PATTERN = re.compile(
    rf"""\b(?=[\da-fi-ostwy])(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | {_LEADING}(?:
        (?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})
        | (?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)
      )(?:,?\s+(?P<year>\d{{4}}))?
    | (?:in\s+)?(?:early\s+|mid-?|late\s+|(?P<last>last)\s+)?(?P<month3>{_MONTH})
      (?:\s+(?P<year3>\d{{4}}))?(?=\W|$)
    | (?:late\s+|early\s+|last\s+|this\s+|earlier\s+)?(?P<weekday>{_DAY}){_PART}
      (?P<week>\s+(?:of\s+)?last\s+week)?
    | (?P<near>yesterday|(?<!USA\ )today|tonight|overnight|last\s+night
      |this\s+(?:morning|afternoon|evening)){_PART}
    | (?:(?:earlier|late|later|early)\s+)?(?P<which>this|last)\s+(?P<unit>week|weekend|month|year)
    | earlier\s+in\s+the\s+(?P<unit4>week|month|year)
    | (?:at|over|on|during)\s+the\s+(?P<weekend>weekend)(?!\s+of\b)
    | (?P<relative>(?:on\s+)?the\s+(?:very\s+)?(?:next|following|previous|same)
        \s+(?:{_TIME_OF_DAY}|week)
      |(?:(?:later|earlier)\s+)?that\s+(?:same\s+)?(?:{_TIME_OF_DAY})
      |the\s+(?:day|night)\s+(?:before|after)(?=\s*[,.;])
      |(?P<later>\d{{1,2}}|{"|".join(COUNTS)})\s+(?P<unit3>day|week)s?\s+later)
    | (?P<count>\d{{1,2}}|{"|".join(COUNTS)})\s+(?:of\s+)?
      (?P<unit2>day|week|fortnight|month|year|decade)s?\s+(?:ago|earlier)
    | (?P<season>(?:last|this)\s+(?:{_SEASON})|(?:{_SEASON})(?=\s+(?:of\s+)?(?:19|20)\d{{2}}\b))
      (?:\s+(?:of\s+)?(?P<year5>\d{{4}}))?
    | (?:in\s+)?(?P<year4>(?:19|20)\d{{2}})(?!\w|[-–/]\d)
    | (?:(?:later|earlier)\s+)?(?:in\s+|during\s+)?(?:the\s+same|that(?:\s+same)?)\s+
      (?P<unit5>week|month|year)(?!['’]s?)(?!\s+(?:of|when|as|in\s+which)\b)
    | (?P<then>at\s+th(?:e|at)\s+time(?!\s+of)|back\s+then)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_HINT = re.compile(
    rf"\d|(?:{_MONTH}|{_DAY}|yesterday|today|tonight|overnight|this|last|ago|earlier"
    r"|th(?:e|at) time|back then|weekend|(?:next|following|previous|same|that)"
    rf" (?:{_TIME_OF_DAY}|week|month|year)|(?:day|night) (?:before|after)|later)\b"
)
"""What no text in lower case that tells a day is without: most sentences tell none."""


_LED = re.compile(r"^(?:in|at|over|on|during)\s+", re.IGNORECASE)
_DAYS = ("iso", "day", "day2", "weekday", "near", "relative")
"""Groups of the pattern that tell one day."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words that tell a day."""

    words: str
    start: int
    end: int
    """Where they stand in the text that they were found in."""
    day: date | None
    """Which it is: of a month or a year the first, of a week its Monday."""
    by_day: bool
    """Not only a week, a month or a year is told."""
    then: bool
    """The day is reckoned from that of what was told before: "at the time", "the next day"."""
    after: int = 0
    """So many days after that."""
    unit: str = ""
    """It is the week, month or year of that."""

    def reckon_from(self, day: date) -> date:
        """The day, where another was told before."""
        return _go_back(day, self.unit, 0) if self.unit else day + timedelta(days=self.after)


def day_of(published: date | None) -> date | None:
    """The day of a day or a moment."""
    return published.date() if isinstance(published, datetime) else published


def find_dates(text: str, published: date | None) -> Iterator[Told]:
    """All words that tell a day, as they mean it on `published`, in their order."""
    if not _HINT.search(text.lower()):
        return
    for match in _PATTERN.finditer(text):
        if _is_capital_name(match) and not _is_title(text, match):
            words = _LED.sub("", match.group())
            yield Told(
                " ".join(words.split()),
                match.end() - len(words),
                match.end(),
                _reckon(match, published),
                by_day=any(match[name] for name in _DAYS),
                then=bool(match["then"] or match["relative"] or match["unit5"]),
                after=_days_after(match),
                unit=(match["unit5"] or "").lower(),
            )


def resolve_date(words: str, published: date | None) -> date | None:
    """The date that words mean when they are printed on `published`; None if unclear.

    >>> resolve_date("Thursday", date(2022, 12, 23))
    datetime.date(2022, 12, 22)
    """
    match = _PATTERN.search(words)
    return None if match is None else _reckon(match, published)


def _is_capital_name(match: re.Match[str]) -> bool:
    """Whether a word like "may" or "march" has its capital."""
    word = match["month"] or match["month2"] or match["month3"] or match["weekday"]
    return word is None or word[0].isupper()


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether it is a programme's name: "told the BBC's Today programme"."""
    told = match["near"] or match["which"]
    before = text[: match.start()].rstrip(" ")
    inside = before[-1:].isalnum() or before.endswith(("'s", "\u2019s"))
    return bool(told) and match.group()[0].isupper() and inside


def _days_after(match: re.Match[str]) -> int:
    """How many days after what was told before it is: the next day, two weeks later."""
    words = (match["relative"] or "").lower()
    if match["later"]:
        return read_count(match["later"]) * (7 if match["unit3"].lower() == "week" else 1)
    days = 7 if words.endswith("week") else 1
    if re.search(r"\b(?:next|following|after)\b", words):
        return days
    return -days if re.search(r"\b(?:previous|before)\b", words) else 0


def _reckon(match: re.Match[str], published: date | None) -> date | None:
    try:
        return _reckon_fixed(match, published) or _reckon_relative(match, published)
    except ValueError:  # there is no such day
        return None


def _reckon_fixed(match: re.Match[str], published: date | None) -> date | None:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    month = match["month"] or match["month2"]
    if month:
        number, day = _number_of(month, _MONTHS) + 1, int(match["day"] or match["day2"])
        return _reckon_in_year(match["year"], number, day, published)
    if match["year4"]:
        return date(int(match["year4"]), 1, 1)
    if match["month3"]:
        month_told = _number_of(match["month3"], _MONTHS) + 1
        before = _before(published, month_told) if match["last"] else published
        return _reckon_in_year(match["year3"], month_told, 1, before)
    if match["season"]:
        return _reckon_season(match, published)
    return None


def _number_of(word: str, names: tuple[str, ...]) -> int:
    short = word.lower().rstrip(".")[:3]
    return next(number for number, name in enumerate(names) if name.startswith(short))


def _before(published: date | None, month: int) -> date | None:
    """The end of the year before, if a last month of that name cannot be this one."""
    now = published is not None and published.month == month
    return date(published.year - 1, 12, 31) if now and published else published


def _reckon_in_year(year: str | None, month: int, day: int, published: date | None) -> date | None:
    if year:
        return date(int(year), month, day)
    if published is None:
        return None
    here = date(published.year, month, day)
    return here if here <= published else date(published.year - 1, month, day)


def _reckon_season(match: re.Match[str], published: date | None) -> date | None:
    """Its first day; the last one is over."""
    *which, name = match["season"].lower().split()
    month = _SEASONS[name]
    start = _reckon_in_year(match["year5"], month, 1, published)
    if start and published and which == ["last"] and (published - start).days < _SEASON_DAYS:
        return date(start.year - 1, month, 1)
    return start


_SEASON_DAYS = 90
_SATURDAY = 5


def _reckon_relative(match: re.Match[str], published: date | None) -> date | None:
    if published is None:
        return None
    if match["weekday"]:
        return _reckon_weekday(match, published)
    if match["near"]:
        past = match["near"].lower().startswith(("yesterday", "last", "overnight"))
        return published - timedelta(days=int(past))
    if match["weekend"] or match["unit"] or match["unit4"]:
        return _reckon_unit(match, published)
    if match["count"]:
        return _go_back_exactly(published, match["unit2"].lower(), read_count(match["count"]))
    return None


def _reckon_unit(match: re.Match[str], published: date) -> date:
    if match["weekend"]:
        return _go_back(published, "weekend", int(published.weekday() < _SATURDAY))
    if match["unit4"]:
        return _go_back(published, match["unit4"].lower(), 0)
    return _go_back(published, match["unit"].lower(), int(match["which"].lower() == "last"))


def _reckon_weekday(match: re.Match[str], published: date) -> date:
    number = _number_of(match["weekday"], _WEEKDAYS)
    if match["week"]:
        return _go_back(published, "week", 1) + timedelta(days=number)
    back = (published.weekday() - number) % 7
    return published - timedelta(days=back or 7 * match.group().lower().startswith("last"))


def read_count(word: str) -> int:
    """How many a word says: "a", "two", "12"."""
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def _go_back(published: date, unit: str, times: int) -> date:
    if unit == "year":
        return date(published.year - times, 1, 1)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - times
        return date(months // 12, months % 12 + 1, 1)
    monday = published - timedelta(days=published.weekday() + 7 * times)
    return monday + timedelta(days=5 if unit == "weekend" else 0)


def _go_back_exactly(published: date, unit: str, times: int) -> date:
    if unit == "decade":
        return _go_back(published, "year", 10 * times)
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    return published - timedelta(days=times * days) if days else _go_back(published, unit, times)
