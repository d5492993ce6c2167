"""Resolves the source of an attribution to the person or organisation behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from bot.language.relations import Relation
from store.records import Attribution, Entity, Speaker, verbatim


def resolve_speakers(
    doc: Doc,
    relations: Sequence[Relation],
    entities: Sequence[Entity],
    published: date | None,
) -> tuple[Attribution, ...]:
    """Turn every relation into an attribution with its speaker."""
    del entities, published
    return tuple(
        Attribution(
            kind=relation.kind,
            content=relation.content,
            text=verbatim(doc.text, relation.content),
            sentence=relation.sentence,
            source=relation.source,
            cue=relation.cue,
            speaker=Speaker(doc.text[slice(*relation.source)]) if relation.source else None,
            standing=relation.standing,
        )
        for relation in relations
    )
