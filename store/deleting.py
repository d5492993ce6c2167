"""Deleting on purpose: articles with all that was found in them, and all that somebody said.

Deleted rows are overwritten in the file (`secure_delete`); `store.wiping` clears the indexes
and the journal, so that nothing of them can be read there any more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlite_utils import Database

from store.claims import BY_CLAIMER, OF_ARTICLE
from store.database import plain_errors, saving
from store.moments import from_text, to_text
from store.stories import forget_story
from store.traces import forget_traces

_BATCH = 100
"""Articles in one transaction: others who write wait no longer than for these."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What is deleted, counted: told before it is done."""

    articles: int = 0
    """Old versions of an article are not counted apart from it."""
    statements: int = 0
    claims: int = 0
    shares: int = 0
    first: datetime | None = None
    """When the oldest and the newest of the articles were read."""
    last: datetime | None = None


@plain_errors
def expired_articles(db: Database, before: datetime) -> list[int]:
    """Articles that were read, and last shared, before a moment; and old versions from then.

    Oldest first, which keeps an old version from becoming the current one again.
    """
    sql = (
        "SELECT id FROM articles WHERE superseded_by IS NOT NULL AND read_at < :before"
        f" OR coalesce(superseded_by, id) IN ({_EXPIRED}) ORDER BY id"
    )
    return [row[0] for row in db.execute(sql, {"before": to_text(before)}).fetchall()]


_EXPIRED = """
  SELECT id FROM articles WHERE superseded_by IS NULL AND read_at < :before
    AND NOT EXISTS (SELECT 1 FROM shares WHERE article_id = articles.id AND created >= :before)
"""


@plain_errors
def versions_of(db: Database, url: str) -> list[int]:
    """All versions of the article with this canonical URL, oldest first."""
    rows = db.execute("SELECT id FROM articles WHERE url = ? ORDER BY id", [url])
    return [row[0] for row in rows.fetchall()]


@plain_errors
def count_articles(db: Database, ids: Sequence[int]) -> Removal:
    """What deleting these articles takes away."""
    sql = f"""
    WITH gone AS MATERIALIZED (SELECT value AS id FROM json_each(:ids))
    SELECT (SELECT count(DISTINCT url) FROM articles WHERE id IN gone),
      (SELECT count(*) FROM attributions WHERE {_IN_GONE} AND shown),
      (SELECT count(*) FROM gone JOIN articles USING (id)
       JOIN kept_claims ON kept_claims.{OF_ARTICLE.format(article="articles.id")}
       WHERE superseded_by IS NULL),
      (SELECT count(*) FROM shares WHERE {_IN_GONE}),
      (SELECT min(read_at) FROM articles WHERE id IN gone),
      (SELECT max(read_at) FROM articles WHERE id IN gone)
    """
    row = db.execute(sql, {"ids": json.dumps(list(ids))}).fetchone()
    articles, statements, claims, shares, first, last = row
    return Removal(articles, statements, claims, shares, from_text(first), from_text(last))


_IN_GONE = "article_id IN gone"


@plain_errors
def delete_articles(db: Database, ids: Sequence[int]) -> None:
    """Delete articles with their statements, claims and shares, and names that only they gave."""
    left = iter(ids)
    while batch := list(islice(left, _BATCH)):
        with saving(db):
            _delete_batch(db, json.dumps(batch))
    with saving(db):
        db.execute(f"DELETE FROM entities WHERE {_UNNAMED}")
        db.execute("DELETE FROM outlets WHERE id NOT IN (SELECT outlet_id FROM articles)")


def _delete_batch(db: Database, ids: str) -> None:
    within = "IN (SELECT value FROM json_each(?))"
    named = f"SELECT DISTINCT entity_id FROM article_entities WHERE article_id {within}"
    entities = json.dumps([row[0] for row in db.execute(named, [ids]).fetchall()])
    db.execute(f"DELETE FROM shares WHERE article_id {within}", [ids])
    for article_id in json.loads(ids):
        forget_story(db, article_id)
    db.execute(f"DELETE FROM articles WHERE id {within}", [ids])
    for sql in (_FORGET_ALIASES, _FORGET_ROLES, _RENAME):
        db.execute(sql.format(entities=within), [entities])
    forget_traces(db, entities)


_UNNAMED = """
  id NOT IN (SELECT entity_id FROM article_entities)
  AND NOT EXISTS (SELECT 1 FROM attributions WHERE speaker_id = entities.id)
"""

# The names and roles of an entity that stays, as far as no article that stays gives them.
_FORGET_ALIASES = """
DELETE FROM aliases WHERE entity_id {entities} AND NOT EXISTS (
  SELECT 1 FROM article_entities AS named WHERE named.entity_id = aliases.entity_id
    AND (instr(named.name, alias) OR alias IN (SELECT value FROM json_each(named.aliases)))
)
"""
_FORGET_ROLES = f"""
DELETE FROM roles WHERE entity_id {{entities}} AND NOT EXISTS (
  SELECT 1 FROM article_entities AS named
  WHERE named.entity_id = roles.entity_id AND roles.role IN (named.role, named.name)
) AND NOT EXISTS (
  SELECT 1 FROM attributions WHERE speaker_id = roles.entity_id AND speaker_role = roles.role
) AND NOT EXISTS (
  SELECT 1 FROM claims
  WHERE {BY_CLAIMER.format(who="roles.entity_id")} AND claimer_role = roles.role
)
"""
_RENAME = """
UPDATE entities SET name = coalesce((
  SELECT name FROM article_entities WHERE entity_id = entities.id ORDER BY article_id LIMIT 1
), name)
WHERE id {entities} AND NOT EXISTS (
  SELECT 1 FROM article_entities AS named
  WHERE named.entity_id = entities.id AND named.name = entities.name
)
"""


@plain_errors
def count_stray_shares(db: Database, before: datetime) -> int:
    """Finished shares from before a moment that led to no article."""
    sql = f"SELECT count(*) FROM shares WHERE {_STRAY}"
    return int(db.execute(sql, [to_text(before)]).fetchone()[0])


@plain_errors
def delete_stray_shares(db: Database, before: datetime) -> None:
    """Delete finished shares from before a moment that led to no article."""
    with saving(db):
        db.execute(f"DELETE FROM shares WHERE {_STRAY}", [to_text(before)])
        db.execute("DELETE FROM backfills WHERE article_id IS NULL AND at < ?", [to_text(before)])


_STRAY = "article_id IS NULL AND state IN ('done', 'failed') AND created < ?"


@plain_errors
def delete_shares_of(db: Database, url: str) -> None:
    """Delete what is kept of a link's failed shares; those that led to an article go with it."""
    with saving(db):
        db.execute(f"DELETE FROM shares WHERE {_FAILED_LINK}", {"url": url})
        db.execute("DELETE FROM backfills WHERE item = ? AND article_id IS NULL", [url])


@plain_errors
def count_shares_of(db: Database, url: str) -> int:
    """How many shares of a link led to no article."""
    sql = f"SELECT count(*) FROM shares WHERE {_FAILED_LINK}"
    return int(db.execute(sql, {"url": url}).fetchone()[0])


_FAILED_LINK = "url = :url AND article_id IS NULL AND state IN ('done', 'failed')"
