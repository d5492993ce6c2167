"""Cuts a claim so that it never shows half a pair of quotation marks.

A sentence in the middle of a quote is shown without marks, as the words of its claimer; of one that
is partly quote and partly told, the quoted words are kept, or the whole quote if they are few.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bot.language.quotes import Quote
from store.records import Span

_FEW = 6
"""Words: a shorter part of a quote is not shown alone."""
_LONGEST = 500
"""Characters of a claim that is extended to the whole of its quote."""
_SHORTEST = 17
"""Characters with the marks: shorter quotes are terms."""
_LOOSE = " ,;:—–-\n\t"


class ClaimSpans:
    """The quotes of a text, asked sentence by sentence."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self._text = text
        self._quotes = quotes
        self._starts = [quote.outer[0] for quote in self._quotes]

    def balance(self, span: Span) -> Span:
        """The sentence, or the part of it (or around it) whose marks come in pairs."""
        start, end = span
        before = self._around(start)
        if before is not None and before.outer[0] < start:
            start = self._leave_mark(before, start)
            start, end = self._leave_end(before, start, end)
        after = self._around(end - 1)
        if after is not None and after.outer[1] > end and start <= after.outer[0]:
            start, end = self._leave_beginning(after, start, end)
        return self._trim(start, end)

    def measure_quoted(self, span: Span) -> float:
        """How much of a sentence stands between quotation marks, 0 to 1; short quotes are none."""
        start, end = span
        first = max(0, bisect_right(self._starts, start) - 1)
        quoted = 0
        for quote in self._quotes[first : bisect_right(self._starts, end)]:
            inside = min(end, quote.outer[1]) - max(start, quote.outer[0])
            quoted += inside if inside >= _SHORTEST else 0
        return quoted / max(1, end - start)

    def _around(self, place: int) -> Quote | None:
        at = bisect_right(self._starts, place) - 1
        quote = self._quotes[at] if at >= 0 else None
        return quote if quote is not None and place < quote.outer[1] else None

    def _leave_mark(self, quote: Quote, start: int) -> int:
        """Behind the mark that a further paragraph of a quote begins with."""
        behind = bisect_right(quote.spans, (start, start))
        begin = quote.spans[behind][0] if behind < len(quote.spans) else start
        return start if any(map(str.isalnum, self._text[start:begin])) else begin

    def _leave_end(self, quote: Quote, start: int, end: int) -> Span:
        """Of a sentence that begins within a quote: its words up to the closing mark."""
        inner = quote.spans[-1][1]
        if end <= inner:
            return start, end
        if quote.outer[1] >= end or self._is_enough(start, inner):
            return start, inner
        whole = quote.outer[0] if end - quote.outer[0] <= _LONGEST else start
        return whole, end

    def _leave_beginning(self, quote: Quote, start: int, end: int) -> Span:
        """Of a sentence in which a quote begins that goes on: its words from the opening mark."""
        inner = quote.spans[0][0]
        if not self._text[start : quote.outer[0]].strip() or self._is_enough(inner, end):
            return inner, end
        return (start, quote.outer[1]) if quote.outer[1] - start <= _LONGEST else (start, end)

    def _is_enough(self, start: int, end: int) -> bool:
        return len(self._text[start:end].split()) >= _FEW

    def _trim(self, start: int, end: int) -> Span:
        words = self._text[start:end]
        begin = start + len(words) - len(words.lstrip(_LOOSE))
        return begin, start + len(words.rstrip(_LOOSE))
