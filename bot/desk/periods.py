"""Times in a question: "since Monday", "in March", "between 1 and 5 May" become days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.desk.day_parts import BARE, BARE_DAY, BESIDE, LEANING, PLAIN, read_days
from bot.desk.day_patterns import FULL_DATE, YEAR
from bot.desk.feasts import FEAST
from bot.desk.spans import WEEK, Days, around_days
from bot.desk.time_wordings import END, TIME, plain_times

_TIME, _END = TIME, END
_SINCE = ("since", "starting", "as of", "on", "onward", "onwards")
_RUN_UP = "up to"
_NEARLY = 2
"""Days before and after a day that is told nearly."""
_MONTH = timedelta(days=31)
"""So many days at most have begun and not ended yet, where neither has a year."""
_WEEKS_BEFORE = 4
"""How long the run-up to a day is."""
_NAMED_SO = (
    *("about", "the", "an", "a", "of"),
    *("black", "good", "super", "bloody", "cyber", "ash", "palm"),
)
"""Before a weekday or a month that is none: Black Friday."""
_ASKED_FOR = r"(?:quotes?|quotations?|statements?|comments?|remarks?|reactions?)\b"
_BEHIND = "".join(rf"(?<!\b{word} )" for word in _NAMED_SO)
_ALONE = (
    rf"(?:^|(?<=[\w,]) {_BEHIND}(?<!\d ))"
    rf"(?P<time>{BARE}|(?<!\w )(?:march|{YEAR})(?= {_ASKED_FOR})|(?<=, )(?:may|march))"
    rf"(?=(?: only)?[?!. ]*$| {_ASKED_FOR})"
)
_LED = re.compile(
    r"\b(?:since|before|after|until|till|to|and|or|last|this|from|on|in|during) $", re.IGNORECASE
)
_ON_A_FEAST = re.compile(rf"\bon (?P<time>{FEAST})$", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_TOPIC_WORD = (
    r"(?=\w)(?!(?:about|and|are|at|by|did|for|from|has|have|in|is|just|of|on|only|or|regarding|said"
    r"|say|says|to|was|were|what|who|with)\b)"
)
_IN_A_TOPIC = re.compile(
    rf"(?:(?<=\babout )(?:the )?(?:{PLAIN})|\bthe {FULL_DATE}) {_TOPIC_WORD}", re.IGNORECASE
)
"""A time that tells which thing is spoken of: "about the 6 January riot"."""


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day of a question's time; None where it is open."""

    since: date | None = None
    until: date | None = None


def find_period(question: str, now: datetime) -> tuple[str, Period]:
    """Take the time out of a question; nothing within quotation marks is one.

    Args:
        question: With single spaces, and straight quotation marks.
        now: In the asker's time zone.

    Returns:
        The question without its time, and the days that this means.
    """
    since: date | None = None
    until: date | None = None
    question = plain_times(question)
    for pattern in _CLAUSES:
        match = pattern.search(_hide(question))
        found = _read_clause(match, now) if match else None
        if match and found:
            since, until = since or found.since, until or found.until
            question = _cut(question, *match.span())
    return question, Period(since, until)


def _hide(question: str) -> str:
    """The question with nothing legible where words are no time of its own."""
    for pattern in (_QUOTED, _IN_A_TOPIC):
        question = pattern.sub(lambda found: "\0" * len(found[0]), question)
    return question


def find_doubtful(question: str) -> str | None:
    """What may be the time that a question asks for, or of its topic.

    Such are a feast, "anyone quoted on Easter", and what stands alone: "election 2019".
    """
    if feast := _ON_A_FEAST.search(question):
        return feast["time"]
    alone = _ALONE_AT_LAST.search(question)
    return alone["time"] if alone and not _LED.search(question[: alone.start("time")]) else None


def _read_clause(match: re.Match[str], now: datetime) -> Period | None:
    parts = match.groupdict()
    if parts.get("first"):
        return _between(parts["first"], parts["last"], now)
    days = read_days(parts["time"], now)
    return _lean(days, (parts.get("lead") or "in").lower()) if days else None


