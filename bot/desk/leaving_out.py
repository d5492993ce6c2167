"""Whom a question leaves out: "anyone except Farrity", "who besides the mayor"."""

from __future__ import annotations

import re

from bot.desk import question_forms as forms
from bot.desk.question_names import speaks
from bot.desk.question_slots import clean_speaker, is_known, is_somebody, split_speakers
from store.names import Known

WITHOUT = r"\b(?:no|not|drop|lose|skip|without|exclude|leave out|minus)(?: the| any)?"
"""Before what a further question of a thread takes out."""
_WITHOUT_WHOM = re.compile(
    rf"{WITHOUT} (?:anything |quotes )?(?:(?:by|from) )?(?:the )?", re.IGNORECASE
)
_LONGEST = 8
"""Words of all whom a question leaves out."""
_ENDS = re.compile(r"[,;:)]| ?[-\u2013\u2014] ")
_NEVER = re.compile(r"['\"]")


def find_left_out(words: str, known: Known) -> tuple[str, str | None]:
    """Take out of a question whom it leaves out.

    Args:
        words: With single spaces and straight quotation marks.
        known: What the archive knows of them; behind the topic only somebody who speaks is left
            out: "sanctions other than those on oil" leaves out nobody.

    Returns:
        The question without it, and whose statements are not wanted; None where that is nobody.
    """
    for lead in forms.EXCEPT.finditer(words):
        rest = words[lead.end() :]
        names = _names_in(rest)
        first = forms.SUBJECT.search(words[: lead.start()]) and next(iter(names), None)
        name = next((one for one in names if _all_speak(one, known)), first)
        if name and (left_out := clean_speaker(name, known)):
            kept = f"{words[: lead.start()]}{rest[len(name) :].lstrip(',)')}"
            return " ".join(kept.split()), left_out
    return words, None


def find_dropped(words: str, known: Known) -> str | None:
    """Whom a thread is to go on without: "without the politicians"."""
    lead = _WITHOUT_WHOM.match(words)
    whom = words[lead.end() :] if lead else ""
    somebody = whom and (speaks(whom, known) or is_known(whom, known))
    return clean_speaker(whom, known) if somebody else None


def _names_in(rest: str) -> list[str]:
    """What may be a name at the beginning of the words, the longest first."""
    plain = forms.JOINS_A_QUESTION.split(_ENDS.split(rest, maxsplit=1)[0], maxsplit=1)[0].split()
    most = min(len(plain), _LONGEST)
    runs = [" ".join(plain[:length]) for length in range(most, 0, -1)]
    return [run for run in runs if rest.startswith(run) and not _NEVER.search(run)]


def _all_speak(names: str, known: Known) -> bool:
    each = split_speakers(names, known)
    bare = [forms.HONORIFIC.sub("", name) for name in each]
    return all(speaks(name, known) or is_somebody(name, known) for name in bare)
