"""A parsed text with its quotes: which token lies in which quote, and phrases as token ranges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from bot.language.quotes import Quote, find_quotes
from store.records import Span

Range = tuple[int, int]
"""Tokens, half open."""


@dataclass(frozen=True, slots=True)
class Page:
    """One parsed text and what the finders look up in it all the time."""

    doc: Doc
    quotes: tuple[Quote, ...]
    quoted: list[int]
    """For each token the index of the quote that it lies in (marks included), or -1."""
    ranges: list[Range]
    """For each quote its tokens, marks included."""
    starts: list[int] = field(default_factory=list)
    """For each token the character that it begins at."""

    def subtree(self, token: Token) -> Range:
        """The tokens that a token governs, itself included."""
        return token.left_edge.i, token.right_edge.i + 1

    def noun_phrase(self, token: Token, outside: Token) -> Range:
        """The phrase around a noun, as far as it does not reach the word it belongs to."""
        start, end = self.subtree(token)
        if start <= outside.i < end:
            start, end = (outside.i + 1, end) if outside.i < token.i else (start, outside.i)
        return self.trim((start, end))

    def trim(self, tokens: Range) -> Range:
        """Without spaces and separating punctuation at its ends."""
        start, end = tokens
        while start < end and _is_edge(self.doc[start]):
            start += 1
        while end > start and _is_edge(self.doc[end - 1]):
            end -= 1
        return start, end

    def chars(self, tokens: Range) -> Span:
        """Characters of a range of tokens."""
        last = self.doc[tokens[1] - 1]
        return self.starts[tokens[0]], last.idx + len(last)

    def tokens(self, chars: Span) -> Range:
        """The tokens that a span of characters touches."""
        first = max(0, bisect_right(self.starts, chars[0]) - 1)
        return first, max(first, bisect_left(self.starts, chars[1]))


def open_page(doc: Doc) -> Page:
    """Pair the quotation marks and lay them over the tokens."""
    quotes = find_quotes(doc.text)
    starts = [token.idx for token in doc]
    page = Page(doc, quotes, [-1] * len(doc), [], starts)
    for index, quote in enumerate(quotes):
        first, last = page.tokens(quote.outer)
        page.ranges.append((first, last))
        page.quoted[first:last] = [index] * (last - first)
    return page


def _is_edge(token: Token) -> bool:
    return token.is_space or token.lower_ in _EDGES


_EDGES = frozenset({",", ";", ":", "-", "--", "–", "—", ".", "...", "…"})
