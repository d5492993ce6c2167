"""Who wrote it: names only, as people write them."""

from __future__ import annotations

import re

from bot.reading.wordlists import words

_BY = re.compile(
    r"^(?:by|written by|words by|reporting by|author:?|from|von|par|por)\s+", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?:;|\||/|\n|•|·|\band\b|&|\bwith\b|,)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|org|net|co\.uk)\b", re.IGNORECASE)
_LONGEST_NAME = 60


def clean_byline(byline: str) -> str:
    """The names of a byline, joined by commas; empty if none is left.

    Without addresses, accounts such as "admin", job titles, credentials and dates.
    """
    text = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", " ", byline)).strip()
    names = [_tidy(part) for part in _JOINED.split(_BY.sub("", text))]
    return ", ".join(dict.fromkeys(name for name in names if _is_name(name)))


def _tidy(part: str) -> str:
    name = _BY.sub("", part.strip(" .:-–—"))
    name = re.split(r"\s+[-–—]\s+|\s+(?:in|for|at)\s+(?=[A-Z])", name)[0].strip()
    return name.title() if name.isupper() and len(name) > 3 else name  # noqa: PLR2004 - not "AFP"


def _is_name(name: str) -> bool:
    if not name or len(name) > _LONGEST_NAME or _ADDRESS.search(name):
        return False
    if any(c.isdigit() for c in name) or not any(c.isupper() for c in name):
        return False
    return words("no_names.txt").isdisjoint(name.lower().replace(".", "").split())
