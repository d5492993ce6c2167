"""Statements within somebody's statement: "Roe said that Doe had told her the bridge was safe"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.clauses import Candidate
from bot.language.cues import Lexicon, name_cue
from bot.language.genders import PRONOUNS
from bot.language.inner_quotes import find_inner_quotes
from bot.language.page import Page, Range, is_word
from bot.language.shapes import FINITE
from bot.language.wordlists import read_words

_LIKELY = 0.5
_ORDERING = 0.2
"""How likely an infinitive must be what is said: of "asked" and "advised" few are."""
_CLAUSES = FINITE | {"front", "aside", "colon"}
_NAMING = frozenset({"obj+pred", "obj+p:as"})
"""Frames that tell what somebody calls something: "calls it a swamp", "described it as one"."""
_SHORTEST = 2


def find_nested(
    page: Page, lexicon: Lexicon, chosen: Sequence[Candidate], built: Sequence[Candidate]
) -> list[Candidate]:
    """The statements whose cue and content lie within those chosen."""
    owners = {i: n for n, each in enumerate(chosen) for r in each.content for i in range(*r)}
    cues = {each.cue_word.i for each in chosen}
    nested: list[Candidate] = []
    taken: set[int] = set()
    within = (each for each in built if each.cue_word.i in owners and each.cue_word.i not in cues)
    told = (each for each in sorted(within, key=_extent) if _tells(page, lexicon, each))
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
    """Whether somebody else than the outer speaker says a whole clause, or names a thing."""
    if not _may_tell(lexicon, candidate) or not _speaks(page, candidate):
        return False
    words = sum(is_word(page.doc[i]) for r in candidate.content for i in range(*r))
    if words < _SHORTEST:
        return False
    least = _ORDERING if candidate.shape == "inf" else _LIKELY
    return lexicon.probability(candidate.cue_word, candidate.shape) >= least


def _may_tell(lexicon: Lexicon, candidate: Candidate) -> bool:
    """Whether the cue is one of speech, or in its frame voices an opinion: "calls it a swamp"."""
    shape = candidate.shape.removeprefix("pass/")
    if lexicon.is_speech(candidate.cue_word):
        return shape in _CLAUSES | _NAMING | {"inf"}
    voiced = name_cue(candidate.cue_word) in read_words("opinion_cues", "view_cues")
    return voiced and candidate.shape in FINITE | _NAMING


def _speaks(page: Page, candidate: Candidate) -> bool:
    """Whether the source is the cue's subject, and somebody who can speak.

    A verb may share it, not within marks: "said that Doe had called her | and promised to help".
    """
    start, end = candidate.source or (0, 0)
    if start >= end:
        return False
    head, cue = page.doc[start:end].root, candidate.cue_word
    shared = cue.dep_ == "conj" and head.head.i == cue.head.i
    shared = shared and page.quoted[cue.i] < 0
    own = head.head.i == cue.i or shared or candidate.shape == "aside"
    return own and (head.pos_ in {"PROPN", "NOUN"} or head.lower_ in {*PRONOUNS, "they"})
