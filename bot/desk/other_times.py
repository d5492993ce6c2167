"""The time before or after that of the question before: "and before that?", "the week after"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]  # no stubs

from bot.errors import QuestionError
from store.records import Reading

_THAT = re.compile(
    r"(?:anything |everything |what was said |what |was there anything )?"
    r"(?P<side>before|earlier than|until|after|since|later than)(?: (?:that|then|this))?",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:anything |any )?(?P<side>earlier|older|later|newer)(?: (?:ones?|quotes?))?", re.IGNORECASE
)
_STEP = re.compile(
    r"(?:in )?(?:the )?(?P<unit>day|week|month|year) (?P<side>before|after)", re.IGNORECASE
)


def moves_time(words: str) -> bool:
    """Whether they ask for nothing but such a time."""
    return any(pattern.fullmatch(words) for pattern in (_THAT, _EARLIER, _STEP))


def move_time(before: Reading, words: str) -> Reading | None:
    """The question before at the time that the words ask for; None if they ask for none.

    Raises:
        QuestionError: the question before had no time.
    """
    if match := _STEP.fullmatch(words):
        return _step(before, match["unit"].lower(), match["side"].lower())
    if match := _THAT.fullmatch(words) or _EARLIER.fullmatch(words):
        return _move(before, match["side"].lower())
    return None


def _step(before: Reading, unit: str, side: str) -> Reading:
    """The day, week, month or year right before or after the time of the last question."""
    first, last = _days_of(before)
    day, step = timedelta(days=1), relativedelta(**{f"{unit}s": 1})
    if side == "before":
        return replace(before, since=first - step, until=first - day)
    return replace(before, since=last + day, until=last + step)


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
