"""Finds the lines that are written with capitals throughout, where a capital tells no name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

_LONG = 4
_MOST = 0.75


def find_headline_tokens(doc: Doc) -> frozenset[int]:
    """Indices of the tokens in lines of four words or more with nearly all capitals."""
    return frozenset(token.i for line in split_lines(doc) if is_headline(line) for token in line)


def split_lines(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each line, without the line breaks."""
    line: list[Token] = []
    for token in doc:
        if "\n" in token.text:
            if line:
                yield line
            line = []
        else:
            line.append(token)
    if line:
        yield line


def is_headline(line: list[Token]) -> bool:
    """Whether most of the longer words of a line begin with a capital."""
    words = [token for token in line if token.is_alpha and len(token) >= _LONG]
    capitals = sum(word.text[0].isupper() for word in words)
    return len(words) >= _LONG and capitals >= _MOST * len(words)
