"""Where a clause that is said begins: behind the day and behind who is told."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.page import Range
from bot.language.subjects import SUBJECTS
from bot.language.wordlists import read_words

_OPENING = 3
"""Tokens of "on Tuesday it"."""
_LISTENERS = frozenset({"dative", "dobj"})


def leave_beginning(tokens: Range, clause: Token, cue: Token) -> Range:
    """A clause that no word opens, without what stands between it and its cue."""
    if tokens[0] != cue.i + 1:
        return tokens
    start = _find_listener_end(clause, cue) or _find_day_end(tokens, cue)
    return (start, tokens[1]) if start else tokens


def _find_day_end(tokens: Range, cue: Token) -> int:
    """Where the day ends on which it was said: "said | on Tuesday | it would close"; or 0."""
    opening = cue.doc[tokens[0] : min(tokens[1], tokens[0] + _OPENING)]
    if len(opening) < _OPENING or opening[0].lower_ != "on":
        return 0
    told = opening[1].ent_type_ == "DATE" and opening[2].dep_ in SUBJECTS
    return opening[2].i if told else 0


def _find_listener_end(clause: Token, cue: Token) -> int:
    """Where who is told ends, if the parser joins it to the subject; or 0.

    "told | the court | police had lied", where it reads "the court police".
    """
    heard = any(c.dep_ in _LISTENERS for c in cue.children)
    if heard or cue.lemma_ not in read_words("telling_verbs"):
        return 0
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge.i != cue.i + 1:
        return 0
    joined = (t for t in subject.doc[cue.i + 1 : subject.i] if t.dep_ == "compound")
    return next((t.i + 1 for t in joined if t.pos_ == "NOUN"), 0)
