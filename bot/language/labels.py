"""Speakers named before a colon at the head of a paragraph: transcripts and headlines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.language.clauses import Candidate
from bot.language.page import Page, is_word

_LABEL = re.compile(
    r"(?:^|\n)[ \t\"“]*((?:[A-Z][\w.'’-]*\s?|\([^)\n]{1,40}\)\s?){1,6}(?=:)|[QA](?=\.))"
    r"[:.][ \t]+(?=\S)"
)
"""A name before a colon; "Q." and "A." as well."""
_SHORTEST = 3
_TURNS = 3
"""Labels that make a transcript."""


def find_turns(page: Page) -> list[Candidate]:
    """The turns of a transcript; none if the text is none."""
    labels = list(_LABEL.finditer(page.text))
    names = Counter(match.group(1).strip() for match in labels)
    speakers = [m for m in labels if _speaks(m.group(1).strip(), names)]
    if len(speakers) < _TURNS:
        return []
    ends = [match.start() for match in speakers[1:]] + [_paragraph_end(page, speakers[-1].end())]
    pairs = zip(speakers, ends, strict=True)
    return [each for match, end in pairs for each in _build(page, match, end, "turn")]


def _speaks(label: str, labels: Counter[str]) -> bool:
    """Whether a label is used again, by itself or by its initials ("Ada Dahl:", then "AD:")."""
    initials = "".join(word[0] for word in label.split())
    return labels[label] > 1 or label.isupper() or initials in labels


def find_labels(page: Page) -> Iterator[Candidate]:
    """Any paragraph that begins with a name and a colon: for the lexicon to judge."""
    for match in _LABEL.finditer(page.text):
        if page.text[match.end(1)] == ".":
            continue  # outside a transcript it is an item of a list
        shape = "label/caps" if match.group(1).isupper() else "label"
        yield from _build(page, match, _paragraph_end(page, match.end()), shape)


def _paragraph_end(page: Page, start: int) -> int:
    end = page.text.find("\n", start)
    return len(page.text) if end < 0 else end


def _build(page: Page, match: re.Match[str], end: int, shape: str) -> Iterator[Candidate]:
    label = page.trim(page.tokens(match.span(1)))
    colon = page.tokens((match.end(1), match.end(1) + 1))[0]
    content = page.trim(page.tokens((match.end(), end)))
    words = sum(is_word(page.doc[i]) for i in range(*content))
    quoted = page.quoted[content[0]] >= 0 > page.quoted[label[0]] and shape != "turn"
    if words >= (1 if shape == "turn" else _SHORTEST) and label[0] < label[1] and not quoted:
        yield Candidate(page.doc[colon], shape, (content,), label, (colon, colon + 1))
