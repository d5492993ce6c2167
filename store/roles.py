"""Speakers by what they are: "ministers", "EU officials", "anonymous sources"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from store.folding import fold
from store.gazetteer import gazetteer
from store.lists import read_list
from store.role_owners import match_owner
from store.words import all_of, side_by_side

_ANONYMOUS = frozenset({"anonymous", "unnamed", "nameless", "unidentified"})
_ANYBODY = frozenset({"sources", "source", "people", "speakers", "voices", "persons"})
_FORMER = re.compile(r"\b(?:former|ex)\b", re.IGNORECASE)
_NAMELESS = "labels : (anonymous)"


def match_role(role: str) -> str:
    """A full-text query for the statements of those who are that; empty where it says nothing.

    By the role as the article gives it, and of nameless sources and organisations by what they
    are called: an official who asked not to be named is an official.
    """
    if " and " in role:
        return " OR ".join(
            f"({match})" for one in role.split(" and ") if (match := match_role(one))
        )
    words = role.split()
    nameless = is_nameless(role)
    words = [word for word in words if word.lower() not in _ANONYMOUS]
    if nameless and all(word.lower() in _ANYBODY for word in words):
        return _NAMELESS
    match = _in_roles(_match_words(words))
    if title := match_title(" ".join(words).removesuffix("s")):
        match = f"({match}) OR ({title})"
    if match and not _FORMER.search(role):
        match = f"({match}) NOT {{speaker_role speaker_name}} : former"
    return f"({match}) AND {_NAMELESS}" if match and nameless else match


def is_nameless(role: str) -> bool:
    """Whether only those of a group are meant who are not named."""
    return not _ANONYMOUS.isdisjoint(role.lower().split())


@cache
def role_groups() -> dict[str, str]:
    """Groups of speakers, and the full-text query for the roles of each."""
    groups: dict[str, str] = {}
    for line in files("store").joinpath("roles.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            names, _, words = line.partition(": ")
            groups |= dict.fromkeys(names.split(", "), _read_words(words, groups))
    return groups


def _read_words(words: str, groups: Mapping[str, str]) -> str:
    """A query for a line's words; those of a group further up may be among them."""
    meant, _, others = words.partition(" but not ")
    each = meant.split(", ")
    taken = [f"({groups[word[1:]]})" for word in each if word[:1] == "+"]
    match = " OR ".join([*taken, _any_of(word for word in each if word[:1] != "+")])
    return f"({match}) NOT ({_any_of(others.split(', '))})" if others else match


@cache
def private_posts(role: str) -> str:
    """A pattern for the roles that make somebody no official: "president of the Mill Workers".

    A president, a secretary and a spokesman may be a state's or anybody's, and are nobody's
    official at a union or a club, but at the European Union. Empty for a role that takes in both.
    """
    lists = read_list("offices")
    if fold(role) not in lists["public_roles"]:
        return ""
    states = [each for each in gazetteer().states if " " in each]
    public = "|".join([*lists["public_words"], *states])
    posts = "|".join(lists["posts_of_anybody"])
    named = r"(?:of|for|at|with) (?:the )?[A-Z][\w’'.-]+ (?:[\w’'-]+ )?[A-Z]"
    bodies = "|".join(lists["private_words"])
    private = rf"(?<!european )(?<!african )(?<!russian )\b(?:{bodies})\b"
    return (
        rf"\b(?i:{posts}) (?={named})(?!.*\b(?i:{public})\b)"
        rf"|(?i:{private}(?! (?:[\w-]+ ){{0,2}}minister))"
    )


def groups_of_people() -> frozenset[str]:
    """The groups that mean persons and no body: not "police"."""
    return frozenset(role_groups()) - {"police"}


def names_of_group(group: str) -> tuple[str, ...]:
    """All names of a group of people; none where it is no group."""
    groups = role_groups()
    return tuple(name for name, match in groups.items() if match == groups.get(group))


def same_group(one: str, other: str) -> bool:
    """Whether both are names of one group: union leaders speak for unions."""
    return one in role_groups() and role_groups()[one] == role_groups().get(other)


def match_office(office: str) -> str:
    """A full-text query for the roles of whoever holds one: a boss may be a chief executive."""
    groups = read_list("offices")["same_office"].get(office, [])
    heads = " OR ".join(f"({role_groups()[group]})" for group in groups)
    field, _, last = office.rpartition(" ")
    if field and last in read_list("offices")["chiefs"]:
        ways = _any_of(read_list("offices")["heads_of_fields"])
        heads = f"{all_of(field)} AND ({ways})" if all_of(field) else ""
    alike = f"speaker_role : ({heads})" if heads else ""
    return alike or match_group_of(office) or f"speaker_role : ({all_of(office)})"


def match_group_of(one: str) -> str:
    """The same for any other single person, a doctor or a shopkeeper; empty if in no group.

    Of those without a name the description tells it.
    """
    group = _group_of(one)
    nameless = f"(speaker_name : ({group}) AND {_NAMELESS})"
    return f"(speaker_role : ({group}) OR {nameless})" if group else ""


def words_of_office(office: str) -> frozenset[str]:
    """What may stand for an office in small letters: a lawyer is an attorney, a trainer a coach."""
    meant, _, _ = _group_of(office).partition(" NOT ")
    words = frozenset(word.strip('"') for word in re.findall(r'"[^"]+"', meant))
    return words | {office}


def match_title(one: str) -> str:
    """A full-text query for those whose title tells that they are that: Mrs Justice Holt."""
    titles = read_list("offices")["titles"].get(one, [])
    return f"{{speaker_role speaker_name}} : ({_any_of(titles)})" if titles else ""


def _group_of(one: str) -> str:
    """The group that one of them belongs to."""
    ways = (f"{one}s", f"{one}es", f"{one[:-1]}ies", f"{one[:-3]}men")
    return next((role_groups()[way] for way in ways if way in role_groups()), "")


def _match_words(words: list[str]) -> str:
    """The longest group that the words end with, and what stands before it: "EU officials"."""
    for start in range(len(words)):
        called = " ".join(words[start:]).lower()
        if group := role_groups().get(called) or _group_of(called):
            before = match_owner(" ".join(words[:start]))
            return f"({group}) AND {before}" if before else group
    each = {" ".join(words), " ".join([*words[:-1], *map(_name_one, words[-1:])])}
    return " OR ".join(f"({all_of(one)})" for one in sorted(each) if all_of(one))


def _name_one(several: str) -> str:
    """What one of them is called where the index does not know the plural: of "midwives"."""
    plurals: dict[str, str] = read_list("offices")["plurals"]
    ending = next((each for each in plurals if several.lower().endswith(each)), "")
    return several.removesuffix(ending) + plurals[ending] if ending else several


def _in_roles(match: str) -> str:
    if not match:
        return ""
    others = "labels : (anonymous OR organisation)"
    named = f"(speaker_role : ({match})) NOT {_NAMELESS}"  # theirs tells why they have no name
    return f"({named}) OR (speaker_name : ({match}) AND {others})"


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(side_by_side(word) for word in words)
