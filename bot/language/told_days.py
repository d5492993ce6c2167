"""Days that a sentence tells, and how its verbs stand in time."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Span, Token

from bot.language.dates import Told, find_dates
from bot.language.day_words import list_day_words, weigh_day
from bot.language.texts import read_text

_PRESENT = frozenset({"VBP", "VBZ"})
_HAD = frozenset({"had", "'d", "\u2019d"})


def find_past_days(sentence: Span, published: date | None) -> list[Told]:
    """Those that are not still to come."""
    text = read_text(sentence.doc)[sentence.start_char : sentence.end_char]
    found = find_dates(text, published)
    return [each for each in found if not (published and each.day and each.day > published)]


def weigh_told(sentence: Span, told: Told, verb: Token) -> int:
    """How surely the words tell the day of a verb: see `weigh_day`."""
    word = find_day_word(sentence, told)
    return weigh_day(word, verb, by_day=told.by_day) if word is not None else 0


def find_day_word(sentence: Span, told: Told) -> Token | None:
    """The word of a date on which its others hang."""
    start, end = sentence.start_char + told.start, sentence.start_char + told.end
    span = sentence.doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def find_time(verb: Token) -> str:
    """Whether it tells of now, of then, or of what was before."""
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if verb.tag_ == "VBN" and any(c.tag_ == "VBD" and c.lower_ in _HAD for c in helping):
        return "before"
    return "now" if _PRESENT & {verb.tag_, *(c.tag_ for c in helping)} else "then"


def moves_on(verb: Token) -> bool:
    """Whether time has gone on: "now says", "later said"."""
    return any(child.lower_ in list_day_words("going_on") for child in verb.children)


def find_main_verb(sentence: Span) -> Token:
    """That of a sentence, also where the parser makes it a participle of its subject."""
    root = sentence.root
    participles = (c for c in root.children if c.dep_ == "acl")
    return root if root.pos_ == "VERB" else next(participles, root)
