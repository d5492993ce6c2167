"""Finds the numbers of a text and normalises them: "more than $100 million per month"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.language.numerals import (
    FOLD,
    FRACTION,
    MANY,
    NUMBER,
    find_scale,
    hints_at_number,
    read_fold,
    read_fraction,
    read_many,
    read_number,
)
from bot.language.uncounted import find_phones, is_age, is_in_name, is_time_or_date, is_year
from bot.language.wordlists import read_phrases, read_table, read_words
from store.records import Bound, Figure

_MONEY = r"(?:US|A|C|HK|NZ|S)?\$|[£€¥₹]|Rs\.?\s?"
_MEASURES = r"""(?:km/h|kph|mph|km|kg|mg|cm|mm|ml|ft|lbs?|oz|kWh|MWh|GWh|kW|MW|GW|MB|GB|TB|°\s?[CF]
    |g|C|F|p|pc|(?<=\d)in)(?!\w)"""
_SHARE = r"\s?%|\s?per\s?cent\b(?!age)|(?:\s|-)percentage[\s-]points?\b|(?:\s|-)basis[\s-]points?\b"
_CURRENCY = r"(?:\s|-)(?:US\s)?(?:dollars?|euros?|pounds?|yen|yuan|rupees|pence|cents?)\b"
_SPANS = r"(?:second|minute|hour|day|night|week|month|year|quarter|season|game|match)"
_AGO = r"(?!\s(?:ago|later|earlier|before|after|old)\b)"
_OR = r"(?:\s?(?P<mark>\+)|(?P<plus>-plus\b)|\s(?P<after>or\s(?:more|so|fewer|less)\b))?"
_OLD = r"(?P<old>[\s-]years?[\s-]olds?\b)?"
_TAILS = {
    **dict.fromkeys(("%", "percent", "per cent", "pc"), "%"),
    **dict.fromkeys(("percentage point", "percentage points"), "percentage points"),
    **dict.fromkeys(("percentage-point", "percentage-points"), "percentage points"),
    **dict.fromkeys(("basis point", "basis points"), "basis points"),
    **dict.fromkeys(("dollar", "dollars"), "$"),
    **dict.fromkeys(("euro", "euros"), "€"),
    **dict.fromkeys(("pound", "pounds"), "pounds"),
    **dict.fromkeys(("c", "°c", "° c"), "°C"),
    **dict.fromkeys(("f", "°f", "° f"), "°F"),
    "cent": "cents",
}
_HALVES = frozenset({"first", "second", "other", "better", "each", "every", "last", "opening"})
_VAGUE = frozenset({"couple", "few", "several"})


@cache
def _read_bounds() -> dict[str, Bound]:
    """Each phrase before a number, and what it says of it."""
    known: dict[str, Bound] = {}
    names: tuple[Bound, ...] = ("about", "more than", "less than", "at least", "at most")
    lines = dict(line.split(": ", 1) for line in read_phrases("figure_bounds"))
    for name in names:
        known |= dict.fromkeys(lines[name].split(", "), name)
    return known


def _build_pattern() -> re.Pattern[str]:
    bounds = "|".join(
        phrase.replace(" ", r"\s") for phrase in sorted(_read_bounds(), key=len, reverse=True)
    )
    stops = "|".join(sorted(re.escape(word) for word in read_table("unit_stops")))
    return re.compile(
        rf"""(?<![\w.,:/$£€¥₹-])(?<!\d\s-)
        (?P<bound>(?:(?:{bounds})(?:(?<=~)|\s))+)?(?P<between>(?:between|from)\s)?
        (?P<sign>(?:minus\s|[-\u2212])(?=[\d$£€]))?
        (?:(?P<money>{_MONEY})\s?)?
        (?:(?P<of>{NUMBER})(?:\s|-)(?:in|out\sof)(?:\severy)?(?:\s|-)(?P<all>{NUMBER})
             (?![\w%.,]*\d)(?!\s{_SPANS}s?\b)
          |(?P<feet>{NUMBER})(?:ft|\sft|['’]|\sfeet|[\s-]foot)[\s-]?(?P<inches>{NUMBER})
             (?:in\b|["”]|\sinch(?:es)?\b|(?<=[a-z])(?=\W|$))
          |(?P<low>{NUMBER})(?P<own>\s?%|{_CURRENCY})?(?:(?P<dash>\s?[-–]\s?(?=[\d$£€]))|\s(?:to|or)\s|(?(between)\sand\s|(?!)))
             (?:{_MONEY})?(?P<high>{NUMBER})
          |(?P<many>{MANY})
          |(?P<fold>{FOLD})
          |(?P<fraction>{FRACTION})
          |(?P<number>{NUMBER}))
        {_OR}{_OLD}
        (?P<tail>{_SHARE}|{_CURRENCY}|\s?{_MEASURES})?
        (?![\w%]|:\d|[.,/]\d|[-–]\d|['’]s\b)
        (?P<unit>\s(?:sq|square|cubic)\.?\s[a-z]+|(?:\s|-)(?!(?:{stops})\b)[a-z][a-z-]+)?
        (?P<rate>\sper\s(?:\d[\d,]*\s)?[a-z]+\b|\s(?:an?|each|every)\s(?:{_SPANS}|head|person|mile
          |tonne|ton|barrel|share|kilo)\b{_AGO}
          |-an?-{_SPANS}\b)?""",
        re.VERBOSE | re.IGNORECASE,
    )


_PATTERN = _build_pattern()


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """The figures between two characters of a text; no dates, years or times.

    >>> figure = find_figures("spends more than $100 million per month")[0]
    >>> figure.value, figure.unit, figure.bound
    (100000000.0, '$ per month', 'more than')
    """
    return tuple(_find(text, start, len(text) if end is None else end))


def _find(text: str, start: int, end: int) -> Iterator[Figure]:
    passage = text[start:end]
    if not hints_at_number(passage):
        return
    phones = find_phones(passage)
    for match in _PATTERN.finditer(text, start, end):
        in_phone = any(a < match.end() - start and match.start() - start < b for a, b in phones)
        if not in_phone and _counts(match, text):
            yield _build(match, text)


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether a number counts something, and is no date, pronoun or part of a name."""
    number = (match["low"] or match["number"] or "").lower()
    if not number:
        return not match["fraction"] or _is_share(match, text)
    start = match.start("low" if match["low"] else "number")
    end = max(match.end("low"), match.end("number"), match.end("high"))
    unit = (match["unit"] or "").strip(" -")
    if match["money"] or match["old"] or (match["tail"] and match["tail"].strip() != "p"):
        return True
    bare = number.replace(".", "").isdigit()
    if bare and is_time_or_date(text, start, end):
        return False
    if match["bound"]:
        return True
    named = bare and not match["rate"] and is_in_name(text, start, unit)
    return not (number == "one" and not match["low"]) and not is_year(number, unit) and not named


def _is_share(match: re.Match[str], text: str) -> bool:
    """Whether "half" or "a third" is a part of something: no second half, no third man."""
    words = match["fraction"].lower()
    if (match["unit"] or "").strip().lower() == "past":
        return False
    before = text[: match.start("fraction")].rsplit(None, 1)[-1:] if words == "half" else []
    if before and before[0].lower() in _HALVES:
        return False
    if match["bound"] or words.split("-")[0].split()[0] not in ("a", "half"):
        return True
    return not match["unit"] or (words == "half" and match["unit"].strip() in ("a", "an", "the"))


def _build(match: re.Match[str], text: str) -> Figure:
    value, high = _read_ends(match)
    unit = _read_unit(match)
    if _is_score(match):
        unit, high = f"to {high:g}", None
    elif high is not None and high < value:
        value, high = high, value
    elif not unit and is_age(text, match.start("number"), match.end("number")):
        unit = "years old"
    if match["sign"]:
        value = -value
    return Figure((match.start(), _find_end(match)), value, unit, _read_bound(match), high)


def _is_score(match: re.Match[str]) -> bool:
    """Whether two numbers with a dash are no range: "3-1"."""
    return bool(match["dash"]) and read_number(match["low"]) >= read_number(match["high"])


def _find_end(match: re.Match[str]) -> int:
    """Behind the rate, or the unit; a word behind money or a share is no unit."""
    named = match["money"] or match["tail"] or match["own"] or match["old"] or match["fold"]
    named = named or _is_metres(match) or _is_score(match)
    return match.start("unit") if match["unit"] and named and not match["rate"] else match.end()


def _read_ends(match: re.Match[str]) -> tuple[float, float | None]:
    if not match["low"]:
        return _read_one(match), None
    low, high = read_number(match["low"]), read_number(match["high"])
    if low < high and find_scale(match["low"]) == 1:  # in "3 to 4 million" the million is for both
        low *= find_scale(match["high"])
    return low, high


def _read_one(match: re.Match[str]) -> float:
    for form, read in (("fold", read_fold), ("fraction", read_fraction), ("many", read_many)):
        if match[form]:
            return read(match[form])
    if match["of"]:
        return round(read_number(match["of"]) / read_number(match["all"]), 4)
    if match["feet"]:
        return round(read_number(match["feet"]) + read_number(match["inches"]) / 12, 4)
    return read_number(match["number"][:-1] if _is_metres(match) else match["number"])


def _is_metres(match: re.Match[str]) -> bool:
    number, unit = match["number"] or "", (match["unit"] or "").strip(" -").lower()
    short = number[-2:-1].isdigit() and number[-1:].lower() in ("m", "k")
    return short and not match["money"] and unit in read_words("metre_words")


def _read_bound(match: re.Match[str]) -> Bound:
    told = " ".join((match["bound"] or "").lower().split())
    after = (match["after"] or "").lower()
    if match["mark"] or match["plus"] or after == "or more":
        return "at least"
    if after:
        return "about" if after == "or so" else "at most"
    known = _read_bounds()
    found = [phrase for phrase in known if told == phrase or told.startswith(f"{phrase} ")]
    if found:
        return known[max(found, key=len)]
    vague = (match["number"] or "").lower().split(" ")
    return "at least" if match["many"] else "about" if _VAGUE & set(vague) else "exactly"


def _read_unit(match: re.Match[str]) -> str:
    rate = " ".join((match["rate"] or "").lower().split())
    rate = re.sub(r"^-?(?:an?|each|every)\b-?\s?", "per ", rate)
    return f"{_read_measure(match)} {rate}".strip()


def _read_measure(match: re.Match[str]) -> str:
    if match["money"]:
        return match["money"].strip()
    tail = " ".join((match["tail"] or match["own"] or "").strip(" -").split())
    if tail:
        return _TAILS.get(tail.lower().removeprefix("us "), tail.replace(" ", ""))
    for form, unit in (("old", "years old"), ("feet", "ft"), ("fold", "times")):
        if match[form]:
            return unit
    if _is_metres(match):
        return "km" if match["number"][-1] in "kK" else "m"
    return (match["unit"] or "").strip(" -\n")
