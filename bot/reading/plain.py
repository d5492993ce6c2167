"""Plain and pasted text: find its headline and byline, and undo hard line breaks."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from bot.reading.bylines import clean_byline
from bot.reading.characters import tidy
from bot.reading.extracted import Extracted

_LONGEST_HEADLINE = 180
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)]*$")
_BYLINE = re.compile(r"(?:by|words by|reporting by)\s+(?=[A-Z])", re.IGNORECASE)
_LONGEST_BYLINE = 120
_WRAPPED_AT = (45, 130)
"""Lines of text that was broken by hand are about this long."""
_ROOM_AFTER_SENTENCE, _ROOM_AFTER_WORD = 0.8, 0.5
"""Shares of the full width; a line that is shorter did not break for want of room."""
_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s")


def read_plain(text: str) -> Extracted:
    """A text's headline is its first line, if that looks like one; the text is the rest."""
    lines = tidy(text).strip().split("\n")
    origins, headline, byline = {}, "", ""
    if looks_like_headline(lines):
        headline, lines = lines[0].strip(), _without_blank(lines[1:])
        origins["headline"] = "first line"
    if lines and len(lines[0]) <= _LONGEST_BYLINE and _BYLINE.match(lines[0].strip()):
        byline = clean_byline(lines[0])
        if byline:
            lines = _without_blank(lines[1:])
            origins["byline"] = "by-line"
    body = "\n".join(unwrap_lines([line.rstrip() for line in lines]))
    return Extracted(text=body, headline=headline, byline=byline, origins=origins)


def looks_like_headline(lines: list[str]) -> bool:
    """Whether the first line is a headline: short, no full stop, and a body after it."""
    first = lines[0].strip() if lines else ""
    rest = [line.strip() for line in lines[1:] if line.strip()]
    if not (len(first.split()) > 1 and len(first) <= _LONGEST_HEADLINE and rest):
        return False
    if _SENTENCE_END.search(first) and not first.endswith("?"):
        return False
    is_alone = not lines[1].strip()
    wraps_on = rest[0][:1].islower() or (_is_wrapped(lines) and len(first) > len(rest[0]) * 0.7)
    return (is_alone or not wraps_on) and max(len(line) for line in rest) > len(first) * 0.7


def unwrap_lines(lines: list[str]) -> list[str]:
    """Join the lines of paragraphs that were broken at a fixed width; others stay as they are."""
    if not _is_wrapped(lines):
        return lines
    width = max(len(line) for line in lines if len(line) <= _WRAPPED_AT[1])
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line and not _ITEM.match(line):
            joined[-1] = f"{joined[-1]} {line.strip()}"
        else:
            joined.append(line)
        goes_on = bool(line) and not _ends_paragraph(line, width)
    return joined


def _ends_paragraph(line: str, width: int) -> bool:
    """A line that leaves room ends a paragraph, or is a heading."""
    share = _ROOM_AFTER_SENTENCE if _SENTENCE_END.search(line) else _ROOM_AFTER_WORD
    return len(line) < share * width


def _is_wrapped(lines: list[str]) -> bool:
    """Most lines that are followed by another one are nearly full, and end mid-sentence."""
    inner = [line for line, after in pairwise(lines) if line and after]
    if len(inner) < 3:  # noqa: PLR2004 - fewer say nothing
        return False
    low, high = _WRAPPED_AT
    mid_sentence = sum(not _SENTENCE_END.search(line) for line in inner)
    return low <= median(map(len, inner)) <= high and mid_sentence > len(inner) / 2


def _without_blank(lines: list[str]) -> list[str]:
    while lines and not lines[0].strip():
        lines = lines[1:]
    return lines
