"""Finds what a bare noun meant before: "the campaign" after "the Roe campaign"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from spacy.tokens import Doc, Token

from bot.language.sentences import find_sentence
from bot.language.sources import Source

_TELLING = frozenset({"compound", "poss", "nmod", "appos"})
_PLAIN_PREPOSITIONS = frozenset({"for", "of", "at", "from", "with", "by"})


class Antecedents:
    """The nouns of a text that stand with words that tell more; looked up when first needed."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._nouns: defaultdict[str, list[Token]] | None = None

    def find(self, head: Token) -> Source | None:
        """The last full phrase before `head` with the same noun."""
        if self._nouns is None:
            self._nouns = _index(self._doc)
        nouns = self._nouns[head.lower_]
        at = bisect_left(nouns, head.i, key=lambda noun: noun.i)
        return _read_phrase(nouns[at - 1]) if at else None


def _index(doc: Doc) -> defaultdict[str, list[Token]]:
    nouns: defaultdict[str, list[Token]] = defaultdict(list)
    for token in doc:
        if token.pos_ == "NOUN" and any(_tells(child) for child in token.children):
            nouns[token.lower_].append(token)
    return nouns


def _tells(child: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in _PLAIN_PREPOSITIONS
    if child.tag_ == "PRP$":
        return False
    return child.dep_ in _TELLING or (child.dep_ == "amod" and child.text[0].isupper())


def _read_phrase(noun: Token) -> Source:
    doc, sentence = noun.doc, find_sentence(noun)
    end = noun.i + 1
    for child in noun.children:
        if child.i > noun.i and child.dep_ == "prep" and child.lower_ in _PLAIN_PREPOSITIONS:
            end = max(end, child.right_edge.i + 1)
    start = max(noun.left_edge.i, sentence.start)
    return Source(doc[start : min(end, sentence.end)], noun, "description")
