"""What offices are told of by a role: whose, of what rank, and whether a description fits it."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

from bot.language.known_names import places
from bot.language.wordlists import read_table, read_words

_OF = frozenset({"of", "for", "at", "with", "in", "to", "from", "who", "on"})
OF_MATTERS = frozenset({"minister", "secretary"})
_WORD = re.compile(r"[a-z]+")
_LESSER = frozenset({"vice", "deputy", "assistant", "shadow"})
"""Words of a role that make another office of it: a "vice president" is not "the president"."""


def fits_role(role: str, meanings: set[str], modifiers: set[str]) -> bool:
    """Whether a role is one of an office's names and tells all that a description tells of it."""
    told = {word.rstrip(".") for word in meanings}.intersection(office_words(role))
    if not told or (told == {"secretary"} and "minister" in meanings and not _is_of_matter(role)):
        return False
    words = role.lower().replace("'s", "").replace("’s", "").split()
    if _LESSER.intersection(_split(words)) - meanings - {word.lower() for word in modifiers}:
        return False
    known = set(words)
    for word in words:
        known.update(read_table("party_words").get(word, "").split())
    return all(modifier.lower() in known for modifier in modifiers)


def is_another_office(role: str, description: str) -> bool:
    """Whether both are a minister's or a secretary's, but for other matters: "home", "health"."""
    told, held = (set(_WORD.findall(each.lower())) for each in (description, role))
    if not told & held & OF_MATTERS:
        return False
    matters = read_words("department_words", "office_matters")
    return bool(told & matters and held & matters) and told.isdisjoint(held & matters)


def _is_of_matter(role: str) -> bool:
    """Whether a secretary is a minister: "Transport Secretary", but no union's general one."""
    matters = read_words("department_words") | {"state"}
    return not matters.isdisjoint(role.lower().split())


def tells_all(role: str, modifiers: set[str]) -> bool:
    """Whether a role tells of everything that the words before "chief" or "boss" tell."""
    words = role.lower().split()
    return all(modifier.lower() in words for modifier in modifiers)


def _split(words: list[str]) -> set[str]:
    return {part for word in words for part in word.split("-")}


@lru_cache(maxsize=1024)
def office_words(role: str) -> frozenset[str]:
    """The words of a role that say the office itself: not whose, not of what."""
    words = [word.rstrip(".") for word in role.lower().split()]
    owners = [n for n, w in enumerate(words, 1) if w.endswith(("'s", "’s", "s'", "s’"))]
    ends = [n for n, word in enumerate(words) if word in _OF] + [len(words)]
    begin = max(owners, default=0)
    office = words[begin : next(n for n in ends if n >= begin)]
    if begin > ends[0] and not read_table("person_nouns").keys() & set(office):
        office = words[max((n for n in owners if n < ends[0]), default=0) : ends[0]]
    return frozenset(office)


def is_membership(role: str) -> bool:
    """Whether a role only tells somebody's party: "Democrat of Oregon"."""
    return office_words(role) <= read_table("party_words").keys()


def is_of_state(noun: Token) -> bool:
    """Whether a noun is an office of states, and of others: "president"."""
    return noun.lower_ in read_words("state_offices")


def leads_body(role: str, noun: str) -> bool:
    """Whether a role is that of a club or a firm, by a noun for offices of states as well.

    "President of the farmers' union" is, "president of France" and "U.S. president" are not.
    """
    told = [word for word in role.lower().replace("the ", "").split() if word not in (noun, "of")]
    told = [word for word in told if word not in read_words("loose_modifiers")]
    known = places() | read_words("demonyms")
    return bool(told) and " ".join(told) not in known and not known.issuperset(told)


def has_capital(noun: Token) -> bool:
    """Whether a noun is an office in a capital that makes no name of it: "the Chancellor said"."""
    return noun.text[0].isupper() and noun.lower_ in read_words("capital_offices")


def is_corps(noun: Token) -> bool:
    """Whether a noun for a person is a body's here: "the coast guard"."""
    corps = noun.lower_ == "guard" and noun.i > 0
    return corps and noun.nbor(-1).lower_ in read_words("guarded_matters")


def is_youth(noun: Token) -> bool:
    """Whether a noun means somebody who is not grown up: "the boy"."""
    return noun.lower_ in read_words("youth_nouns")


def leave_kinship(role: str) -> str:
    """What a role tells besides kinship: "coach" of "father and coach", nothing of "wife"."""
    first, _, rest = role.partition(" and ")
    kin = read_words("kin_nouns")
    if rest and first.split()[-1].lower() in kin:
        return rest
    head = re.split(r" (?:of|from|to|in|for) ", role.lower(), maxsplit=1)[0]
    return "" if head.split()[-1:] and head.split()[-1] in kin else role
