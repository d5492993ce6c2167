"""How far the words of a cue reach: auxiliaries, particles, and the phrase around a noun."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.frames import Frame
from bot.language.page import Range
from bot.language.roles import is_person_noun
from bot.language.wordlists import read_words

_PARTS = frozenset({"aux", "auxpass", "neg", "advmod"})
_NOUN_PARTS = frozenset({"det", "amod", "compound", "nummod", "neg", "advmod", "quantmod"})


def cue_range(frame: Frame, content: tuple[Range, ...]) -> Range:
    """The cue word with its auxiliaries, its particle and a preposition before the content."""
    start = _find_start(frame.cue)
    doc = frame.cue.doc
    end = frame.cue.i + 1
    while end < len(doc) and doc[end].dep_ == "prt" and doc[end].head.i == frame.cue.i:
        end += 1
    if end < len(doc) and doc[end].dep_ == "prep" and any(r[0] == end + 1 for r in content):
        return start, end + 1
    return start, _end_of_object(frame, content) or _end_of_medium(frame, content, end)


def _end_of_object(frame: Frame, content: tuple[Range, ...]) -> int | None:
    """Behind "no doubts about": an object between the verb and what it is about."""
    for slot in frame.slots:
        if slot.name != "obj" or slot.head.pos_ != "NOUN" or is_person_noun(slot.head):
            continue
        after = [r[0] for r in content if r[0] > slot.head.i]
        joint = min(after, default=0) - 1
        doc = frame.cue.doc
        if joint == slot.head.i + 1 and doc[joint].dep_ == "prep" and slot.range[0] > frame.cue.i:
            return joint + 1
    return None


def _end_of_medium(frame: Frame, content: tuple[Range, ...], end: int) -> int:
    """Behind "in a statement"."""
    behind = frame.cue.doc[end : end + 4]
    if behind and behind[0].lower_ == "in" and not any(s <= end < e for s, e in content):
        nouns = [token.i for token in behind if token.lower_ == "statement"]
        return nouns[0] + 1 if nouns else end
    return end


def _find_start(cue: Token) -> int:
    """Back over auxiliaries and over a verb that only leads up to it: "went on to say"."""
    start = cue.i
    parts = {child.i for child in cue.children if child.dep_ in _PARTS}
    while start - 1 in parts:
        start -= 1
    if cue.dep_ in {"xcomp", "advcl"} and start < cue.i and cue.doc[start].lower_ == "to":
        leading = cue.head
        particles = {c.i for c in leading.children if c.dep_ in {"prt", "advmod", "prep"}}
        if all(i in particles for i in range(leading.i + 1, start)):
            return _find_start(leading) if leading.i < start else start
    return _start_of_phrase(cue, start)


def _start_of_phrase(cue: Token, start: int) -> int:
    """Back to the verb of "made the claim", "was confident" or "issued a statement saying"."""
    head = cue.head
    if cue.pos_ == "NOUN" and cue.dep_ == "dobj":
        inner = {c.i for c in cue.children if c.dep_ in _NOUN_PARTS}
    elif cue.dep_ == "acomp" and head.pos_ == "AUX":
        inner = {c.i for c in (*cue.children, *head.children) if c.dep_ in _PARTS}
    elif cue.dep_ == "acl" and head.dep_ == "dobj" and head.lemma_ in read_words("media_nouns"):
        inner = {head.i, *(c.i for c in head.children if c.dep_ in _NOUN_PARTS)}
        head = head.head
    else:
        return start
    leads = head.i < start and all(i in inner for i in range(head.i + 1, start))
    return _find_start(head) if leads else start
