"""Finds when something was said: "Thursday", "last month", reckoned from the publication date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from spacy.tokens import Doc, Token

from bot.language.headlines import find_opening
from bot.language.relations import Relation
from bot.language.sentences import find_sentence
from bot.language.texts import read_text

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
_DAY = (
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?"
)
_MONTH = (
    r"jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?"
)
Said = tuple[date | None, str]
"""When something was said, and the words that tell it."""
_OPENING = 3
"""Statements that an article opens with."""
_EARLY = 8
"""The hour before which is published what was written the evening before."""
_DASHES = frozenset({"-", "--", "–", "—"})
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_PATTERN = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>\d{{4}}))?
    | (?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)
      (?:,?\s+(?P<year2>\d{{4}}))?
    | (?:in\s+)?(?:early\s+|mid-?|late\s+|last\s+)?(?P<month3>{_MONTH})
      (?:\s+(?P<year3>\d{{4}}))?(?=\W|$)
    | (?:late\s+|early\s+|last\s+|this\s+|earlier\s+)?(?P<weekday>{_DAY}){_PART}
    | (?P<near>yesterday|today|tonight|overnight|last\s+night
      |this\s+(?:morning|afternoon|evening)){_PART}
    | (?:(?:earlier|late|later|early)\s+)?(?P<which>this|last)\s+(?P<unit>week|weekend|month|year)
    | (?P<count>\d{{1,2}}|an?|{"|".join(_COUNTS)})\s+
      (?P<unit2>day|week|month|year)s?\s+(?:ago|earlier)
    | in\s+(?P<year4>(?:19|20)\d{{2}})
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_HINT = re.compile(
    rf"\d|(?:{_MONTH}|{_DAY}|yesterday|today|tonight|overnight|this|last|ago|earlier)\b"
)
"""What no text in lower case that tells a day is without: most sentences tell none."""


def day_of(published: date | None) -> date | None:
    """The day of a day or a moment."""
    return published.date() if isinstance(published, datetime) else published


def date_the_rest(doc: Doc, said: Sequence[Said], published: date | None) -> list[Said]:
    """Dates what has no date of its own in an article that opens with what was said the day before.

    A morning's paper tells of it once: "the president insisted last night"; also of what happened,
    "the board voted on Thursday", if `published` is a moment early in the morning.
    """
    today = day_of(published)
    if today is None:
        return list(said)
    yesterday = today - timedelta(days=1)
    first = next((day for day, _ in said[:_OPENING] if day is not None), None)
    early = isinstance(published, datetime) and published.hour < _EARLY
    if (first or (early and _find_event_day(doc, today))) != yesterday:
        return list(said)
    return [(day or yesterday, words) for day, words in said]


def _find_event_day(doc: Doc, published: date) -> date | None:
    """The day on which happened what the first sentence tells of."""
    opening = find_opening(doc)
    if opening >= len(doc):
        return None
    sentence = find_sentence(doc[opening])
    if sentence[-1].text in _DASHES and sentence.end < len(doc):  # a dateline of its own
        sentence = find_sentence(doc[sentence.end])
    for match in _PATTERN.finditer(sentence.text):
        place = sentence.start_char + match.start()
        if (match["weekday"] or match["near"]) and _hangs_on(doc, place, sentence.root):
            return resolve_date(match.group(), published)
    return None


def find_saying_date(doc: Doc, relation: Relation, published: date | None) -> Said:
    """The date on which a statement was made, and the words that say so.

    Only words that belong to the cue count: not those in the content, nor those of another
    clause ("Roe, who was arrested Monday, said"). A month or year gives its first day, a
    week its Monday.

    Returns:
        The date (None without `published`, or if it cannot be told) and the words, or
        (None, "") where nothing says when.
    """
    if relation.cue is None:
        return None, ""
    cue = doc.char_span(*relation.cue, alignment_mode="expand")
    if cue is None or not len(cue):
        return None, ""
    verb = _find_verb(cue.root)
    sentence = find_sentence(cue[0])
    text = read_text(doc)[sentence.start_char : sentence.end_char]
    if not _HINT.search(text.lower()):
        return None, ""
    for match in _PATTERN.finditer(text):
        place = sentence.start_char + match.start()
        if _is_outside(place, relation) and _hangs_on(doc, place, verb):
            words = re.sub(r"^in\s+", "", match.group(), flags=re.IGNORECASE)
            if _is_capital_month(match):
                return resolve_date(match.group(), published), " ".join(words.split())
    return None, ""


def resolve_date(words: str, published: date | None) -> date | None:
    """The date that words mean when they are printed on `published`; None if unclear.

    >>> resolve_date("Thursday", date(2022, 12, 23))
    datetime.date(2022, 12, 22)
    """
    match = _PATTERN.search(words)
    if match is None:
        return None
    try:
        return _reckon(match, published)
    except ValueError:
        return None


def _reckon(match: re.Match[str], published: date | None) -> date | None:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    month = match["month"] or match["month2"]
    if month:
        return _reckon_day(match, _number_of(month, _MONTHS), published)
    if match["year4"]:
        return date(int(match["year4"]), 1, 1)
    if match["month3"]:
        return _reckon_month(match, published)
    if published is None:
        return None
    return _reckon_relative(match, published)


def _number_of(word: str, names: tuple[str, ...]) -> int:
    short = word.lower().rstrip(".")[:3]
    return next(number for number, name in enumerate(names) if name.startswith(short))


def _reckon_day(match: re.Match[str], month: int, published: date | None) -> date | None:
    day, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
    if year:
        return date(int(year), month + 1, day)
    if published is None:
        return None
    here = date(published.year, month + 1, day)
    return here if here <= published else date(published.year - 1, month + 1, day)


def _reckon_month(match: re.Match[str], published: date | None) -> date | None:
    month = _number_of(match["month3"], _MONTHS) + 1
    if match["year3"]:
        return date(int(match["year3"]), month, 1)
    if published is None:
        return None
    here = date(published.year, month, 1)
    return here if here <= published else date(published.year - 1, month, 1)


def _reckon_relative(match: re.Match[str], published: date) -> date | None:
    if match["weekday"]:
        back = (published.weekday() - _number_of(match["weekday"], _WEEKDAYS)) % 7
        return published - timedelta(days=back or 7 * match.group().lower().startswith("last"))
    if match["near"]:
        past = match["near"].lower().startswith(("yesterday", "last", "overnight"))
        return published - timedelta(days=int(past))
    if match["unit"]:
        return _go_back(published, match["unit"].lower(), int(match["which"].lower() == "last"))
    if match["count"]:
        return _go_back_exactly(published, match["unit2"].lower(), _read_count(match["count"]))
    return None


def _read_count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _COUNTS.index(word.lower()) + 1 if word.lower() in _COUNTS else 1


def _go_back(published: date, unit: str, times: int) -> date:
    if unit == "year":
        return date(published.year - times, 1, 1)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - times
        return date(months // 12, months % 12 + 1, 1)
    monday = published - timedelta(days=published.weekday() + 7 * times)
    return monday + timedelta(days=5 if unit == "weekend" else 0)


def _go_back_exactly(published: date, unit: str, times: int) -> date:
    if unit in ("day", "week"):
        return published - timedelta(days=times * (7 if unit == "week" else 1))
    return _go_back(published, unit, times)


def _is_capital_month(match: re.Match[str]) -> bool:
    """Whether a word like "may" or "march" has its capital."""
    word = match["month"] or match["month2"] or match["month3"] or match["weekday"]
    return word is None or word[0].isupper()


def _is_outside(place: int, relation: Relation) -> bool:
    return not any(start <= place < end for start, end in relation.content)


def _find_verb(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.dep_ != "ROOT":
        token = token.head
    return token


def _hangs_on(doc: Doc, place: int, verb: Token) -> bool:
    """Whether the nearest verb above the word at `place` is the cue's."""
    span = doc.char_span(place, place + 1, alignment_mode="expand")
    if span is None or not len(span):
        return False
    above = _find_verb(span[-1])
    return above == verb or (above.dep_ in ("acl", "advcl", "xcomp") and above.head == verb)
