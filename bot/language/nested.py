"""Statements within somebody's statement: "Roe said that Doe had told her the bridge was safe"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.clauses import Candidate
from bot.language.cues import Lexicon
from bot.language.genders import PRONOUNS
from bot.language.inner_quotes import find_inner_quotes
from bot.language.page import Page, Range, is_word
from bot.language.shapes import FINITE

_LIKELY = 0.5
_SHAPES = FINITE | {"front", "aside", "colon"}
_SHORTEST = 2


def find_nested(
    page: Page, lexicon: Lexicon, chosen: Sequence[Candidate], built: Sequence[Candidate]
) -> list[Candidate]:
    """The statements whose cue and content lie within those chosen."""
    owners = {i: n for n, each in enumerate(chosen) for r in each.content for i in range(*r)}
    cues = {each.cue_word.i for each in chosen}
    nested: list[Candidate] = []
    taken: set[int] = set()
    told = (each for each in sorted(built, key=_extent) if _tells(page, lexicon, each))
    for each in (*find_inner_quotes(page, lexicon), *told):
        owner = owners.get(each.cue_word.i, -1)
        if owner < 0 or each.cue_word.i in cues:
            continue
        content = tuple(_unquote(page, r) for r in each.content if r[1] - r[0] >= _SHORTEST)
        words = {i for r in content for i in range(*r)}
        if (
            not words
            or each.cue_word.i in taken
            or any(owners.get(i) != owner or i in taken for i in words)
        ):
            continue
        nested.append(replace(each, content=content, nested=True))
        taken |= words
    return nested


def _unquote(page: Page, tokens: Range) -> Range:
    """Without the closing mark of the quote that it stands in."""
    start, end = tokens
    while end > start and not is_word(page.doc[end - 1]):
        end -= 1
    return start, end


def _extent(candidate: Candidate) -> tuple[int, int]:
    return -sum(end - start for start, end in candidate.content), candidate.cue_word.i


def _tells(page: Page, lexicon: Lexicon, candidate: Candidate) -> bool:
    """Whether somebody else than the outer speaker says a whole clause."""
    if candidate.shape.removeprefix("pass/") not in _SHAPES or not lexicon.is_speech(
        candidate.cue_word
    ):
        return False
    words = sum(is_word(page.doc[i]) for r in candidate.content for i in range(*r))
    named = candidate.source is not None and _speaks(page, candidate)
    likely = lexicon.probability(candidate.cue_word, candidate.shape) >= _LIKELY
    return named and likely and words >= _SHORTEST


def _speaks(page: Page, candidate: Candidate) -> bool:
    """Whether the source is the cue's own subject, and somebody who can speak."""
    start, end = candidate.source or (0, 0)
    if start >= end:
        return False
    head = page.doc[start:end].root
    own = head.head.i == candidate.cue_word.i or candidate.shape == "aside"
    return own and (head.pos_ in {"PROPN", "NOUN"} or head.lower_ in {*PRONOUNS, "they"})
