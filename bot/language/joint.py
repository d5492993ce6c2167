"""Resolves sources of several people of whom a pronoun stands for one: "she and Jane Roe"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from bot.language.cast import Cast, Member
from bot.language.genders import PRONOUNS
from bot.language.guesses import Guess, guess_named
from bot.language.sources import Source

Resolve = Callable[[Token], Guess | None]


def find_joint(source: Source, cast: Cast, resolve: Resolve) -> Guess | None:
    """Whoever a pronoun and the names beside it mean; None if it is no such source, or not clear.

    Args:
        source: the source as a whole.
        cast: who is named in the text.
        resolve: whom a pronoun means.
    """
    heads = _find_heads(source)
    if len(heads) < 2 or not any(head.lower_ in PRONOUNS for head in heads):  # noqa: PLR2004
        return None
    meant = [_find_meant(head, cast, resolve) for head in heads]
    members = [member for member, _ in meant if member is not None]
    if len({member.entity.name for member in members}) < len(heads):
        return None
    guess = guess_named(members)
    return replace(guess, confidence=min(guess.confidence, *(sure for _, sure in meant)))


def _find_heads(source: Source) -> list[Token]:
    """The words that "and" joins in a source, in their order; all may be subjects of one verb."""
    head = source.head
    beside = [t for t in head.head.children if t.dep_ == head.dep_ == "nsubj"]
    joined = {head, *head.conjuncts, *beside}
    return sorted(each for each in joined if source.span.start <= each.i < source.span.end)


def _find_meant(head: Token, cast: Cast, resolve: Resolve) -> tuple[Member | None, float]:
    if head.lower_ not in PRONOUNS:
        return cast.at(head.i), 1.0
    guess = resolve(head)
    return (guess.member, guess.confidence) if guess is not None else (None, 0.0)
