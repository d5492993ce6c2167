"""From the frame of a cue word to source, cue and content as ranges of tokens."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from bot.language.cues import Lexicon
from bot.language.frames import Frame, Slot, cue_range
from bot.language.page import Page, Range

_ASIDES = frozenset({"advcl", "conj", "cc", "punct", "parataxis", "ccomp", "dep"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution, in tokens, with the shape that the lexicon judges it by."""

    cue_word: Token
    shape: str
    content: tuple[Range, ...]
    source: Range | None
    cue: Range
    passive: bool = False


def build_candidate(frame: Frame, page: Page, lexicon: Lexicon) -> Candidate | None:
    """Take the complements that belong to what this cue reports; None if none does."""
    front = [slot for slot in frame.slots if slot.name == "front"]
    if front:
        return _build_fronted(frame, front[0], page)
    clause = any(slot.name in CONTENT_CLAUSES for slot in frame.slots)
    kept = [
        slot
        for slot in frame.slots
        if lexicon.keeps(frame.cue, slot_name(slot, clause=clause, passive=frame.passive))
    ]
    if not kept:
        return None
    shape = name_shape({slot.name for slot in kept})
    content = _merge([slot.range for slot in kept], page)
    if kept[0].name.startswith("p:") and len(content) == 1:
        first = min(kept, key=lambda slot: slot.range)
        if first.name.startswith("p:"):
            content = ((content[0][0] + 1, content[0][1]),)
    content = tuple(page.trim(each) for each in (*content[:-1], _cut_tail(content[-1], kept, page)))
    content = tuple(each for each in content if each[0] < each[1])
    if not content:
        return None
    source = frame.source
    return Candidate(
        frame.cue,
        ("pass/" if frame.passive else "") + shape,
        content,
        source,
        cue_range(frame, content),
        frame.passive,
    )


_CLAUSES_FIRST = ("that", "bare", "wh", "objinf", "inf", "ing")
_TELLING = frozenset({"obj", "pred", "gap", "subj", "small", "advinf"}) | {
    f"p:{word}"
    for word in ("about", "against", "as", "at", "for", "from", "in", "into", "like", "of", "on")
    + ("over", "to", "toward", "with")
}
FINITE = frozenset({"that", "bare", "wh"})
CONTENT_CLAUSES = frozenset({"that", "bare", "wh", "objinf", "inf", "ing"})


def name_shape(names: set[str]) -> str:
    """The frame by what tells most about it: a clause, else an object, else a preposition."""
    for clause in _CLAUSES_FIRST:
        if clause in names:
            return clause
    parts = sorted(name for name in names if name in _TELLING)
    return "+".join(parts) or "other"


def _cut_tail(tokens: Range, kept: list[Slot], page: Page) -> Range:
    """Without what the writer adds behind a comma: ", which ..."; ", raising ..."."""
    clause = any(slot.name in FINITE for slot in kept)
    for i in range(tokens[0] + 1, tokens[1] - 1):
        if page.doc[i].text == "," and page.quoted[i] < 0:
            first = page.doc[i + 1]
            head = next(
                (page.doc[j] for j in range(i + 1, tokens[1]) if page.doc[j].head.i < i), None
            )
            if head is None:
                continue
            adds = head.dep_ == "relcl" and first.tag_ in {"WDT", "WP", "WP$"}
            if adds or (head.dep_ == "advcl" and first.tag_ == "VBG" and not clause):
                return tokens[0], i
    return tokens


def slot_name(slot: Slot, *, clause: bool, passive: bool) -> str:
    """A slot as the lexicon counts it: an object beside a clause is often who was told."""
    name = slot.name
    if clause and name in {"obj", "dat"}:
        name += "&clause"
    return "pass/" + name if passive else name


def _build_fronted(frame: Frame, front: Slot, page: Page) -> Candidate:
    """The clause stands before its cue: It rained, she said."""
    before = page.trim((front.range[0], min(front.range[1], frame.cue.i)))
    return Candidate(
        frame.cue, "front", (before,), frame.source, cue_range(frame, (before,)), frame.passive
    )


def _merge(ranges: list[Range], page: Page) -> tuple[Range, ...]:
    """Ranges that touch, or that only punctuation parts, become one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and not any(not t.is_punct for t in page.doc[merged[-1][1] : start]):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
