"""Figures that somebody gives anew or has counted: "raised the toll to 21", "counted 31"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from bot.language.clauses import Candidate
from bot.language.estimates import measures
from bot.language.page import Page, Range
from bot.language.speaking import is_mere_thing
from bot.language.subjects import find_source, is_passive
from bot.language.tails import cut_tail
from bot.language.wordlists import read_words

_TO_NUMBER = 7
"""Tokens from "at" to the number."""
_NEAR = 4
"""Tokens from "and" to the verb that it joins."""
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def read_figure(verb: Token, page: Page) -> Candidate | None:
    """The figure that this verb gives, with what it is of; None if it gives none."""
    if is_passive(verb) or not _may_give(verb):
        return None
    content = _find_told(verb, page)
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    source = find_source(verb, page)
    if thing is None or source is None or is_mere_thing(page.doc[slice(*source)]):
        return None
    if not _gives(verb, thing, page.doc[slice(*content)], page.doc[slice(*source)]):
        return None
    return Candidate(verb, "phrase", (content,), source, (verb.i, verb.i + 1))


def _may_give(verb: Token) -> bool:
    return verb.lemma_.lower() in read_words("revising_cues", "counting_cues")


def _gives(verb: Token, thing: Token, words: Span, source: Span) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in read_words("revising_cues"):
        named = any(word.lower_ in read_words("figure_nouns") for word in _lead(words, "to"))
        return named and _holds_number(words, "to")
    counted = any(c.dep_ == "nummod" for c in thing.children) or thing.like_num
    return counted and len(words) > 1 and source[-1].pos_ != "PRON"


def _lead(words: Span, joint: str) -> list[Token]:
    """The words before a joint: "| the toll from the fire | to 17"."""
    at = next((n for n, token in enumerate(words) if token.lower_ == joint), 0)
    return list(words[:at])


def _holds_number(words: Span, joint: str) -> bool:
    """Whether a joint with a number right behind it follows: "turnout at about 58 percent"."""
    joints = (token.i - words.start for token in words[1:] if token.lower_ == joint)
    near = (token for at in joints for token in words[at : at + _TO_NUMBER])
    return any(map(measures, near))


def _find_told(verb: Token, page: Page) -> Range:
    """From behind the verb to where it goes on with another: "at 21 | and warned of rain".

    By whom it is told in turn ends it, too: "counted 61 bodies, | according to the mission".
    """
    start, end = verb.i + 1, page.subtree(verb)[1]
    joints = (t for t in page.doc[start:end] if t.dep_ == "cc" and page.quoted[t.i] < 0)
    stop = next((joint.i for joint in joints if _joins_verb(joint, end)), end)
    stop = next((t.i for t in page.doc[start:stop] if t.lower_ == "according"), stop)
    return page.trim(cut_tail((start, stop), page, finite=True)) if stop > start else (start, end)


def _joins_verb(joint: Token, end: int) -> bool:
    behind = joint.doc[joint.i + 1 : min(end, joint.i + _NEAR)]
    known = read_words("speech_cues")
    return any(t.tag_ in _FINITE or (t.dep_ == "conj" and t.lemma_ in known) for t in behind)
