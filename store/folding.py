"""Names and words as they are compared: without case, diacritics, articles and punctuation."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['\u2019\u02bc]s?\b(?!\w)")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")


def fold(text: str) -> str:
    """`the Côte-d'Or's` becomes `cote d or`; `U.S.` becomes `us`."""
    return " ".join(fold_words(text))


def fold_words(text: str) -> list[str]:
    """The words of `text`, folded, without a leading "the"."""
    plain = _POSSESSIVE.sub("", _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text))
    words = _WORD.findall(without_diacritics(plain).casefold())
    return words[1:] if words[:1] == ["the"] and len(words) > 1 else words


def without_diacritics(text: str) -> str:
    """`é` becomes `e`."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c))
