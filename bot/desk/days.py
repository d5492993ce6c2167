"""The days that a time expression covers: "last week", "March", "two days ago"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import dateparser
from dateutil.easter import easter  # type: ignore[import-untyped]  # it has no stubs
from rapidfuzz.distance import OSA

Days = tuple[date, date]
"""The first day and the last."""

_MONTHS = [name.lower() for name in calendar.month_name]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_NUMBER = (
    r"(?:\d{1,3}|a couple of|couple of|a few|few|an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)"
)
_UNIT = r"(?:hour|day|week|fortnight|month|year)"
_CALENDAR = r"(?:week|weekend|month|quarter|year)"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_LONG_NAMES = [
    name.lower() for name in (*calendar.month_name, *calendar.day_name) if len(name) > len("March")
]
"""Of months and weekdays, of which one wrong letter makes no other word."""
_FEASTS = {
    r"christmas eve": (12, 24),
    r"boxing day": (12, 26),
    r"new year'?s eve": (12, 31),
    r"new year(?:'?s)?(?: day)?": (1, 1),
    r"hallowe'?en": (10, 31),
    r"valentine'?s day": (2, 14),
    r"christmas(?: day)?|xmas": (12, 25),
}
"""Month and day of what has the same each year."""
FEAST = rf"(?:{'|'.join(_FEASTS)}|easter)"
"""What may be a day, and a topic."""
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month with which each begins."""
_SEASON = r"(?:spring|summer|autumn|winter)"
_ORDINALS = (("first", "q1"), ("second", "q2"), ("third", "q3"), ("fourth", "q4"))
_ORDINAL = r"(?:first|second|third|fourth)"
_TWO_MONTHS = 62
"""Days, in which every number of a day stands once at least."""
_THIRDS = 10, 20
"""The days with which the first part of a month ends, and the middle."""
_FEW = (("a couple of", "2"), ("couple of", "2"), ("a few", "3"), ("few", "3"))


def read_days(words: str, now: datetime) -> Days | None:
    """The days that the expression covers, as asked at `now`; None if it is none.

    What could be in several years or weeks is the latest of them that has begun.
    """
    plain = re.sub(r"(?<=[a-z])\.", "", " ".join(words.lower().replace(",", " ").split()))
    for pattern, read in _READERS:
        if re.fullmatch(pattern, plain):
            return read(plain, now)
    return None


def correct_date(word: str) -> str:
    """The month or the weekday that a word is but for one letter: "febuary"."""
    return correct_to(_LONG_NAMES, word)


def correct_to(names: Sequence[str], word: str) -> str:
    """The one of these that a word is but for one letter; else the word itself."""
    plain = word.lower()
    if plain in names:
        return word
    near = (name for name in names if OSA.distance(plain, name, score_cutoff=1) == 1)
    return next(near, word)


