"""Finds the surnames of known people that the first look at a text's names missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from bot.language.genders import ask_honorific
from bot.language.known_names import places
from bot.language.name_words import JOINTS, is_title
from bot.language.names import Mention
from bot.language.people import is_misspelling
from bot.language.wordlists import read_words
from store.records import EntityKind

Words = tuple[str, ...]
LONGEST = 3
"""Words of a name that may be a person's without any of them being known."""


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


def find_known(mentions: Sequence[Mention]) -> Known:
    """What the running text tells of its names; headlines tell nothing."""
    plain = [mention for mention in mentions if not mention.headline]
    bare = frozenset(m.words[0] for m in plain if m.kind == "person" and len(m.words) == 1)
    people = [m for m in plain if is_person(m, bare)]
    surnames = frozenset(mention.words[-1] for mention in people)
    bodies = [m for m in plain if m.kind == "organisation" and _is_proper_first(m.words)]
    names: dict[Words, EntityKind] = {mention.words: mention.kind for mention in plain}
    names.update(dict.fromkeys(((word,) for word in surnames | bare), "person"))
    firsts = frozenset(mention.words[0] for mention in bodies) | _find_leading(plain)
    longer = (m.words[:-1] for m in plain if m.kind == "organisation" and len(m.words) > 2)  # noqa: PLR2004
    openers = {m.words[0] for m in plain if m.kind == "organisation" and len(m.words) > 1}
    openers -= read_words("organisation_words", "demonyms") | places()
    return Known(names, surnames, bare, firsts, frozenset(longer), frozenset(openers))


def _find_leading(mentions: Sequence[Mention]) -> frozenset[str]:
    """First words of bodies' names that the model takes for a body by themselves, too."""
    bodies = [mention.words for mention in mentions if mention.kind == "organisation"]
    alone = {words[0] for words in bodies if len(words) == 1}
    people = {m.words[0] for m in mentions if m.kind == "person" and (m.honorific or m.words[1:])}
    return frozenset(words[0] for words in bodies if words[1:]) & alone - people - places()


def is_person(mention: Mention, bare: frozenset[str]) -> bool:
    """Whether a name is a person's, by its kind or because its last word is one's elsewhere."""
    if mention.kind == "person":
        return len(mention.words) > 1 or bool(mention.honorific)
    known = 1 < len(mention.words) <= LONGEST and mention.words[-1] in bare
    placed = mention.kind == "place" and " ".join(mention.words) in places()
    return known and not placed and not has_generic_word(mention)


def has_generic_word(mention: Mention) -> bool:
    """Whether a word of a name tells that it is a body's: "Roe Holdings"."""
    generic = read_words("organisation_words") | JOINTS
    return any(word in generic for word in mention.words)


def _is_proper_first(words: Words) -> bool:
    """Whether a body is known by its first word alone: "Acme" of Acme Group."""
    generic = read_words("organisation_words")
    return len(words) > 1 and words[0] not in generic and all(w in generic for w in words[1:])


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


def mend_alike(before: Sequence[Mention], mended: Sequence[Mention], known: Known) -> list[Mention]:
    """The mentions; a single word that was found to be a body once is one throughout."""
    taken = {m.start for m in before if m.kind in ("person", "other")}
    bodies = {m.words for m in mended if m.kind == "organisation" and m.start in taken}
    bodies = {words for words in bodies if len(words) == 1 and words[0] not in known.surnames}
    return [
        replace(m, kind="organisation")
        if m.words in bodies and m.kind in ("person", "other") and not m.honorific
        else m
        for m in mended
    ]


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
