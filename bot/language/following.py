"""Quotes without a cue of their own, which go on with what was said before them."""

from __future__ import annotations

from dataclasses import replace

from bot.language.clauses import Candidate
from bot.language.page import STOPS, Page, is_word

_SHORTEST = 3
_STOPS_BETWEEN = 2
_LONGEST_SENTENCE = 40


def join_free_quotes(page: Page, chosen: list[Candidate], taken: set[int]) -> None:
    """Give each quote that stands free to the attribution right before it."""
    for index, (start, end) in enumerate(page.ranges):
        if start in taken or not page.is_free(index):
            continue
        last = _attribution_before(chosen, start)
        if last is not None and _is_near(page, chosen[last], start):
            chosen[last] = replace(chosen[last], content=(*chosen[last].content, (start, end)))
            taken.update(range(start, end))


def _attribution_before(chosen: list[Candidate], start: int) -> int | None:
    ends = [(_end(each), n) for n, each in enumerate(chosen) if _end(each) <= start]
    quotes = [(end, n) for end, n in ends if chosen[n].shape == "quote"]
    if quotes and max(ends)[0] - max(quotes)[0] < _LONGEST_SENTENCE:
        return max(quotes)[1]
    return max(ends)[1] if ends else None


def _end(candidate: Candidate) -> int:
    source = candidate.source[1] if candidate.source else 0
    return max(candidate.cue[1], candidate.content[-1][1], source)


def _is_near(page: Page, before: Candidate, start: int) -> bool:
    """In the same paragraph and the next sentence, or the next paragraph after a quote."""
    between = page.doc[_end(before) : start]
    breaks = sum("\n" in token.text for token in between)
    stops = sum(token.text in STOPS for token in between)
    words = sum(is_word(token) for token in between)
    if breaks:
        quoted = page.quoted[before.content[-1][0]] >= 0
        return breaks == 1 and stops <= 1 and words <= _SHORTEST and quoted
    return stops <= _STOPS_BETWEEN
