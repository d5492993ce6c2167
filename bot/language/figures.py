"""Finds the numbers of a text and normalises them: "more than $100 million per month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.language.wordlists import read_table
from store.records import Span

Bound = Literal["exactly", "about", "more than", "less than", "at least", "at most"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands, and what it comes to."""

    span: Span
    """With its bound, scale and unit."""
    value: float
    unit: str = ""
    """ "$", "%", "fighters", "$ per month"; "" where nothing names it."""
    bound: Bound = "exactly"
    high: float | None = None
    """The upper end of a range; `value` is the lower one."""


_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {
    **{word: float(n) for n, word in enumerate(_ONES, 1)},
    **{word: 10.0 * n for n, word in enumerate(_TENS, 2)},
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "k": 1e3,
    "b": 1e9,
}
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_BOUNDS: dict[str, Bound] = {
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "some": "about",
    "nearly": "about",
    "almost": "about",
    "estimated": "about",
    "more": "more than",
    "over": "more than",
    "above": "more than",
    "fewer": "less than",
    "less": "less than",
    "under": "less than",
    "below": "less than",
    "least": "at least",
    "minimum": "at least",
    "up": "at most",
    "most": "at most",
}
_WORD = "|".join([*_TENS, *_ONES[1:], "one"])
_BASE = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{_WORD})(?:-(?:{_WORD}))?)"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_NUMBER = rf"{_BASE}(?:(?:\s|-){_SCALE}|(?:bn|mn|tn|m|k|b)(?![a-z]))*"
_MONEY = r"(?:US|A|C|HK|NZ)?\$|[£€¥₹]"
_PATTERN = re.compile(
    rf"""(?<![\w.,:/$£€-])
    (?P<bound>(?:(?:about|around|roughly|approximately|some|nearly|almost|over|under|above|below
      |(?:an\s+)?estimated|(?:more|fewer|less)\s+than|at\s+(?:least|most)|up\s+to
      |a\s+minimum\s+of)\s+)*)
    (?:(?P<from>between|from)\s+)?
    (?P<money>{_MONEY})?\s?
    (?:(?P<fraction>(?:an?|one|two|three|four)[\s-](?:half|third|quarter|fifth|tenth)s?|half)
      |(?P<number>{_NUMBER})
      (?:\s?(?:-|–|to|and)\s?(?:{_MONEY})?(?P<high>(?<=[-–$£€]){_NUMBER}|(?<=to\s|nd\s){_NUMBER}))?
      |(?P<many>(?:tens\sof\s|hundreds\sof\s)?(?:dozens|hundreds|thousands|millions|billions)))
    (?P<tail>\s?%|\s?per\s?cent\b|\s(?:US\s)?(?:dollars|pounds|euros|yen|yuan|rupees)\b|p\b)?
    (?![\w%]|:\d)
    (?P<unit>(?:\s|-)(?!(?:{"|".join(sorted(read_table("unit_stops")))})\b)[a-z][a-z-]+)?
    (?P<rate>\s(?:per|an?|each|every)\s(?:second|minute|hour|day|night|week|month|year|quarter
      |head|person|cent|mile|tonne|ton|barrel|share)\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s$", re.IGNORECASE
)
_MONTH_AFTER = re.compile(
    r"^\s(?:jan|feb|march|apr|may|june|july|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)
_LAST_YEAR = 2100


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """The figures between two characters of a text; no dates, years or times.

    >>> figure = find_figures("spends more than $100 million per month")[0]
    >>> figure.value, figure.unit, figure.bound
    (100000000.0, '$ per month', 'more than')
    """
    return tuple(_find(text, start, len(text) if end is None else end))


def _find(text: str, start: int, end: int) -> Iterator[Figure]:
    for match in _PATTERN.finditer(text, start, end):
        if not _is_date(match, text) and not _is_pronoun(match):
            yield _build(match)


def _build(match: re.Match[str]) -> Figure:
    begin, value = match.start(), _read_value(match)
    begin += len(match.group()) - len(match.group().lstrip())
    bound = _read_bound(match)
    high = _read_number(match["high"]) if match["high"] else None
    if high is not None and value < high and match["number"]:
        value *= _borrow_scale(match["number"], match["high"])
    return Figure((begin, match.end()), value, _read_unit(match), bound, high)


def _read_value(match: re.Match[str]) -> float:
    if match["number"]:
        return _read_number(match["number"])
    if match["fraction"]:
        return _read_fraction(match["fraction"].lower())
    word = match["many"].lower()
    factors = [scale for name, scale in _SCALES.items() if len(name) > 2 and f"{name}s" in word]  # noqa: PLR2004  whole words, not "m"
    value = 10.0 if word.startswith("tens") else 1.0
    for factor in factors:
        value *= factor
    return value


def _read_number(words: str) -> float:
    value = 0.0
    for part in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", words.lower()):
        if part[0].isdigit():
            value += float(part.replace(",", ""))
        elif part in _SMALL:
            value += _SMALL[part]
        else:
            value *= _SCALES[part]
    return value


def _read_fraction(words: str) -> float:
    parts = re.split(r"[\s-]", words)
    whole = _FRACTIONS[parts[-1].rstrip("s")]
    return round(_SMALL.get(parts[0], 1.0) / whole, 4)


def _borrow_scale(low: str, high: str) -> float:
    """In "3 to 4 million" the million is meant for both."""
    if re.search(_SCALE, low, re.IGNORECASE):
        return 1.0
    scale = re.search(_SCALE, high, re.IGNORECASE)
    return _SCALES[scale.group().lower()] if scale else 1.0


def _read_bound(match: re.Match[str]) -> Bound:
    words = match["bound"].lower().split()
    told = [_BOUNDS[word] for word in words if word in _BOUNDS]
    if match["many"] and not told:
        return "at least"
    return told[0] if told else "exactly"


def _read_unit(match: re.Match[str]) -> str:
    rate = " ".join((match["rate"] or "").split())
    rate = re.sub(r"^(?:an?|each|every)\b", "per", rate)
    return f"{_read_measure(match)} {rate}".strip()


def _read_measure(match: re.Match[str]) -> str:
    if match["money"]:
        return match["money"]
    tail = (match["tail"] or "").strip().lower()
    if tail:
        return "%" if tail in ("%", "percent", "per cent") else tail.removeprefix("us ")
    return (match["unit"] or "").strip(" -\n")


def _is_date(match: re.Match[str], text: str) -> bool:
    number = match["number"]
    if number is None or not number.isdigit() or match["money"] or match["tail"]:
        return False
    start, end = match.span("number")
    if _MONTH_BEFORE.search(text[max(0, start - 11) : start]):
        return True
    if _MONTH_AFTER.search(text[end : end + 12]):
        return True
    if text[end : end + 6].lower().lstrip().startswith(("a.m", "p.m", "am ", "pm ")):
        return True
    is_year = len(number) == 4 and 1000 <= int(number) < _LAST_YEAR  # noqa: PLR2004  digits of a year
    return is_year and not match["bound"]


def _is_pronoun(match: re.Match[str]) -> bool:
    """Whether "one" counts nothing: "one of them", "no one"."""
    number = (match["number"] or "").lower()
    return number == "one" and not match["bound"] and not match["tail"]
