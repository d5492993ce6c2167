"""Names that are known without a text: common given names, countries, states and great cities."""

from __future__ import annotations

from functools import cache

from babel import Locale

from bot.language.wordlists import read_phrases, read_words


def is_given_name(word: str) -> bool:
    """Whether a lower-cased word is a common given name."""
    return (
        word in read_words("given_names_male")
        or word in read_words("given_names_female")
        or word in read_words("given_names_either")
    )


@cache
def places() -> frozenset[str]:
    """Names of countries, in lower case: CLDR's and our own."""
    territories = Locale("en").territories
    named = {str(name).lower() for code, name in territories.items() if code.isalpha()}
    known = read_phrases("place_names") | read_phrases("states")
    return frozenset(named | {name.lower() for name in known})