def _parse(words: str, now: datetime) -> date | None:
    for few, number in _FEW:
        words = words.replace(few, number)
    settings = {"RELATIVE_BASE": now.replace(tzinfo=None), "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found else None


def _one_day(words: str, now: datetime) -> Days | None:
    day = _parse(words, now)
    return (day, day) if day else None


def _today(_: str, now: datetime) -> Days:
    return now.date(), now.date()


def _yesterday(_: str, now: datetime) -> Days:
    yesterday = now.date() - timedelta(days=1)
    return yesterday, yesterday


def _overnight(_: str, now: datetime) -> Days:
    return now.date() - timedelta(days=1), now.date()


def _weekday(words: str, now: datetime) -> Days | None:
    return _one_day(words.rsplit(maxsplit=1)[-1][:3], now)


def _rolling(words: str, now: datetime) -> Days | None:
    span = re.sub(r"^(?:the )?(?:past|last|previous) ", "", words)
    start = _parse(f"{span if re.match(_NUMBER + ' ', span) else '1 ' + span} ago", now)
    return (start, now.date()) if start else None


def _calendar(words: str, now: datetime) -> Days:
    """This or the last week (from Monday), weekend, month, quarter or year."""
    unit = words.rsplit(maxsplit=1)[-1]
    first, last = _unit_around(now.date(), unit)
    if first > now.date() or re.search(r"\b(?:last|previous)\b", words):
        back = 7 if unit == "weekend" else 1
        first, last = _unit_around(first - timedelta(days=back), unit)
    return first, min(last, now.date())


def _week_around(words: str, now: datetime) -> Days | None:
    """The week of a day, or the one that begins or ends with it."""
    _, which, day = re.split(r"\b(of|beginning|starting|commencing|ending) ", words, maxsplit=1)
    found = _parse(day, now)
    if found is None:
        return None
    first = found - timedelta(days={"of": found.weekday(), "ending": 6}.get(which, 0))
    return first, first + timedelta(days=6)


def _before_last(words: str, now: datetime) -> Days:
    unit = words.split()[1]
    last, _ = _calendar(f"last {unit}", now)
    return _unit_around(last - timedelta(days=1), unit)


def _unit_around(day: date, unit: str) -> Days:
    monday = day - timedelta(days=day.weekday())
    if unit == "week":
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
    return first, _month_end(first.replace(month=first.month + months - 1))


def _month(words: str, now: datetime) -> Days:
    """A month, in the year it names or in the latest in which it has begun."""
    *_, named = [word for word in words.split() if word[:1].isalpha() and word != "of"]
    number = next(n for n, name in enumerate(_MONTHS) if n and name.startswith(named[:3]))
    year = re.search(_YEAR, words)
    first = date(int(year[0]) if year else now.year, number, 1)
    if not year and first > now.date():
        first = first.replace(year=first.year - 1)
    if words.startswith("last ") and first.year == now.year and number == now.month:
        first = first.replace(year=first.year - 1)
    return first, _month_end(first)


def _day_of_month(words: str, now: datetime) -> Days | None:
    """The latest day of that number."""
    number = int(re.sub(r"\D", "", words))
    days = (now.date() - timedelta(days=back) for back in range(_TWO_MONTHS))
    return next(((day, day) for day in days if day.day == number), None)


def _month_of_year(words: str, now: datetime) -> Days:
    year = now.year - ("last" in words.split())
    return _month(f"{words.split(maxsplit=1)[0]} {year}", now)


def _part_of_month(words: str, now: datetime) -> Days:
    """The first, middle or last ten days of a month, more or less."""
    named = re.search(rf"{_MONTH}(?: {_YEAR})?$", words)
    first, last = _month(named[0] if named else words, now)
    if re.match(r"(?:the )?(?:early|start|beginning)", words):
        return first, first.replace(day=_THIRDS[0])
    if re.match(r"(?:the )?(?:mid|middle)", words):
        return first.replace(day=_THIRDS[0] + 1), first.replace(day=_THIRDS[1])
    return first.replace(day=_THIRDS[1] + 1), last


def _season(words: str, now: datetime) -> Days:
    """Three months, in the year it names or the latest that have begun; winter has two years."""
    start = next(month for name, month in _SEASONS.items() if name in words)
    return _stretch(words, now, start, 3)


def _quarter(words: str, now: datetime) -> Days:
    number = next(n for n, names in enumerate(_ORDINALS) if set(names) & set(words.split()))
    return _stretch(words, now, 3 * number + 1, 3)


def _half(words: str, now: datetime) -> Days:
    return _stretch(words, now, 7 if "second" in words.split() else 1, 6)


def _stretch(words: str, now: datetime, start: int, months: int) -> Days:
    """So many months, in the year that the words name or in the latest in which they began."""
    named = re.search(_YEAR, words)
    first = date(int(named[0]) if named else now.year, start, 1)
    if not named and first > now.date():
        first = first.replace(year=first.year - 1)
    years, month = divmod(start + months - 2, 12)
    return first, _month_end(date(first.year + years, month + 1, 1))


def _other_day(_: str, now: datetime) -> Days:
    return now.date() - timedelta(days=7), now.date()


def _feast(words: str, now: datetime) -> Days:
    """A feast, in the year it names or the last time it was."""
    named = re.search(_YEAR, words)
    years = [int(named[0])] if named else [now.year, now.year - 1]
    days = [_feast_of(words, year) for year in years]
    day = next((day for day in days if day <= now.date()), days[-1])
    return day, day


def _feast_of(words: str, year: int) -> date:
    if "easter" in words:
        sunday: date = easter(year)
        return sunday
    month, day = next(when for name, when in _FEASTS.items() if re.match(name, words))
    return date(year, month, day)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _year(words: str, _: datetime) -> Days:
    year = int(words[-4:])
    return date(year, 1, 1), date(year, 12, 31)


_FULL_DATE = (
    rf"(?:{_YEAR}-\d\d?-\d\d?|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d)"
    rf"|(?:the )?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?|{_MONTH} {_DAY}(?:,? {_YEAR})?)"
)
_LAST = r"(?:last|past|previous)"

_PLAIN_READERS: tuple[tuple[str, Callable[[str, datetime], Days | None]], ...] = (
    (_FULL_DATE, _one_day),
    (rf"(?:the )?week (?:of|beginning|starting|commencing|ending) {_FULL_DATE}", _week_around),
    (r"(?:earlier )?today|tonight|this (?:morning|afternoon|evening)", _today),
    (r"yesterday(?: (?:morning|afternoon|evening))?", _yesterday),
    (r"last night|overnight", _overnight),
    (r"the day before yesterday", _one_day),
    (rf"{_NUMBER} {_UNIT}s? ago", _one_day),
    (rf"(?:the )?{_LAST} {_NUMBER} {_UNIT}s?|(?:the )?past {_UNIT}|the last {_UNIT}", _rolling),
    (rf"(?:earlier )?(?:this|last|previous|the current) {_CALENDAR}", _calendar),
    (r"the (?:week|month|year) before last", _before_last),
    (rf"the (?:last )?weekend|the (?:start|beginning) of (?:the|this) {_CALENDAR}", _calendar),
    (rf"(?:early|mid|late)[ -]{_MONTH}(?: {_YEAR})?", _part_of_month),
    (rf"(?:the )?(?:start|beginning|middle|end) of {_MONTH}(?: {_YEAR})?", _part_of_month),
    (rf"(?:in|over|during) (?:the )?{_SEASON}(?:(?: of)? {_YEAR})?", _season),
    (rf"in (?:the )?fall(?:(?: of)? {_YEAR}|(?! (?:in|of)\b))", _season),
    (rf"(?:this|last|past) {_SEASON}|(?:{_SEASON}|fall) {_YEAR}", _season),
    (rf"(?:q[1-4]|(?:the )?{_ORDINAL} quarter)(?:(?: of)? {_YEAR})?", _quarter),
    (rf"(?:the )?(?:first|second) half of {_YEAR}", _half),
    (r"(?:just )?the other day", _other_day),
    (rf"(?:this|last|past) {_WEEKDAY}", _weekday),
    (rf"{_MONTH}(?: of)? (?:last|this) year", _month_of_year),
    (rf"(?:this|last|past) {_MONTH}|{_MONTH}(?: of)? {_YEAR}", _month),
    (rf"(?<!about )(?<!about the )(?<!mentioned ){FEAST}(?: {_YEAR})?", _feast),
)
_LEANING_READERS = (
    (r"the \d{1,2}(?:st|nd|rd|th)", _day_of_month),
    (_WEEKDAY, _weekday),
    (_MONTH, _month),
    (_YEAR, _year),
)
_READERS = (*_PLAIN_READERS, *_LEANING_READERS)

PLAIN = "|".join(f"(?:{pattern})" for pattern, _ in _PLAIN_READERS)
"""What is a time wherever it stands."""
LEANING = "|".join(f"(?:{pattern})" for pattern, _ in _LEANING_READERS)
"""What is a time only after a word like "in" or "since"."""
BARE = rf"(?:(?!may\b|mar(?:ch)?\b){_MONTH}|(?!sun\b|sat\b|wed\b){_WEEKDAY}|{_YEAR}(?! \w))"
"""What may be one without such a word, too: "oil friday", but not the march or the sun."""
BARE_DAY = _DAY
"""The 1 in "between 1 and 5 March"."""
