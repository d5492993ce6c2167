"""Adds to a person's mentions the pronouns and descriptions that mean them: "he", "the mayor".

A statement about somebody is found by these, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.genders import PRONOUNS
from store.records import Entity, Span


def add_references(
    doc: Doc,
    entities: Sequence[Entity],
    meant: Mapping[int, Entity],
) -> tuple[Entity, ...]:
    """The entities, with mentions by a pronoun or a description in their places.

    Args:
        doc: the text.
        entities: by name; kept in this order.
        meant: who is meant by a pronoun or the noun of a description, by its token.
    """
    found: defaultdict[str, set[Span]] = defaultdict(set)
    for index, entity in meant.items():
        found[entity.name].add(_span(doc[index]))
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
