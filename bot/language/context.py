"""What about a candidate, besides its cue and frame, speaks for or against it."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.clauses import Candidate
from bot.language.page import Page, Range, is_word

_FIRST_OR_SECOND = frozenset({"i", "we", "you"})
_IMPERSONAL = frozenset({"it", "this", "that", "which", "what", "there"})
_LENGTHS = ((1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"))


def describe(candidate: Candidate, page: Page) -> tuple[str, ...]:
    """Features of a candidate as the lexicon counts them."""
    cue = candidate.cue_word
    kind = candidate.shape.removeprefix("pass/").split("+")[0].split(":")[0]
    return (
        f"source={_source(candidate.source, page)}",
        f"form={cue.tag_}/{_helper(cue)}",
        f"clause={cue.dep_}/{'quoted' if page.quoted[cue.i] >= 0 else 'plain'}",
        f"length={_length(candidate, page)}/{kind}",
        f"marks={_marks(candidate, page)}",
    )


def _source(source: Range | None, page: Page) -> str:
    if source is None or source[0] >= source[1]:
        return "none"
    head = page.doc[source[0] : source[1]].root
    lower = head.lower_
    if lower in _FIRST_OR_SECOND or lower in {"who", "they", "he", "she"}:
        return lower
    if lower in _IMPERSONAL:
        return "impersonal"
    if head.pos_ == "PROPN":
        return head.ent_type_ if head.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} else "name"
    return "noun"


def _helper(cue: Token) -> str:
    words = {child.lower_ for child in cue.children if child.dep_ in {"aux", "auxpass", "neg"}}
    if words & {"not", "n't", "never"}:
        return "negated"
    if words & {"would", "could", "might", "may", "can", "should", "must", "will", "'ll"}:
        return "modal"
    if "to" in words:
        return "to"
    return "plain"


def _length(candidate: Candidate, page: Page) -> str:
    words = sum(is_word(page.doc[i]) for r in candidate.content for i in range(*r))
    return next((name for most, name in _LENGTHS if words <= most), "long")


def _marks(candidate: Candidate, page: Page) -> str:
    """Whether the content brings quotation marks of its own: a scare quote is rare there."""
    cue = page.quoted[candidate.cue_word.i]
    own = {page.quoted[i] for r in candidate.content for i in range(*r)} - {-1, cue}
    return "some" if own else "none"
