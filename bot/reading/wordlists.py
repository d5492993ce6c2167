"""The lists of words and patterns that lie beside the code: one entry a line, `#` a comment."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of a list, without comments and blank lines."""
    text = files("bot.reading").joinpath(name).read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """All words of a list."""
    return frozenset(word for entry in entries(name) for word in entry.split())


@cache
def any_of(name: str) -> re.Pattern[str]:
    """The entries as regular expressions, any of them, case aside."""
    return re.compile("|".join(f"(?:{entry})" for entry in entries(name)), re.IGNORECASE)
