"""Who wrote it: names only, as people write them."""

from __future__ import annotations

import re

from bot.reading.wordlists import words

_BY = re.compile(
    r"^(?:by|written by|words by|reporting by|author:?|from|von|par|por)\s+", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?:;|\||/|\n|•|·|\band\b|&|\bwith\b|,)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|org|net|co\.uk)\b", re.IGNORECASE)
_PLACE = re.compile(r"\s+[-–—]\s+|\s+(?:in|for|at|of)\s+(?=[A-Z])")
_LONGEST_NAME = 60
_LONGEST_AGENCY = 4
"""AP, AFP, dpa: not shouted names."""


def clean_byline(byline: str) -> str:
    """The names of a byline, joined by commas; empty if none is left.

    Without addresses, accounts such as "admin", job titles, credentials and dates.
    """
    text = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", " ", byline)).strip()
    names = [_tidy(part) for part in _JOINED.split(_BY.sub("", text))]
    return ", ".join(dict.fromkeys(name for name in names if _is_name(name)))


def _tidy(part: str) -> str:
    plain = _BY.sub("", part.strip(" .:,-–—"))
    name = _without_job(_PLACE.split(plain)[0].split())
    return name.title() if name.isupper() and len(name) > _LONGEST_AGENCY else name


def _without_job(parts: list[str]) -> str:
    """The words before a job ("Ann Lee Health Editor"), or else those after it."""
    jobs = [index for index, part in enumerate(parts) if _bare(part) in words("jobs.txt")]
    if not jobs:
        return " ".join(parts)
    before, after = parts[: jobs[0]], parts[jobs[-1] + 1 :]
    return " ".join(before if len(before) > 1 else after)


def _is_name(name: str) -> bool:
    if not name or len(name) > _LONGEST_NAME or _ADDRESS.search(name):
        return False
    if any(c.isdigit() for c in name) or not any(c.isupper() for c in name):
        return False
    return words("no_names.txt").isdisjoint(map(_bare, name.split()))


def _bare(word: str) -> str:
    return word.lower().strip(".,:()")
