"""Adds to what is named the nouns that mean it: "the lake", after "Lake Orsa".

A business is meant by "the company" without that noun beside its name, too; but only where no other
body is named nearby, for a mention leads a reader to what is said about it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Doc, Token

from bot.language.described_bodies import may_be_business
from bot.language.described_things import NEAR, OWNERS, find_described
from bot.language.genders import ask_honorific
from bot.language.known_names import is_given_name
from bot.language.namings import tell_kind
from bot.language.wordlists import read_words
from store.records import Entity, Span

_INDEFINITE = frozenset({"a", "an", "another"})


def add_described(
    doc: Doc, entities: Sequence[Entity], people: Collection[str]
) -> tuple[Entity, ...]:
    """The entities, with mentions by a noun added in their places.

    What was taken for a person is none after all if the text calls it a lake.

    Args:
        doc: the text.
        entities: by name; kept in this order.
        people: the names of those who are surely persons: they speak, or are meant by "he".
    """
    found: defaultdict[int, list[Token]] = defaultdict(list)
    for entity, noun in find_described(doc, entities):
        if entity.kind != "person" or not _is_person(doc, entity, people):
            found[id(entity)].append(noun)
    described = {noun.i for nouns in found.values() for noun in nouns}
    for entity, noun in _find_businesses(doc, entities, described):
        found[id(entity)].append(noun)
    return tuple(_add(entity, found[id(entity)]) for entity in entities)


def _add(entity: Entity, nouns: Sequence[Token]) -> Entity:
    if not nouns:
        return entity
    spans = {(noun.left_edge.idx, noun.idx + len(noun)) for noun in nouns}
    kind = tell_kind(nouns[0].lemma_) if entity.kind == "person" else entity.kind
    return replace(entity, kind=kind, mentions=tuple(sorted({*entity.mentions, *spans})))


def _is_person(doc: Doc, entity: Entity, people: Collection[str]) -> bool:
    """Whether anything but the model tells that a name is a person's."""
    given = is_given_name(entity.name.split()[0].lower())
    if given or entity.role or entity.name in people:
        return True
    starts = (doc.char_span(*span, alignment_mode="expand") for span in entity.mentions)
    return any(name is not None and ask_honorific(doc, name.start) for name in starts)


def _find_businesses(
    doc: Doc, entities: Sequence[Entity], described: Collection[int]
) -> Iterator[tuple[Entity, Token]]:
    """What body is meant by nouns such as "the company", for every one that can mean but one.

    Args:
        doc: the text.
        entities: by name.
        described: the tokens of nouns of which it is known what they mean.
    """
    bodies = {entity.name: entity for entity in entities if entity.kind == "organisation"}
    named = sorted((span, name) for name, body in bodies.items() for span in body.mentions)
    often = {name: len(body.mentions) for name, body in bodies.items()}
    for noun in _find_nouns(doc, {span[0] for span, _ in named}):
        name = _find_meant(noun, named, often) if noun.i not in described else ""
        if name:
            yield bodies[name], noun
            insort(named, ((noun.idx, noun.idx + len(noun)), name))


def _find_nouns(doc: Doc, named: set[int]) -> Iterator[Token]:
    """Nouns such as "group" right behind "the", with no words that tell another one."""
    nouns = read_words("body_descriptions") | read_words("stand_in_nouns")
    wanted = np.array([doc.vocab.strings.add(noun) for noun in nouns], dtype=np.uint64)
    strangers: dict[str, int] = {}
    for index in np.flatnonzero(np.isin(doc.to_array("LOWER"), wanted)).tolist():
        token = doc[index]
        if token.tag_ != "NN" or not index or token.idx in named:
            continue
        if next(token.lefts, token).lower_ in _INDEFINITE:
            strangers[token.lower_] = token.idx
        elif _is_known(token) and strangers.get(token.lower_, -NEAR) <= token.idx - NEAR:
            yield token


def _is_known(noun: Token) -> bool:
    """Whether it stands by itself right behind "the", or a business behind its owner."""
    before = noun.nbor(-1).lower_
    if before != "the" and not (before in OWNERS and noun.lower_ in read_words("business_nouns")):
        return False
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is None:
        return True
    told = following.lower_ in ("of", "for", "that", "which")
    return following.pos_ not in ("NOUN", "PROPN", "NUM") and not told


def _find_meant(noun: Token, named: Sequence[tuple[Span, str]], often: Mapping[str, int]) -> str:
    """The one body named shortly before, or the one of several that has the noun in its name."""
    first = bisect_left(named, ((noun.idx - NEAR, 0), ""))
    last = bisect_left(named, ((noun.idx, 0), ""))
    near = {name for _, name in named[first:last]}
    fitting = {name for name in near if noun.lower_ in name.lower().split()}
    if not fitting and noun.lower_ in read_words("stand_in_nouns"):
        most = max(often.values(), default=0)
        fitting = {name for name in near if may_be_business(name) and often.get(name) == most}
    return fitting.pop() if len(fitting) == 1 and len(near) == 1 else ""
