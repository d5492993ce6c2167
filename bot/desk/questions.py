"""A question in plain words becomes a Reading: topic, speaker, time, kind of quote."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from bot.desk import question_forms as forms
from bot.desk.gist import read_gist
from bot.desk.kinds import find_kind
from bot.desk.leaving_out import find_left_out
from bot.desk.outlets import find_outlet
from bot.desk.periods import find_doubtful, find_period
from bot.desk.question_names import (
    Slots,
    drop_aside,
    holds_office,
    mark_owner,
    may_have_spoken,
    part_asked,
    part_at_saying,
    part_body,
    part_name,
    speaks,
)
from bot.desk.question_slots import (
    clean_speaker,
    find_role,
    is_somebody,
    may_speak,
    split_speakers,
    strip_marks,
    without_titles,
)
from bot.desk.question_topics import split_topics
from bot.desk.straightening import EXAMPLE, plain_words, trim
from bot.desk.unknowns import find_unknown, find_unknown_speaker
from bot.errors import QuestionError
from store.folding import fold
from store.names import Known
from store.records import Reading
from store.verbs import find_verb

_NOTHING = (Reading(), Reading(mentioned=True))


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question asks for, and what of it no archive holds."""

    reading: Reading
    unknown: str = ""
    """What is not held, as it follows "The archive does not know"."""
    otherwise: Reading | None = None
    """What it may mean besides, where it finds nothing so: "Trump trial" may be no words of his."""
    gist: Reading | None = None
    """The same without all words that only ask, where nothing is found otherwise."""


def read_question(question: str, now: datetime, known: Known | None = None) -> Reading:
    """Read a question; see `understand`."""
    return understand(question, now, known or Known()).reading


def understand(question: str, now: datetime, known: Known) -> Understood:
    """Read a question, and note what it asks for in vain.

    Args:
        question: As asked, without the mention of the bot.
        now: When it was asked, in the asker's time zone.
        known: What the archive knows of its words; they tell who speaks in "Kirby on Wagner".

    Raises:
        QuestionError: there is nothing in it to look for.
    """
    plain = plain_words(question)
    words, limits = take_limits(plain, now, known)
    found = replace(limits, mentioned=bool(forms.MENTION.search(question)))
    unknown = find_unknown(words)
    if unknown:
        topics = split_topics(unknown.topic, known)
        return Understood(_with_topics(found, topics), unknown.what)
    gist = _read_gist(words, found, known)
    try:
        understood = _understand(plain, words, found, known)
        return understood if understood.reading.verb else replace(understood, gist=gist)
    except QuestionError:
        if gist is None or not (gist.speaker or gist.role):
            raise
        return Understood(gist)


def _read_gist(words: str, found: Reading, known: Known) -> Reading | None:
    slots = read_gist(words, known)
    return fill_slots(found, slots, known) if slots else None


def _understand(plain: str, words: str, found: Reading, known: Known) -> Understood:
    """Read a question by its form; `words` are it without the limits that were found."""
    slots = find_slots(words, known)
    asked_in_vain = find_unknown_speaker(_bare_group(slots.get("speaker") or ""))
    if asked_in_vain and not _speaks(slots, words, known):
        slots["speaker"] = None
    else:
        asked_in_vain = ""
    reading = fill_slots(found, slots, known)
    if reading in _NOTHING and not asked_in_vain and not _asks_for_all(words, slots):
        raise QuestionError("There is nothing in that question to look for.", EXAMPLE)
    if reading.topic is None and (aside := slots.get("aside")):
        return Understood(_with_topics(reading, split_topics(aside, known)), "", reading)
    return Understood(reading, asked_in_vain, _read_otherwise(plain, reading, found, slots, known))


