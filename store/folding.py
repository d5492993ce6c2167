"""Names and words as they are compared: without case, accents, articles and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['\u2019\u02bc]s?\b(?!\w)")
_BEYOND = re.compile(r"[^\x00-\x7f\u2010-\u2027\u20a0-\u20bf\u00a3]")
"""What may have an accent: neither ASCII nor an inverted comma, a dash or a currency."""
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_OPENING = 5
"""Words by which a quote can be told from others."""


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """A name as it is compared: `The Côte-d'Or` becomes `cote d or`."""
    words = without_accents(" ".join(split_words(text))).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def split_words(text: str) -> list[str]:
    """The words of a text: `the U.S.'s air-strikes` gives `the`, `US`, `air`, `strikes`."""
    plain = _POSSESSIVE.sub("", unicodedata.normalize("NFC", text))
    return _WORD.findall(_DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), plain))


def without_accents(text: str) -> str:
    """`é` becomes `e`."""
    if not _BEYOND.search(text):
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c))


def hash_words(text: str) -> int:
    """The same for the same words, whatever their marks, capitals and accents."""
    digest = blake2b(fold(text).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest[:4], signed=True)


def hash_opening(text: str) -> int | None:
    """The SQL function `opening`: a hash of a quote's first words; None where it has too few."""
    words = fold(text).split()[:_OPENING]
    return hash_words(" ".join(words)) if len(words) == _OPENING else None
