"""The words of a quote, and those that lead to it, as they stand in the text."""

from __future__ import annotations

from itertools import pairwise

from store.records import Span


def verbatim(text: str, spans: tuple[Span, ...]) -> str:
    """The words of the spans as they stand in `text`.

    Parts of a quote that was split by other words are joined by " ... ", as newsrooms
    show an omission; paragraphs of one quote, with nothing left out, by a line break.
    """
    if not spans:
        return ""
    joined = text[slice(*spans[0])]
    for (_, before), (start, end) in pairwise(spans):
        gap = text[before:start]
        joined += " ... " if any(c.isalnum() for c in gap) else "\n"
        joined += text[start:end]
    return joined


def find_lead(text: str, cue: Span | None, source: Span | None, content: tuple[Span, ...]) -> str:
    """The cue and what leads from it to the content, where it stands right before that.

    "warned that", "described him as": without it a paraphrase can say something else.
    Empty where the cue follows, or the source stands between ("According to Holt, ...").
    """
    if cue is None or not content or not 0 <= content[0][0] - cue[1] <= _LONGEST_LEAD:
        return ""
    between = text[cue[1] : content[0][0]]
    if any(mark in between for mark in '.!?:;\n“”"') or (source and cue[0] < source[0]):
        return ""
    return text[cue[0] : content[0][0]].strip()


_LONGEST_LEAD = 60
"""Characters between cue and content: what is further away does not lead to it."""
