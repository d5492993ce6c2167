"""Who governs a verb to which the parser gave no subject, or a wrong one."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.cues import name_cue
from bot.language.openings import find_behind_deed, find_behind_place
from bot.language.page import DASHES, NAMES, Page, Range
from bot.language.swallowed import find_swallowed
from bot.language.wordlists import read_words

_OPENERS = frozenset({"CCONJ", "PUNCT", "SPACE", "ADV"})
_FIRST = NAMES | {"DET", "ADJ", "NUM"}
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_LOOSE = frozenset({"npadvmod", "dep", "attr", "appos", "nmod", "dobj", "nsubjpass", "meta"})
_LONGEST_NAME = 15
"""Tokens of words that are taken for a name without the parser's help."""
_DEEPEST = 4
"""How far from a word the noun of its phrase is looked for."""


def find_unparsed(verb: Token, page: Page) -> Range | None:
    """Who stands before a finite verb to which the parser gave no subject."""
    if verb.dep_ not in {"ROOT", "conj", "ccomp"}:
        return None
    swallowed = find_swallowed(verb)
    if swallowed is not None or verb.tag_ not in _FINITE:
        return swallowed or _find_helped(verb, page)
    if (loose := _find_loose(verb)) is not None:
        return page.noun_phrase(loose, verb)
    if verb.i and _is_surname(verb.nbor(-1)):
        return verb.i - 1, verb.i
    if name_cue(verb) not in read_words("speech_cues", "view_cues"):
        return None
    return _find_absorbed(verb, page) or find_leading(verb, page)


def _find_helped(verb: Token, page: Page) -> Range | None:
    """Who stands behind a place or day before two verbs: "On Sunday | Roe's lawyer | had said"."""
    helped = any(c.dep_ == "aux" and c.tag_ in _FINITE for c in verb.children)
    behind = find_behind_place(verb) if helped else None
    return page.noun_phrase(behind, verb) if behind is not None else None


def _find_loose(verb: Token) -> Token | None:
    """Who is taken for an object or the like before a verb, or for another place."""
    before = [c for c in verb.children if c.i < verb.i and c.pos_ in NAMES and c.dep_ in _LOOSE]
    return before[-1] if before else find_behind_place(verb) or find_behind_deed(verb)


def _find_absorbed(verb: Token, page: Page) -> Range | None:
    """Who is taken for a part of what they say: "It fell into the sea, | Acme's chiefs | said"."""
    doc, first = page.doc, max(page.sentences[verb.i][0] + 1, verb.i - _LONGEST_NAME)
    start = next((i for i in range(verb.i, first, -1) if doc[i - 1].text == ","), verb.i)
    front = any(c.dep_ == "ccomp" and c.i < start for c in verb.children)
    named = start < verb.i and doc[start].pos_ in _FIRST and doc[verb.i - 1].pos_ in NAMES
    plain = all(doc[i].pos_ in _FIRST | {"ADP", "PART"} for i in range(start, verb.i))
    return (start, verb.i) if front and named and plain else None


def _is_surname(word: Token) -> bool:
    """Whether what the parser takes for an adverb is a name elsewhere: "Blakely | estimates"."""
    adverb = word.pos_ == "ADV" and word.is_title
    return adverb and any(t.pos_ == "PROPN" and t.text == word.text for t in word.doc)


def find_leading(verb: Token, page: Page) -> Range | None:
    """The name that opens the sentence of a cue: "Berg, who had left, said that"."""
    doc, start = page.doc, page.sentences[verb.i][0]
    while start < verb.i and (page.quoted[start] >= 0 or doc[start].pos_ in _OPENERS):
        start += 1
    if doc[start].pos_ in {"ADP", "SCONJ"} or doc[start].tag_ == "VBG":  # "Opening the case, | Roe"
        start = next((i + 1 for i in range(start, verb.i) if doc[i].text == ","), verb.i)
    cut = (i for i in range(start, verb.i) if doc[i].text in {",", "(", *DASHES})
    end = next(cut, verb.i)
    while end > start and doc[end - 1].pos_ in {"ADV", "AUX", "PART"}:
        end -= 1
    named = start < end <= start + _LONGEST_NAME and page.doc[end - 1].pos_ in NAMES
    return (start, end) if named and doc[start].pos_ in _FIRST else None


def find_joined(verb: Token) -> Token | None:
    """The subject taken for one thing more: "it fined Acme, and | a baker who left | says"."""
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or not verb.i:
        return None
    noun = verb.nbor(-1)
    for _ in range(_DEEPEST):
        if noun.dep_ == "conj" and noun.right_edge.i == verb.i - 1 and noun.pos_ in NAMES:
            opening = noun.doc[max(0, noun.left_edge.i - 2) : noun.left_edge.i]
            joins = len(opening) > 1 and opening[0].text == "," and opening[1].dep_ == "cc"
            return noun if joins else None
        noun = noun.head
    return None
