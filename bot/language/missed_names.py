"""Finds the surnames of known people that the first look at a text's names missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from bot.language.genders import ask_honorific
from bot.language.known_names import places
from bot.language.name_words import is_title
from bot.language.names import Mention
from bot.language.people import is_misspelling
from bot.language.wordlists import read_words
from store.records import EntityKind

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the running text tells of names."""

    names: dict[Words, EntityKind]
    surnames: frozenset[str]
    bare: frozenset[str]
    """Single words that the text speaks of as people."""
    bodies: frozenset[str]
    """First words that bodies are known by."""
    beginnings: frozenset[Words]
    """Names of bodies without their last word."""
    openers: frozenset[str] = frozenset()
    """First words of the names of bodies, by which these may speak."""

    def kind_of(self, word: str) -> EntityKind | None:
        """What a word alone names, if the text knows it as a surname or a body's name."""
        if word in self.surnames:
            return "person"
        return "organisation" if word in self.bodies else None


def find_missed(doc: Doc, known: Known, taken: set[int]) -> Iterator[Mention]:
    """The known surnames and bodies of a text that nothing took for names."""
    for token in doc:
        kind = known.kind_of(token.lower_)
        if kind is None and _is_misspelt_subject(token, known):
            kind = "person"
        if kind is None or token.i in taken or not _is_name(token):
            continue
        told = ask_honorific(doc, token.i)
        yield Mention(token.i, token.i + 1, (token.lower_,), token.text, kind, honorific=told)


def _is_misspelt_subject(token: Token, known: Known) -> bool:
    """Whether the subject that opens a sentence is a known surname with another letter or two."""
    if not token.is_sent_start or token.dep_ != "nsubj" or not token.text[0].isupper():
        return False
    word = token.lower_
    if token.is_stop or word in read_words("ordinary_words"):
        return False
    return any(is_misspelling(name, word) for name in known.surnames if name[0] == word[0])


def _is_name(token: Token) -> bool:
    if not token.text[0].isupper():
        return False
    ordinary = token.lower_ in read_words("ordinary_words") or token.lower_ in places()
    return token.pos_ == "PROPN" or is_label(token) if ordinary else True


def is_label(name: Token) -> bool:
    """Whether a word begins a turn, by itself or behind a title: "SEN. MAY:"."""
    doc, start = name.doc, name.i - 1
    if start > 0 and doc[start].text == "." and not doc[start - 1].whitespace_:
        start -= 1
    if start >= 0 and is_title(doc[start]):
        start -= 1
    after = doc[name.i + 1 : name.i + 2]
    return after.text == ":" and (start < 0 or "\n" in doc[start].text)
