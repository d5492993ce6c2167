"""The words of times: months, weekdays, numbers and full dates, and how they are read."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

import dateparser

MONTHS = [name.lower() for name in calendar.month_name]
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
)
_FEW = {"couple of": 2, "few": 3, "several": 4, "twenty": 20, "thirty": 30, "sixty": 60}
_FEW |= {"ninety": 90}
NUMBER = (
    rf"(?:\d{{1,3}}|(?:a )?couple of|(?:a )?few|an?|{'|'.join([*_NUMBERS.split()[1:], *_FEW])})"
)
UNIT = r"(?:hour|day|week|fortnight|month|year)"
CALENDAR = r"(?:week|weekend|month|quarter|year)"
YEAR = r"(?:19|20)\d\d"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DAYPART = r"(?:morning|lunchtime|afternoon|evening|night)"
FULL_DATE = (
    rf"(?:{YEAR}-\d\d?-\d\d?|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d)"
    rf"|(?:the )?{DAY}(?: of)? {MONTH}(?:,? {YEAR})?|{MONTH} {DAY}(?:,? {YEAR})?)"
)
LAST = r"(?:last|past|previous)"
_DAY_FIRST = ("Europe/", "Asia/", "Africa/", "Australia/", "Atlantic/", "Pacific/", "Indian/")
"""Zones in which a date begins with its day."""


def count(words: str) -> int:
    """How many a number's words are; 1 for none of them."""
    bare = words.removeprefix("a ") if words != "a" else ""
    number = _NUMBERS.split().index(bare) if bare in _NUMBERS.split() else 1
    return int(bare) if bare.isdigit() else _FEW.get(bare, number)


def parse_date(words: str, now: datetime) -> date | None:
    """The latest day that the words can mean and that has been; else the one to come."""
    words = re.sub(rf"^{NUMBER}(?= {UNIT}s?\b)", lambda number: str(count(number[0])), words)
    settings: dict[str, object] = {
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
    }
    orders = ("DMY", "MDY") if _is_day_first(words, now) else ("MDY", "DMY")
    days: list[date] = []
    for order in orders:
        found = dateparser.parse(
            words, languages=["en"], settings={**settings, "DATE_ORDER": order}
        )
        days += [found.date()] if found else []
        if days and days[0] <= now.date():
            break
    return min(days, key=lambda day: day > now.date(), default=None)


def _is_day_first(words: str, now: datetime) -> bool:
    """Whether 3/4/2026 is in April: as a European asks, and with dots whoever does."""
    return "." in words or str(now.tzinfo).startswith(_DAY_FIRST)
