"""Finds when each statement was said: by its own words, or by those of what was told before it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from bot.language.dates import Told, day_of, find_dates
from bot.language.day_words import OWN, dates_paper, find_verb, list_day_words
from bot.language.days_apart import find_day_apart
from bot.language.genders import PRONOUNS
from bot.language.headlines import find_opening
from bot.language.relations import Relation
from bot.language.scenes import find_scene_day
from bot.language.sentences import find_sentence
from bot.language.subjects import PASSIVE_SUBJECTS, SUBJECTS
from bot.language.texts import read_text
from bot.language.told_days import (
    find_day_word,
    find_main_verb,
    find_past_days,
    find_time,
    moves_on,
    weigh_told,
)

Said = tuple[date | None, str]
"""When something was said, and the words that tell it."""
_DAY = timedelta(days=1)
_UNTOLD: Said = (None, "")
_OPENING = 3
"""Statements that an article opens with."""
_EARLY = 8
"""The hour before which is published what was written the evening before."""
_LATELY = timedelta(days=60)
_NEAR_WORDS = ("yesterday", "last night")
_DASHES = frozenset({"-", "--", "–", "—"})
_DESCRIBED = re.compile(r"(?i:the|this) [a-z]")
"""How who has just spoken is named again: "the official"."""
_PAST = frozenset({"VBD", "VBN"})
_BACK = 500
"""Characters before "at the time" that may tell which."""
_PARAGRAPHS = 2
_NEAR = 5
"""Contents that begin last before a place, of which one may hold it."""
_NEXT = 3
"""Characters between a sentence, with the mark that closes its quote, and the next one."""


def date_statements(
    doc: Doc, relations: Sequence[Relation], speakers: Sequence[str], published: date | None
) -> list[Said]:
    """When each was said, and the words that tell it.

    Args:
        doc: the parsed text.
        relations: the statements found in it.
        speakers: the name of who said each; empty where nobody is known.
        published: a day or a moment, from which the words are reckoned.
    """
    today = day_of(published)
    said = find_saying_days(doc, relations, speakers, today)
    early = isinstance(published, datetime) and published.hour < _EARLY
    if today is None or not _tells_of_yesterday(doc, relations, said, today, early=early):
        return said
    return [(day or today - _DAY, words) for day, words in said]


def find_saying_days(
    doc: Doc, relations: Sequence[Relation], speakers: Sequence[str], published: date | None
) -> list[Said]:
    """What they say of it themselves, or what they go on with."""
    told = sorted(span for each in relations for span in each.content)
    own = [find_saying_date(doc, relation, published, told) for relation in relations]
    placed = [
        found if found != _UNTOLD else (_find_place_in_time(doc, relation, name, published), "")
        for found, relation, name in zip(own, relations, speakers, strict=True)
    ]
    return _carry_on(doc, relations, speakers, placed)


def _find_place_in_time(
    doc: Doc, relation: Relation, speaker: str, published: date | None
) -> date | None:
    """By what happened after it, or where the speaker was just seen."""
    apart = find_day_apart(doc, relation, published)
    return apart or find_scene_day(doc, relation, speaker, published)


def find_saying_date(
    doc: Doc, relation: Relation, published: date | None, contents: Sequence[tuple[int, int]] = ()
) -> Said:
    """The date on which a statement was made, and the words that say so.

    Only words that belong to the cue count: not those in the content, nor those of another
    clause ("Roe, who was arrested Monday, said"). A month or year gives its first day, a
    week its Monday.

    Args:
        doc: the parsed text.
        relation: the statement.
        published: the day from which the words are reckoned.
        contents: what all the statements of the text say, sorted: days in them count only for
            what is told within them.

    Returns:
        The date (None without `published`, or if it cannot be told) and the words, or
        (None, "") where nothing says when.
    """
    cue = _find_cue(doc, relation)
    if cue is None:
        return _UNTOLD
    surest, told = _find_surest(cue, published, contents or sorted(relation.content))
    sentence = find_sentence(cue[0])
    if not (told and surest):
        return _find_paper_day(sentence, find_verb(cue.root), published)
    if told.then:
        return _look_back(doc, sentence.start_char + told.start, relation, (told, published))
    return told.day, told.words


def _find_surest(
    cue: Span, published: date | None, contents: Sequence[tuple[int, int]]
) -> tuple[int, Told | None]:
    """The words that tell the cue's day, and how surely they do."""
    verb, sentence = find_verb(cue.root), find_sentence(cue[0])
    weighed = [
        (weigh_told(sentence, told, verb), told)
        for told in find_past_days(sentence, published)
        if not _is_within(sentence.start_char + told.start, cue.start_char, contents)
    ]
    return max(weighed, key=lambda each: each[0], default=(0, None))


def _is_said(doc: Doc, relation: Relation, published: date | None) -> bool:
    """Whether its day is told of its own verb, and not of what else happened."""
    cue = _find_cue(doc, relation)
    if cue is None:
        return False
    return _find_surest(cue, published, sorted(relation.content))[0] == OWN


def _find_paper_day(sentence: Span, verb: Token, published: date | None) -> Said:
    """That of the paper which the sentence before tells of: "She showed a 2019 email. He wrote"."""
    if verb.lemma_ not in list_day_words("writing") or not sentence.start:
        return _UNTOLD
    before = find_sentence(sentence.doc[sentence.start - 1])
    found = [told for told in find_past_days(before, published) if _is_of_paper(before, told)]
    return (found[0].day, "") if found else _UNTOLD


