"""Statements whose verb stands only once: "Oslo pledged two ships | and Rome $5 million"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from bot.language.clauses import Candidate
from bot.language.page import Page, Range
from bot.language.speaking import is_speaking_noun
from bot.language.wordlists import read_words

_JOINTS = frozenset({",", ";", "and", "but", "while"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_SHAPES = frozenset({"obj", "phrase"})
_WIDEST = 5
"""Tokens of a name, or of a number before its first digit."""


def part_gapped(page: Page, told: Candidate) -> Iterator[Candidate]:
    """The statement up to where another speaker's begins, and each of those that begin there."""
    if not _may_be_shared(page, told):
        yield told
        return
    start, stop = told.content[0][0], page.sentences[told.cue_word.i][1]
    gaps = list(_find_gaps(page, told, stop))
    if not gaps:
        yield told
        return
    ends = [*(joint for joint, _, _ in gaps[1:]), stop]
    yield replace(told, content=(page.trim((start, min(told.content[0][1], gaps[0][0]))),))
    for (_, source, number), end in zip(gaps, ends, strict=True):
        content = page.trim((number, end))
        yield Candidate(page.doc[number], "phrase", (content,), source, None)


def _may_be_shared(page: Page, told: Candidate) -> bool:
    """Whether a verb with its subject before it tells of a number, outside of any quote."""
    cue, known = told.cue_word, read_words("speech_cues", "figure_cues", "counting_cues")
    plain = cue.pos_ == "VERB" and cue.lemma_ in known and page.quoted[cue.i] < 0
    ahead = len(told.content) == 1 and told.content[0][0] > cue.i and told.shape in _SHAPES
    named = told.source is not None and told.source[1] <= cue.i
    return plain and ahead and named and any(_counts(t) for t in page.doc[slice(*told.content[0])])


def _find_gaps(page: Page, told: Candidate, stop: int) -> Iterator[tuple[int, Range, int]]:
    """Each joint with the name behind it and the number behind that."""
    start = told.content[0][0]
    numbers = [token.i for token in page.doc[start:stop] if _counts(token)]
    for joint in page.doc[min(numbers, default=stop) + 1 : stop]:
        if joint.lower_ not in _JOINTS or page.quoted[joint.i] >= 0:
            continue
        number = next((i for i in numbers if joint.i + 1 < i <= joint.i + _WIDEST), 0)
        number -= bool(number) and page.doc[number - 1].lower_ == "at"
        if number and _names_speaker(page, joint.i + 1, number) and _lacks_verb(page, number, stop):
            yield joint.i, (joint.i + 1, number), number


def _names_speaker(page: Page, start: int, end: int) -> bool:
    """Whether the words are one name, or "the" and a noun for who speaks."""
    words = page.doc[start:end]
    if len(words) == 0 or any(t.pos_ not in {"PROPN", "NOUN", "DET", "ADJ"} for t in words):
        return False
    last = words[-1]
    money = end < len(page.doc) and page.doc[end].tag_ == "$"
    named = last.pos_ == "PROPN" and (money or last.ent_type_ in _NAMES)
    return named or (words[0].lower_ == "the" and len(words) > 1 and is_speaking_noun(last))


def _lacks_verb(page: Page, start: int, stop: int) -> bool:
    words = (t for t in page.doc[start:stop] if page.quoted[t.i] < 0)
    return not any(t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VB", "VBN", "VBG"} for t in words)


def _counts(token: Token) -> bool:
    return token.like_num or token.tag_ == "$"
