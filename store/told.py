"""Who is of a group though no role says so: "Ada Holt, who lives nearby" is a resident.

Nor does it where a paragraph begins with all of them: "Analysts were split."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sqlite_utils import Database

from store.kept import keep
from store.lists import read_list
from store.officers import load_named
from store.officials import find_articles_on
from store.records import Audience, Span
from store.roles import names_of_group

_BESIDE = 80
"""Characters beside a name in which it stands what somebody is."""
_FIRST = 2
"""Times that an article names somebody first, by which it tells what they are."""


def find_told(db: Database, group: str, topic: str, audience: Audience) -> frozenset[int]:
    """Persons and nameless sources whom articles on a topic tell to be of a group.

    Args:
        db: The archive.
        group: In the words of the question, in the plural.
        topic: What is asked about.
        audience: Who asks.
    """
    key = ("told", group, topic, audience)
    return keep(db, key, lambda: frozenset(_find(db, group.lower(), topic, audience)))


def _find(db: Database, group: str, topic: str, audience: Audience) -> Iterator[int]:
    names = names_of_group(group)
    articles = find_articles_on(db, topic, audience) if names else []
    if not articles:
        return
    named = load_named(db, articles)
    beside, opening = _write_beside(names), _write_opening(names)
    for each in named.values():
        for person, places in each.people.items():
            if any(_is_told(each.text, place, *beside) for place in places[:_FIRST]):
                yield person
    ids = ", ".join(map(str, articles))
    for person, article, at in db.execute(_WITHOUT_ROLE.format(ids=ids)).fetchall():
        if _is_under(named[article].text, at, opening):
            yield person


def _is_told(text: str, place: Span, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    start, end = place
    found = before.search(text, max(0, start - _BESIDE), start)
    return bool(found or behind.match(text, end, end + _BESIDE))


def _is_under(text: str, at: int, opening: re.Pattern[str]) -> bool:
    """Whether the paragraph that a place stands in begins with all of the group."""
    return bool(opening.match(text, text.rfind("\n", 0, at) + 1))


@cache
def _write_beside(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands right before the name of one of a group, and right behind it."""
    one = "|".join(re.escape(name.removesuffix("s")) for name in names)
    lists = read_list("told").items()
    ways = [way for groups, told in lists for way in told if set(groups.split(", ")) & set(names)]
    told = "|".join(ways) or "(?!)"
    return (
        re.compile(rf"\b(?:an?|another|one|the|local) (?:[\w-]+ )?(?:{one}),? $", re.IGNORECASE),
        re.compile(rf",? (?:an? [^.,\n]{{1,40}} )?(?:{told})", re.IGNORECASE),
    )


@cache
def _write_opening(names: tuple[str, ...]) -> re.Pattern[str]:
    """A sentence on all of a group that reports none of their words: "Analysts were split."."""
    several = "|".join(map(re.escape, names))
    sentence = r"(?![^.\n]*\bsaid\b)[^.\n]*\. "
    return re.compile(rf"(?:[\w-]+ ){{0,3}}(?:{several}) {sentence}", re.IGNORECASE)


_WITHOUT_ROLE = """
SELECT DISTINCT speaker_id, article_id, sentence_start
FROM attributions INDEXED BY attributions_article WHERE article_id IN ({ids})
  AND speaker_kind = 'person' AND coalesce(speaker_role, '') = ''
"""
