"""What a claim is about: the entities it names, and what its numbers count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from store.records import Entity, Figure, Span

_FAR = 4
"""Tokens between a number and what it counts."""
_UNITS = ("$", "%", "£", "€", "¥", "₹", "US$")


class Objects:
    """The entities of a text, asked sentence by sentence."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._mentions = sorted(
            (start, end, entity.name) for entity in entities for start, end in entity.mentions
        )

    def find_names(self, span: Span) -> tuple[str, ...]:
        """The names of those mentioned between two places, each once, in order."""
        first, last = (bisect_left(self._mentions, (place, 0, "")) for place in span)
        within = (name for _, end, name in self._mentions[first:last] if end <= span[1])
        return tuple(dict.fromkeys(within))


def find_counted(figures: Sequence[Figure], sentence: Sentence) -> tuple[Figure, ...]:
    """The figures with their units at full length: "40,000 Russian soldiers"."""
    nouns = dict(_find_nouns(sentence)) if figures else {}
    return tuple(_extend(figure, nouns, sentence) for figure in figures)


def _find_nouns(sentence: Sentence) -> Iterator[tuple[int, Token]]:
    """Where a counting word ends, and the noun that it counts."""
    for token in sentence:
        noun = token.head
        if token.dep_ == "nummod" and 0 < noun.i - token.i <= _FAR and noun.pos_ == "NOUN":
            yield token.idx + len(token), noun


def _extend(figure: Figure, nouns: dict[int, Token], sentence: Sentence) -> Figure:
    """A figure up to the noun it counts, where only adjectives stand between."""
    start, end = figure.span
    number_end, noun = next(
        ((at, noun) for at, noun in nouns.items() if start < at <= end and noun.idx >= at),
        (0, None),
    )
    if noun is None or figure.unit.startswith(_UNITS) or figure.unit in ("years old", "times"):
        return figure
    last = noun.idx + len(noun)
    between = sentence.text[number_end - sentence.start_char : last - sentence.start_char]
    if last <= end or any(mark in between for mark in ",;:()\n-–"):
        return figure
    return replace(figure, span=(start, last), unit=between.strip())
