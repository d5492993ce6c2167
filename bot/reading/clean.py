"""Take out what scraping left behind: whole lines only, never one that may hold a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.reading.wordlists import any_of, entries

_QUOTATION = re.compile(
    "[\"\u201c-\u201f\u00ab\u00bb\u2039\u203a]|``|''"
    r"|(?<!\w)['\u2018\u201a].*['\u2019](?!\w)"  # single ones, but no apostrophes
)
_SHORTCODE = re.compile(
    r"\[/?[a-z][-_a-z0-9]*(?:\s+[-\w]+=(?:\"[^\"]*\"|'[^']*'|[^\s\]]+))*\s*/?\]", re.IGNORECASE
)
"""`[caption id="a" width="3"]`: these marks are no quotation."""
_LAST_PART = 0.5
"""A tail begins after this share of the text."""
_SHORT_TAIL = 0.35
"""At most this share of the text is cut as its tail."""
_LONGEST_JUNK = 400
"""A longer line is a paragraph."""


@dataclass(frozen=True)
class Cleaned:
    """A text without its junk, and the lines that were taken out, in their order."""

    text: str
    removed: tuple[str, ...]


def clean_text(raw: str) -> Cleaned:
    """Remove junk lines, and the tail after headings such as "Leave a Reply".

    Lines stay as they are, apart from white space at their ends; empty ones are closed up.
    """
    lines = [line.strip() for line in raw.splitlines()]
    keep = [not _is_junk(line) for line in lines]
    start = _tail_start(lines, keep)
    keep[start:] = [_is_protected(line) or not line for line in lines[start:]]
    removed = tuple(line for line, kept in zip(lines, keep, strict=True) if not kept)
    kept_lines = [line for line, kept in zip(lines, keep, strict=True) if kept]
    return Cleaned(re.sub(r"\n{3,}", "\n\n", "\n".join(kept_lines)).strip(), removed)


def _is_junk(line: str) -> bool:
    if not line or len(line) > _LONGEST_JUNK or _is_protected(line):
        return False
    return any_of("junk.txt").fullmatch(line) is not None


def _is_protected(line: str) -> bool:
    """Whether the line may hold what somebody said."""
    if "=" in line:
        line = _SHORTCODE.sub("", line)
    return bool(_QUOTATION.search(line) or _reporting_verbs().search(line))


def _tail_start(lines: list[str], keep: list[bool]) -> int:
    """Where the tail begins: the first heading in the last part with little after it."""
    sizes = [len(line) if kept else 0 for line, kept in zip(lines, keep, strict=True)]
    total, before = sum(sizes), 0
    for index, line in enumerate(lines):
        after = total - before - len(line)
        if before >= _LAST_PART * total and after <= _SHORT_TAIL * total and _is_tail_head(line):
            return index
        before += sizes[index]
    return len(lines)


def _is_tail_head(line: str) -> bool:
    return (
        0 < len(line) < _LONGEST_JUNK
        and not _is_protected(line)
        and any_of("tails.txt").fullmatch(line) is not None
    )


@cache
def _reporting_verbs() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in entries("reporting_verbs.txt"))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
