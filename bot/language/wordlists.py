"""Reads the word lists in `data/`: what is known of English and of names, kept out of the code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_words(*names: str) -> frozenset[str]:
    """The words of each `data/NAME.txt`: any number a line; `#` starts a comment line."""
    return frozenset(word for name in names for line in _read_lines(name) for word in line.split())


@cache
def read_table(name: str) -> dict[str, str]:
    """The lines of `data/NAME.txt` as their first word and what follows it."""
    pairs = (line.partition(" ") for line in _read_lines(name))
    return {word: rest.strip() for word, _, rest in pairs}


@cache
def read_phrases(name: str) -> frozenset[str]:
    """The lines of `data/NAME.txt`, one phrase each."""
    return frozenset(_read_lines(name))


def _read_lines(name: str) -> list[str]:
    path = files("bot.language") / "data" / f"{name}.txt"
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
