"""Resolves descriptions, "the minister", "the company", and keeps unnamed sources as described."""

from __future__ import annotations

from dataclasses import replace

from bot.language.antecedents import Antecedents
from bot.language.cast import Cast, Member
from bot.language.described_bodies import find_body, take_body
from bot.language.described_people import find_person
from bot.language.described_places import find_place
from bot.language.description_words import (
    find_age,
    find_modifiers,
    is_definite,
    is_general,
)
from bot.language.guesses import Guess, to_speaker
from bot.language.introductions import find_introduced, find_introduced_body, find_named_later
from bot.language.ones import tell_group
from bot.language.owned_people import find_owned
from bot.language.roles import is_person_noun
from bot.language.salience import Salience
from bot.language.sources import Source
from bot.language.unnamed import describe, is_body, keeps_name_back, name_unnamed

_TAKEN = 0.45
"""Confidence from which a body in mind is preferred to an unnamed one of the same noun."""
_LOOKED_UP = 0.75
_KNOWN = 0.5
"""Below this it is better to look back even for a noun that may mean anybody."""


def resolve_description(
    source: Source,
    salience: Salience,
    cast: Cast,
    antecedents: Antecedents,
    barred: frozenset[int] = frozenset(),
) -> Guess:
    """Who a description means: someone named in the text, or the unnamed source it describes.

    Args:
        source: the description.
        salience: who is on the mind where it stands.
        cast: who is named in the text.
        antecedents: what its noun meant before.
        barred: members, by `id`, whom grammar does not let it mean.
    """
    guess = tell_group(source) or find_owned(source, salience, cast)
    if guess is not None:
        return guess
    if keeps_name_back(source.head):
        return _find_stranger(source, antecedents, spoke=False) or name_unnamed(source)
    barred |= {id(cast.at(token.i)) for token in source.span}  # "the former Acme consultant"
    person = is_person_noun(source.head) or bool(find_age(source.span))
    general = is_general(source.head)
    if is_definite(source.span) and (general or (person and not list(find_modifiers(source)))):
        guess = _find_stranger(source, antecedents, spoke=not general)
    if guess is None and (person or (general and source.head.tag_ != "NNS")):
        guess = find_person(source, salience, cast, barred)
    elif guess is None and is_definite(source.span):
        guess = find_body(source, salience, cast) if is_body(source.head) else None
        guess = guess or find_place(source, salience, cast)
    unsure = guess is None or guess.confidence < (_KNOWN if general else _LOOKED_UP)
    if unsure and is_definite(source.span) and not list(find_modifiers(source)):
        before = _look_back(source, cast, antecedents)
        if person or (before is not None and before.member is not None):
            guess = before or guess
        guess = guess or _prefer_named(take_body(source, salience, cast), before)
    if guess is None and is_person_noun(source.head):
        guess = find_introduced(source, cast)
    elif guess is None and is_body(source.head):
        guess = find_introduced_body(source, cast)
    return guess or name_unnamed(source)


def resolve_subject(
    source: Source, salience: Salience, cast: Cast, barred: frozenset[int]
) -> Guess:
    """Who a description means of whom something is said: as `resolve_description` has it."""
    if is_definite(source.span):
        found = find_person(source, salience, cast, barred)
    else:
        found = find_owned(source, salience, cast)
    return found or find_named_later(source, cast) or name_unnamed(source)


def _prefer_named(named: Guess | None, before: Guess | None) -> Guess | None:
    """A body in mind, unless another one of the same noun is likelier that is only described."""
    if before is None or (named is not None and named.confidence >= _TAKEN):
        return named
    return before


def _find_stranger(source: Source, antecedents: Antecedents, *, spoke: bool) -> Guess | None:
    """Who was brought in without a name just before: "the woman" after "a young woman".

    "The officer" may be somebody named as well, unless "an officer" has spoken already.
    """
    before = antecedents.find_stranger(source.head, spoke=spoke)
    if before is None:
        return None
    member = antecedents.meant.get(before.head.i)
    if member is not None:
        return Guess(to_speaker(member), _LOOKED_UP, member)
    return replace(name_unnamed(before), confidence=_LOOKED_UP)


def _look_back(source: Source, cast: Cast, antecedents: Antecedents) -> Guess | None:
    """What the same noun meant before: "the spokesman" after "a spokesman for Acme"."""
    before = antecedents.find(source.head)
    if before is None:
        return None
    member = antecedents.meant.get(before.head.i) or _find_named(before, cast)
    kind = "person" if is_person_noun(source.head) else "organisation"
    if member is not None and member.entity.kind == kind:
        return Guess(to_speaker(member), _LOOKED_UP, member)
    named = find_introduced(before, cast) if is_person_noun(before.head) else None
    if named is not None:
        return named
    unnamed = name_unnamed(before)
    return Guess(unnamed.speaker, _LOOKED_UP) if describe(before) else None


def _find_named(phrase: Source, cast: Cast) -> Member | None:
    """Who is named by a phrase or beside it."""
    head = phrase.head
    beside = [t.i for t in head.children if t.dep_ == "appos"]
    beside += [head.head.i] if head.dep_ == "appos" else []
    beside += [head.i + 1] if not is_person_noun(head) else []  # "the rights group Acme"
    named = (cast.at(index) for index in (head.i, *beside))
    return next((member for member in named if member is not None), None)
