"""Finds the checkable statements of a text, best first."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from store.records import Attribution, Claim, Entity


def find_claims(
    doc: Doc, attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[Claim, ...]:
    """Every checkable statement of the text, best first."""
    del doc, attributions, entities
    return ()
