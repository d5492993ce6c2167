"""Whose the quote behind a colon is, where a clause stands before it."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.page import Range
from bot.language.subjects import SUBJECTS
from bot.language.wordlists import read_words

_VERBS = frozenset({"AUX", "VERB"})
_WITHIN = frozenset(
    {"acl", "acomp", "advcl", "attr", "ccomp", "dobj", "pcomp", "pobj", "prep", "relcl"}
)


def find_governing(verb: Token, tokens: Range) -> Token:
    """The verb that the quote is of: "Roe | was | angry that it had closed: “Nobody asked”".

    Args:
        verb: the last one before the colon.
        tokens: the words before it.
    """
    told = verb
    while told.dep_ in _WITHIN and tokens[0] <= told.head.i < tokens[1] and not _speaks(told):
        told = told.head
    return told if told.pos_ in _VERBS and _names_source(told) else verb


def _speaks(word: Token) -> bool:
    return word.pos_ == "VERB" and word.lemma_ in read_words("speech_cues", "opinion_cues")


def _names_source(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children)
