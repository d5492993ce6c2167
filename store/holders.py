"""Who holds an office that other articles give: the health secretary, where one has only the name.

An article on politics need not say again who somebody is whom everybody knows.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlite_utils import Database

from store.audience import audience_values, visible_article
from store.labels import labelled, speaker_label
from store.records import Audience

_NEWEST = 500
"""Statements by holders of an office at most by which they are known."""
_MOST, _EACH = 30, 200
"""Holders at most, the newest, and statements of each that are looked through."""
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
    return _find_untold(db, match, people, audience)


def find_untold(
    db: Database, persons: Collection[int], people: str, audience: Audience
) -> tuple[tuple[int, int], ...]:
    """These holders of an office, each with an article that does not tell what they are."""
    match = labelled(speaker_label(person) for person in sorted(persons))
    return _find_untold(db, match, people, audience)


def _find_untold(
    db: Database, match: str, people: str, audience: Audience
) -> tuple[tuple[int, int], ...]:
    sql = _HOLDERS.format(seen=visible_article(audience, "a.article_id"))
    values = {"match": match, "people": people, **audience_values(audience)}
    return tuple(
        (person, article)
        for person, *days in db.execute(sql, values).fetchall()
        for (article,) in db.execute(_UNTOLD, [person, *days])
    )


_HOLDERS = f"""
WITH called AS MATERIALIZED (
  SELECT rowid AS found FROM attributions_fts WHERE attributions_fts MATCH :match
  ORDER BY rowid DESC LIMIT {_NEWEST}
)
SELECT speaker_id, date(min(dated), '-{_AROUND} days'), date(max(dated), '+{_AROUND} days')
FROM called CROSS JOIN attributions AS a ON a.id = found
WHERE speaker_kind = 'person' AND shown = 1 AND {{seen}} AND written(:people, speaker_role)
GROUP BY speaker_id ORDER BY max(a.id) DESC LIMIT {_MOST}
"""
_UNTOLD = f"""
SELECT DISTINCT article_id FROM (
  SELECT article_id, speaker_role, dated FROM attributions
  WHERE speaker_id = ? ORDER BY id DESC LIMIT {_EACH}
) WHERE speaker_role = '' AND dated BETWEEN ? AND ?
"""
