"""What an office is called, by its words alone."""

from __future__ import annotations

import re
from functools import cache

from store.lists import read_list, read_words


def office_heads() -> list[str]:
    """The words that say what an office is: chief, secretary."""
    offices = read_list("offices")
    return [*offices["heads"], *offices["heads_of_a_body"]]


@cache
def words_of_offices() -> frozenset[str]:
    """All words of which the names of offices are made."""
    return read_words("offices", "before") | frozenset(office_heads())


def has_office(role: str) -> bool:
    """Whether a role tells of an office that some body must have."""
    return bool(_patterns()[2].search(role))


def begins_with_office(text: str, start: int) -> bool:
    """Whether a word that says what an office is stands at a place of a text."""
    return _patterns()[2].match(text, start) is not None


def is_office(role: str) -> bool:
    """Whether a role is an office alone, and none of a state's."""
    alone, of_state, _ = _patterns()
    return bool(alone.fullmatch(role)) and not of_state.fullmatch(role)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What offices without a body look like, those among them that are a state's, and any."""
    words = {name: "|".join(listed) for name, listed in read_list("offices").items()}
    before = rf"{words['determiners']}|{words['before']}"
    alone = rf"(?:(?:{before})[ -]*)*(?:{words['heads']})"
    of_state = rf"(?:(?:{words['before_of_state']})[ -])?(?:{words['of_state']})"
    heads = rf"\b(?:{'|'.join(office_heads())})\b"
    return (
        re.compile(alone, re.IGNORECASE),
        re.compile(of_state, re.IGNORECASE),
        re.compile(heads, re.IGNORECASE),
    )
