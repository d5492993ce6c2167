"""The frame of a cue word: who governs it and what it says, by the dependency parse.

A frame is only a candidate; the lexicon (`cues.py`) knows which cue reports in which frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bot.language.page import Page, Range
from bot.language.wordlists import read_words

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_DEEPEST = 4
_SUBJECT_CONTROL = frozenset({"promise", "use", "take", "spend", "have", "make", "need", "do"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "advmod"})


@dataclass(frozen=True, slots=True)
class Slot:
    """One complement of a cue word."""

    name: str
    head: Token
    range: Range


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue word with its complements and its source."""

    cue: Token
    slots: tuple[Slot, ...]
    source: Range | None
    passive: bool = False


def find_frames(page: Page) -> Iterator[Frame]:
    """Every word of the text that might report something, with what it governs."""
    for token in page.doc:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            frame = verb_frame(token, page)
        elif token.pos_ == "NOUN":
            frame = noun_frame(token, page)
        elif token.pos_ == "ADJ":
            frame = adjective_frame(token, page)
        else:
            continue
        if frame.slots:
            yield frame


def verb_frame(verb: Token, page: Page) -> Frame:
    """Complements of a verb, and its subject or that of the verb it hangs on."""
    slots = tuple(slot for child in verb.children for slot in _verb_slots(verb, child, page))
    passive = is_passive(verb) and verb.lower_ not in read_words("feeling_participles")
    return Frame(verb, slots, find_source(verb, page, passive=passive), passive)


def noun_frame(noun: Token, page: Page) -> Frame:
    """Complements of a noun ("the claim that", "support for"), and whose it is."""
    slots = tuple(slot for child in noun.children for slot in _noun_slots(noun, child, page))
    return Frame(noun, slots, _noun_source(noun, page))


def adjective_frame(adjective: Token, page: Page) -> Frame:
    """Complements of an adjective ("confident that"), and the subject of its "be"."""
    slots = tuple(
        slot for child in adjective.children for slot in _noun_slots(adjective, child, page)
    )
    head = adjective.head
    source = find_source(head, page) if adjective.dep_ in {"acomp", "oprd"} else None
    if adjective.dep_ in {"acl", "amod"} and adjective.i > head.i:
        source = page.noun_phrase(head, adjective)
    return Frame(adjective, slots, source)


def _verb_slots(verb: Token, child: Token, page: Page) -> Iterator[Slot]:
    name = _VERB_SLOTS.get(child.dep_, "")
    if child.dep_ in {"ccomp", "xcomp", "advcl"}:
        name = _clause_name(verb, child)
    elif child.dep_ in {"prep", "agent"}:
        name = "p:" + child.lower_
        yield from _said_in(child, page)
    elif name == "obj" and child.i < verb.i:
        name = "gap"
    if name:
        yield Slot(name, child, page.subtree(child))


_VERB_SLOTS = {
    "dobj": "obj",
    "dative": "dat",
    "oprd": "pred",
    "acomp": "pred",
    "attr": "pred",
    "nsubjpass": "subj",
}


def _clause_name(verb: Token, child: Token) -> str:
    if child.dep_ == "advcl":
        return _adverbial_name(verb, child)
    if child.i < verb.i and child.dep_ == "ccomp":
        return "front"
    words = {c.dep_: c.lower_ for c in child.children}
    if words.get("mark") == "that":
        return "that"
    if child.left_edge.tag_ in _WH or words.get("mark") in {"if", "whether"}:
        return "wh"
    return _bare_name(child, set(words))


def _adverbial_name(verb: Token, child: Token) -> str:
    """A complement that the parser took for an adverbial: "wrote on Friday that ..."."""
    if child.i < verb.i:
        return ""
    first = next((t for t in child.subtree if not t.is_punct), child)
    if first.lower_ == "that":
        return "that"
    return "advinf" if first.lower_ == "to" and first.dep_ == "aux" else ""


def _bare_name(child: Token, parts: set[str]) -> str:
    """A clause that no word opens."""
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children):
        return "objinf" if parts & SUBJECTS else "inf"
    if child.tag_ == "VBG" and not parts & {"aux", *SUBJECTS}:
        return "ing"
    return "bare" if child.pos_ in {"VERB", "AUX"} and child.dep_ == "ccomp" else "small"


def _noun_slots(noun: Token, child: Token, page: Page) -> Iterator[Slot]:
    name = ""
    if child.i < noun.i:
        return
    if child.dep_ in {"acl", "ccomp", "relcl", "advcl", "xcomp"}:
        that = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
        to = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        name = "that" if that else "inf" if to else ""
        if child.dep_ == "ccomp" and not name:
            name = "bare"
    elif child.dep_ == "prep":
        name = "p:" + child.lower_
    if name:
        yield Slot(name, child, page.subtree(child))


