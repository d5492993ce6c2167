"""Finds the noun that a name is given to: "a firm called Acme", "one which calls itself Roe"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from bot.language.wordlists import read_phrases

_LONGEST = 3
"""Words of a phrase that brings a name."""
_BETWEEN = frozenset({"which", "that", "is", "was", "also", "has", "been", ",", "“", '"', "the"})
"""What may stand between noun, phrase and name: "a firm, which is known as “Acme”"."""
_MOST_BETWEEN = 5


def find_called(doc: Doc, start: int) -> Token | None:
    """The noun that is given the name which begins at a token; None if none is."""
    end = _leave_between(doc, start)
    if not end or doc[end - 1].lower_ not in _last_words():
        return None
    phrases = read_phrases("calling_phrases")
    for length in range(min(_LONGEST, end), 0, -1):
        if " ".join(token.lower_ for token in doc[end - length : end]) in phrases:
            at = _leave_between(doc, end - length) - 1
            return doc[at] if at >= 0 else None
    return None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in read_phrases("calling_phrases"))


def _leave_between(doc: Doc, end: int) -> int:
    """The end of what stands before marks, adverbs and words that only join."""
    first = max(0, end - _MOST_BETWEEN)
    while end > first and (doc[end - 1].lower_ in _BETWEEN or doc[end - 1].pos_ == "ADV"):
        end -= 1
    return end
