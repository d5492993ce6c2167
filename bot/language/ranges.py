"""Character ranges of a text that can be asked whether they hold a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from store.records import Span


class Ranges:
    """Spans, joined where they overlap."""

    def __init__(self, contents: Iterable[tuple[Span, ...]]) -> None:
        spans = sorted(span for content in contents for span in content)
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, place: int) -> bool:
        """Whether a character lies in one of the spans."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]
