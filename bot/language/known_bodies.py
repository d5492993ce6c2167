"""What articles call the bodies that everybody knows: the Federal Reserve is "the central bank"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from bot.language.wordlists import read_phrases


def find_callings(name: str) -> frozenset[str]:
    """What a body of this name is called once it was named; nothing for most bodies."""
    return _callings().get(name.lower().replace(".", "").removeprefix("the "), frozenset())


@cache
def last_words() -> frozenset[str]:
    """The nouns with which such callings end."""
    return frozenset(called.split()[-1] for each in _callings().values() for called in each)


@cache
def _phrases() -> frozenset[str]:
    """Those of two words."""
    return frozenset(called for each in _callings().values() for called in each if " " in called)


def read_calling(noun: Token) -> str:
    """A noun with the word before it where both together call a known body; else the noun."""
    both = f"{noun.nbor(-1).lower_} {noun.lower_}" if noun.i else ""
    return both if both in _phrases() else noun.lower_


@cache
def _callings() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in read_phrases("known_bodies"):
        names, _, called = line.partition(": ")
        for name in names.split(", "):
            found[name] = found.get(name, frozenset()) | frozenset(called.split(", "))
    return found
