"""An article's text with its statements marked, for a page of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from store.pages import Row


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's text that lies in the same statements from end to end."""

    text: str
    statement: Row | None = None
    """The shortest statement that it lies in."""
    first: bool = False
    """Whether that statement begins here."""


def mark_statements(text: str, statements: Iterable[Row]) -> Iterator[list[Piece]]:
    """The paragraphs of a text, in pieces; put together they are the text."""
    spans = sorted(
        (start, end, number, statement)
        for number, statement in enumerate(statements)
        for start, end in json.loads(statement["content"])
    )
    edges = {0, len(text), *(edge for start, end, *_ in spans for edge in (start, end))}
    seen: set[int] = set()
    paragraph: list[Piece] = []
    for start, end in pairwise(sorted(edges)):
        inside = [span for span in spans if span[0] <= start and end <= span[1]]
        found = min(inside, key=lambda span: span[1] - span[0])[3] if inside else None
        first = found is not None and found["id"] not in seen
        if found is not None:
            seen.add(found["id"])
        for number, line in enumerate(text[start:end].split("\n")):
            if number:
                yield paragraph
                paragraph = []
            paragraph.append(Piece(line, found, first and not number))
    yield paragraph