def _lean(days: Days, lead: str) -> Period:
    """What days mean after a word: since them, until them, before or after them, in them."""
    first, last = days
    day = timedelta(days=1)
    if lead.endswith(_RUN_UP) and lead != _RUN_UP:
        return Period(first - _WEEKS_BEFORE * WEEK, first - day)
    meant = {
        **dict.fromkeys(_SINCE, Period(since=first)),
        "after": Period(since=last + day),
        **dict.fromkeys(("before", "ahead of"), Period(until=first - day)),
        **dict.fromkeys(("until", "till", "through", "up to"), Period(until=last)),
        "around": Period(*around_days(days, _NEARLY)),
    }
    return meant.get(lead, Period(first, last))


def _between(first: str, last: str, now: datetime) -> Period | None:
    """Days from one time to another; the first may lack the month or year of the last."""
    end = read_days(last, now)
    if re.fullmatch(BARE_DAY, first):
        first = re.sub(BARE_DAY, first, last, count=1)
    start = read_days(first, now)
    if not start or not end:
        return None
    since, until = start[0], end[1]
    if since > until and until + WEEK == now.date():
        until = now.date()  # of Monday to Wednesday, on a Wednesday
    if since > until and end[0] == end[1]:
        until = _go_on_to(since, until, now.date())
    if since > until:
        since = _bring_before(since, until)
    return Period(since, until)


def _go_on_to(since: date, until: date, today: date) -> date:
    """The last day a year later, if the days have begun: of 5 to 10 March, asked on 7 March."""
    later = date(until.year + 1, until.month, min(until.day, 28)) + timedelta(
        max(until.day - 28, 0)
    )
    return later if since <= today <= later <= since + _MONTH else until


def _bring_before(since: date, until: date) -> date:
    """The same day of an earlier week or year."""
    week_before = since - WEEK
    if week_before <= until:
        return week_before
    year = until.year if (since.month, since.day) <= (until.month, until.day) else until.year - 1
    return date(year, since.month, min(since.day, 28))


def _cut(question: str, start: int, end: int) -> str:
    left = f"{question[:start]} {question[end:]}"
    return " ".join(re.sub(r"\( *\)", " ", left).split())


_UNTIL = "(?:until|till|(?<!all )through|up to)"
_TO = rf"(?:to|{_UNTIL})"
_FROM_TO = rf"\b(?:between|from) (?P<first>{_TIME}|{BARE_DAY}) (?:and|{_TO}) "
_CLAUSES = tuple(
    re.compile(clause, re.IGNORECASE)
    for clause in (
        rf"\b(?:(?:in|on|during|over|within|for|of|from|at) )?(?P<time>{BESIDE})(?!\w)",
        rf"{_FROM_TO}(?P<last>{_TIME}){_END}",
        rf"\b(?P<first>{_TIME}) (?:{_TO}|[-\u2013]) (?P<last>{_TIME}){_END}",
        rf"\b(?:in|on|during|over|for) (?P<first>{_TIME}) (?:and|or|&) (?P<last>{_TIME}){_END}",
        rf"(?<=[\w,]) (?P<first>{BARE}) (?:and|or|&) (?P<last>{_TIME})(?=[?!. ]*$)",
        rf"\b(?:from|starting) (?P<time>{_TIME}) (?P<lead>on(?:wards?)?){_END}",
        rf"\b(?:from )?(?P<lead>since|after|starting|as of|around) (?P<time>{_TIME}){_END}",
        rf"\b(?P<lead>(?:in|during) the (?:run|lead|build)-?{_RUN_UP}) (?P<time>{_TIME}){_END}",
        rf"(?<!the day )\b(?:from )?(?P<lead>before|ahead of|{_UNTIL}) (?P<time>{_TIME}){_END}",
        rf"(?:\b(?:in|on|during|over|within|for|of|from|at) )?\b(?P<time>{PLAIN})(?!\w)",
        rf"\b(?:in|on|during|over|for|of|from) (?P<time>{LEANING}){_END}",
        rf"^(?P<time>{LEANING})[:,] ",
        _ALONE,
    )
)
_ALONE_AT_LAST = re.compile(_ALONE, re.IGNORECASE)
