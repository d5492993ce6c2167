"""How roles tell for whom somebody speaks: patterns and queries for a name as it stands in them."""

from __future__ import annotations

import re

from store.gazetteer import find_capital, find_state
from store.lists import read_list
from store.words import side_by_side

_MOST_LETTERS = 4
"""Of a name that may be an acronym: U.N."""
_LETTERS = ("us", "uk", "un", "eu")
"""Names of states that may stand with dots before what is theirs."""
_NOT_OF_IT = (
    *("former ", "ex-", "ex ", "to ", "to the ", "against ", "against the "),
    *("pro-", "anti-", "non-"),
)
"""A former White House aide and the ambassador to the EU do not speak for them."""

_THERE = ("official", "officials", "ministers")
_IN_IT = rf"(?:(?<!\bin )|{'|'.join(f'(?<={who} in )' for who in _THERE)})"
"""Nor does a diplomat in Kinshasa speak for Congo, but officials there do."""

_NO_SUCH = ("shadow ", "deputy ", "vice ", "vice-", "assistant ")
"""And the shadow health secretary holds no such office."""


def write_people(
    names: list[str], spoken: list[str], people_of: frozenset[str], *, office: bool = False
) -> str:
    """One of the names in a role, unless they once were of it, or deal with it.

    A state's name may stand there for what somebody studies: "US economist at Acme".

    Other names than the one asked for stand there as names are written: who lives across the
    street does not speak for Downing Street. The prime minister's spokesman does.

    Args:
        names: By which it is called, folded; the first one is what was asked for.
        spoken: Descriptions of those through whom it speaks.
        people_of: What people of a state are called: of "the Hungarian foreign minister".
        office: Whether an office was asked for and no body: nobody's deputy holds it.
    """
    words = map(write_name, names)
    ways = "|(?-i:(?=[^a-z]))".join(words)
    others = "".join(f"(?<!{before})" for before in (*_NOT_OF_IT, *(_NO_SUCH if office else ())))
    others += _IN_IT if people_of or find_capital(names[0] if names else "") else ""
    through = "|".join(_write_through(one) for one in spoken)
    field = _write_no_speaker() if people_of or any(map(find_state, names)) else ""
    several = "the|an?|one|two|three|four|several|some|other|senior|top"
    theirs = rf"|^(?:(?:{several}) )*(?:{through})\b" if spoken else ""
    theirs += rf"|{others}\b{_write_state(people_of)}" if people_of else ""
    advising = "|".join(read_list("bodies")["advising"])
    theirs += rf"|{others}\b(?:{advising}) to (?:the )?(?:{ways})(?!\w)"
    return rf"(?i:{others}\b(?:{ways})(?!\w){field}{theirs})" if names else "(?!)"


def _write_no_speaker() -> str:
    """Behind a state's name who only studies it, or plays for it, or is of another body there.

    "Ireland's captain", and the president of "the Zambia Nurses' Union".
    """
    studying, playing = ("|".join(read_list("bodies")[each]) for each in ("studying", "playing"))
    others = "|".join(read_list("framed")["not_its_own"])
    named = r"(?:(?!of |for |to |and |with |in )[\w'’-]+ ){0,3}"
    return rf"(?!\.?(?:['’]s)? (?:(?:{studying})|(?:[\w-]+ )?(?:{playing})|{named}(?:{others}))\b)"


def plays(role: str) -> bool:
    """Whether somebody plays, or trains those who do: no state speaks through its captain."""
    playing = "|".join(read_list("bodies")["playing"])
    return re.search(rf"\b(?:{playing})$", role, re.IGNORECASE) is not None


def _write_through(described: str) -> str:
    """The prime minister's spokeswoman, and "a spokeswoman for the prime minister"."""
    words = re.sub(r"\s", r"(?:\\W+s)?\\W+", described)
    turned = write_turned(described)
    return f"{words}|{turned}" if turned else words


def write_turned(described: str) -> str:
    """Whose spokesman it is behind the word, folded: "a spokesman for the mayor"; "" for others."""
    whose, _, speaking = described.rpartition(" ")
    if not (whose and speaking.startswith("spokes")):
        return ""
    owner = re.sub(r"\s", r"\\W+", whose.removesuffix(" official"))
    return rf"(?i:(?:official )?{speaking} (?:for|of|to) (?:the )?{owner})\b"


def _write_state(people_of: frozenset[str]) -> str:
    """How roles tell that somebody speaks for a state: "Hungarian foreign minister"."""
    far, near = (
        "|".join(read_list("bodies")[f"posts_{each}"]) for each in ("of_a_state", "beside")
    )
    people = "|".join(sorted(people_of))
    return rf"(?:{people}) (?:(?:(?!of |for )[\w-]+ ){{0,3}}(?:{far})|(?:{near}))(?!\w)"


def match_name(name: str) -> str:
    """A full-text query for a name, its letters also each for itself: U.N."""
    spelled = side_by_side(" ".join(name)) if _may_be_letters(name) else ""
    first, _, rest = name.partition(" ")
    if rest and first in _LETTERS:  # the U.S. Treasury
        spelled = side_by_side(f"{' '.join(first)} {rest}")
    return " OR ".join(filter(None, (side_by_side(name), spelled)))


def _may_be_letters(name: str) -> bool:
    return len(name) <= _MOST_LETTERS and name.isalpha()


def write_name(name: str) -> str:
    """How a folded name may stand in a role: words with or without an "s", letters with dots."""
    if _may_be_letters(name):
        return r"\.?".join(name) + r"\.?s?"
    first, _, rest = name.partition(" ")
    if rest and first in _LETTERS:
        return rf"{write_name(first)}\W+{write_name(rest)}"
    return re.sub(r"(\w)s?(?= |$)", r"\1s?", re.escape(name)).replace(r"\ ", r"\W+")
