"""The sentence around a word, found by walking: `Token.sent` reads the whole text each time."""

from __future__ import annotations

from spacy.tokens import Span, Token

REACH = 250
"""Tokens to either side: what one endless sentence costs stays bounded."""


def find_sentence(token: Token) -> Span:
    """The sentence that a token stands in, cut off `REACH` tokens from it."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start and token.i - start < REACH and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and end - token.i < REACH and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]
