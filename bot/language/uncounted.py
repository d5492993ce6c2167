"""Numbers that count nothing: dates, years, times, telephone numbers, parts of names; and ages."""

from __future__ import annotations

import re

from bot.language.wordlists import read_words

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s$", re.IGNORECASE)
_MONTH_AFTER = re.compile(
    r"(?:st|nd|rd|th)?\s(?:of\s)?(?:jan|feb|march|apr|may|june|july|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(r"\s?(?:[ap]\.m|[ap]m\b|o['’]clock)", re.IGNORECASE)
_PHONE = re.compile(
    r"""\+\d[\d\s().-]{6,20}\d|\(\d{3,5}\)\s?\d[\d\s-]{4,12}\d|\b0\d{2,4}[\s-]\d[\d\s-]{4,12}\d
    |\b\d{3}[-.]\d{3}[-.]\d{4}\b|(?:call|phone|tel\.?|text)\s\d{3}-\d{4}\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PHONE_DIGITS = re.compile(r"\+\d|\d{3}")
"""What every telephone number has."""
_NAME_BEFORE = re.compile(r"(?<![.!?:]\s)(?<=\s)([A-Z][\w’'-]*)\s$|^()$")
_NAME_AND_COMMA = re.compile(r"\b[A-Z][\w’'-]+(?:,| \()\s?$")
_WORD_BEFORE = re.compile(r"([A-Za-z]+\.?)\s$")
_COUNTED = frozenset({"people", "men", "women", "children", "miles", "metres", "meters", "feet"})
_YEARS = range(1000, 2100)
_REACH = 24


def find_phones(text: str) -> list[tuple[int, int]]:
    """Where telephone numbers stand."""
    if not _PHONE_DIGITS.search(text):
        return []
    return [match.span() for match in _PHONE.finditer(text)]


def is_age(text: str, start: int, end: int) -> bool:
    """Whether the number between two places is somebody's age: "aged 34", "Jane Roe, 34, said"."""
    before = text[max(0, start - _REACH) : start]
    return before.endswith(("aged ", "age ")) or (
        text[end : end + 1] in (",", ".", ")") and _NAME_AND_COMMA.search(before) is not None
    )


def is_time_or_date(text: str, start: int, end: int) -> bool:
    """Whether the bare number (or range of numbers) between two places is a day or a time."""
    return bool(
        _MONTH_BEFORE.search(text[max(0, start - _REACH) : start])
        or _MONTH_AFTER.match(text, end)
        or _TIME_AFTER.match(text, end)
    )


def is_year(digits: str, unit: str) -> bool:
    """Whether bare digits are a year: four of them, and nothing counted behind."""
    is_one = len(digits) == 4 and digits.isdigit() and int(digits) in _YEARS  # noqa: PLR2004  of a year
    return is_one and unit.lower() not in _COUNTED


def is_in_name(text: str, start: int, unit: str) -> bool:
    """Whether a bare number belongs to the name before it: "Route 66", "Boeing 737"."""
    before = text[max(0, start - _REACH) : start]
    word = _WORD_BEFORE.search(before)
    if word and word[1].lower() in read_words("number_names"):
        return True
    named = _NAME_BEFORE.search(before)
    return bool(named and named[1]) and not unit.endswith("s") and unit not in _COUNTED
