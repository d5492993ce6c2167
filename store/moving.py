"""Moving what articles say from one entity to another: merged, split or undone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from store.claims import BY_CLAIMER, OF_ARTICLE
from store.folding import fold
from store.surnames import surname

_SPOKEN = (
    ("attributions", "speaker", "article_id = ?2"),
    ("claims", "claimer", OF_ARTICLE.format(article="?2")),
)


@dataclass(frozen=True, slots=True)
class Moved:
    """Rows that went from one entity to another, by their numbers."""

    presences: tuple[tuple[int, int], ...] = ()
    """Article and position in it."""
    attributions: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()
    mentions: tuple[tuple[int, str], ...] = ()
    """Statement and how it mentions the entity."""
    shared: tuple[int, ...] = ()
    """Statements that mentioned both."""

    def to_json(self) -> str:
        """As it is stored."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Moved:
        """As it was stored."""
        lists = json.loads(text)
        return cls(
            presences=tuple((article, position) for article, position in lists["presences"]),
            attributions=tuple(lists["attributions"]),
            claims=tuple(lists["claims"]),
            mentions=tuple((statement, how) for statement, how in lists["mentions"]),
            shared=tuple(lists["shared"]),
        )


def find_rows(db: Database, entity_id: int, articles: Iterable[int] | None = None) -> Moved:
    """The rows of an entity, in these articles or in all."""
    chosen = None if articles is None else json.dumps(list(articles))
    within = "" if chosen is None else " AND article_id IN (SELECT value FROM json_each(?2))"

    def rows(sql: str) -> list[tuple[int, str]]:
        values = [entity_id] if chosen is None else [entity_id, chosen]
        return [(row[0], row[-1]) for row in db.execute(sql + within, values).fetchall()]

    presences = rows("SELECT article_id, position FROM article_entities WHERE entity_id = ?1")
    mentions = rows(
        "SELECT DISTINCT attribution_id, how FROM presences JOIN attributions USING (article_id)"
        " JOIN mentions ON attribution_id = attributions.id AND mentions.entity_id = ?1"
        " WHERE presences.entity_id = ?1"
    )
    said, claimed = (
        tuple(number for number, _ in rows(f"SELECT id FROM {table} WHERE {whose}"))
        for table, whose in (
            ("attributions", "speaker_id = ?1"),
            ("claims", BY_CLAIMER.format(who="?1")),
        )
    )
    return Moved(
        tuple((article, int(position)) for article, position in presences),
        said,
        claimed,
        tuple(mentions),
    )


def move_rows(db: Database, rows: Moved, source: int, target: int) -> Moved:
    """Give rows of `source`, as far as they still are its own, to `target`.

    Returns:
        The same, and which statements mention both.
    """
    db.conn.executemany(
        "UPDATE presences SET entity_id = ? WHERE article_id = ? AND position = ?"
        " AND entity_id = ?",
        [(target, article, position, source) for article, position in rows.presences],
    )
    for (table, column, own), ids in zip(_SPOKEN, (rows.attributions, rows.claims), strict=True):
        db.conn.executemany(
            f"UPDATE {table} SET {column}_id = ? WHERE id = ? AND {column}_id = ?",
            [(target, number, source) for number in ids],
        )
        db.conn.executemany(
            _WHAT_WAS_CORRECTED.format(table=table, place=f"$.{column}_id", own=own),
            [(target, article, source) for article, _ in rows.presences],
        )
    return _move_mentions(db, rows, source, target)


# What the program had found before somebody corrected it goes to the same one.
_WHAT_WAS_CORRECTED = """
UPDATE {table} SET machine = json_set(machine, '{place}', ?1)
WHERE {own} AND machine IS NOT NULL AND json_extract(machine, '{place}') = ?3
"""


def _move_mentions(db: Database, rows: Moved, source: int, target: int) -> Moved:
    sql = "SELECT attribution_id FROM mentions WHERE entity_id = ? AND attribution_id = ?"
    both = [number for number, _ in rows.mentions if db.execute(sql, [target, number]).fetchone()]
    shared = set(rows.shared)
    db.conn.executemany(
        "INSERT OR IGNORE INTO mentions (entity_id, attribution_id, how)"
        " SELECT ?, id, substr(?, 1, 2) FROM attributions WHERE id = ?",
        [(target, how, number) for number, how in rows.mentions],
    )
    db.conn.executemany(
        "DELETE FROM mentions WHERE entity_id = ? AND attribution_id = ?",
        [(source, number) for number, _ in rows.mentions if number not in shared],
    )
    return Moved(rows.presences, rows.attributions, rows.claims, rows.mentions, tuple(both))


def renew_names(db: Database, entity_id: int) -> None:
    """Make the aliases and roles of an entity those that its articles give it."""
    for table in ("aliases", "roles"):
        db.execute(f"DELETE FROM {table} WHERE entity_id = ?", [entity_id])
    claimed = BY_CLAIMER.format(who=":id")
    rows = db.execute(_NAMES.format(claimed=claimed), {"id": entity_id}).fetchall()
    names = {
        alias: None
        for name, kind, aliases, _ in rows
        for alias in (name, *surname(name, kind), *json.loads(aliases))
    }
    db.conn.executemany(
        "INSERT OR IGNORE INTO aliases (entity_id, alias, folded) VALUES (?, ?, ?)",
        [(entity_id, name, fold(name)) for name in names],
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO roles (entity_id, role) VALUES (?, ?)",
        [(entity_id, role) for *_, role in rows if role],
    )


_NAMES = """
SELECT DISTINCT name, kind, aliases, role FROM article_entities WHERE entity_id = :id
UNION SELECT speaker_name, speaker_kind, '[]', speaker_role FROM attributions
  WHERE speaker_id = :id
UNION SELECT claimer_name, claimer_kind, '[]', claimer_role FROM claims WHERE {claimed}
"""
