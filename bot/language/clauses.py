"""From the frame of a cue word to source, cue and content as ranges of tokens."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from bot.language.beginnings import leave_beginning
from bot.language.cue_extents import cue_range
from bot.language.cues import Lexicon, name_cue
from bot.language.frames import Frame
from bot.language.hung_clauses import Slot
from bot.language.page import HOURS, NAMES, Page, Range, is_word
from bot.language.shapes import CLAUSES, FINITE, name_shape, name_slots
from bot.language.subjects import SUBJECTS
from bot.language.tails import cut_tail, takes_up
from bot.language.told_things import demands, leave_medium, with_among, with_compared, with_limit
from bot.language.wordlists import read_words

_GROUNDS = frozenset({"because", "if", "unless"})
_CONDITIONS = frozenset({"if", "unless", "until"})
_THINGS = NAMES | {"NUM"}
_RELATIVES = frozenset({"WDT", "WP"})
_WIDEST_GAP = 6
"""Tokens between two complements that still are one content."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution, in tokens, with the shape that the lexicon judges it by."""

    cue_word: Token
    shape: str
    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    inherited: bool = False
    """The source stands with the statement before; here is none."""
    nested: bool = False
    """It is said within another statement, by somebody of whom that one tells."""


def build_candidate(frame: Frame, page: Page, lexicon: Lexicon) -> Candidate | None:
    """Take the complements that belong to what this cue reports; None if none does."""
    names = name_slots(frame)
    behind = any(slot.name in CLAUSES for slot in frame.slots)
    front = [each for each in frame.slots if each.name == "front" and not _is_apart(each, page)]
    if front and not behind:
        return _build_fronted(frame, front[0], page)
    kept = [
        slot
        for slot, name in zip(frame.slots, names, strict=True)
        if slot.name != "front"
        and (lexicon.keeps(frame.cue, name) or _foretells(frame, slot) or _proposes(frame, slot))
    ]
    kept = _leave_main_clause(_leave_setting(kept, frame), frame)
    content = _bound(kept, frame, page) if kept else ()
    if not content or _answers_what(frame, content[0]):
        return None
    shape = name_shape(_name_told(kept, frame), passive=frame.passive)
    return Candidate(frame.cue, shape, content, frame.source, cue_range(frame, content))


def _is_apart(front: Slot, page: Page) -> bool:
    """Whether a semicolon parts it from the cue: "Rome sent two ships; | Oslo pledged a third"."""
    end = front.range[1]
    return ";" in {page.doc[end - 1].text, page.doc[end : end + 1].text}


def _answers_what(frame: Frame, content: Range) -> bool:
    """Whether it is what somebody else calls a thing: "in response to | what it called a raid"."""
    what = frame.cue.doc[content[0]].lower_ == "what"
    return what and name_cue(frame.cue) in read_words("topic_cues") and frame.cue.pos_ == "NOUN"


def _name_told(kept: list[Slot], frame: Frame) -> list[str]:
    """The parts by which a content is judged: what is demanded from somebody is a thing."""
    names = [slot.name for slot in kept]
    demanded = "obj" in names and demands(frame.cue)
    return [name for name in names if name != "p:from"] if demanded else names


def _foretells(frame: Frame, slot: Slot) -> bool:
    """Whether it is part of a forecast: "predicts closures | within two years"."""
    named = slot.name.startswith("p:") and any(each.name == "obj" for each in frame.slots)
    behind = named and slot.range[0] > frame.cue.i and slot.head.nbor(-1).text != ","
    return behind and frame.cue.lemma_ in read_words("forecast_cues")


def _proposes(frame: Frame, slot: Slot) -> bool:
    """Whether it is what somebody would have done: "recommended | closing the mill"."""
    return slot.name == "ing" and frame.cue.lemma_ in read_words("demand_cues")


