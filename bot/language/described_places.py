"""Finds the place that a description means: "the state", "the kingdom", "the town"."""

from __future__ import annotations

from functools import cache

from babel import Locale

from bot.language.cast import Cast, Member
from bot.language.described_bodies import weigh_named
from bot.language.guesses import Guess, to_speaker
from bot.language.salience import Salience
from bot.language.sources import Source
from bot.language.wordlists import read_phrases, read_table

_CONFIDENCE = 0.75


def find_place(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """The place of that sort on the mind, or the only one named before; None for more words."""
    sort = read_table("place_nouns").get(source.head.lower_)
    if sort is None or len(source.span) > 2:  # noqa: PLR2004  "the" and the noun
        return None
    known = [member for member in cast.members if _tell_sort(member) == sort]
    fitting = list(weigh_named(known, source, salience))
    if not fitting:
        return None
    weight, best = max(fitting, key=lambda pair: pair[0])
    return Guess(to_speaker(best), _CONFIDENCE * weight / sum(w for w, _ in fitting), best)


def _tell_sort(member: Member) -> str:
    if member.entity.kind != "place":
        return ""
    name = member.entity.name
    if name in read_phrases("states"):
        return "state"
    return "country" if name in _countries() else "town"


@cache
def _countries() -> frozenset[str]:
    territories = Locale("en").territories
    return frozenset(str(name) for code, name in territories.items() if code.isalpha())
