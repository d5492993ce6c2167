"""Loose wordings of a time, put into those that are read: "before the vote on 3 March"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from bot.desk.day_parts import LEANING, PLAIN
from bot.desk.day_patterns import DAYPART, FULL_DATE, MONTH, NUMBER, UNIT, WEEKDAY

END = (
    r"(?=$|[.,;:!?)\"]| (?:about|on|of|by|from|to|only|just|in|who|what|did|has|regarding"
    r"|any(?:one|body|thing)?|quotes?|how|where|why)\b)"
)
"""What may follow a time in a question."""
TIME = rf"(?:{PLAIN}|{LEANING})"
_DAY = rf"(?:(?:last |this )?{WEEKDAY}|{FULL_DATE}|yesterday)\b"
_OWNED = rf"(?:(?:last |this )?{WEEKDAY}|yesterday|today|(?:last|this) (?:week|weekend|month|year))"
EVENT = (
    r"(?:(?!(?:about|regarding|who|what|when|did|does|do|has|have|said|say|by|from|since|before"
    r"|after|until|quotes?)\b)[\w'-]+ ){0,5}?(?!(?:of|in|on|at)\b)[\w'-]+"
)
"""A few words for what happened: "vote", "collapse of the bridge"."""
_VENUE = (
    r"(?:[\w'-]+ ){0,3}(?:committees?|courts?|inquiry|parliament|congress|senate|house|assembly"
    r"|panel|commission|commons|lords|judges?|jury|tribunal|board|council|cameras?|audience)\b"
)
"""Before whom something is said: "testify before the committee on Monday"."""
_OCCASION = (
    r"(?:debate|hearing|speech|summit|meeting|session|interview|briefing|conference|rally|testimony"
    r"|address|broadcast|talks|trial|vote|remarks|match|game|launch|event|protest|ceremony|launch)"
)
_PARTS = {
    "OCCASION": _OCCASION,
    "END": END,
    "TIME": TIME,
    "EVENT": EVENT,
    "VENUE": _VENUE,
    "OWNED": _OWNED,
    "WEEKDAY": WEEKDAY,
    "DAYPART": DAYPART,
    "DATE": FULL_DATE,
    "DAY": _DAY,
    "MONTH": MONTH,
    "NUMBER": NUMBER,
    "UNIT": UNIT,
}
_NAMES = re.compile(rf"(?:{'|'.join(_PARTS)})(?![a-z])|(?:{'|'.join(_PARTS)})(?=s\?)")
_QUOTED = re.compile(r'("[^"]*")')


def plain_times(question: str) -> str:
    """The question with its times in plain words; nothing within quotation marks changes.

    >>> plain_times("who spoke in the course of last week")
    'who spoke in last week'
    """
    parts = _QUOTED.split(question)
    return "".join(part if n % 2 else _rewrite(part) for n, part in enumerate(parts))


def _rewrite(words: str) -> str:
    for pattern, instead in _rewrites():
        words = pattern.sub(instead, words)
    return words


@cache
def _rewrites() -> tuple[tuple[re.Pattern[str], str], ...]:
    read = tomllib.loads(files("bot.desk").joinpath("times.toml").read_text("utf-8"))
    return tuple(
        (re.compile(_NAMES.sub(lambda name: _PARTS[name[0]], pattern), re.IGNORECASE), instead)
        for pattern, instead in read["rewrites"].items()
    )