def _leave_setting(kept: list[Slot], frame: Frame) -> list[Slot]:
    """Without where, through or to whom it was said: "said | through his lawyers | that"."""
    first = kept[0].name if kept else ""
    if first == "p:to" and len(kept) > 1 and frame.cue.lemma_ in read_words("addressing_cues"):
        return kept[1:]  # "apologised | to the crew | for the delay"
    told = [slot.range for slot in kept if slot.name == "that"]
    if not told or frame.cue.lemma_ not in read_words("speech_cues"):
        return kept
    return [s for s in kept if s.range >= told[0] or not (s.name == "obj" or s.name[:2] == "p:")]


def _leave_main_clause(kept: list[Slot], frame: Frame) -> list[Slot]:
    """Of two clauses behind "After she said" the second is the sentence's own."""
    clauses = [slot for slot in kept if slot.name == "bare"]
    opened = any(c.dep_ == "mark" and c.i < frame.cue.i for c in frame.cue.children)
    return [slot for slot in kept if not opened or slot not in clauses[1:]]


def _bound(kept: list[Slot], frame: Frame, page: Page) -> tuple[Range, ...]:
    """The content from where it begins to where it ends, in one piece if it can be."""
    told = [slot for slot in kept if not _leads(slot, kept)]
    ranges = _merge(sorted(slot.range for slot in told), page)
    first = min(told, key=lambda slot: slot.range)
    if first.name.startswith("p:") and first.range[0] >= frame.cue.i:
        ranges[0] = (ranges[0][0] + 1, ranges[0][1])
    finite = any(slot.name in FINITE for slot in kept)
    if first.name == "bare":
        ranges[0] = leave_beginning(ranges[0], first.head, frame.cue)
    ranges[-1] = cut_tail(ranges[-1], page, finite=finite)
    ranges[-1] = _with_second(ranges[-1], frame.cue, page, finite=finite)
    if not finite:
        ranges[-1] = _with_quoted(ranges[-1], page)
        ranges[-1] = leave_medium(with_compared(ranges[-1], frame.cue, page), page)
        ranges[-1] = with_limit(ranges[-1], frame, page)
    if finite:
        ranges[-1] = _with_quote_behind(ranges[-1], page)
    if finite or all(slot.name in {"obj", "p:of"} for slot in kept):
        ranges[-1] = _with_reason(ranges[-1], frame.cue, page, _GROUNDS if finite else _CONDITIONS)
    ranges[-1] = with_among(ranges[-1], page)
    healed = [heal(page.trim(each), frame.cue.i, page) for each in ranges]
    return tuple(each for each in healed if each[0] < each[1])


def _leads(slot: Slot, kept: list[Slot]) -> bool:
    """Whether it only stands for the thing: "| which | Roe called a mistake"."""
    called = [each for each in kept if each.name != "gap" and each.name[:2] != "p:"]
    called += [each for each in kept if each.name == "p:as"]
    leads = slot.name == "gap" and slot.head.tag_ in _RELATIVES
    words = (slot.head.doc[i] for each in called for i in range(*each.range))
    return leads and sum(map(is_word, words)) > 1


def _with_second(tokens: Range, cue: Token, page: Page, *, finite: bool) -> Range:
    """With what the parser joins to the cue: "said it was late | and would not rain".

    A verb joins a clause only, a noun things as well: "warned of gusts | and danger to life".
    """
    for second in cue.children:
        told = _is_told(second, cue) if finite else second.pos_ in _THINGS
        if second.dep_ == "conj" and second.i >= tokens[1] and told:
            between = page.doc[tokens[1] : second.left_edge.i]
            if not any(is_word(each) and each.dep_ != "cc" for each in between):
                return tokens[0], page.subtree(second)[1]
    return tokens


def _with_quoted(tokens: Range, page: Page) -> Range:
    """With the quote right behind it, whatever is parsed: "called the suit | “too late”"."""
    at = tokens[1]
    index = page.quoted[at] if at < len(page.doc) else -1
    opens = index >= 0 and page.ranges[index][0] == at and page.sentences[at - 1][1] > at
    return (tokens[0], page.ranges[index][1]) if opens else tokens