def _read_otherwise(
    plain: str, reading: Reading, found: Reading, slots: Slots, known: Known
) -> Reading | None:
    """With its time in the topic, with all its words as one, as a body's, or without its verb."""
    if reading.verb and (reading.topic or "").startswith('"'):
        return replace(reading, verb=None)  # whoever "called" it so may have said that it is so
    if time := find_doubtful(plain):
        unlimited = replace(reading, since=None, until=None)
        return _with_topics(unlimited, split_topics(f"{reading.topic or ''} {time}", known))
    if body := slots.get("body"):
        return replace(
            _with_topics(found, split_topics(slots["matter"] or "", known)), speaker=body
        )
    whole = slots.get("whole")
    return _with_topics(found, split_topics(whole, known)) if whole else None


def take_limits(words: str, now: datetime, known: Known) -> tuple[str, Reading]:
    """Take out of a question what may stand in any: kind of quote, outlet, time, whom not."""
    words, kind = find_kind(words)
    words, period = find_period(words, now)
    words = re.sub(r"(?:^| )'s (?=\w)", "", words)  # of "last month's"
    words, outlet = find_outlet(strip_marks(words), known)
    words, not_by = find_left_out(words, known)
    words = re.sub(r",? only$|^only[:,] ", "", words, flags=re.IGNORECASE)
    for aside, instead in forms.ASIDES:
        words = aside.sub(instead, words)
    limits = Reading(since=period.since, until=period.until, kind=kind)
    return trim(words), replace(limits, outlet=outlet, not_by=not_by)


def find_slots(words: str, known: Known) -> Slots:
    """What stands for the topic, the speaker and the verb in a question without its limits."""
    words = drop_aside(mark_owner(words, known), known)
    asked, _, who = words.rpartition("? ")
    if asked and speaks(who, known):  # "anything on the talks? officials"
        return {**find_slots(asked, known), "speaker": who}
    rest = forms.PREFACE.sub("", words)
    if rest != words and (slots := find_slots(rest, known)).get("speaker"):
        aside = words[: -len(rest)]
        if forms.PRONOUN.fullmatch(slots["speaker"] or "") and _may_be_they(aside, known):
            return {**slots, "speaker": strip_marks(aside)}
        everybody = forms.EVERYBODY.fullmatch(slots["speaker"] or "") and not slots.get("topic")
        return {"topic": aside} if everybody else {**slots, "aside": aside}
    ways = (
        *(_fit_name, _fit, _fit_name_and_verb, part_name, part_at_saying),
        *(_fit_quotes, _fit_verb, _fit_at_last, part_asked),
    )
    found = (fit(words, known) for fit in ways)
    as_topic = {"topic": _bare_topic(words), **part_body(words, known)}
    return next((slots for slots in found if slots is not None), as_topic)


def _may_be_they(words: str, known: Known) -> bool:
    return fold(words) in known.names or find_role(words, known) is not None


def _fit_name(words: str, known: Known) -> Slots | None:
    for form in forms.FORMS_WITH_A_NAME:
        match = form.fullmatch(words)
        if match and _names_a_speaker(match, known):
            return match.groupdict()
        if match and form is forms.FORMS_WITH_A_NAME[-1] and holds_office(words, known):
            return {"speaker": words, "whole": words}
        if match and "topic" in match.groupdict() and may_have_spoken(match["speaker"]):
            return {**match.groupdict(), "whole": forms.QUOTES_ASIDE.sub(" ", words).strip()}
    return None


def _fit(words: str, _: Known) -> Slots | None:
    return _first_fit(forms.FORMS, words)


def _fit_quotes(words: str, _: Known) -> Slots | None:
    return _first_fit(forms.QUOTES_OF, words)


def _first_fit(patterns: tuple[re.Pattern[str], ...], words: str) -> Slots | None:
    matches = (form.fullmatch(words) for form in patterns)
    return next((match.groupdict() for match in matches if match), None)


def _fit_verb(words: str, _: Known) -> Slots | None:
    return _fit_marked(forms.FORMS_WITH_A_VERB, words)


