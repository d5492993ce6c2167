"""The frame of a cue word: who governs it and what it says, by the dependency parse.

A frame is only a candidate; the lexicon (`cues.py`) knows which cue reports in which frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bot.language.hung_clauses import Slot, is_marked, said_in, said_on, said_while, told_to
from bot.language.missed_subjects import find_leading
from bot.language.page import Page, Range, find_root
from bot.language.subjects import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    find_adjective_source,
    find_noun_source,
    find_quoted,
    find_source,
    is_passive,
    speaks_actively,
)
from bot.language.wordlists import read_words

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_BARE_NOUNS = frozenset({"NNS", "NNP", "NNPS"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
_THINGS = frozenset({"dobj", "npadvmod", "prep", "punct"})
_PROMISING = frozenset({"offer", "pledge", "promise", "threaten", "vow"})
"""What somebody would do is what they say: "threatened on Monday | to leave"."""


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
    if _is_mistaken(verb):
        return _mend_participle(verb, page)
    if find_quoted(verb) is not None:  # what is told is what they are saying
        return Frame(verb, (), None)
    slots = tuple(slot for child in verb.children for slot in _verb_slots(verb, child, page))
    if speaks_actively(verb):
        slots = tuple(slot for slot in slots if slot.name != "subj")
    slots = _join_subject(verb, slots, page)
    if not slots:
        return Frame(verb, (), None)
    passive = is_passive(verb)
    return Frame(verb, slots, find_source(verb, page, passive=passive), passive)


def _join_subject(verb: Token, slots: tuple[Slot, ...], page: Page) -> tuple[Slot, ...]:
    """A clause with its subject, taken for an object: "warned | bills in Oslo | could grow"."""
    tells = verb.lemma_ in read_words("speech_cues") or verb.lemma_ in read_words("view_cues")
    behind = (c for c in verb.children if tells and c.i > verb.i and _lacks_subject(c))
    clause = next(behind, None)
    if clause is None:
        return slots
    start, end = verb.i + 1, page.subtree(clause)[1]
    before = [c.dep_ for c in verb.children if start <= c.i < clause.left_edge.i]
    if "dobj" not in before or not _THINGS.issuperset(before):
        return slots
    name = "that" if page.doc[start].lower_ == "that" else "bare"
    whole = Slot(name, clause, (start, end))
    return (whole, *(slot for slot in slots if slot.range[0] >= end or slot.range[1] <= start))


def _lacks_subject(clause: Token) -> bool:
    """Whether it is finite by a helping verb, and has no subject: "could grow"."""
    if clause.dep_ not in {"ccomp", "conj"}:
        return False
    parts = [c for c in clause.children if c.i < clause.i]
    helped = any(c.dep_ == "aux" and c.tag_ in _FINITE for c in parts)
    alone = not any(c.dep_ in _SUBJECTS or c.dep_ == "mark" for c in parts)
    return helped and alone


def _is_mistaken(verb: Token) -> bool:
    """Whether a verb is taken for a word of its object: "Roe, the chair, | accused ministers of".

    So it is only behind a mark, before a noun without an article, where no verb heads the sentence.
    """
    if verb.dep_ != "amod":
        return False
    noun = verb.head
    bare = verb.i < noun.i and noun.tag_ in _BARE_NOUNS
    bare = bare and not any(c.i < verb.i and c.dep_ != "punct" for c in noun.children)
    parted = verb.i > 0 and verb.nbor(-1).text in {",", ")"}
    return bare and parted and find_root(noun).pos_ not in {"VERB", "AUX"}


def _mend_participle(verb: Token, page: Page) -> Frame:
    noun = verb.head
    behind = (child for child in noun.children if child.i > noun.i and child.dep_ == "prep")
    slots = [Slot("p:" + child.lower_, child, page.subtree(child)) for child in behind]
    thing = Slot("obj", noun, (verb.i + 1, noun.i + 1))
    return Frame(verb, (thing, *slots), find_leading(verb, page))


def noun_frame(noun: Token, page: Page) -> Frame:
    """Complements of a noun ("the claim that", "support for"), and whose it is."""
    slots = tuple(slot for child in noun.children for slot in _noun_slots(noun, child, page))
    return Frame(noun, slots, find_noun_source(noun, page) if slots else None)


def adjective_frame(adjective: Token, page: Page) -> Frame:
    """Complements of an adjective ("confident that"), and the subject of its "be"."""
    slots = tuple(
        slot for child in adjective.children for slot in _noun_slots(adjective, child, page)
    )
    return Frame(adjective, slots, find_adjective_source(adjective, page) if slots else None)


def _verb_slots(verb: Token, child: Token, page: Page) -> Iterator[Slot]:
    name = _VERB_SLOTS.get(child.dep_, "")
    if child.dep_ == "dep" and child.i > verb.i and is_marked(child, "that"):
        name = "that"  # of a clause whose verb the parser takes for a noun's
    if child.dep_ in {"ccomp", "xcomp", "advcl"}:
        name = _clause_name(verb, child)
    elif child.dep_ == "conj" and child.i > verb.i and is_marked(child, "that"):
        second = verb.dep_ == "ccomp" and verb.lemma_ not in read_words("telling_cues")
        name = "" if second else "that"  # "said it was late | and that it rained"
    elif child.dep_ in {"prep", "agent"}:
        name = "p:" + child.lower_
        yield from said_in(child, page)
    elif name == "obj" and child.i < verb.i:
        name = "gap"
    elif name in {"obj", "dat"}:
        yield from told_to(child, page)
    if child.dep_ == "advcl" and not name:
        yield from said_while(child, page)
    if child.dep_ == "npadvmod":
        yield from said_on(child, page)
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
    if child.dep_ == "advcl" and not _follows_particle(child):
        return _adverbial_name(verb, child)
    if child.i < verb.i and child.dep_ == "ccomp":
        return "front"
    words = {c.dep_: c.lower_ for c in child.children}
    if words.get("mark") == "that":
        return "that"
    if child.left_edge.tag_ in _WH or words.get("mark") in {"if", "whether"}:
        return "wh"
    return _bare_name(child, set(words))


def _follows_particle(clause: Token) -> bool:
    """Whether it is the object of a verb with a particle: "ruled out | standing again"."""
    before = clause.nbor(-1) if clause.i else clause
    return clause.tag_ == "VBG" and before.dep_ == "prt" and before.head.i == clause.head.i


def _adverbial_name(verb: Token, child: Token) -> str:
    """A complement that the parser took for an adverbial: "wrote on Friday that ...".

    So it does with "said about half of them had left".
    """
    if child.i < verb.i:
        return ""
    first = next((t for t in child.subtree if not t.is_punct), child)
    if first.lower_ == "that" or is_marked(child, "that"):
        return "that"
    if first.lower_ == "about" and is_marked(child, "about"):
        return "bare"
    beside = first.doc[first.i + 1 : first.i + 2]
    quoted = first.lower_ == "as" and any(t.is_quote for t in beside)  # "hailed it as “a start”"
    if (quoted or first.lower_ == "for") and is_marked(child, first.lower_):
        return f"p:{first.lower_}"
    if first.lower_ != "to" or first.dep_ != "aux":
        return ""
    promised = verb.lemma_ in _PROMISING and not any(c.dep_ == "dobj" for c in verb.children)
    return "inf" if promised or verb.lemma_ in read_words("telling_cues") else "advinf"


def _bare_name(child: Token, parts: set[str]) -> str:
    """A clause that no word opens."""
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children):
        return "objinf" if parts & SUBJECTS else "inf"
    if child.tag_ == "VBG" and not parts & {"aux", *SUBJECTS}:
        return "ing"
    finite = child.pos_ in {"VERB", "AUX"} or "auxpass" in parts  # "it was deeply concerned"
    return "bare" if finite and child.dep_ == "ccomp" else "small"


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