def _with_quote_behind(tokens: Range, page: Page) -> Range:
    """With the quote that ends the sentence: "said it had nobody, | “on leave or otherwise.”"."""
    at = tokens[1]
    if at + 1 >= len(page.doc) or page.doc[at].text != "," or page.quoted[at + 1] < 0:
        return tokens
    start, end = page.ranges[page.quoted[at + 1]]
    opens = start == at + 1 and start + 1 < end and page.doc[start + 1].is_lower
    last = page.sentences[at][1]
    ends = end <= last and not any(map(is_word, page.doc[end:last]))
    return (tokens[0], end) if opens and ends else tokens


def _with_reason(tokens: Range, cue: Token, page: Page, marks: frozenset[str]) -> Range:
    """With a ground that the parser hangs on the cue: "said it was late, | because it rained".

    Of a thing only with what it depends on: "ruled out talks | until the guns were silent".
    """
    for clause in cue.children:
        grounds = any(c.dep_ == "mark" and c.lower_ in marks for c in clause.children)
        if clause.dep_ == "advcl" and grounds and clause.left_edge.i >= tokens[1]:
            between = page.doc[tokens[1] : clause.left_edge.i]
            if not any(map(is_word, between)):
                return tokens[0], page.subtree(clause)[1]
    return tokens


def _is_told(second: Token, cue: Token) -> bool:
    """Whether it is no deed of who speaks: no finite verb, one of being, "would" or "had ..."."""
    if any(child.dep_ in SUBJECTS for child in second.children):
        return False
    modal = any(child.tag_ == "MD" for child in second.children)
    past = any(child.lower_ == "had" and child.dep_ == "aux" for child in second.children)
    if (past or _lists(second, cue)) and cue.tag_ == "VBD":
        return True
    return modal or second.pos_ != "VERB" or second.lemma_ == "have"


def _lists(second: Token, cue: Token) -> bool:
    """Whether a list goes on without "had": "said they had left it, | sold it and moved away"."""
    start = second.left_edge.i
    first = next((c for c in cue.children if c.dep_ == "ccomp" and c.i < start), None)
    had = first is not None and any(c.lower_ == "had" for c in first.children)
    ends = any(c.dep_ == "conj" and c.tag_ == second.tag_ == "VBD" for c in second.children)
    known = read_words("speech_cues", "opinion_cues")
    return had and ends and second.doc[start - 1].text == "," and name_cue(second) not in known


def heal(tokens: Range, cue: int, page: Page) -> Range:
    """With the rest of a quote, or of an hour, that a wrong parse would cut through."""
    start, end = tokens
    if start >= end:
        return tokens
    if page.doc[end : end + 1].text in HOURS and page.doc[end - 1].like_num:
        end += 1  # "at 9 | a.m."
    first, last, own = page.quoted[start], page.quoted[end - 1], page.quoted[cue]
    if first not in {-1, own} and page.ranges[first][0] > cue:
        start = page.ranges[first][0]
    if last not in {-1, own} and page.ranges[last][0] >= start:
        end = max(end, page.ranges[last][1])
    return start, end


def _build_fronted(frame: Frame, front: Slot, page: Page) -> Candidate | None:
    """The clause stands before its cue: It rained, she said."""
    stop = frame.source[0] if frame.source and frame.source[0] > front.head.i else frame.cue.i
    before = page.trim((front.range[0], min(front.range[1], frame.cue.i, stop)))
    if any(child.dep_ == "mark" and child.lower_ != "that" for child in front.head.children):
        return None
    between = (c for c in frame.cue.children if front.head.i < c.i < frame.cue.i)
    if any(map(takes_up, between)):
        return None  # "It rained, a claim she denied"
    return Candidate(frame.cue, "front", (before,), frame.source, cue_range(frame, (before,)))


def _merge(ranges: list[Range], page: Page) -> list[Range]:
    """Ranges with little between them become one."""
    merged: list[Range] = []
    for start, end in ranges:
        if merged and _is_gap(page, merged[-1][1], start):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_gap(page: Page, start: int, end: int) -> bool:
    words = [i for i in range(start, end) if is_word(page.doc[i])]
    verbs = any(page.doc[i].pos_ in {"VERB", "AUX"} for i in words)
    return len(words) <= _WIDEST_GAP and not verbs
