"""Who holds an office that other articles give: the health secretary, where one has only the name.

An article on politics need not say again who somebody is whom everybody knows.
"""

from __future__ import annotations

from sqlite_utils import Database

from store.audience import audience_values, visible_article
from store.records import Audience

_NEWEST = 500
"""Statements by holders of an office at most by which they are known."""
_MOST = 500
"""Articles at most in which they are looked for by name alone."""
_AROUND = 90
"""Days before the first and after the last time that somebody is called so."""


def find_holders(
    db: Database, match: str, people: str, audience: Audience
) -> tuple[tuple[int, int], ...]:
    """Persons of an office, each with an article that does not tell what they are.

    Args:
        db: The archive.
        match: A full-text query for the office as a role.
        people: A pattern for roles that mean its holder.
        audience: Who asks.
    """
    sql = _HOLDERS.format(seen=visible_article(audience, "a.article_id"))
    values = {"match": match, "people": people, **audience_values(audience)}
    return tuple((person, article) for person, article in db.execute(sql, values))


_HOLDERS = f"""
WITH called AS MATERIALIZED (
  SELECT rowid AS found FROM attributions_fts WHERE attributions_fts MATCH :match
  ORDER BY rowid DESC LIMIT {_NEWEST}
), held AS MATERIALIZED (
  SELECT speaker_id, min(dated) AS first, max(dated) AS last
  FROM called CROSS JOIN attributions AS a ON a.id = found
  WHERE speaker_kind = 'person' AND {{seen}} AND written(:people, speaker_role)
  GROUP BY speaker_id
)
SELECT DISTINCT a.speaker_id, article_id
FROM held CROSS JOIN attributions AS a ON a.speaker_id = held.speaker_id
WHERE coalesce(speaker_role, '') = '' AND shown = 1
  AND a.dated BETWEEN date(first, '-{_AROUND} days') AND date(last, '+{_AROUND} days')
LIMIT {_MOST}
"""