def _fit_marked(patterns: tuple[re.Pattern[str], ...], words: str) -> Slots | None:
    marked = re.sub(r"\w+", _mark_verb, words)
    for form in patterns:
        if match := form.fullmatch(marked):
            return {name: _unmark(found) for name, found in match.groupdict().items()}
    return None


def _fit_name_and_verb(words: str, known: Known) -> Slots | None:
    slots = _fit_marked(forms.A_NAME_AND_A_VERB, words)
    who = (slots or {}).get("speaker") or ""
    return slots if fold(who) in known.speakers or is_somebody(who, known) else None


def _fit_at_last(words: str, known: Known) -> Slots | None:
    for form in forms.FORMS_AT_LAST:
        match = form.fullmatch(words)
        if match and (_is_body(match["speaker"]) or _names_a_speaker(match, known)):
            return {**match.groupdict(), "topic": _bare_topic(match["topic"])}
    return None


def _is_body(words: str) -> bool:
    """Whether it is the company, the council or the like."""
    return forms.THE.sub("", words).lower() in forms.BODIES


def _bare_topic(words: str) -> str:
    """Without the words that only ask."""
    return forms.QUESTION_WORDS.sub("", forms.WHO_DOES.sub("", words))


def fill_slots(found: Reading, slots: Slots, known: Known) -> Reading:
    """A reading with what stands in the slots."""
    topic = slots.get("topic") or slots.get("topic_after") or ""
    speaker = slots.get("speaker") or ""
    role = find_role(speaker, known)
    return replace(
        _with_topics(found, split_topics(topic, known)),
        speaker=None if role else clean_speaker(speaker, known),
        role=role,
        verb=find_verb(slots.get("verb") or ""),
    )


def _with_topics(found: Reading, topics: list[str]) -> Reading:
    return replace(found, topic=topics[0] if topics else None, and_about=tuple(topics[1:]))


def _names_a_speaker(match: re.Match[str], known: Known) -> bool:
    """A name that speaks; alone only a person's, as "Wagner" is a topic."""
    slots = match.groupdict()
    folded = fold(without_titles(forms.HONORIFIC.sub("", slots["speaker"]), known))
    if slots.get("topic") is None and match.re is forms.FORMS_WITH_A_NAME[-1]:
        people = known.people & known.speakers
        said = folded in people or all(
            fold(one) in people for one in split_speakers(slots["speaker"], known)
        )
        return said or find_role(slots["speaker"], known) is not None
    behind = slots.get("topic") or ""
    topic = fold(behind)
    speaks = topic in known.people & known.speakers or find_role(behind, known) is not None
    if speaks and ":" in match[0] and folded not in known.people:
        return find_role(slots["speaker"], known) is not None  # not "Wagner: Kirby"
    may = known.speakers | known.bodies | known.people if topic == "" else known.names
    if folded in may or is_somebody(slots["speaker"], known):
        return True
    each = split_speakers(slots["speaker"], known)
    return len(each) > 1 and all(_is_one_of(name, may, known) for name in each)


def _is_one_of(name: str, may: frozenset[str], known: Known) -> bool:
    bare = fold(without_titles(forms.HONORIFIC.sub("", name), known))
    return bare in may or may_speak(name) or is_somebody(name, known)


def _speaks(slots: Slots, words: str, known: Known) -> bool:
    """Whether the archive knows somebody by just these words: "Republicans said"."""
    return fold(slots.get("speaker") or "") in known.speakers and not words.startswith("which")


def _bare_group(speaker: str) -> str:
    return forms.GROUP_WORDS.sub("", strip_marks(speaker))


def _mark_verb(word: re.Match[str]) -> str:
    return f"{forms.VERB}{word[0]}" if find_verb(word[0]) else word[0]


def _unmark(found: str | None) -> str | None:
    return found.replace(forms.VERB, "") if found else None


def _asks_for_all(words: str, slots: Slots) -> bool:
    asks = bool(words) and any(form.fullmatch(words) for form in forms.FORMS)
    return asks and not (slots.get("topic") or slots.get("topic_after"))
