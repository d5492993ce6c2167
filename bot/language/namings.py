"""Finds the common nouns by which a text introduces what it names: a lake, a pill, a dam.

In the name itself ("Lake Orsa"), right before it ("the pill Cardelan"), or in what is said of it
("Cardelan, a pill,", "Cardelan is a pill").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from bot.language.alike import find_alike
from bot.language.callings import find_called
from bot.language.known_names import is_given_name, places
from bot.language.page import NOUN_SUBJECTS
from bot.language.roles import is_person_noun
from bot.language.wordlists import read_table, read_words
from store.records import EntityKind

_JOINTS = frozenset({"of", "for", "in", "on", "at", "against"})
_THINGS = frozenset({"", "PRODUCT", "WORK_OF_ART", "FAC"})
"""What the model may take a thing for."""
_PEOPLES = frozenset({"NORP", "GPE", "LOC"})
_BESIDE = frozenset({"compound", "nmod", "appos"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A noun for what is named, with the words before it."""

    noun: str
    words: frozenset[str]
    """What else tells which one is meant: "blood pressure" of a pill."""
    place: int
    """The token of the noun, or of the name that has it."""
    in_name: bool = False
    """The noun is part of the name."""


def find_namings(name: Span) -> Iterator[Naming]:
    """Every noun by which the text introduces what it names at a place."""
    yield from _read_name(name)
    if (fighters := find_fighters(name)) is not None:
        yield Naming("group", frozenset({fighters.lemma_}), fighters.i)
    for noun in (*_find_before(name), *_find_after(name), *_find_behind(name)):
        if _is_thing(noun):
            yield Naming(noun.lower_, frozenset(find_words_before(noun)), noun.i)


def _is_thing(noun: Token) -> bool:
    """Whether it is a common noun in the singular, and not for a person or a time."""
    plain = noun.tag_ == "NN" and noun.is_lower and noun.is_alpha
    return plain and not is_person_noun(noun) and not noun.ent_type_


def tell_kind(noun: str) -> EntityKind:
    """What kind of thing a noun is for."""
    if noun in read_words("place_words") or noun in read_table("place_nouns"):
        return "place"
    return "organisation" if noun in read_words("organisation_nouns") else "other"


def find_words_before(noun: Token) -> Iterator[str]:
    """The words that stand before a noun and tell which one: not its article."""
    for token in noun.lefts:
        if token.dep_ in ("compound", "amod", "nmod", "nummod"):
            yield from (each.lower_ for each in token.subtree)


def _read_name(name: Span) -> Iterator[Naming]:
    """The noun in the name: "Ostra Dam", "Lake Orsa", "Bank of Norland"."""
    words = name.text.lower().split()
    if len(words) == 1:
        return
    leading = words[0] in read_words("leading_nouns")
    noun = words[0 if leading else find_head(words)]
    noun = read_table("numbered_nouns").get(noun, noun) if words[-1].isdigit() else noun
    if noun.isalpha() and "the" not in words[1:]:
        yield Naming(noun, frozenset(words) - {noun}, name.start, in_name=True)


def find_head(words: Sequence[str]) -> int:
    """Which word of a name tells what it is: "Institute for Art", "Art Institute"."""
    ends = (at - 1 for at, word in enumerate(words) if at and word in _JOINTS)
    return next(ends, len(words) - 1 - (len(words) > 1 and words[-1].isdigit()))


def _find_before(name: Span) -> Iterator[Token]:
    """The noun before a name: "the pill Cardelan", "a ship, the Ilse", "the town of Hessle"."""
    doc, root = name.doc, name.root
    if name.start < 2:  # noqa: PLR2004  a noun with an article
        return
    before, two = doc[name.start - 1], doc[name.start - 2]
    if before.dep_ in _BESIDE and name.start <= before.head.i < name.end:
        if before.lower_ not in read_table("place_nouns") or not _is_body(root):
            yield before
    elif root.dep_ in _BESIDE and root.head.i < name.start and _is_close(root.head, name):
        yield root.head
    elif _stands_beside(before, name):
        yield before
    elif (called := find_called(doc, name.start)) is not None:
        yield called
    elif before.lower_ == "of" and two.lower_ in read_table("place_nouns"):
        yield two


def _is_body(name: Token) -> bool:
    """Whether a name ends like a body's: "the state Senate" is no state."""
    return name.lower_ in read_words("organisation_words")


def _stands_beside(noun: Token, name: Span) -> bool:
    """Whether a noun leads a name, though the parser parts them: "the chain Acme fell"."""
    if noun.lower_ in read_words("organisation_nouns"):
        return not is_given_name(name[0].lower_)
    return bool(find_alike(noun.lower_)) and (
        noun.head.i == name.root.head.i or noun.dep_ == "ROOT"
    )


def _is_close(noun: Token, name: Span) -> bool:
    """Whether between a noun and a name stands at most a comma, or "the"."""
    return all(
        token.lower_ in (",", "the", "–", "—") for token in noun.doc[noun.i + 1 : name.start]
    )


def _find_after(name: Span) -> Iterator[Token]:
    """The noun of an apposition or of "is a" behind a name."""
    root = name.root
    for child in root.rights:
        if child.dep_ == "appos" and child.i > name.end and _has_article(child):
            yield child
    if root.dep_ in NOUN_SUBJECTS and root.head.lemma_ == "be":
        told = (child for child in root.head.rights if child.dep_ == "attr")
        yield from (noun for noun in told if any(t.lower_ in ("a", "an") for t in noun.lefts))


def _find_behind(name: Span) -> Iterator[Token]:
    """The noun that a name leads, of what is no person, body or place: "the Orsa telescope"."""
    root, end = name.root, name.end
    noun = name.doc[end] if end < len(name.doc) else root
    leads = root.dep_ == "compound" and root.head == noun and root.ent_type_ in _THINGS
    if leads and find_alike(noun.lower_):
        yield noun


def find_fighters(name: Span) -> Token | None:
    """The noun beside a name for those who fight for it: "Acme mercenaries", no Malian ones.

    Or "mercenaries of Acme", but none of a country.
    """
    peoples = name.root.ent_type_ in _PEOPLES or name.root.lower_ in read_words("demonyms")
    if peoples or name.text.lower() in places():
        return None
    after = name.doc[name.end : name.end + 1]
    before = [t for t in name.doc[max(0, name.start - 3) : name.start] if t.lower_ != "the"]
    owned = len(before) > 1 and before[-1].lower_ == "of"
    return next(filter(_are_fighters, [*after, *before[-2:-1] * owned]), None)


def _are_fighters(noun: Token) -> bool:
    return noun.tag_ == "NNS" and noun.lemma_ in read_words("fighter_nouns")


def _has_article(noun: Token) -> bool:
    return any(t.lower_ in ("a", "an", "the") or t.dep_ == "poss" for t in noun.lefts)
