"""Who is of a group though no role says so: "Ada Holt, who lives nearby" is a resident.

Nor does it where a paragraph begins with all of them: "Analysts were split."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlite_utils import Database

from store.audience import Audience
from store.kept import keep
from store.lists import read_list
from store.officers import load_named
from store.officials import find_articles_on
from store.records import Span
from store.roles import names_of_group

_BESIDE = 80
"""Characters beside a name in which it stands what somebody is."""


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
    if not names:
        return
    before, behind, opening = _write_patterns(names)
    articles = find_articles_on(db, topic, audience)
    named = load_named(db, articles)
    for article, each in named.items():
        for person, places in each.people.items():
            if any(_is_told(each.text, place, before, behind) for place in places[:2]):
                yield person
    ids = ", ".join(map(str, articles))
    for person, article, at in db.execute(_SPEAKING.format(ids=ids)).fetchall():
        if _is_under(named[article].text, at, opening):
            yield person


def _is_told(
    text: str, place: Span, before: re.Pattern[str], behind: re.Pattern[str] | None
) -> bool:
    start, end = place
    if before.search(text, max(0, start - _BESIDE), start):
        return True
    return bool(behind and behind.match(text, end, end + _BESIDE))


def _is_under(text: str, at: int, opening: re.Pattern[str]) -> bool:
    """Whether the paragraph that a place stands in begins with all of the group."""
    return bool(opening.match(text, text.rfind("\n", 0, at) + 1))


def _write_patterns(
    names: tuple[str, ...],
) -> tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str]]:
    """What stands before the name of one of them, behind it, and in front of what all say."""
    several = "|".join(map(re.escape, names))
    one = "|".join(re.escape(name.removesuffix("s")) for name in names)
    told = [way for name in names for way in read_list("told").get(name, [])]
    return (
        re.compile(rf"\b(?:an?|another|one|the|local) (?:[\w-]+ )?(?:{one}),? $", re.IGNORECASE),
        re.compile(rf",? (?:an? [^.,\n]{{1,40}} )?(?:{'|'.join(told)})", re.IGNORECASE) if told else None,
        re.compile(rf"(?:[\w-]+ ){{0,3}}(?:{several}) (?![^.\n]*\bsaid\b)[^.\n]*\. ", re.IGNORECASE),
    )


_SPEAKING = """
SELECT DISTINCT speaker_id, article_id, sentence_start
FROM attributions INDEXED BY attributions_article WHERE article_id IN ({ids})
  AND speaker_kind = 'person' AND coalesce(speaker_role, '') = ''
"""
