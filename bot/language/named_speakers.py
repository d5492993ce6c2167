"""Names speakers that only a description told of, where the text tells what body it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from store.records import Attribution, Entity, Speaker

_DESCRIBING = frozenset({"a", "an", "that", "the", "this"})
"""Words that begin a description: no name does, and "her office" may be anybody's."""


def name_described(
    doc: Doc, attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[Attribution, ...]:
    """The attributions, with the name of the body that "the club" or "the operator" stands for.

    A speaker that is known by name stays, unless it is unclear.

    Args:
        doc: the text.
        attributions: who says what.
        entities: with the nouns that mean them among their mentions.
    """
    meant = dict(_find_meant(doc, entities))
    names = frozenset(entity.name for entity in entities)
    known: dict[str, Speaker] = {}
    told = []
    for each in attributions:
        speaker = each.speaker
        if speaker is None or not _is_open(speaker, names):
            told.append(each)
            continue
        body = meant.get(each.source[0]) if each.source else None
        if body is not None:
            known[speaker.name] = Speaker(body, kind="organisation")
        told.append(replace(each, speaker=known.get(speaker.name, speaker)))
    return tuple(told)


def _find_meant(doc: Doc, entities: Sequence[Entity]) -> Iterator[tuple[int, str]]:
    """The name of the body that a phrase such as "the club" means, by its first character."""
    for entity in entities:
        for start, end in entity.mentions if entity.kind == "organisation" else ():
            first = doc.text[start:end].split()[0].lower()
            if first in _DESCRIBING:
                yield start, entity.name


def _is_open(speaker: Speaker, names: frozenset[str]) -> bool:
    """Whether it is a body without a name, or one that may be another."""
    return speaker.kind == "organisation" and (speaker.name not in names or not speaker.sure)
