"""Who speaks for a body by an office alone: "the finance director", where the article is on it."""

from __future__ import annotations

import re
from collections.abc import Collection

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.records import Audience

_MAINLY = 1.5
"""How many times as often as the body an article names any other at most."""
_NEWEST = 50
"""Articles that name a body at most of which the officers are taken."""
_OFFICE = re.compile(
    r"(?:(?:who took over as|its|the|co-?|and|acting|interim|deputy|vice|chief|senior|general|group"
    r"|executive|managing|finance|financial|operating|medical|technical|technology|sporting|artistic"
    r"|security|communications|marketing|press|founder|company)[ -]*)*"
    r"(?:executive|director|chair|chairman|chairwoman|chairperson|founder|spokesman|spokeswoman"
    r"|spokesperson|officer|secretary|president|boss|ceo|cfo|coo|treasurer)",
    re.IGNORECASE,
)
_OF_STATE = re.compile(r"(?:vice[ -])?(?:president|secretary)", re.IGNORECASE)
"""Offices that without more words are those of a state."""


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
    return tuple((person, article) for person, article, role in rows if _is_office(role))


def _is_office(role: str) -> bool:
    return bool(_OFFICE.fullmatch(role)) and not _OF_STATE.fullmatch(role)


_SPEAKERS = f"""
WITH named AS MATERIALIZED (
  SELECT article_id, max(json_array_length(spans)) AS times FROM article_entities
  WHERE entity_id IN ({{ids}}) GROUP BY article_id ORDER BY article_id DESC LIMIT {_NEWEST}
), mainly AS MATERIALIZED (
  SELECT article_id FROM named JOIN articles ON articles.id = article_id
  WHERE {{seen}} AND NOT EXISTS (
    SELECT 1 FROM article_entities AS other JOIN entities ON entities.id = other.entity_id
    WHERE other.article_id = named.article_id AND entities.kind = 'organisation'
      AND json_array_length(other.spans) > {_MAINLY} * times
  )
)
SELECT DISTINCT speaker_id, article_id, speaker_role FROM attributions
WHERE article_id IN (SELECT article_id FROM mainly)
  AND speaker_kind = 'person' AND speaker_role != ''
"""
