"""Finds what is said where the parser hangs it on another word: "said in Oslo | that it rained"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bot.language.page import Page, Range
from bot.language.subjects import PASSIVE_SUBJECTS, SUBJECTS
from bot.language.wordlists import read_words

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
_TOLD_THINGS = frozenset({"joke", "lie", "secret", "story", "tale", "truth", "version"})
_SETTINGS = frozenset(
    {"after", "at", "before", "by", "during", "from", "in", "on", "over", "to", "via"}
)
"""What brings where, when and to whom something was said."""
_OCCASIONS = frozenset(
    {"address", "briefing", "broadcast", "call", "hearing", "interview", "note", "speech"}
    | {"conference", "debate", "email", "letter", "meeting", "message", "statement", "testimony"}
)
"""Where something is said, of which "that" tells what it was rather than which one it is."""
_MADE = frozenset(
    {"attend", "deliver", "give", "hold", "host", "issue", "make", "post", "publish", "record"}
    | {"release", "see", "send", "share", "sign", "write", "obtain", "read"}
)
"""What is done with such an occasion: "in a speech | that he gave"."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One complement of a cue word."""

    name: str
    head: Token
    range: Range


def is_marked(clause: Token, word: str) -> bool:
    """Whether a word opens a clause."""
    return any(c.dep_ == "mark" and c.lower_ == word for c in clause.children)


def said_in(preposition: Token, page: Page) -> Iterator[Slot]:
    """A clause that the parser hangs on the setting: "said at a hearing that ..."."""
    speaks = preposition.head.lemma_ in read_words("speech_cues")
    behind = preposition.i > preposition.head.i  # not "In a letter that he sent, he wrote"
    if not speaks or not behind or preposition.lower_ not in _SETTINGS:
        return
    for inner in preposition.children:
        if inner.dep_ == "ccomp" and is_marked(inner, "that"):
            yield Slot("that", inner, page.subtree(inner))  # "said after the vote that ..."
        if inner.dep_ in {"pobj", "pcomp"}:
            for child in inner.children:
                told = _opens_with_that(child) or _follows_time(child) or _fills_occasion(child)
                if child.dep_ in {"acl", "ccomp", "relcl"} and told:
                    yield Slot("that", child, page.subtree(child))


def _fills_occasion(clause: Token) -> bool:
    """Whether it tells what was said, not when: "said in a short speech | that he would go"."""
    first, occasion = clause.left_edge, clause.head
    if first.lower_ != "that" or first.dep_ != "dobj" or first.head.i != clause.i:
        return False
    noun = occasion.lemma_ in _OCCASIONS and clause.lemma_ not in _MADE
    verb = occasion.head.head
    told = any(c.dep_ == "ccomp" or c.is_quote for c in verb.children)
    return noun and not told and any(c.dep_ in _SUBJECTS and c.i > first.i for c in clause.children)


def said_on(day: Token, page: Page) -> Iterator[Slot]:
    """A clause that the parser hangs on the day: "said the same day that it was over"."""
    if day.head.lemma_ not in read_words("speech_cues") or day.i < day.head.i:
        return
    for child in day.children:
        if child.dep_ in {"acl", "relcl"} and is_marked(child, "that"):
            yield Slot("that", child, page.subtree(child))


def _follows_time(clause: Token) -> bool:
    """Whether a clause is none of the time before it: "said at the time | that it was late"."""
    first = clause.left_edge
    timed = clause.head.lower_ == "time" and first.i == clause.head.i + 1
    return timed and first.lower_ == "that" and any(c.dep_ in _SUBJECTS for c in clause.children)


def said_while(clause: Token, page: Page) -> Iterator[Slot]:
    """A clause that the parser hangs on the time: "ruled before the jury came in that ..."."""
    verb = clause.head
    speaking = read_words("speech_cues")
    if verb.i > clause.i or clause.lemma_ in speaking or clause.lemma_ in read_words("view_cues"):
        return
    if verb.lemma_ in speaking:
        for inner in clause.children:
            if inner.dep_ == "ccomp" and is_marked(inner, "that"):
                yield Slot("that", inner, page.subtree(inner))


def told_to(listener: Token, page: Page) -> Iterator[Slot]:
    """A clause that the parser hangs on who is told: "told reporters she would stay"."""
    if listener.lower_ == "it":  # "put it to her that"
        yield from (
            Slot("that", child, page.subtree(child))
            for child in listener.children
            if child.i > listener.i and is_marked(child, "that")
        )
    if listener.head.lemma_ not in read_words("telling_cues"):
        return
    yield from _told_of(listener, page)
    for child in listener.children:
        if child.dep_ == "relcl":
            if _opens_with_that(child) or _tells_clause(child):
                yield Slot("that", child, page.subtree(child))
            elif child.left_edge.tag_ not in _WH and child.left_edge.lower_ != "that":
                yield Slot("bare", child, page.subtree(child))


def _told_of(listener: Token, page: Page) -> Iterator[Slot]:
    """A clause that hangs on what the listeners look into: "told the inquiry into it | that"."""
    for preposition in (
        c for c in (*listener.children, *listener.head.children) if c.dep_ == "prep"
    ):
        if preposition.i > listener.i and listener.head.lemma_ == "tell":
            for noun in (c for c in preposition.children if c.dep_ == "pobj"):
                told = (c for c in noun.children if _is_told_of(c, listener.head))
                yield from (Slot("that", clause, page.subtree(clause)) for clause in told)


def _is_told_of(clause: Token, verb: Token) -> bool:
    """Whether "that" opens what is told, of which the verb has nothing else."""
    first = clause.left_edge
    subject = any(c.dep_ in _SUBJECTS and c.i > first.i for c in clause.children)
    that = first.lower_ == "that" and first.dep_ in {"dobj", "mark"}
    hung = clause.dep_ in {"acl", "relcl"} and not any(c.dep_ == "ccomp" for c in verb.children)
    return hung and that and subject


def _tells_clause(clause: Token) -> bool:
    """Whether "that" opens what is told: "told the inquest | that she begged for a test"."""
    first, listener = clause.left_edge, clause.head
    that = first.lower_ == "that" and first.dep_ == "dobj" and first.head.i == clause.i
    told = listener.head.lemma_ == "tell" and listener.lemma_ not in _TOLD_THINGS
    return that and told and any(c.dep_ in _SUBJECTS and c.i > first.i for c in clause.children)


def _opens_with_that(clause: Token) -> bool:
    """Whether "that" is no relative pronoun, by either guess of the parser."""
    first = clause.left_edge
    bare = first.lower_ == "that" and (first.tag_ == "IN" or first.dep_ == "dep")
    return bare or is_marked(clause, "that")
