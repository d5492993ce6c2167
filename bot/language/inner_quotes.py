"""Quotes within quotes: “My father always told me, ‘Buy the building,’” she said."""

from __future__ import annotations

from collections.abc import Iterator

from bot.language.clauses import Candidate
from bot.language.cues import Lexicon
from bot.language.direct import find_last_cue
from bot.language.page import Page, Range, is_word
from bot.language.quotes import find_quotes
from bot.language.subjects import find_source, is_passive

_LIKELY = 0.35
_SHORTEST = 2
_FARTHEST = 12
"""Tokens between the inner quote and its cue."""


def find_inner_quotes(page: Page, lexicon: Lexicon) -> Iterator[Candidate]:
    """Every quote that stands within another, behind its cue."""
    for number, quote in enumerate(page.quotes):
        for start, end in quote.spans:
            for inner in find_quotes(page.text[start:end]):
                content = page.tokens((start + inner.spans[0][0], start + inner.spans[-1][1]))
                found = _find_cue(page, lexicon, number, content)
                if found is not None:
                    yield found


def _find_cue(page: Page, lexicon: Lexicon, number: int, content: Range) -> Candidate | None:
    """The verb of speech right before the inner quote, with its subject."""
    first = max(page.ranges[number][0], page.sentences[content[0]][0], content[0] - _FARTHEST)
    words = sum(is_word(page.doc[i]) for i in range(*content))
    verb = find_last_cue(page, lexicon, (first, content[0]), likely=_LIKELY)
    source = find_source(verb, page, passive=is_passive(verb)) if verb is not None else None
    if verb is None or source is None or words < _SHORTEST:
        return None
    return Candidate(verb, "quote", (content,), source, (verb.i, verb.i + 1))
