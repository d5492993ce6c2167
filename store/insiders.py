"""Nameless people of a body: "two officers at the alliance's headquarters", and one of them."""

from __future__ import annotations

import re
from functools import cache

from store.lists import read_list
from store.records import Span

_TOLD = 70
"""Characters of a description in which it stands whose people they are."""
_ONE = re.compile(r"(?:one|another|an?|the other) of the (?P<noun>[\w-]+)$", re.IGNORECASE)
_SEVERAL = "two|three|four|five|six|several|some|many|other|a few|a number of|both"


@cache
def write_insiders() -> str:
    """A pattern for what such people are called, up to the body."""
    nouns = "|".join(read_list("offices")["insiders"])
    return rf"(?:[\w-]+ ){{0,4}}?(?:{nouns}) (?:at|in|with|from|inside|within|of) "


def are_insiders(description: str) -> bool:
    """Whether nameless people are described so, or as one of a group that may be."""
    return bool(_write_start().match(description) or _ONE.match(description))


@cache
def _write_start() -> re.Pattern[str]:
    return re.compile(write_insiders(), re.IGNORECASE)


def place_group(text: str, place: Span) -> Span:
    """Where those are described of whom one speaks at a place; any other description as it is."""
    one = _ONE.match(text[slice(*place)])
    if one is None:
        return place
    several = rf"\b(?:{_SEVERAL}) (?:[\w-]+ ){{0,3}}?{re.escape(one['noun'])}\b"
    groups = [each.start() for each in re.finditer(several, text[: place[0]], re.IGNORECASE)]
    return (groups[-1], groups[-1] + _TOLD) if groups else place
