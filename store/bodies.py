"""Names of organisations and places: by which keys two articles mean the same one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from store.folding import fold
from store.gazetteer import (
    FEDERATIONS,
    find_capital,
    find_korea,
    find_owner,
    find_seat,
    find_state,
    gazetteer,
)
from store.lists import read_list, read_words

_CALLED = re.compile(r"^.*\b(?:known as|called|dubbed|named) (?:the )?(?=[A-Z])")
_DETERMINER = re.compile(r"^(?:the|an?|this|that|his|her|its|their|my|our) ", re.IGNORECASE)
_OF = re.compile(r"^(ministry|department) of (?:the )?(.+)$")
_ABROAD = re.compile(r"^(embassy|consulate|high commission) (?:in|to) .+$")
_LOCAL = re.compile(r" (?:local|lodge|branch|chapter) \d+$")
"""What stands behind the name of a union whose part it is: United Auto Workers Local 12."""
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "la"})
_SHORTEST_ACRONYM = 3
_SURE_ACRONYM = 4
"""Letters: of three letters many long names have the same initials."""


@dataclass(frozen=True, slots=True)
class Body:
    """What the name of an organisation, place or other thing tells."""

    keys: tuple[str, ...] = ()
    """Names with one of these are the same; none: only its own article knows it."""
    letters: str = ""
    """Of an acronym: itself; of a long name: the acronym that its words would make."""
    state: str = ""
    """The state that it is, or that it speaks for."""
    governs: bool = False
    """It speaks for the state's government."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article tells of those whom it names."""

    states: frozenset[str] = frozenset()
    """ISO codes of the states that it names."""
    actors: frozenset[str] = frozenset()
    """Folded names that say or do something in it: "moscow"."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """Folded names of those who speak in it, and their roles."""


def read_body(name: str, around: Surroundings) -> Body:
    """What a name tells of whom it means, in an article."""
    proper = _CALLED.sub("", name)
    return _read_state(proper, around) or _read_organisation(proper, around)


def is_acronym(name: str) -> bool:
    """Whether a name is letters only: IAEA, N.A.T.O."""
    bare = name.replace(".", "")
    return bare.isalpha() and bare.isupper() and len(bare) >= _SHORTEST_ACRONYM


def is_acronym_of(short: str, long: str) -> bool:
    """Whether the letters are the first ones of the words of a name."""
    if not is_acronym(short):
        return False
    words = _LOCAL.sub("", fold(long)).split()
    return fold(short) in {_initials(words, small=small) for small in (True, False)}


def written_out(letters: str) -> str:
    """The folded name of the body that everybody knows by these letters; "" for most letters."""
    return same_spelling(read_list("bodies")["acronyms"].get(fold(letters), ""))


def same_spelling(folded: str) -> str:
    """A folded name in one spelling, "and" for "&" and without its legal ending."""
    spellings = read_list("bodies")["spellings"]
    words = [spellings.get(word, word) for word in folded.split()]
    while len(words) > 1 and words[-1] in read_words("bodies", "legal_endings"):
        words.pop()
    return " ".join(words)


def _read_state(name: str, around: Surroundings) -> Body | None:
    folded = fold(name)
    if code := find_state(name) or find_korea(name, around.states):
        return Body((f"state:{code}",), state=code)
    if code := find_seat(name):
        return Body((f"seat:{seat_name(folded)}",), state=code, governs=True)
    if (code := find_capital(name)) and folded in around.actors:
        return Body((f"government in:{folded}",), state=code, governs=True)
    return None


def seat_name(folded: str) -> str:
    """One name for those of one house: "10 Downing Street" and "No 10"."""
    short = re.sub(r" palace$|^(?:no|number) 10$|^(?:number )?10 downing street$", "", folded)
    return short or "downing street"


def _read_organisation(name: str, around: Surroundings) -> Body:
    folded = same_spelling(fold(name.replace("&", " and ")))
    if not folded or not _is_proper(name):
        return Body()
    owner, rest = _split_korea(folded, around) or _split_owner(folded)
    common = _ABROAD.match(rest) or all(
        word in read_words("bodies", "common_words") for word in rest.split()
    )
    if owner and common and _is_state_body(rest):
        return _state_body(rest, owner)
    if folded in _known_in_full():
        return _named_body(name, folded)
    if common or folded in read_words("bodies", "shared_names"):
        return Body((f"name:{folded}",)) if owner else _common_body(rest, around)
    return _named_body(name, folded)


@cache
def _known_in_full() -> frozenset[str]:
    """Bodies that everybody knows by an acronym: of its words alone many would have the name."""
    return frozenset(map(same_spelling, read_list("bodies")["acronyms"].values()))


def _named_body(name: str, folded: str) -> Body:
    acronyms = read_list("bodies")["acronyms"]
    long = acronyms.get(folded, "") if name.isupper() or "." in name else ""
    keys = dict.fromkeys(f"name:{each}" for each in (long or folded, _without_loose(folded)))
    if long:
        return Body((f"name:{same_spelling(long)}",))
    words = folded.split()
    letters = folded if is_acronym(name) else _initials(words, small=False) * (len(words) > 1)
    return Body(tuple(keys), letters if len(letters) >= _SURE_ACRONYM else "")


def _common_body(rest: str, around: Surroundings) -> Body:
    """A body that many states have is that of the only one that the article names."""
    if _is_state_body(rest) and len(around.states) == 1:
        (state,) = around.states
        if state not in FEDERATIONS:
            return _state_body(rest, state)
    return Body()


def _state_body(rest: str, state: str) -> Body:
    if find_seat(rest) == state:
        return Body((f"seat:{rest}",), state=state, governs=True)
    words = _OF.sub(r"\2 \1", rest)
    governs = words in read_words("bodies", "governing")
    return Body((f"name:{words} of {state}",), state=state, governs=governs)


def _is_state_body(rest: str) -> bool:
    """Whether it is a body that any state has; its embassies are wherever it sends them."""
    bodies = read_words("bodies", "state_bodies")
    rest = _ABROAD.sub(r"\1", rest)
    return any(rest == body or rest.endswith(f" {body}") for body in bodies) or bool(
        _OF.match(rest)
    )


def _split_korea(folded: str, around: Surroundings) -> tuple[str, str] | None:
    """The same for "the North's foreign ministry"."""
    first, _, rest = folded.partition(" ")
    code = find_korea(first, around.states) if _is_state_body(rest) else None
    return (code, rest) if code else None


def _split_owner(folded: str) -> tuple[str, str]:
    """The state before or after a name, and the name without it; "" where there is none."""
    words = tuple(folded.split())
    if (found := find_owner(words)) and found[1] < len(words):
        return found[0], " ".join(words[found[1] :])
    for at in range(1, len(words) - 1):
        code = gazetteer().states.get(fold(" ".join(words[at + 1 :])))
        if words[at] == "of" and code:
            return code, " ".join(words[:at])
    return "", folded


def _without_loose(folded: str) -> str:
    for ending in read_words("bodies", "loose_endings"):
        if folded.endswith(f" {ending}"):
            return folded.removesuffix(f" {ending}")
    return folded


def _is_proper(name: str) -> bool:
    """Whether it names: "the coastguard" and "a report" do not."""
    return not _DETERMINER.sub("", name)[:1].islower()


def _initials(words: list[str], *, small: bool) -> str:
    return "".join(word[0] for word in words if small or word not in _SMALL)
