"""Who speaks for a body by an office alone: "the finance director", where the article is on it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.labels import labelled, speaker_label
from store.lists import read_list
from store.records import Audience

_MAINLY = 1.5
"""How many times as often as the body an article names any other at most."""
_NEWEST = 50
"""Articles that name a body at most of which the officers are taken."""
_MOST = 500
"""Statements in an office of all officers together: who says more is found by name and role."""


def find_officers(
    db: Database, bodies: Collection[int], audience: Audience
) -> tuple[tuple[int, int], ...]:
    """Persons, each with an article that is on one of the bodies and gives their office alone.

    Args:
        db: The archive.
        bodies: Organisations.
        audience: Who asks.
    """
    if not bodies:
        return ()
    sql = _SPEAKERS.format(ids=", ".join(map(str, bodies)), seen=visible_articles(audience))
    rows = db.execute(sql, audience_values(audience)).fetchall()
    officers = tuple((person, article) for person, article, role in rows if _is_office(role))
    return officers if officers and _say_little(db, officers) else ()


def _say_little(db: Database, officers: Collection[tuple[int, int]]) -> bool:
    """Whether all that they say, in whatever article, can be looked through at once."""
    said = "SELECT 1 FROM attributions_fts WHERE attributions_fts MATCH ? LIMIT ?"
    sql = f"SELECT count(*) FROM ({said})"
    return bool(db.execute(sql, [match_officers(officers), _MOST + 1]).fetchone()[0] <= _MOST)


def match_officers(officers: Collection[tuple[int, int]]) -> str:
    """A full-text query for what these persons say in an office, and more."""
    people = labelled(speaker_label(person) for person in sorted({one for one, _ in officers}))
    return f"({people} AND speaker_role : ({' OR '.join(read_list('offices')['heads'])}))"


def _is_office(role: str) -> bool:
    alone, of_state = _patterns()
    return bool(alone.fullmatch(role)) and not of_state.fullmatch(role)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What offices without a body look like, and those among them that are a state's."""
    words = {name: "|".join(listed) for name, listed in read_list("offices").items()}
    alone = rf"(?:(?:{words['before']})[ -]*)*(?:{words['heads']})"
    of_state = rf"(?:(?:{words['before_of_state']})[ -])?(?:{words['of_state']})"
    return re.compile(alone, re.IGNORECASE), re.compile(of_state, re.IGNORECASE)


_SPEAKERS = f"""
WITH named AS MATERIALIZED (
  SELECT article_id, max(times) AS times FROM article_entities
  WHERE entity_id IN ({{ids}}) GROUP BY article_id ORDER BY article_id DESC LIMIT {_NEWEST}
), mainly AS MATERIALIZED (
  SELECT article_id FROM named JOIN articles ON articles.id = article_id
  WHERE {{seen}} AND NOT EXISTS (
    SELECT 1 FROM article_entities AS other JOIN entities ON entities.id = other.entity_id
    WHERE other.article_id = named.article_id AND entities.kind = 'organisation'
      AND other.times > {_MAINLY} * named.times
  )
)
SELECT DISTINCT speaker_id, article_id, speaker_role FROM attributions
WHERE article_id IN (SELECT article_id FROM mainly)
  AND speaker_kind = 'person' AND speaker_role != ''
"""
