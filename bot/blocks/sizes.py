"""How much of a report is shown; tried from the largest until a message fits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """The most of everything that one report shows."""

    claims: int
    speakers: int
    quotes: int
    """Of one speaker."""
    words: int
    """Characters of one quote or claim."""


SIZES = (
    Size(claims=5, speakers=8, quotes=2, words=700),
    Size(claims=5, speakers=8, quotes=2, words=400),
    Size(claims=5, speakers=6, quotes=2, words=300),
    Size(claims=4, speakers=5, quotes=1, words=300),
    Size(claims=3, speakers=4, quotes=1, words=250),
    Size(claims=2, speakers=2, quotes=1, words=200),
    Size(claims=1, speakers=1, quotes=1, words=200),
    Size(claims=0, speakers=0, quotes=0, words=0),
)

DIGEST_SIZES = (
    Size(claims=2, speakers=4, quotes=1, words=300),
    Size(claims=1, speakers=3, quotes=1, words=250),
    Size(claims=1, speakers=2, quotes=1, words=200),
    Size(claims=0, speakers=1, quotes=1, words=200),
    Size(claims=0, speakers=0, quotes=0, words=0),
)
