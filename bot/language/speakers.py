"""Resolves the source of an attribution to the person or organisation behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from bot.language.cast import Cast
from bot.language.discourse import Discourse
from bot.language.guesses import SURE, Guess
from bot.language.quoted_pronouns import find_quoted
from bot.language.relations import Relation
from bot.language.retold import tell_via
from bot.language.saying_days import Said, date_statements
from bot.language.texts import read_text
from store.records import Attribution, Entity
from store.wording import verbatim


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who says what in a text, and whom else its words mean."""

    attributions: tuple[Attribution, ...]
    meant: Mapping[int, Entity]
    """Who is meant by a pronoun or a description, by its token."""


def resolve_speakers(
    doc: Doc,
    relations: Sequence[Relation],
    entities: Sequence[Entity],
    published: date | None,
) -> Resolved:
    """Turn every relation into an attribution with its speaker and the date of saying."""
    cast = Cast(doc, entities)
    discourse = Discourse(doc, relations, cast)
    guesses = discourse.read()
    text = read_text(doc)
    guessed = [guesses.get(number) for number in range(len(relations))]
    names = [each.speaker.name if each and each.speaker else "" for each in guessed]
    said = date_statements(doc, relations, names, published)
    built = [
        _build_attribution(relation, guess, verbatim(text, relation.content), day)
        for relation, guess, day in zip(relations, guessed, said, strict=True)
    ]
    outer = [each for each, relation in zip(built, relations, strict=True) if not relation.nested]
    quoted = find_quoted(doc, discourse.talk, outer, cast)
    others = {doc[i].idx: guess for i, guess in quoted.items()}
    members = ((i, guess.member) for i, guess in quoted.items())
    known = {i: member for i, member in members if member is not None and not member.unnamed}
    meant = {i: member.entity for i, member in (cast.meant | known).items()}
    return Resolved(tell_via(relations, built, others), meant)


def _build_attribution(
    relation: Relation, guess: Guess | None, text: str, said: Said
) -> Attribution:
    confidence = guess.confidence if guess else 0.0
    speaker = guess.speaker if guess else None
    if speaker is not None and confidence < SURE:
        speaker = replace(speaker, sure=False)
    return Attribution(
        kind=relation.kind,
        content=relation.content,
        text=text,
        sentence=relation.sentence,
        source=relation.source,
        cue=relation.cue,
        speaker=speaker,
        said_on=said[0],
        said_on_words=said[1],
        confidence=round(confidence, 3),
        standing=relation.standing,
    )
