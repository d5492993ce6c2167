"""Who is of a group though no role says so: "Ada Holt, who lives nearby" is a resident."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sqlite_utils import Database

from store.kept import keep
from store.lists import read_list
from store.named import Named, load_named
from store.officials import find_articles_on
from store.records import Audience, Span
from store.roles import names_of_group
from store.under import find_under, groups_told

_BESIDE = 80
"""Characters beside a name in which it stands what somebody is."""
_BEFORE = re.compile(r"^(?:the |other |some |many )+", re.IGNORECASE)
_WHERE = re.compile(r" (?:of|in|at|from|near|around|on) (?:the )?")
_FIRST = 2
"""Times that an article names somebody first, by which it tells what they are."""


def find_told(db: Database, group: str, topic: str | None, audience: Audience) -> frozenset[int]:
    """Persons and nameless sources whom articles on a topic tell to be of a group.

    Args:
        db: The archive.
        group: In the words of the question, in the plural: "residents of Ostrel".
        topic: What is asked about; without one, articles that speak of the group tell it.
        audience: Who asks.
    """
    key = ("told", group, topic, audience)
    return keep(db, key, lambda: frozenset(_find(db, group, topic, audience)))


def _find(db: Database, asked: str, topic: str | None, audience: Audience) -> Iterator[int]:
    group, place = _part(asked)
    names = names_of_group(group)
    if not names and group not in groups_told():
        return
    articles = find_articles_on(db, topic or asked, audience)
    named = load_named(db, articles) if articles else {}
    if names:
        yield from _find_beside(names, named.values(), place)
    if named:
        yield from find_under(db, group, named, place)


def _part(asked: str) -> tuple[str, str]:
    """The group, and where it is: "residents", "Ostrel"."""
    group, *where = _WHERE.split(asked, maxsplit=1)
    place = where[0] if where and where[0][:1].isupper() else ""
    return _BEFORE.sub("", group.lower()), place


def _find_beside(names: tuple[str, ...], named: Iterable[Named], place: str) -> Iterator[int]:
    """Persons by whose names it stands that they are of the group."""
    beside = _write_beside(names)
    for each in named:
        for person, places in each.people.items():
            told = any(_is_told(each.text, at, *beside) for at in places[:_FIRST])
            if told and place in each.text:
                yield person


def _is_told(text: str, place: Span, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    start, end = place
    found = before.search(text, max(0, start - _BESIDE), start)
    return bool(found or behind.match(text, end, end + _BESIDE))


@cache
def _write_beside(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands right before the name of one of a group, and right behind it."""
    one = "|".join(re.escape(name.removesuffix("s")) for name in names)
    lists = read_list("told").items()
    ways = [way for groups, told in lists for way in told if set(groups.split(", ")) & set(names)]
    told = "|".join(ways) or "(?!)"
    return (
        re.compile(
            rf"\b(?:(?:an?|another|one|the|local) (?:[\w-]+ )?(?:{one})"
            rf"|(?:{one})s['’] (?:[\w-]+ ){{0,2}}(?:spokes(?:wo)?man|spokesperson|leader)),? $",
            re.IGNORECASE,
        ),
        re.compile(rf",? (?:an? [^.,\n]{{1,40}} )?(?:{told})", re.IGNORECASE),
    )
