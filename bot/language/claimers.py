"""Who says a sentence, and whether anybody says it at all."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from store.records import Attribution, Span, Speaker

_GOOD_PART = 3
"""A claimer says at least a third of a sentence."""
_ALL = 1.1
"""All of a sentence, but for its marks."""
_MOST_AROUND = 200
_UNSAID = frozenset({"negated", "asked", "hypothetical"})


class Said:
    """Who says what stands where."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._attributions = attributions
        self._spans = sorted(
            (start, end, number)
            for number, attribution in enumerate(attributions)
            for start, end in attribution.content
        )
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def find_claimer(self, span: Span) -> Speaker | None:
        """Who says a good part of a sentence; None when it is the outlet's own voice."""
        lengths: Counter[Speaker] = Counter()
        for attribution, length in self._find_shares(span):
            if attribution.speaker is not None and attribution.standing == "stated":
                lengths[attribution.speaker] += length
        speaker, length = max(lengths.items(), key=lambda pair: pair[1], default=(None, 0))
        return speaker if length * _GOOD_PART >= span[1] - span[0] else None

    def is_speech(self, span: Span) -> bool:
        """Whether a sentence is nothing but what somebody says, as in a turn of a transcript."""
        return any(
            attribution.speaker is not None and share * _ALL >= span[1] - span[0]
            for attribution, share in self._find_shares(span)
        )

    def find_beginning(self, span: Span, text: str) -> int:
        """Where a sentence begins to be what somebody says: behind the label of their turn."""
        for attribution, _ in self._find_shares(span):
            first, source = attribution.content[0][0], attribution.source
            if source is None or not span[0] <= source[0] < first < span[1]:
                continue
            before = text[span[0] : source[0]] + text[source[1] : first]
            if ":" in before and not any(map(str.isalnum, before)):
                return first
        return span[0]

    def is_unsaid(self, span: Span) -> bool:
        """Whether a good part of a sentence is what somebody did not say, or was asked."""
        unsaid = sum(
            length
            for attribution, length in self._find_shares(span)
            if attribution.standing in _UNSAID
        )
        return unsaid * _GOOD_PART >= span[1] - span[0]

    def _find_shares(self, span: Span) -> Iterator[tuple[Attribution, int]]:
        """The attributions in a sentence, each with how many of its characters it has."""
        first = bisect_left(self._spans, (span[0] - self._longest, 0, 0))
        for start, end, number in self._spans[first : first + _MOST_AROUND]:
            if start >= span[1]:
                break
            if end > span[0]:
                yield self._attributions[number], min(end, span[1]) - max(start, span[0])
