"""Finds who is taken for the end of what opens a sentence: "In an email | the firm said"."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.page import NAMES, Range
from bot.language.wordlists import read_words

_OPENINGS = frozenset({"advcl", "prep"})
_BEFORE_VERB = frozenset({"advmod", "aux", "neg"})
_IN_PHRASE = frozenset({"amod", "compound", "det", "nummod", "poss"})
_STARTS = frozenset({"DT", "PRP$"})


def find_swallowed(verb: Token) -> Range | None:
    """Who stands right before a verb that has no subject, behind words that open its sentence.

    Without a comma between them the parser hangs the subject on the noun or verb before it.
    """
    doc, end = verb.doc, verb.i
    while end and doc[end - 1].dep_ in _BEFORE_VERB and doc[end - 1].head.i == verb.i:
        end -= 1
    openings = [c for c in verb.children if c.i < end and c.dep_ in _OPENINGS]
    if not openings or openings[-1].right_edge.i != end - 1:
        return None
    last = doc[end - 1]
    start = _find_start(last) if last.pos_ in NAMES else end
    return (start, end) if start < end else None


def _find_start(last: Token) -> int:
    """Where the subject begins; behind its end where it cannot be told."""
    word = last
    while word.tag_ not in _STARTS:
        before = word.nbor(-1)
        if before.dep_ not in _IN_PHRASE or before.head.i > last.i:
            break
        if _is_parted(before, word):
            return word.i
        word = before
    if last.dep_ != "pobj":  # "In a message | the firm said", "As dusk fell | Roe said"
        return word.i if word.nbor(-1).text != "," else last.i + 1
    known = any(t.text == last.text and t.pos_ == "PROPN" and t.i != last.i for t in last.doc)
    return last.i if known and word.i < last.i else last.i + 1


def _is_parted(before: Token, word: Token) -> bool:
    """Whether a name begins behind a day, a place, letters or a noun: "in court | Roe said"."""
    if not word.text[0].isupper():
        return False
    day = before.lower_ in read_words("names_of_days") and before.text[0].isupper()
    place = before.ent_type_ == "GPE" and word.ent_iob_ != "I"
    letters = before.text.rstrip("s").isupper() and len(before) > 1 and not word.is_upper
    noun = before.tag_ in {"NN", "NNS"} and before.is_lower
    return day or place or letters or noun
