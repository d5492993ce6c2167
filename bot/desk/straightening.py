"""A question without the courtesies around it, and with usual slips put right."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.desk import question_forms as forms
from bot.desk.question_slots import strip_marks
from bot.errors import QuestionError

EXAMPLE = "An example: who said what about sanctions since Monday"
LONGEST = 1000
_STRAIGHT = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\0": " "})


_LONG_NAMES = [
    name.lower() for name in (*calendar.month_name, *calendar.day_name) if len(name) > len("March")
]
"""Of months and weekdays, of which one wrong letter makes no other word."""


def plain_words(question: str) -> str:
    """The question proper, without what is said before and after it."""
    return trim(straighten(question))


def straighten(question: str) -> str:
    """A question with single spaces and straight marks, with usual slips put right.

    Raises:
        QuestionError: it is too long.
    """
    words = strip_marks(_correct(" ".join(question.translate(_STRAIGHT).split())))
    words = re.sub(r"^who (?:was|is) it (?:that|who) ", "who ", words, flags=re.IGNORECASE)
    words = re.sub(r"(?<!\w)'([^']+ [^']+)'(?!\w)", r'"\1"', words)
    if len(words) > LONGEST:
        raise QuestionError("That question is too long to be read.", EXAMPLE)
    return words


def trim(words: str) -> str:
    """Without what is said before and after the question proper."""
    before = None
    while words != before:
        before = words
        words = forms.FOLLOW_UP.sub("", forms.LEAD_IN.sub("", strip_marks(words)))
        for pattern, instead in forms.REWRITES:
            words = pattern.sub(instead, words)
    return words


def _correct(words: str) -> str:
    words = forms.SLIP.sub(lambda slip: forms.SLIPS[slip[0].lower()], words)
    words = forms.LONG_WORD.sub(lambda word: _correct_to(forms.SPELLED, word[0]), words)
    return forms.AFTER_A_LEAD.sub(lambda word: _correct_to(_LONG_NAMES, word[0]), words)


def _correct_to(names: Sequence[str], word: str) -> str:
    """The one of these that a word is but for one letter; else the word itself."""
    plain = word.lower()
    if plain in names:
        return word
    near = (name for name in names if OSA.distance(plain, name, score_cutoff=1) == 1)
    return next(near, word)
