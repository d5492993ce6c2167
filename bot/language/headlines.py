"""Finds the lines that are written with capitals throughout, where a capital tells no name."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Doc, Span

_RULE = re.compile(
    r"[_*=—–~-]{3,}\.?|\d{1,2}(?:[:.]\d\d)?[ap]\.?m\.?\.?(?:BST|GMT|E[SD]?T)?", re.IGNORECASE
)
_KEPT = "onrecord.headline"
"""Where a Doc keeps what was found, for several finders ask."""
_LINES, _BREAKS = "onrecord.lines", "onrecord.breaks"
_LONGEST_RULE = 6
_LONG = 4
_SHORT_LINE = 6
"""Tokens: a line as short as this is a heading if all its longer words have capitals."""
_LONGEST_HEADLINE = 16
_ARTICLES = frozenset({"a", "an", "the"})
_PRESENT = frozenset({"VB", "VBP", "VBZ"})
_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX"})


def find_headline_tokens(doc: Doc) -> frozenset[int]:
    """Indices of the tokens in lines of four words or more with nearly all capitals."""
    found: frozenset[int] | None = doc.user_data.get(_KEPT)
    if found is None:
        lines = (line for line in _find_lines(doc) if is_headline(doc[slice(*line)]))
        found = doc.user_data[_KEPT] = frozenset(i for line in lines for i in range(*line))
    return found


def find_opening(doc: Doc) -> int:
    """Where the text behind its headline begins: the index of a token, 0 if it opens with none.

    A headline that ends with a full stop is known by its grammar: one line in the present tense
    or of what is to come, without an article.
    """
    start, end = next(iter(_find_lines(doc)), (0, 0))
    words = [token for token in doc[start:end] if token.is_alpha]
    told = [token for token in words if token.dep_ == "ROOT"]
    plain = len(words) <= _LONGEST_HEADLINE and len(told) == 1 and end < len(doc)
    if not plain or any(word.lower_ in _ARTICLES for word in words):
        return 0
    return end if told[0].tag_ in _PRESENT else 0


def find_section_breaks(doc: Doc) -> list[int]:
    """Indices of the first tokens of lines that part a text: rules, and times in a live blog."""
    short = (line for line in _find_lines(doc) if line[1] - line[0] <= _LONGEST_RULE)
    return [start for start, end in short if is_rule(doc[start:end])]


def is_rule(line: Span) -> bool:
    """Whether a line is only a rule ("___", "* * *") or a time of day ("5:45 p.m.")."""
    text = "".join(token.text for token in line)
    return _RULE.fullmatch(text) is not None


def find_breaks(doc: Doc) -> list[int]:
    """Indices of the tokens that break a line; kept with the Doc."""
    found: list[int] | None = doc.user_data.get(_BREAKS)
    if found is None:
        found = doc.user_data[_BREAKS] = [token.i for token in doc if "\n" in token.text]
    return found


def _find_lines(doc: Doc) -> list[tuple[int, int]]:
    """The tokens of each line, without the line breaks; kept with the Doc."""
    found: list[tuple[int, int]] | None = doc.user_data.get(_LINES)
    if found is None:
        breaks = [-1, *find_breaks(doc), len(doc)]
        lines = ((before + 1, after) for before, after in pairwise(breaks))
        found = doc.user_data[_LINES] = [(start, end) for start, end in lines if start < end]
    return found


def is_headline(line: Span) -> bool:
    """Whether all the longer words of a line begin with a capital, but for small words."""
    words = [token for token in line if token.is_alpha and len(token) >= _LONG]
    plain = [word for word in words if word.text[0].islower()]
    if any(word.pos_ in _CONTENT for word in plain):
        return False
    enough = 1 if len(line) <= _SHORT_LINE else _LONG
    return len(words) - len(plain) >= enough
