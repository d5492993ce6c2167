"""Who is known for an office or a body by other articles: the health secretary, here only named.

An article on politics need not say again who somebody is whom everybody knows.
"""

from __future__ import annotations

from sqlite_utils import Database

from store.audience import audience_values, visible_article
from store.records import Audience

Pairs = tuple[tuple[int, int], ...]
"""Persons, each with an article."""

_NEWEST = 500
"""Statements by holders of an office at most by which they are known."""
_MOST, _EACH = 30, 200
"""Holders at most, the newest, and statements of each that are looked through."""
_AROUND = 90
"""Days before the first and after the last time that somebody is called so."""


def find_holders(
    db: Database, match: str, people: str, audience: Audience, officers: Pairs = ()
) -> Pairs:
    """Persons of an office or a body, each with an article that does not tell whose they are.

    It gives the name alone, or with a part of what others call them: "the spokesman".

    Args:
        db: The archive.
        match: A full-text query for what they say.
        people: A pattern for roles that mean them.
        audience: Who asks.
        officers: Persons who are of it, each with the article that tells so.
    """
    told = ", ".join(map(str, officers)) or "(NULL, NULL)"
    sql = _HOLDERS.format(seen=visible_article(audience, "a.article_id"), officers=told)
    values = {"match": match, "people": people, **audience_values(audience)}
    return tuple(
        (person, article)
        for person, *known in db.execute(sql, values).fetchall()
        for (article,) in db.execute(_UNTOLD, [person, *known, people])
    )


def find_known(db: Database, match: str, audience: Audience) -> frozenset[int]:
    """Persons with a role that a query finds whom other articles name without a role of their own.

    Whoever is anything else somewhere is left out.

    Args:
        db: The archive.
        match: A full-text query for those who have the role.
        audience: Who asks.
    """
    seen = visible_article(audience, "a.article_id")
    values = {"match": match, **audience_values(audience)}
    return frozenset(
        person
        for person, known in db.execute(_KNOWN.format(seen=seen), values).fetchall()
        if _is_only(known, {role.lower() for (role,) in db.execute(_ROLES, [person])})
    )


def _is_only(known: str, roles: set[str]) -> bool:
    """Whether all that somebody is stands in what they are known for, and is left out somewhere."""
    return any(role not in known.split(",") for role in roles) and all(
        role in known for role in roles
    )


_HOLDERS = f"""
WITH called AS MATERIALIZED (
  SELECT rowid AS found FROM attributions_fts WHERE attributions_fts MATCH :match
  ORDER BY rowid DESC LIMIT {_NEWEST}
)
SELECT speaker_id, group_concat(DISTINCT lower(speaker_role)),
  date(min(dated), '-{_AROUND} days'), date(max(dated), '+{_AROUND} days')
FROM called CROSS JOIN attributions AS a ON a.id = found
WHERE speaker_kind = 'person' AND shown = 1 AND {{seen}}
  AND (written(:people, speaker_role) OR (speaker_id, article_id) IN (VALUES {{officers}}))
GROUP BY speaker_id ORDER BY max(a.id) DESC LIMIT {_MOST}
"""
_KNOWN = f"""
WITH called AS MATERIALIZED (
  SELECT rowid AS found FROM attributions_fts WHERE attributions_fts MATCH :match
  ORDER BY rowid DESC LIMIT {_NEWEST}
)
SELECT speaker_id, group_concat(DISTINCT lower(speaker_role))
FROM called CROSS JOIN attributions AS a ON a.id = found
WHERE speaker_kind = 'person' AND coalesce(speaker_role, '') != '' AND shown = 1 AND {{seen}}
GROUP BY speaker_id ORDER BY max(a.id) DESC LIMIT {_MOST}
"""
_ROLES = f"""
SELECT DISTINCT coalesce(speaker_role, '') FROM (
  SELECT speaker_role FROM attributions WHERE speaker_id = ? ORDER BY id DESC LIMIT {_EACH}
)
"""
_UNTOLD = f"""
SELECT DISTINCT article_id FROM (
  SELECT article_id, speaker_role, dated FROM attributions
  WHERE speaker_id = ? ORDER BY id DESC LIMIT {_EACH}
) WHERE instr(?, lower(speaker_role)) AND dated BETWEEN ? AND ?
  AND NOT written(?, speaker_role)
"""
