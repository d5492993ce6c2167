"""The sentence around a word, found by its start: `Token.sent` reads the whole text each time."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc, Span, Token

_KEPT = "onrecord.sentences"
"""Where a Doc keeps the starts of its sentences, for many finders ask."""
REACH = 250
"""Tokens to either side: what one endless sentence costs stays bounded."""


def find_sentence(token: Token) -> Span:
    """The sentence that a token stands in, cut off `REACH` tokens from it."""
    doc, at = token.doc, token.i
    starts = _find_starts(doc)
    behind = bisect_right(starts, at)
    end = starts[behind] if behind < len(starts) else len(doc)
    return doc[max(starts[behind - 1], at - REACH) : min(end, at + REACH)]


def _find_starts(doc: Doc) -> list[int]:
    starts: list[int] | None = doc.user_data.get(_KEPT)
    if starts is None:
        told = (doc.to_array("SENT_START") == 1).nonzero()[0].tolist()
        starts = doc.user_data[_KEPT] = [0, *(start for start in told if start)]
    return starts
