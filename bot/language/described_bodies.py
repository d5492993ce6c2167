"""Finds the body that a description means: "the company", "the furniture chain"."""

from __future__ import annotations

from bot.language.cast import Cast, Member
from bot.language.described_people import find_modifiers
from bot.language.guesses import Guess, to_speaker
from bot.language.salience import Salience
from bot.language.sources import Source
from bot.language.wordlists import read_words

_BODY, _KIND = 0.85, 0.75


def find_body(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """The body that has the noun in its name, or the business on the mind."""
    modifiers = list(find_modifiers(source))
    if modifiers:
        return _find_business(source, modifiers, salience)
    word = source.head.lower_
    for _, member in salience.rank():
        if _is_named(member, word):
            return Guess(to_speaker(member), _BODY, member)
    before = [m for m in cast.members if _is_named(m, word) and m.spans[0][0] < source.head.i]
    return Guess(to_speaker(before[0]), _KIND, before[0]) if len(before) == 1 else None


def _is_named(member: Member, word: str) -> bool:
    named = member.entity.name.lower().split()
    return member.entity.kind == "organisation" and word in named and len(named) > 1


def _find_business(source: Source, modifiers: list[str], salience: Salience) -> Guess | None:
    """The body that "the furniture chain" means; "the city council" is one of its own."""
    plain = all(word.islower() for word in modifiers) and len(modifiers) == 1
    if not plain or source.head.lower_ not in read_words("business_nouns"):
        return None
    return take_body(source, salience)


def take_body(source: Source, salience: Salience) -> Guess | None:
    """The body in mind, where the noun commonly stands in for a name: "the company"."""
    bodies = [(w, m) for w, m in salience.rank() if m.entity.kind == "organisation"]
    if not bodies or source.head.lower_ not in read_words("body_descriptions"):
        return None
    weight, best = bodies[0]
    return Guess(to_speaker(best), _BODY * weight / sum(w for w, _ in bodies), best)
