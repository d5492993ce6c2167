"""Nouns that may stand for each other once a text has introduced something by one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cache

from bot.language.wordlists import read_phrases, read_table


def find_alike(noun: str) -> frozenset[str]:
    """The nouns that may mean what was introduced by a noun, and the other way round."""
    return _read_alike().get(noun, frozenset())


def find_people(noun: str, words: Collection[str]) -> frozenset[str]:
    """The nouns, in the singular, for the people of a body that was introduced by these words."""
    people = read_table("body_people")
    return frozenset(each for word in (noun, *words) for each in people.get(word, "").split())


@cache
def _read_alike() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in read_phrases("alike_nouns"):
        general, _, special = (part.split() for part in line.partition(":"))
        for noun in general:
            found[noun].update(general, special)
        for noun in special:
            found[noun].update(general)
    return {noun: frozenset(others - {noun}) for noun, others in found.items()}
