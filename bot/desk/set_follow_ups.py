"""Follow-ups in a few set words: "any time", "who else", "before that"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.desk.leaving_out import find_dropped
from bot.desk.other_times import move_time, moves_time
from bot.desk.referring import ask_about
from store.names import Known
from store.records import Reading

_ANY_TIME = re.compile(
    r"(?:at )?any ?(?:time|dates?)|ever|all time|of all time|whenever|all dates"
    r"|(?:since|from) (?:the )?(?:beginning|start|outset)"
    r"|(?:take off|drop|remove|forget|ignore|lift|lose|without|no) (?:the )?(?:dates?|time|period)"
    r"(?: limits?| range| filter)?",
    re.IGNORECASE,
)
_ALL_KINDS = re.compile(
    r"all kinds|any kind|all quotes|(?:also |with |include )?(?:the )?"
    r"(?:paraphrases|indirect(?: ones| quotes)?)(?: too| as well| also)"
    r"|(?:also|with|include|including) (?:the )?(?:paraphrases|indirect(?: ones| quotes)?)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:anywhere|everywhere)(?: else)?|(?:in )?(?:other|any|all) (?:papers?|outlets?)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:(?:what )?(?:did|do|does|has|have) )?"
    r"(?:(?:who|(?:any|every|some)(?:one|body))(?: else)?|(?:the )?others|other people)"
    r"(?: (?:has |have )?(?:say|said|says|talk(?:ed|s)?|speak|spoke|spoken|comment(?:ed)?)"
    r"(?: (?:(?:any|some)thing|it|that|this))?)?"
    r"(?: (?:on|about|of) (?:it|this|that|them|him|her))?",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(
    r"(?:every|any)(?:one|body) (?:but|except|other than|apart from) ", re.IGNORECASE
)
_AGAIN = re.compile(
    r"(?:when|where|why|how)(?: (?:was|is|did|does|were) (?:that|this|it|he|she|they)"
    r"(?: (?:say|put) (?:it|that|so|this))?)?"
    r"|(?:the )?(?:most recent|latest|newest)(?: (?:ones?|first|quotes?))?",
    re.IGNORECASE,
)
"""Asks for nothing that the last answer did not show."""
_ELSE = re.compile(r"\b(?:else|others?)\b", re.IGNORECASE)
_SET_WORDS: dict[re.Pattern[str], dict[str, Any]] = {
    _ANY_TIME: {"since": None, "until": None},
    _ALL_KINDS: {"kind": None},
    _ELSEWHERE: {"outlet": None},
    _AGAIN: {},
}
"""What is asked for in a few set words, and what of the question before is dropped then."""


def asks_in_set_words(words: str) -> bool:
    """Whether they are such words, and ask for what was not shown yet: not "why?"."""
    each = (_OTHERS, *(pattern for pattern in _SET_WORDS if pattern != _AGAIN))
    return moves_time(words) or any(pattern.fullmatch(words) for pattern in each)


def change_whole(before: Reading, words: str, known: Known) -> Reading | None:
    """What a question of a few set words asks for; None if it is none.

    Raises:
        QuestionError: it asks for a time before or after one that the question before did not have.
    """
    if changed := move_time(before, words) or ask_about(before, words):
        return changed
    if but := _ALL_BUT.match(words):
        whom = find_dropped(f"without {words[but.end() :]}", known)
        return replace(before, speaker=None, role=None, not_by=whom) if whom else None
    if _OTHERS.fullmatch(words):
        heard = before.speaker or before.role if _ELSE.search(words) else None
        return replace(before, speaker=None, role=None, not_by=heard or before.not_by)
    for pattern, fields in _SET_WORDS.items():
        if pattern.fullmatch(words):
            return replace(before, **fields)
    return None
