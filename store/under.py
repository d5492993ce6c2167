"""Who speaks where a paragraph begins with a group: "Residents were angry", and then a baker said.

A reporter tells so whom those are taken for who follow, and need not say it of each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sqlite_utils import Database

from store.lists import read_list, read_words
from store.named import Named
from store.offices import has_office
from store.roles import names_of_group

_BESIDE = 40
"""Characters before a name in which it stands that somebody speaks for the group."""
_ONE = re.compile(r"(?:one|another|an?|the other|a (?:second|third))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Who says something, and where."""

    speaker: int
    kind: str
    name: str
    role: str
    at: int
    """Where it is told who they are, or the sentence begins."""


def groups_told() -> frozenset[str]:
    """Groups of which the text alone may tell who is one."""
    return read_words("under", "of_anybody") | read_words("under", "of_sides")


def find_under(
    db: Database, group: str, named: Mapping[int, Named], place: str = ""
) -> Iterator[int]:
    """Whom articles bring where they have spoken of a group.

    Args:
        db: The archive.
        group: In the plural, in small letters.
        named: The articles, with whom each names.
        place: Where the group is, if that is asked for: its paragraph must tell.
    """
    opening = _write_opening(names_of_group(group) or (group,))
    said = _load_said(db, named)
    for article, each in named.items():
        for start, end in _find_openings(each.text, opening, place):
            rest = [one for one in said[article] if end <= one.at < _end(each.text, start)]
            yield from (one.speaker for one in _choose(rest, group, each, start))


def _load_said(db: Database, articles: Collection[int]) -> dict[int, list[_Spoken]]:
    found = defaultdict[int, list[_Spoken]](list)
    ids = ", ".join(map(str, articles))
    for article, *spoken in db.execute(_SAID.format(ids=ids)):
        found[article].append(_Spoken(*spoken))
    return found


def _find_openings(text: str, opening: re.Pattern[str], place: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs start that begin with the group, and where their first sentence ends."""
    for found in opening.finditer(text):
        if place.lower() in text[found.start() : _end(text, found.start())].lower():
            yield found.span()


def _end(text: str, start: int) -> int:
    """Where the paragraph ends that a place stands in."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _choose(spoken: list[_Spoken], group: str, named: Named, start: int) -> Iterator[_Spoken]:
    """The first who speaks under the group if it is one of it, and others called one of it."""
    first = spoken[0].speaker if spoken else None
    for one in spoken:
        again = one.kind == "anonymous" and _ONE.match(one.name)
        if (one.speaker == first or again) and _may_be(one, group, named, start):
            yield one


def _may_be(one: _Spoken, group: str, named: Named, start: int) -> bool:
    """Whether somebody may be of the group, and is brought here."""
    places = named.people.get(one.speaker, [])
    if places and min(places)[0] < start:
        return False
    if any(_theirs().search(named.text, max(start, at - _BESIDE), at) for at, _ in places):
        return True
    if group in read_words("under", "of_sides"):
        return one.kind != "anonymous" or bool(_ONE.match(one.name))
    if one.kind == "organisation" or group not in read_words("under", "of_anybody"):
        return one.kind == "person" and not one.role
    told = one.role if one.kind == "person" else one.name
    if not read_words("under", "public").isdisjoint(told.lower().split()):
        return False
    one_of_it = one.kind == "person" or _ONE.match(told) is not None
    return one_of_it and (not has_office(told) or _is_trade(told))


def _is_trade(role: str) -> bool:
    """Whether it is a job that anybody may have: a nurse may be a customer, too."""
    return role.rsplit(maxsplit=1)[-1].lower() in read_words("under", "trades")


@cache
def _theirs() -> re.Pattern[str]:
    return re.compile(str(read_list("under")["theirs"]), re.IGNORECASE)


@cache
def _write_opening(names: tuple[str, ...]) -> re.Pattern[str]:
    """A first sentence on all of a group, in which nothing is only done to them."""
    several = "|".join(map(re.escape, names))
    where = rf"(?: (?:{'|'.join(read_list('under')['where'])})(?: [\w’'-]+){{1,6}}?,?)?"
    done = rf"(?!{where} (?:were|was|are|have been|had been|will be)(?: \w+ly)? (?:%s)\b)"
    passive = done % "|".join(read_list("under")["done_to"])
    one = r"(?! (?:leader|lawmaker|candidate|figure|politician|spokes\w+|mp)\b)"
    sentence = r"[^.\n]*[.:] "
    return re.compile(
        rf"(?:^|(?<=\n))(?:[\w’'-]+ ){{0,3}}(?:{several})\b{one}{passive}{sentence}",
        re.IGNORECASE,
    )


_SAID = """
SELECT article_id, speaker_id, speaker_kind, coalesce(speaker_name, ''),
  coalesce(speaker_role, ''), coalesce(source_start, sentence_start) AS at
FROM attributions INDEXED BY attributions_article
WHERE article_id IN ({ids}) AND speaker_id IS NOT NULL AND shown = 1
ORDER BY article_id, at
"""
