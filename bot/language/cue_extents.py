"""How far the words of a cue reach: auxiliaries, particles, and the phrase around a noun."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.frames import Frame
from bot.language.page import Range
from bot.language.roles import is_person_noun
from bot.language.wordlists import read_words

_PARTS = frozenset({"aux", "auxpass", "neg", "advmod"})
_NOUN_PARTS = frozenset({"det", "amod", "compound", "nummod", "neg", "advmod", "quantmod"})
_TIMES = frozenset({"DATE", "TIME"})
_MOST_SETTINGS = 3
_LONGEST_SETTING = 8
_LONGEST_TIME = 3
"""Tokens of a phrase that still belongs to the cue."""


def cue_range(frame: Frame, content: tuple[Range, ...]) -> Range:
    """The cue word with its auxiliaries, its particle and a preposition before the content."""
    start = _find_start(frame.cue)
    if frame.source is not None and start < frame.source[1] <= frame.cue.i:
        start = frame.source[1]
    doc = frame.cue.doc
    end = frame.cue.i + 1
    while end < len(doc) and doc[end].dep_ == "prt" and doc[end].head.i == frame.cue.i:
        end += 1
    if end < len(doc) and doc[end].dep_ in {"prep", "mark"} and end + 1 in {r[0] for r in content}:
        return start, end + 1
    return start, _end_of_object(frame, content) or _end_of_setting(frame, content, end)


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


def _end_of_setting(frame: Frame, content: tuple[Range, ...], end: int) -> int:
    """Behind how, when and where it was said: "said bluntly", "said Monday in an interview"."""
    taken = [*content, frame.source or (0, 0)]
    for _ in range(_MOST_SETTINGS):
        limit = min((a for a, _ in taken if a >= end), default=len(frame.cue.doc))
        behind = _skip_setting(frame.cue, end, limit)
        if behind == end or any(a <= end < b for a, b in taken):
            break
        end = behind
    return end


def _skip_setting(cue: Token, start: int, limit: int) -> int:
    """Behind a short phrase that hangs on the words before it and tells the setting."""
    words = cue.doc[start : min(start + _LONGEST_SETTING, limit)]
    head = next((token for token in words if cue.i <= token.head.i < start), None)
    if head is None or head.left_edge.i != start:
        return start
    end = min(head.right_edge.i + 1, limit)
    longest = _LONGEST_TIME if head.dep_ in {"advmod", "npadvmod"} else _LONGEST_SETTING
    tells = head.dep_ in {"advmod", "npadvmod"} or (head.dep_ == "prep" and _names_medium(head))
    return end if tells and end - start <= longest else start


def _names_medium(preposition: Token) -> bool:
    """Whether it brings what something is said in: "in a statement", "on Twitter"."""
    words = [c for c in preposition.children if c.dep_ == "pobj"]
    if preposition.lower_ == "on":
        return bool(words) and words[0].pos_ == "PROPN" and words[0].ent_type_ not in _TIMES
    known = read_words("media_nouns")
    return preposition.lower_ in {"in", "during", "via"} and any(w.lemma_ in known for w in words)


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
