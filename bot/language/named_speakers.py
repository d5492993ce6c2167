"""Names speakers that only a description told of, where the text tells what body it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from bot.language.texts import read_text
from bot.language.wordlists import read_words
from store.records import Attribution, Entity, Span, Speaker

_Meant = Mapping[int, tuple[str, int]]
"""By the character that a phrase begins at: the body that it means, and where the phrase ends."""
_DESCRIBING = frozenset({"a", "an", "that", "the", "this"})
"""Words that begin a description: "her office" may be anybody's."""


def name_described(
    doc: Doc, attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[Attribution, ...]:
    """The attributions, with the body's name for "the club" or "the watchdog's report".

    A speaker that is known by name stays, unless it is unclear.

    Args:
        doc: the text.
        attributions: who says what.
        entities: with the nouns that mean them among their mentions.
    """
    meant = dict(_find_meant(entities))
    names = frozenset(entity.name for entity in entities)
    known: dict[str, Speaker] = {}
    told, text = [], read_text(doc)
    for each in attributions:
        speaker = each.speaker
        if speaker is None or not _is_open(speaker, names):
            told.append(each)
            continue
        body = _find_body(text, each.source, meant) if each.source else ""
        if body:
            known[speaker.name] = Speaker(body, kind="organisation")
        told.append(replace(each, speaker=known.get(speaker.name, speaker)))
    return tuple(told)


def _find_meant(entities: Sequence[Entity]) -> Iterator[tuple[int, tuple[str, int]]]:
    for entity in entities:
        for start, end in entity.mentions if entity.kind == "organisation" else ():
            yield start, (entity.name, end)


def _is_open(speaker: Speaker, names: frozenset[str]) -> bool:
    """Whether it is a body without a name, or one that may be another."""
    return speaker.kind == "organisation" and (speaker.name not in names or not speaker.sure)


def _find_body(text: str, source: Span, meant: _Meant) -> str:
    """The body that a description means, or whose paper it tells of; "" for any other source."""
    name, end = meant.get(source[0], ("", source[1]))
    if text[source[0] : end].split(maxsplit=1)[0].lower() not in _DESCRIBING:
        return ""
    rest = text[end : source[1]].split()
    owned = bool(rest) and rest[0] in ("'s", "’s", "'", "’")
    return name if not owned or rest[-1].lower() in read_words("document_nouns") else ""
