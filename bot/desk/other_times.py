"""The time before or after that of the question before: "and before that?", "the week after"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]  # no stubs

from bot.desk.day_patterns import NUMBER, count
from bot.desk.time_wordings import EVENT
from bot.errors import QuestionError
from store.records import Reading

_THAT = re.compile(
    r"(?:anything |everything |what was said |what |was there anything )?"
    r"(?P<side>before|earlier than|until|after|since|later than)(?: (?:that|then|this))?",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:anything |any )?(?:(?P<side>earlier|older|later|newer|more recent)(?: (?:ones?|quotes?))?"
    r"|(?:go )?(?:even )?(?P<back>further|farther) back)",
    re.IGNORECASE,
)
_UNIT = r"(?P<unit>day|week|month|quarter|year)"
_STEP = re.compile(
    rf"(?:(?:in|on|over|during) )?(?:the )?(?:{_UNIT} (?P<side>before|after)(?: (?:that|then))?"
    r"|(?P<which>previous|preceding|next|following) (?P<unit2>day|week|month|quarter|year))",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    rf"(?P<number>{NUMBER}) {_UNIT}s?"
    r" (?P<side>earlier|before(?: (?:that|then))?|later|after(?: that)?)",
    re.IGNORECASE,
)
_WIDEN = re.compile(
    rf"(?:go )?back (?:another |by )?(?P<number>{NUMBER} )?(?:more )?{_UNIT}s?", re.IGNORECASE
)
_AT_LAST = re.compile(
    r"(?P<asked>.+ (?:say|said|comment(?:ed)?|anything))(?: about (?:it|that|this))?"
    r" (?P<move>(?:before|after|since|until)(?: (?:that|then))?|earlier|later"
    r"|the \w+ (?:before|after)(?: that)?|the (?:next|following|previous) \w+)",
    re.IGNORECASE,
)
_AT_AN_EVENT = re.compile(
    r"(?:(?P<asked>.* (?:say|said|comment(?:ed)?|anything)) )?"
    rf"(?:before|after|since|until|till|ahead of|following) (?:the|an?|that|[\w.-]+'s?) {EVENT}",
    re.IGNORECASE,
)
_LATER = ("after", "later", "next", "following")


def moves_time(words: str) -> bool:
    """Whether they ask for nothing but such a time."""
    return any(each.fullmatch(words) for each in (_THAT, _EARLIER, _STEP, _SHIFT, _WIDEN))


def part_move(words: str) -> tuple[str, str]:
    """A whole question and the other time at its end: "what did he say | before that"."""
    found = _AT_LAST.fullmatch(words)
    return (found["asked"], found["move"]) if found else (words, "")


def drop_event(words: str) -> str:
    """Without what happened and has no day here: "before the vote" limits nothing.

    Every statement is shown with its day, while none need speak of the vote.
    """
    found = _AT_AN_EVENT.fullmatch(words)
    return (found["asked"] or "") if found else words


def move_time(before: Reading, words: str) -> Reading | None:
    """The question before at the time that the words ask for; None if they ask for none.

    Raises:
        QuestionError: the question before had no time.
    """
    if match := _STEP.fullmatch(words):
        side = (match["side"] or match["which"]).lower()
        unit = (match["unit"] or match["unit2"]).lower()
        if side in ("previous", "preceding") and not _is_one(before, unit):
            return None  # the previous week is that before this one
        return _step(before, unit, side)
    if match := _SHIFT.fullmatch(words):
        number = count(match["number"].lower())
        return _shift(before, _span(match["unit"], number), match["side"].lower())
    if match := _WIDEN.fullmatch(words):
        number = count((match["number"] or "").strip().lower())
        return replace(before, since=_days_of(before)[0] - _span(match["unit"], number))
    if match := _THAT.fullmatch(words) or _EARLIER.fullmatch(words):
        return _move(before, (match["side"] or "earlier").lower())
    return None


def _is_one(before: Reading, unit: str) -> bool:
    """Whether the time before was one day, week or the like."""
    if not (before.since and before.until):
        return False
    return bool(before.since + _span(unit, 1) == before.until + timedelta(days=1))


def _span(unit: str, number: int) -> relativedelta:
    months = 3 * number if unit.lower() == "quarter" else 0
    return relativedelta(months=months) if months else relativedelta(**{f"{unit.lower()}s": number})


def _shift(before: Reading, span: relativedelta, side: str) -> Reading:
    """The same time so much earlier or later."""
    first, last = _days_of(before)
    if side.startswith(_LATER):
        return replace(before, since=first + span, until=last + span)
    return replace(before, since=first - span, until=last - span)


def _step(before: Reading, unit: str, side: str) -> Reading:
    """The day, week, month or year right before or after the time of the last question."""
    first, last = _days_of(before)
    day, step = timedelta(days=1), _span(unit, 1)
    if side.startswith(_LATER):
        return replace(before, since=last + day, until=last + step)
    return replace(before, since=first - step, until=first - day)


def _days_of(before: Reading) -> tuple[date, date]:
    first, last = before.since or before.until, before.until or before.since
    if not first or not last:
        raise QuestionError("There was no time in the question before.", "Say: before March.")
    return first, last


def _move(before: Reading, side: str) -> Reading:
    """The time before, or after, that of the last question."""
    first, last = _days_of(before)
    day = timedelta(days=1)
    if side in ("before", "earlier than", "until", "earlier", "older"):
        return replace(before, since=None, until=(before.since or first) - day)
    return replace(before, since=last + day, until=None)