def _said_in(preposition: Token, page: Page) -> Iterator[Slot]:
    """A clause that the parser hangs on the paper: "said in a statement that ..."."""
    for noun in preposition.children:
        if noun.dep_ == "pobj" and noun.lemma_ in read_words("media_nouns"):
            for child in noun.children:
                if child.dep_ in {"acl", "ccomp", "relcl"} and child.left_edge.lower_ == "that":
                    yield Slot("that", child, page.subtree(child))


def find_source(verb: Token, page: Page, *, passive: bool = False, depth: int = 0) -> Range | None:
    """The subject of the verb; where it has none of its own, of the verb that it hangs on."""
    own = _own_source(verb, passive=passive) or (_passive_subject(verb) if depth else None)
    if own is None and verb.dep_ == "acl" and verb.tag_ in {"VBG", "VBD"}:
        own = verb.head
    own = own or _controller(verb)
    if own is not None:
        return page.noun_phrase(own, verb)
    head = _governor(verb)
    if passive or depth > _DEEPEST or head is None:
        return None
    return find_source(head, page, depth=depth + 1)


def _governor(verb: Token) -> Token | None:
    """The verb whose subject this one shares."""
    head = verb.head
    if head.i == verb.i or verb.dep_ not in {"conj", "xcomp", "advcl", "dep", "pcomp"}:
        return None
    if head.dep_ == "prep" or head.pos_ == "ADP":
        return head.head
    return head if head.pos_ in {"VERB", "AUX", "ADJ"} else None


def _own_source(verb: Token, *, passive: bool) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS and not passive:
            return child
        if (
            child.dep_ in PASSIVE_SUBJECTS
            and not passive
            and verb.lower_ in read_words("feeling_participles")
        ):
            return child
        if child.dep_ == "agent" and passive:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _controller(verb: Token) -> Token | None:
    """The object that is made to speak: "forced her to admit"."""
    if verb.dep_ != "xcomp" or verb.head.lemma_ in _SUBJECT_CONTROL:
        return None
    objects = (c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)
    return next(objects, None)


def _passive_subject(verb: Token) -> Token | None:
    """Who was seen, heard or asked: what hangs on that verb is said by them."""
    return next((child for child in verb.children if child.dep_ in PASSIVE_SUBJECTS), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice."""
    return any(c.dep_ in PASSIVE_SUBJECTS or c.dep_ == "auxpass" for c in verb.children)


def _noun_source(noun: Token, page: Page) -> Range | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return page.noun_phrase(child, noun)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return page.noun_phrase(inner, noun)
    if noun.dep_ == "dobj" and noun.head.lemma_ in LIGHT:
        return find_source(noun.head, page)
    return None


LIGHT = frozenset(
    {"make", "give", "have", "issue", "offer", "express", "voice", "hold", "repeat", "raise"}
    | {"release", "send", "deliver", "share"}
)
"""Verbs that lend their subject to the noun they govern: "made the claim that"."""


def cue_range(frame: Frame, content: tuple[Range, ...]) -> Range:
    """The cue word with its auxiliaries, its particle and a preposition before the content."""
    start = _cue_start(frame.cue)
    doc = frame.cue.doc
    end = frame.cue.i + 1
    while end < len(doc) and doc[end].dep_ == "prt" and doc[end].head.i == frame.cue.i:
        end += 1
    if end < len(doc) and doc[end].dep_ == "prep" and any(r[0] == end + 1 for r in content):
        return start, end + 1
    in_statement = doc[end : end + 4]
    if in_statement and in_statement[0].lower_ == "in" and not _touches(content, end):
        nouns = [token.i for token in in_statement if token.lower_ == "statement"]
        end = nouns[0] + 1 if nouns else end
    return start, end


def _touches(content: tuple[Range, ...], token: int) -> bool:
    return any(start <= token < end for start, end in content)


def _cue_start(cue: Token) -> int:
    """Back over auxiliaries and over a verb that only leads up to it: "went on to say"."""
    start = cue.i
    parts = {child.i for child in cue.children if child.dep_ in _CUE_PARTS}
    while start - 1 in parts:
        start -= 1
    if cue.dep_ in {"xcomp", "advcl"} and start < cue.i and cue.doc[start].lower_ == "to":
        leading = cue.head
        particles = {c.i for c in leading.children if c.dep_ in {"prt", "advmod", "prep"}}
        if all(i in particles for i in range(leading.i + 1, start)):
            return _cue_start(leading) if leading.i < start else start
    return start
