"""Who says a sentence, and whether anybody says it at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from store.records import Attribution, Span, Speaker

_GOOD_PART = 3
"""A claimer says at least a third of a sentence."""
_ALL = 1.1
"""All of a sentence, but for its marks."""
_MOST_AROUND = 200
_SHORT = 20
"""Characters: what is said in fewer tells nothing to check."""
_ASIDE = 50
"""Characters beside source, cue and content: "to the crowd", and no fact of its own."""
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
        self._cues = sorted((each.cue, n) for n, each in enumerate(attributions) if each.cue)

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

    def only_tells(self, span: Span, verb: int) -> bool:
        """Whether a sentence only tells that somebody spoke: “No,” she said to the crowd.

        What they said stands in another sentence, or is a word or two.

        Args:
            span: the sentence.
            verb: where its main verb begins.
        """
        at = bisect_right(self._cues, verb, key=lambda cue: cue[0][0]) - 1
        if at < 0 or not self._cues[at][0][0] <= verb < self._cues[at][0][1]:
            return False
        told = self._attributions[self._cues[at][1]]
        said = _measure(span, *told.content)
        beside = span[1] - span[0] - said - _measure(span, *filter(None, (told.source, told.cue)))
        return told.kind == "direct" and said < _SHORT and beside < _ASIDE

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


def _measure(sentence: Span, *spans: Span) -> int:
    """How many characters of a sentence lie in these."""
    return sum(max(0, min(end, sentence[1]) - max(start, sentence[0])) for start, end in spans)
