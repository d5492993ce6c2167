"""Feasts that a question may name for their day: Christmas, Easter, New Year's Eve."""

from __future__ import annotations

import re
from datetime import date

from dateutil.easter import easter  # type: ignore[import-untyped]  # it has no stubs

_FEASTS = {
    r"christmas eve": (12, 24),
    r"boxing day": (12, 26),
    r"new year'?s eve": (12, 31),
    r"new year(?:'?s)?(?: day)?": (1, 1),
    r"hallowe'?en": (10, 31),
    r"valentine'?s day": (2, 14),
    r"(?:st\.?|saint) patrick'?s day": (3, 17),
    r"christmas(?: day)?|xmas": (12, 25),
}
"""Month and day of what has the same each year."""
FEAST = rf"(?:{'|'.join(_FEASTS)}|easter)"
"""What may be a day, and a topic."""


def feast_of(words: str, year: int) -> date:
    """The day in that year of the feast that the words name."""
    if "easter" in words:
        sunday: date = easter(year)
        return sunday
    month, day = next(when for name, when in _FEASTS.items() if re.match(name, words))
    return date(year, month, day)
