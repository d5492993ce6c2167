"""What pages about a speaker, an article and the whole archive show."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
"""Of the view `statements`, by column."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody who speaks, and what they are known by."""

    id: int
    name: str
    kind: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    topics: tuple[tuple[str, int], ...]
    """What they spoke of by name, and in how many statements."""
    outlets: tuple[tuple[str, int], ...]
    statements: int


def load_profile(conn: sqlite3.Connection, entity_id: int) -> Profile | None:
    """A speaker; None if there is none of this number."""
    found = conn.execute("SELECT name, kind FROM entities WHERE id = ?", [entity_id]).fetchone()
    if found is None:
        return None
    name, kind = found
    return Profile(
        entity_id,
        name,
        kind,
        _column(conn, "SELECT role FROM roles WHERE entity_id = ? ORDER BY id DESC", entity_id),
        _column(conn, _ALIASES, entity_id),
        tuple(conn.execute(_TOPICS, [entity_id]).fetchall()),
        tuple(conn.execute(_OUTLETS, [entity_id]).fetchall()),
        conn.execute(_SAID, [entity_id]).fetchone()[0],
    )


def load_statements(
    conn: sqlite3.Connection, entity_id: int, *, limit: int, offset: int
) -> list[Row]:
    """What a speaker said, newest first."""
    sql = (
        "SELECT * FROM statements WHERE speaker_id = ? ORDER BY dated DESC, id DESC"
        " LIMIT ? OFFSET ?"
    )
    return _rows(conn, sql, [entity_id, limit, offset])


def load_article(conn: sqlite3.Connection, article_id: int) -> Row | None:
    """A version of an article."""
    return next(iter(_rows(conn, "SELECT * FROM articles WHERE id = ?", [article_id])), None)


def load_spans(conn: sqlite3.Connection, article_id: int) -> list[Row]:
    """Where an article's statements stand, and who makes them."""
    return _rows(conn, _SPANS, [article_id])


def load_newest(conn: sqlite3.Connection, limit: int) -> list[Row]:
    """The articles that were read last, with how much was found in them."""
    return _rows(conn, _NEWEST, [limit])


def count_all(conn: sqlite3.Connection) -> Row:
    """How much the archive holds."""
    return _rows(conn, _COUNTS, [])[0]


_ALIASES = "SELECT alias FROM aliases WHERE entity_id = ? ORDER BY length(alias) DESC, alias"
_SAID = "SELECT count(*) FROM attributions WHERE speaker_id = ? AND shown"
_TOPICS = """
SELECT entities.name, count(*) AS number FROM attributions
  JOIN mentions ON attribution_id = attributions.id JOIN entities ON entities.id = entity_id
WHERE speaker_id = ? AND shown AND how != 'se' AND entities.kind != 'anonymous'
GROUP BY entities.name COLLATE NOCASE ORDER BY number DESC, entities.name LIMIT 12
"""
_OUTLETS = """
SELECT publisher, count(*) AS number FROM attributions
  JOIN articles ON articles.id = article_id
WHERE speaker_id = ? AND shown AND publisher != ''
GROUP BY publisher ORDER BY number DESC, publisher LIMIT 12
"""
_SPANS = """
SELECT id, content, kind, speaker_id, speaker_name, speaker_sure FROM attributions
WHERE article_id = ? AND standing = 'stated' AND NOT hidden ORDER BY number
"""
_NEWEST = """
SELECT id, headline, publisher, url, published, read_at,
  (SELECT count(*) FROM attributions WHERE article_id = articles.id AND shown) AS statements
FROM articles WHERE superseded_by IS NULL ORDER BY read_at DESC, id DESC LIMIT ?
"""
_COUNTS = """
SELECT (SELECT count(*) FROM articles WHERE superseded_by IS NULL) AS articles,
  (SELECT count(*) FROM attributions WHERE shown) AS statements,
  (SELECT count(DISTINCT speaker_id) FROM attributions WHERE speaker_id IS NOT NULL) AS speakers,
  (SELECT count(DISTINCT publisher) FROM articles WHERE publisher != '') AS outlets
"""


def _column(conn: sqlite3.Connection, sql: str, entity_id: int) -> tuple[str, ...]:
    return tuple(row[0] for row in conn.execute(sql, [entity_id]).fetchall())


def _rows(conn: sqlite3.Connection, sql: str, values: Sequence[object]) -> list[Row]:
    cursor = conn.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
