"""A question in plain words becomes a Reading: topic, speaker, time, kind of quote."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bot.desk import question_forms as forms
from bot.desk.periods import find_period
from bot.errors import QuestionError
from store.folding import fold
from store.records import Kind, Reading

EXAMPLE = "An example: who said what about sanctions since Monday"
LONGEST = 1000
_ENDS = " ?!.,;:-\u2013\u2014"
_STRAIGHT = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\0": " "})


def read_question(question: str, now: datetime, names: Collection[str] = ()) -> Reading:
    """Read a question.

    Args:
        question: As asked, without the mention of the bot.
        now: When it was asked, in the asker's time zone.
        names: Folded names in the archive; they tell who speaks in "Kirby on Wagner".

    Raises:
        QuestionError: there is nothing in it to look for.
    """
    words = _trim(_correct(" ".join(question.translate(_STRAIGHT).split())))
    if len(words) > LONGEST:
        raise QuestionError("That question is too long to be read.", EXAMPLE)
    words, kind = _find_kind(words)
    words, period = find_period(words, now)
    reading = _read_form(_trim(words), names)
    reading = replace(reading, since=period.since, until=period.until, kind=kind)
    if reading == Reading() and not _asks_for_all(words):
        raise QuestionError("There is nothing in that question to look for.", EXAMPLE)
    return reading


def _trim(words: str) -> str:
    """Without what is said before and after the question proper."""
    before = None
    while words != before:
        before = words
        words = forms.FOLLOW_UP.sub("", forms.LEAD_IN.sub("", _strip(words)))
    return words


def _correct(words: str) -> str:
    return forms.SLIP.sub(lambda slip: forms.SLIPS[slip[0].lower()], words)


def _strip(words: str) -> str:
    """Without marks at either end, but for the last dot of U.S."""
    bare = words.strip(_ENDS)
    return f"{bare}." if re.search(r"\b\w\.\w$", bare) and f"{bare}." in words else bare


def _find_kind(words: str) -> tuple[str, Kind | None]:
    for pattern, instead, kind in forms.KINDS:
        changed = pattern.sub(instead, words, count=1)
        if changed != words:
            return " ".join(changed.split()), kind
    return words, None


def _asks_for_all(words: str) -> bool:
    return bool(words) and any(form.fullmatch(words) for form in forms.FORMS)


def _read_form(words: str, names: Collection[str]) -> Reading:
    for form in forms.FORMS_WITH_A_NAME:
        if (match := form.fullmatch(words)) and fold(match["speaker"]) in names:
            return _to_reading(match.groupdict(), names)
    for form in forms.FORMS:
        if match := form.fullmatch(words):
            return _to_reading(match.groupdict(), names)
    return Reading(topic=_clean_topic(forms.QUESTION_WORDS.sub("", words)))


def _to_reading(found: dict[str, str | None], names: Collection[str]) -> Reading:
    topic = _clean_topic(found.get("topic") or found.get("topic_after") or "")
    speaker = found.get("speaker") or ""
    if topic and forms.GROUP.fullmatch(speaker):
        speaker = ""
    return Reading(topic=topic, speaker=_clean_speaker(speaker, names))


def _clean_topic(words: str) -> str | None:
    """The plain words; quotation marks stay where they hold several words together."""
    if not fold(words):
        return None
    words = _strip(re.sub(r'"([^" ]*)"', r"\1", words))
    return re.sub(r"^(?:the|an?) (?=\S)", "", words, flags=re.IGNORECASE) or None


def _clean_speaker(words: str, names: Collection[str]) -> str | None:
    words = _strip(words.strip(" \"'"))
    if not words or forms.EVERYBODY.fullmatch(words):
        return None
    if forms.PRONOUN.fullmatch(words):
        raise QuestionError(f"I cannot tell who \u201c{words}\u201d is.", "Ask with the name.")
    words = re.sub(r"^the (?=\S)|'s?$|, (?:the|an?) .*", "", words, flags=re.IGNORECASE)
    words = forms.HONORIFIC.sub("", words)
    bare = forms.TITLE.sub("", words)
    return bare if fold(words) not in names and fold(bare) in names else words
