"""Finds the day of what is said in the scene just told: "She met miners on Monday. “We..."."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc, Span, Token

from bot.language.day_words import OWN, find_verb, list_day_words
from bot.language.genders import PRONOUNS
from bot.language.relations import Relation
from bot.language.sentences import find_sentence
from bot.language.subjects import PASSIVE_SUBJECTS, SUBJECTS
from bot.language.texts import read_text
from bot.language.told_days import (
    find_main_verb,
    find_past_days,
    find_time,
    moves_on,
    weigh_told,
)


def find_scene_day(
    doc: Doc, relation: Relation, speaker: str, published: date | None
) -> date | None:
    """The day on which the sentence before shows the speaker speaking, or where they spoke.

    Args:
        doc: the parsed text.
        relation: a statement that tells no day of its own.
        speaker: the name of who made it; empty where nobody is known.
        published: the day from which words are reckoned.
    """
    before = _find_before(doc, relation)
    if before is None or not speaker or not _goes_on(doc, relation):
        return None
    verb = find_main_verb(before)
    if not _is_scene(verb) or not _has_subject(verb, speaker):
        return None
    told = find_past_days(before, published)
    days = (each.day for each in told if each.by_day and weigh_told(before, each, verb) == OWN)
    return next((day for day in days if day is not None), None)


def _find_before(doc: Doc, relation: Relation) -> Span | None:
    """The sentence before that of the statement, in the same paragraph."""
    span = doc.char_span(*relation.sentence, alignment_mode="expand")
    if span is None or not len(span) or not span.start:
        return None
    before = find_sentence(doc[span.start - 1])
    between = read_text(doc)[before.start_char : relation.sentence[0]]
    return before if "\n" not in between else None


def _goes_on(doc: Doc, relation: Relation) -> bool:
    """Whether the statement is told as then made, by somebody who is not named anew."""
    cue = doc.char_span(*relation.cue, alignment_mode="expand") if relation.cue else None
    if cue is None or not len(cue) or relation.source is None or relation.nested:
        return False
    verb = find_verb(cue.root)
    if find_time(verb) != "then" or moves_on(verb):
        return False
    return read_text(doc)[slice(*relation.source)].lower() in PRONOUNS


def _is_scene(verb: Token) -> bool:
    """Whether it tells that somebody spoke, was asked, or was among others."""
    if find_time(verb) == "now":
        return False
    asked = any(child.dep_ in PASSIVE_SUBJECTS for child in verb.children)
    return verb.lemma_.lower() in list_day_words("asked" if asked else "scenes")


def _has_subject(verb: Token, speaker: str) -> bool:
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)
    if subject is None:
        return False
    return subject.lower_ in PRONOUNS or subject.text == speaker.rsplit(maxsplit=1)[-1]
