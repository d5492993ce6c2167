"""Adds to what is named the nouns that mean it: "the lake", after "Lake Orsa".

A business is meant by "the company" without that noun beside its name, too; but only where no other
body is named nearby, for a mention leads a reader to what is said about it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.described_bodies import may_be_business
from bot.language.described_things import NEAR, find_described
from bot.language.genders import ask_honorific
from bot.language.known_names import is_given_name
from bot.language.namings import tell_kind
from bot.language.wordlists import read_words
from store.records import Entity, Span

_BUSINESS = frozenset({"company", "firm", "business", "group", "giant"})


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
    taken = {noun.i for nouns in found.values() for noun in nouns}
    for entity, noun in _find_businesses(doc, entities):
        if noun.i not in taken:
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


def _find_businesses(doc: Doc, entities: Sequence[Entity]) -> Iterator[tuple[Entity, Token]]:
    """What body is meant by nouns such as "the company", for every one that can mean but one."""
    bodies = {entity.name: entity for entity in entities if entity.kind == "organisation"}
    named = sorted((span, name) for name, body in bodies.items() for span in body.mentions)
    for noun in _find_nouns(doc, {span[0] for span, _ in named}):
        name = _find_meant(noun, named)
        if name:
            yield bodies[name], noun


def _find_nouns(doc: Doc, named: set[int]) -> Iterator[Token]:
    """Nouns such as "group" right behind "the", with no words that tell another one."""
    nouns = read_words("body_descriptions")
    for token in doc:
        if token.lower_ not in nouns or token.tag_ != "NN" or not token.i or token.idx in named:
            continue
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        alone = following is None or (following.pos_ not in ("NOUN", "PROPN", "NUM"))
        told = following is not None and following.lower_ in ("of", "for", "that", "which")
        if doc[token.i - 1].lower_ == "the" and alone and not told:
            yield token


def _find_meant(noun: Token, named: Sequence[tuple[Span, str]]) -> str:
    """The one body named shortly before, or the one of several that has the noun in its name."""
    first = bisect_left(named, ((noun.idx - NEAR, 0), ""))
    last = bisect_left(named, ((noun.idx, 0), ""))
    near = {name for _, name in named[first:last]}
    fitting = {name for name in near if noun.lower_ in name.lower().split()}
    if not fitting and noun.lower_ in _BUSINESS:
        often = Counter(name for _, name in named)
        fitting = {name for name in near if may_be_business(name)}
        fitting = {name for name in fitting if often[name] == max(often.values())}
    return fitting.pop() if len(fitting) == 1 and len(near) == 1 else ""
