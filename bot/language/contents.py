"""Tells which attribution's content something stands within."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bot.language.relations import Relation
from store.records import Span

_NESTED = 20
"""Contents before a place that are looked through for the one around it."""


class Contents:
    """The contents of all attributions of a text, found by where they stand."""

    def __init__(self, relations: Sequence[Relation]) -> None:
        self._spans = sorted((s, e, n) for n, r in enumerate(relations) for s, e in r.content)
        self._number = len(relations)

    def find_outer(self, number: int, place: Span) -> int | None:
        """The attribution, other than `number`, whose content holds the beginning of a place."""
        at = bisect_right(self._spans, (place[0], place[0] + 1, self._number))
        for start, end, other in reversed(self._spans[max(0, at - _NESTED) : at]):
            if other != number and start <= place[0] < end:
                return other
        return None
