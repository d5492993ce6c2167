"""Adds to a person's mentions the pronouns and descriptions that mean them: "he", "the mayor".

A statement about somebody is found by these, too. Nobody speaks of themselves as "he": what
seems to mean whoever is quoted is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.genders import PRONOUNS
from store.records import Attribution, Entity, Span


def add_references(
    doc: Doc,
    entities: Sequence[Entity],
    meant: Mapping[int, Entity],
    attributions: Sequence[Attribution],
) -> tuple[Entity, ...]:
    """The entities, with mentions by a pronoun or a description in their places.

    Args:
        doc: the text.
        entities: by name; kept in this order.
        meant: who is meant by a pronoun or the noun of a description, by its token.
        attributions: what is said in the text.
    """
    quotes = sorted(
        (span, each.speaker.name)
        for each in attributions
        if each.kind == "direct" and each.speaker is not None
        for span in each.content
    )
    found: defaultdict[str, set[Span]] = defaultdict(set)
    for index, entity in meant.items():
        span = _span(doc[index])
        if _speaker_at(quotes, span) != entity.name:
            found[entity.name].add(span)
    return tuple(
        replace(each, mentions=tuple(sorted({*each.mentions, *found[each.name]})))
        if each.kind == "person" and each.name in found
        else each
        for each in entities
    )


def _span(token: Token) -> Span:
    """The pronoun, or the noun with all that stands before it: "the new mayor"."""
    start = token if token.lower_ in PRONOUNS else token.left_edge
    return start.idx, token.idx + len(token)


def _speaker_at(quotes: Sequence[tuple[Span, str]], span: Span) -> str:
    """Who is quoted there; empty outside of quotes."""
    at = bisect_right(quotes, ((span[0], span[1]), chr(0x10FFFF))) - 1
    if at < 0:
        return ""
    (start, end), name = quotes[at]
    return name if start <= span[0] and span[1] <= end else ""
