"""One word as British and as American papers spell it: who asks for defense means defence, too."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from store.lists import read_list

_ENDINGS = ("", "s", "d", "ed", "ing", "er", "ers", "less", "ful")
_IZE = re.compile(r"(?P<base>[a-z]{3,}[a-z])i(?P<letter>[sz])(?P<ending>e[ds]?|ers?|ing|ations?)")


def other_spelling(words: str) -> str:
    """Words with each as it is spelt on the other side of the Atlantic; empty if none differs.

    A word with a capital may be a name, and keeps its letters: Labour is a party.
    """
    plain = words.split()
    others = [(_other(word) if word.islower() else "") or word for word in plain]
    return " ".join(others) if others != plain else ""


def american(word: str) -> str:
    """A word in small letters in the American spelling; any other word as it is."""
    other = _other(word)
    return other if other and _is_british(word) else word


@lru_cache(maxsize=20_000)
def _other(word: str) -> str:
    table = _table()
    for ending in _ENDINGS:
        base = word.removesuffix(ending) if ending else word
        if base in table and (not ending or word.endswith(ending)):
            return table[base] + ending
    found = _IZE.fullmatch(word)
    return f"{found['base']}i{'sz'[found['letter'] == 's']}{found['ending']}" if found else ""


def _is_british(word: str) -> bool:
    british = read_list("spellings")["american"]
    found = _IZE.fullmatch(word)
    bases = (word.removesuffix(ending) for ending in _ENDINGS)
    return any(base in british for base in bases) or bool(found and found["letter"] == "s")


@cache
def _table() -> dict[str, str]:
    """Both ways."""
    american: dict[str, str] = read_list("spellings")["american"]
    return {**american, **{other: word for word, other in american.items()}}
