"""Names of persons: whether two may be one's, and what else must then hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz import fuzz

from store.folding import fold
from store.lists import read_list, read_words

FULL_NAME = "full:"
"""Before the names in keys by which articles list somebody."""

Difference = Literal["short form", "middle name", "spelling"]
"""How the names of one person may differ; each asks for more than the name."""

_NICKNAME = re.compile(r"[\"“”‘'][\w. -]+[\"“”’'](?=\s)|\([^)]*\)")
_ELIDED = re.compile(r"\b([od])['’](?=\w)", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouyhj]")
_CLOSE_ENOUGH = 80.0
_LONG_ENOUGH = 6
"""Letters of a last name that may be spelt in several ways."""
_NAMING_TITLES = frozenset(
    {
        "lord",
        "lady",
        "pope",
        "king",
        "queen",
        "prince",
        "princess",
        "sir",
        "dame",
        "baroness",
        "baron",
        "sheikh",
    }
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart, without capitals and accents."""

    given: str
    last: str
    middle: tuple[str, ...] = ()
    suffix: str = ""
    double: bool = False
    """Whether the last name is one of two with a hyphen between."""

    @property
    def key(self) -> str:
        """The same for all that may be this person by name."""
        return f"person:{self.given} {self.last}"

    @property
    def near_key(self) -> str:
        """The same for all whose name may be another way to write this one."""
        return f"near:{min(_full_names(self.given))[:3]} {_skeleton(self.last)}"

    @property
    def keys(self) -> tuple[str, ...]:
        """All that is kept of somebody whom an article lists under this name."""
        return (self.key, self.near_key, self.full_key)

    @property
    def full_key(self) -> str:
        """The whole name, which `read_person` reads again."""
        first = " ".join((self.given, *self.middle))
        last = f"{'-' if self.double else ' '}{self.last} {self.suffix}"
        return f"{FULL_NAME}{first}{last}".rstrip()

    @property
    def common(self) -> bool:
        """Whether so many have it that it says little by itself."""
        return not self.middle and self.commonplace

    @property
    def commonplace(self) -> bool:
        """Whether it would be a common one without the middle name; so is Michael B."""
        given = _full_names(self.given) & read_words("persons", "common_given")
        rarer = self.last in read_words("persons", "common_surnames")
        return (
            len(self.last) == 1
            or (bool(given) and self.last in read_words("persons", "commonest_surnames"))
            or (rarer and self.given in read_words("persons", "commonest_given"))
        )


@lru_cache(maxsize=4096)
def read_person(name: str) -> PersonName | None:
    """A full name taken apart; None for a bare one, which only its own article knows."""
    words = _plain(_NICKNAME.sub(" ", name)).split()
    while len(words) > 2 and words[0] in read_words("persons", "honorifics"):  # noqa: PLR2004  # a full name stays
        words = words[1:]
    suffix = ""
    if len(words) > 2 and words[-1] in read_words("persons", "suffixes"):  # noqa: PLR2004  # the same
        suffix = {"junior": "jr", "senior": "sr"}.get(words[-1], words[-1])
        words = words[:-1]
    words = _join_initials(words)
    honorific = words[:1] and words[0] in read_words("persons", "honorifics") - _NAMING_TITLES
    if len(words) < 2 or honorific:  # noqa: PLR2004  # given and last name
        return None
    middle = tuple(words[1:-1])
    return PersonName(words[0], words[-1], middle, suffix, bool(middle) and _is_double(name))


def _is_double(name: str) -> bool:
    """Whether the last name is like Hale-Orme; al-Orme is Orme with an article."""
    words = [word for word in name.split() if fold(word) not in read_words("persons", "suffixes")]
    before, hyphen, _ = words[-1].rpartition("-")
    return bool(hyphen) and fold(before) not in read_words("persons", "articles")


def differences(one: PersonName, other: PersonName) -> frozenset[Difference] | None:
    """How two names of perhaps one person differ; None where they are two persons' names."""
    if one.suffix != other.suffix:
        return None
    found: set[Difference] = set()
    if one.last != other.last:
        if not _spelt_alike(one.last, other.last):
            return None
        found.add("spelling")
    given = _compare_given(one.given, other.given)
    middle = _compare_middle(one.middle, other.middle)
    if given is None or middle is None or (middle and _is_telling(one, other)):
        return None
    return frozenset(found | given | middle)


def _is_telling(one: PersonName, other: PersonName) -> bool:
    """Whether a name in the middle tells two persons apart: relatives, "bin", a double name."""
    middle = {*one.middle, *other.middle}
    lists = (("namesakes", {f"{one.given} {one.last}"}), ("particles", middle))
    known = any(read_words("persons", table) & words for table, words in lists)
    return known or one.double or other.double or one.given in read_words("persons", "family_first")


def _compare_given(one: str, other: str) -> set[Difference] | None:
    if one == other:
        return set()
    return {"short form"} if _full_names(one) & _full_names(other) else None


def _compare_middle(one: tuple[str, ...], other: tuple[str, ...]) -> set[Difference] | None:
    """The same, one as initials of the other, or missing in one; else two persons."""
    if one == other:
        return set()
    if not one or not other:
        return {"middle name"}
    pairs = zip(one, other, strict=False)
    alike = all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs)
    return set() if alike and len(one) == len(other) else None


def _spelt_alike(one: str, other: str) -> bool:
    """Ways to write one name from another script: Prigozhin and Prighozin."""
    long_enough = min(len(one), len(other)) >= _LONG_ENOUGH
    alike = _skeleton(one) == _skeleton(other) and one[0] == other[0]
    return long_enough and alike and fuzz.ratio(one, other) >= _CLOSE_ENOUGH


@cache
def _skeleton(word: str) -> str:
    """The consonants, each once in a row."""
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word)) or word


@cache
def _full_names(given: str) -> frozenset[str]:
    """The names that a given name may be short for, itself if none."""
    return _by_short_form().get(given, frozenset({given}))


@cache
def _by_short_form() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for full, shorts in read_list("persons")["short_forms"].items():
        for name in (full, *shorts):
            found.setdefault(name, set()).add(full)
    return {name: frozenset(full) for name, full in found.items()}


def _plain(name: str) -> str:
    letters = read_list("persons")["letters"]
    folded = fold(_ELIDED.sub(r"\1", name).replace("-", " ").replace(".", ". "))
    return "".join(letters.get(letter, letter) for letter in folded)


def _join_initials(words: list[str]) -> list[str]:
    """Two initials as one given name: "J D Vance" is "JD Vance"; a middle one stays."""
    if len(words) > 2 and len(words[0]) == 1 and len(words[1]) == 1:  # noqa: PLR2004  # and a last name
        return ["".join(words[:2]), *words[2:]]
    return words
