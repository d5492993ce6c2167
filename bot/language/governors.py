"""The words that a cue hangs on, as far as they decide whether anything was said.

From "say" in "is not expected to say" it is up to "expected"; what stands within the content of
an attribution never decides about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from bot.language.relations import Relation
from bot.language.subjects import LIGHT
from bot.language.texts import read_text
from bot.language.wordlists import read_table, read_words

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_STOPS = frozenset({".", "?", "!", "…"})
_PARTS = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
_LINKS = frozenset({"xcomp", "pcomp", "prep", "acl"})
_DEEPEST = 8


@cache
def read_group(*names: str) -> frozenset[str]:
    """Groups of `data/standing_words.txt`, together."""
    return frozenset(word for name in names for word in read_table("standing_words")[name].split())


@dataclass(frozen=True, slots=True)
class Bearing:
    """The word that reports, and the words above it."""

    relation: Relation
    word: Token
    own: frozenset[int]
    """The tokens of the content: they say nothing about the cue."""
    chain: tuple[Token, ...]
    """From the word to the topmost one that it shares its fate with: "say", "expected"."""

    @property
    def verb(self) -> Token:
        """The word itself, or the verb that a noun or an adjective hangs on."""
        return next((each for each in self.chain if each.pos_ in {"VERB", "AUX"}), self.word)

    def parts(self, node: Token) -> list[Token]:
        """What a word governs outside the content."""
        return [child for child in node.children if child.i not in self.own]

    def marked(self, group: str) -> Token | None:
        """The clause around the cue that one of these words opens, if one does."""
        for node in self._clauses():
            for mark in self.parts(node):
                opens = mark.dep_ in {"mark", "advmod"} and mark.i < node.i
                if opens and mark.lower_ in read_group(group) and not self._tells_from(mark):
                    return node
        return None

    def _clauses(self) -> Iterator[Token]:
        node = self.verb
        for _ in range(_DEEPEST):
            yield node
            if node.dep_ not in {"xcomp", "ccomp", "conj"} or node.head.i in self.own:
                return
            node = node.head

    def _tells_from(self, mark: Token) -> bool:
        """Whether the content stands between a word and the cue."""
        return any(mark.i < i < self.word.i for i in self.own)

    def ends_with(self, mark: str) -> bool:
        """Whether the sentence, from the cue on, ends so."""
        rest = (token.text for token in self.word.doc[self.word.i + 1 : self.word.i + 100])
        return next((text for text in rest if text in _STOPS or "\n" in text), "") == mark

    def first_told(self) -> str:
        """The first word of the content, in lower case."""
        return self.word.doc[min(self.own)].lower_ if self.own else ""

    def source_words(self) -> list[str]:
        """The words of the source, in lower case."""
        source = self.relation.source
        return read_text(self.word.doc)[slice(*source)].lower().split() if source else []

    def is_first_person(self) -> bool:
        """Whether the source speaks of itself: "I would argue" argues."""
        return bool(self.source_words()) and self.source_words()[0] in read_group("first_person")


def find_bearing(doc: Doc, relation: Relation) -> Bearing | None:
    """Look at the cue of a relation; None if it has no word."""
    if relation.cue is None:
        return None
    cue = doc.char_span(*relation.cue, alignment_mode="expand")
    word = _find_word(cue) if cue is not None and len(cue) else None
    if word is None:
        return None
    word = _find_unsaid(word)
    spans = (doc.char_span(*span, alignment_mode="expand") for span in relation.content)
    told = (token.i for span in spans if span is not None for token in span)
    own = set(told)
    if word.i in own:
        own = {i for i in own if i > word.i}
    return Bearing(relation, word, frozenset(own), tuple(_climb(word, own)))


def _find_word(cue: Span) -> Token | None:
    """The word of a cue that reports: "say" in "went on to say"."""
    word: Token = cue.root
    for token in cue[word.i - cue.start + 1 :]:
        if token.dep_ == "xcomp" and token.head.i == word.i:
            word = token
    return word if word.pos_ in _PARTS and word.is_alpha else None


def _find_unsaid(word: Token) -> Token:
    """What a cue says will or won't be said: "declined" [to say whether]."""
    if word.lemma_.lower() not in read_group("unsaying", "prospective"):
        return word
    inner = [child for child in word.children if child.dep_ in _LINKS and child.i > word.i]
    inner += [c for child in inner if child.dep_ == "prep" for c in child.children]
    return next((each for each in inner if each.pos_ == "VERB" and tells(each)), word)


def tells(word: Token) -> bool:
    """Whether a word is one for saying or thinking."""
    lemma = word.lemma_.lower()
    name = lemma + (".n" if word.pos_ == "NOUN" else "")
    return name in read_words("speech_cues") or lemma in read_group(
        "thinking", "answering", "asking"
    )


def _climb(word: Token, own: set[int]) -> Iterator[Token]:
    """The word and those above it, as long as they decide about it."""
    node: Token | None = word
    for _ in range(_DEEPEST):
        if node is None or (node.i in own and node.i != word.i):
            return
        yield node
        node = _above(node) if node.head.i != node.i else None


def _above(node: Token) -> Token | None:
    """The word that decides about this one, if the one it hangs on does."""
    head, dep = node.head, node.dep_
    joints = read_group("linking", "unsaying_prepositions")
    decides = (
        dep in {"xcomp", "acomp", "oprd", "attr"}
        or (dep in {"acl", "ccomp"} and _has_to(node))
        or (dep == "dobj" and head.lemma_ in LIGHT)
        or (dep == "pcomp" and head.lower_ in joints)
        or (dep == "prep" and node.lower_ in joints)
        or (dep == "conj" and _shares(node))
    )
    return head if decides else None


def _has_to(node: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in node.children)


def _shares(node: Token) -> bool:
    """Whether a second verb shares what stands before the first: "not confirm or deny"."""
    if any(child.dep_ in _SUBJECTS for child in node.children):
        return False
    joined = {child.lower_ for child in node.head.children if child.dep_ == "cc"}
    bare = node.tag_ == node.head.tag_ == "VB" and not _has_to(node)
    return bool(joined & {"or", "nor"}) or (bare and "but" not in joined)


def subject_of(node: Token) -> Token | None:
    """The subject of a verb."""
    return next((child for child in node.children if child.dep_ in _SUBJECTS), None)
