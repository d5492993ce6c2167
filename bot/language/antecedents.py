"""Finds what a bare noun meant before: "the campaign" after "the Roe campaign"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from spacy.tokens import Doc, Token

from bot.language.cast import Member
from bot.language.sentences import find_sentence
from bot.language.sources import Source

_TELLING = frozenset({"compound", "poss", "nmod", "appos"})
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_LOOKED_AT = 30
"""Times that a noun stands before, of which one may tell more."""
_RECENT = 90
"""Tokens: whoever was brought in this shortly before is still a stranger."""
_CUTS = frozenset({"that", "which", "who", ","})
_PLAIN_PREPOSITIONS = frozenset({"for", "of", "at", "from", "with", "by"})


class Antecedents:
    """The nouns of a text, to find those with words that tell more; listed when first needed."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._nouns: defaultdict[str, list[Token]] | None = None
        self.since = 0
        """Token that the present section of the text begins with."""
        self.meant: dict[int, Member] = {}
        """Whom descriptions were found to mean, by the token of their noun."""

    def find(self, head: Token) -> Source | None:
        """The last full phrase before `head`, in its section, with the same noun."""
        if self._nouns is None:
            self._nouns = _index(self._doc)
        nouns = self._nouns[head.lower_]
        at = bisect_left(nouns, head.i, key=lambda noun: noun.i)
        near = (noun for noun in reversed(nouns[max(0, at - _LOOKED_AT) : at]))
        near = (noun for noun in near if not _is_former(noun))
        full = next((n for n in near if n.i >= self.since and any(map(_tells, n.children))), None)
        return _read_phrase(full) if full is not None else None

    def find_stranger(self, head: Token, *, spoke: bool = False) -> Source | None:
        """Somebody of the same noun who was brought in shortly before: "a young woman".

        Args:
            head: The noun.
            spoke: Only somebody who is the subject of a sentence, without a name beside it.
        """
        for noun in reversed(self._doc[max(self.since, head.i - _RECENT) : head.i]):
            if noun.lower_ == head.lower_ and any(t.lower_ in _INDEFINITE for t in noun.children):
                return _read_phrase(noun) if not spoke or _is_stranger(noun) else None
        return None


def _is_stranger(noun: Token) -> bool:
    """Whether a noun is a subject that no name explains: "a senior officer said"."""
    return noun.dep_ == "nsubj" and not any(child.dep_ == "appos" for child in noun.children)


def _index(doc: Doc) -> defaultdict[str, list[Token]]:
    nouns: defaultdict[str, list[Token]] = defaultdict(list)
    for token in doc:
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.is_lower):
            nouns[token.lower_].append(token)
    return nouns


def _is_former(noun: Token) -> bool:
    """Whether somebody was that once: "the governor" is no former one."""
    return any(child.lower_ == "former" for child in noun.children)


def _tells(child: Token) -> bool:
    if child.dep_ == "prep":
        many = child.lower_ == "of" and any(t.tag_ == "NNS" for t in child.children)
        return child.lower_ in _PLAIN_PREPOSITIONS and not many  # "a group of voters"
    if child.tag_ == "PRP$":
        return False
    return child.dep_ in _TELLING or (child.dep_ == "amod" and child.text[0].isupper())


def _read_phrase(noun: Token) -> Source:
    doc, sentence = noun.doc, find_sentence(noun)
    end = noun.i + 1
    for child in noun.children:
        if child.i > noun.i and child.dep_ == "prep" and child.lower_ in _PLAIN_PREPOSITIONS:
            end = max(end, child.right_edge.i + 1)
    cuts = (t.i for t in doc[noun.i + 1 : end] if t.lower_ in _CUTS)
    end = next(cuts, end)
    start = max(noun.left_edge.i, sentence.start)
    return Source(doc[start : min(end, sentence.end)], noun, "description")