def _is_of_paper(sentence: Span, told: Told) -> bool:
    word = find_day_word(sentence, told)
    return word is not None and dates_paper(word)


def _look_back(doc: Doc, place: int, relation: Relation, told: tuple[Told, date | None]) -> Said:
    """The day told last before "at the time", in the paragraph or the one before it."""
    (then, published), text = told, read_text(doc)
    start, end = relation.content[0]
    paragraphs = text[max(place - _BACK, 0) : start if end <= place else place].split("\n")
    before = "\n".join([each for each in paragraphs if each.strip()][-_PARAGRAPHS:])
    days = [each.day for each in find_dates(before, published) if each.day is not None]
    if then.by_day and published:  # what was told lately: no other has a next day
        days = [day for day in days if published - _LATELY <= day <= published - then.after * _DAY]
        days = days or ([published] if then.after < 0 else [])
    return (then.reckon_from(days[-1]), "") if days else _UNTOLD


def _find_cue(doc: Doc, relation: Relation) -> Span | None:
    if relation.cue is None:
        return None
    cue = doc.char_span(*relation.cue, alignment_mode="expand")
    return cue if cue is not None and len(cue) else None


def _is_within(place: int, cue: int, contents: Sequence[tuple[int, int]]) -> bool:
    """Whether it stands in a content in which the cue does not stand."""
    after = bisect_right(contents, (place, sys.maxsize))
    near = contents[max(after - _NEAR, 0) : after]
    return any(start <= place < end and not start <= cue < end for start, end in near)


def _carry_on(
    doc: Doc, relations: Sequence[Relation], speakers: Sequence[str], own: Sequence[Said]
) -> list[Said]:
    """Dates what goes on in the time told before: "In a 2022 debate she was firm. She vowed"."""
    said = list(own)
    order = sorted(range(len(relations)), key=lambda number: relations[number].content)
    for last, this in pairwise(number for number in order if not relations[number].nested):
        (day, _), same = said[last], speakers[last] == speakers[this] != ""
        if day and same and said[this] == _UNTOLD:
            said[this] = (day, "") if _goes_on(doc, relations[last], relations[this]) else _UNTOLD
    return said


def _goes_on(doc: Doc, last: Relation, this: Relation) -> bool:
    """Whether the speaker goes on in the same or the next sentence, and in the same tense."""
    text = read_text(doc)
    if this.sentence[0] - last.sentence[1] > _NEXT:
        return False
    if not (_is_unnamed(text, last, this) or _adds(doc, this)):
        return False
    if "\n" in text[last.content[-1][1] : this.content[0][0]]:
        return False
    cues = _find_cue(doc, last), _find_cue(doc, this)
    verbs = [find_verb(cue.root) for cue in cues if cue is not None]
    if len(verbs) < len(cues):
        return cues[1] is None
    times = find_time(verbs[0]), find_time(verbs[1])
    same = times[0] == times[1] or (
        times == ("before", "then") and this.kind == "direct" and not _comes_back(verbs[0])
    )
    return same and verbs[0].dep_ != "relcl" and not moves_on(verbs[1])


def _comes_back(verb: Token) -> bool:
    """Whether what was before leads to what was then: "had told MPs and was asked why"."""
    others = (child for child in verb.children if child.dep_ == "conj" and child.tag_ in _PAST)
    return any(find_time(other) == "then" and _has_subject(other) for other in others)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in verb.children)


def _adds(doc: Doc, this: Relation) -> bool:
    """Whether it says itself that it goes on with what was just said: "Roe added"."""
    cue = _find_cue(doc, this)
    return cue is not None and find_verb(cue.root).lemma_ in list_day_words("adding")


def _is_unnamed(text: str, last: Relation, this: Relation) -> bool:
    """Whether the speaker is not named anew, but for the quote of what was just told."""
    if this.source is None or this.inherited or this.source == last.source:
        return True
    if this.kind == "direct" and last.kind != "direct":
        return True
    source = text[slice(*this.source)]
    return source.lower() in PRONOUNS or bool(_DESCRIBED.match(source))


def _tells_of_yesterday(
    doc: Doc, relations: Sequence[Relation], said: Sequence[Said], today: date, *, early: bool
) -> bool:
    """Whether what has no day of its own was said on the day before, as an article opens with it.

    A morning's paper tells of it once: "the president insisted last night". If it was published
    early in the morning, what happened counts as well, "the board voted on Thursday", and what
    anybody said further on. Not if it opens with what happened on the day itself.
    """
    yesterday = today - _DAY
    days = [day for day, _ in said]
    if early:
        first = next((day for day in days if day in {today, yesterday}), None)
    elif yesterday not in days[:_OPENING] or today in days:
        return False
    else:
        opening = zip(days[:_OPENING], relations, strict=False)
        first = next((day for day, each in opening if day and _is_said(doc, each, today)), None)
    if first == today or not (early or first == yesterday):
        return False
    happened = _find_event_day(doc, today)
    return happened != today and yesterday in {first, happened}


def _find_event_day(doc: Doc, today: date) -> date | None:
    """The day on which happened what the first sentence tells of."""
    opening = find_opening(doc)
    if opening >= len(doc):
        return None
    sentence = find_sentence(doc[opening])
    if sentence[-1].text in _DASHES and sentence.end < len(doc):  # a dateline of its own
        sentence = find_sentence(doc[sentence.end])
    verb = find_main_verb(sentence)
    for told in find_past_days(sentence, today):
        near = told.words.lower().startswith(_NEAR_WORDS)
        if told.by_day and (near or weigh_told(sentence, told, verb)):
            return told.day
    return None
