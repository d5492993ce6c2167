"""A question without the courtesies around it, and with usual slips put right."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bot.desk import question_forms as forms
from bot.desk.question_slots import strip_marks
from bot.errors import QuestionError
from store.gazetteer import find_capital, find_seat, find_state

EXAMPLE = "An example: who said what about sanctions since Monday"
LONGEST = 1000
_STRAIGHT = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\0": " "})


_QUOTED = re.compile(r'("[^"]*")')
_OWNING = re.compile(r"\b(?:[a-z]+ ){0,2}?[a-z]{3,}s(?=$| \w|[?.!,])", re.IGNORECASE)
"""A word that may own what follows it, and what may be the rest of a state's name before it."""
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
    words = _mark_states(words)
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


def _mark_states(words: str) -> str:
    """With the apostrophe that was left out behind a state's name: "irans foreign minister"."""
    parts = _QUOTED.split(words)
    marked = (part if n % 2 else _OWNING.sub(_mark_state, part) for n, part in enumerate(parts))
    return "".join(marked)


def _mark_state(owner: re.Match[str]) -> str:
    words = owner[0].split()
    runs = [" ".join(words[start:]) for start in range(len(words))]
    owns = any(_is_state(run.removesuffix("s")) and not _is_state(run) for run in runs)
    return f"{owner[0].removesuffix('s')}'s" if owns else owner[0]


def _is_state(name: str) -> bool:
    return any(find(name) for find in (find_state, find_capital, find_seat))


def _correct_to(names: Sequence[str], word: str) -> str:
    """The one of these that a word is but for one letter; else the word itself."""
    plain = word.lower()
    if plain in names:
        return word
    near = (name for name in names if OSA.distance(plain, name, score_cutoff=1) == 1)
    return next(near, word)
