"""A topic in plain words becomes a full-text query; nothing in it is syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from store.folding import split_words, without_accents

_PIECE = re.compile(r'"([^"]+)"|(\S+)')
_US = re.compile(r"\bus\b")
_STEMMED = ("s", "ed", "ing")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What statements on a topic contain."""

    match: str
    """A full-text query, of quoted words only; empty where the topic has no words."""
    written: tuple[str, ...] = ()
    """Patterns of what must be written exactly so, which the stemmed index cannot tell."""


def want_topic(topic: str) -> Wanted:
    """All words of a topic that say something; those in quotation marks side by side.

    Whatever looks like full-text syntax in it is taken as words.
    """
    terms = [term for piece in _PIECE.finditer(topic) if (term := _read_piece(piece))]
    kept = [term for term in terms if term[0] not in stopwords()] or terms
    matches = dict.fromkeys(_match(term) for term in kept)
    return Wanted(" AND ".join(matches), _written_us(" ".join(term[0] for term in kept)))


def want_name(name: str, *, person: bool) -> Wanted:
    """The words of a name, side by side.

    Of a person's name they must be written so: Williams is not William, Harding not hard.
    """
    words = [word.lower() for word in split_words(name)]
    stemmed = [word for word in words if person and word.endswith(_STEMMED) and word != "us"]
    written = tuple(rf"(?i)\b{re.escape(without_accents(word))}\b" for word in stemmed)
    return Wanted(_match((" ".join(words),)), written + _written_us(" ".join(words)))


def all_of(words: str) -> str:
    """A full-text query for all of these words."""
    return " AND ".join(_quote(word) for word in split_words(words))


def side_by_side(words: str) -> str:
    """A full-text query for these words in this order; empty where there are none."""
    found = split_words(words)
    return _quote(" ".join(found)) if found else ""


def is_written(pattern: str, text: str) -> bool:
    """The SQL function `written`: whether a pattern stands in a text, whatever its accents."""
    return bool(_compiled(pattern).search(without_accents(text)))


@cache
def stopwords() -> frozenset[str]:
    """Words that say nothing about a topic."""
    return frozenset(files("store").joinpath("stopwords.txt").read_text("utf-8").split())


def _read_piece(piece: re.Match[str]) -> tuple[str, ...]:
    """The ways in which a word or a phrase may be written: `air-strikes` also as one word."""
    quoted, word = piece.groups()
    words = split_words(quoted or word)
    spaced = " ".join(words).lower()
    joined = "".join(words).lower()
    return (spaced, joined) if "-" in (word or "") and len(words) > 1 else (spaced,) * bool(words)


def _match(term: tuple[str, ...]) -> str:
    dotted = tuple(_US.sub("u s", way) for way in term)
    ways = dict.fromkeys(term + dotted)
    return f"({' OR '.join(map(_quote, ways))})" if len(ways) > 1 else _quote(term[0])


def _written_us(words: str) -> tuple[str, ...]:
    """The country is written in capitals; in the index it looks like the pronoun."""
    return (r"\bU\.?S\b",) if _US.search(words) else ()


def _quote(words: str) -> str:
    return f'"{words}"'


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
