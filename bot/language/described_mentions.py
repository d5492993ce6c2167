"""Adds to what is named the nouns that mean it: "the lake", after "Lake Orsa".

A body is meant by a noun without that noun beside its name, too: stand_ins.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.described_things import find_described
from bot.language.genders import ask_honorific
from bot.language.known_names import is_given_name
from bot.language.namings import tell_kind
from bot.language.stand_ins import find_stand_ins
from store.records import Entity


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
    described = [(each, noun) for each in entities for noun in found[id(each)]]
    for entity, noun in find_stand_ins(doc, entities, described):
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
