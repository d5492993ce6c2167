"""Deleting what somebody said: a person's or an organisation's statements, claims and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from store.claims import BY_CLAIMER
from store.database import plain_errors, saving
from store.folding import fold
from store.threads import forget_questions_about


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody whom articles name, as it is told before they are forgotten."""

    id: int
    name: str
    kind: str
    roles: tuple[str, ...]
    statements: int
    claims: int
    articles: tuple[int, ...]
    """All versions of those that name them."""


@plain_errors
def find_somebody(db: Database, called: str) -> list[Somebody]:
    """Persons, then organisations, of exactly this name; `#12` is the one numbered so."""
    number = called.removeprefix("#")
    if called.startswith("#") and number.isdecimal():
        where, values = "id = ?", [number]
    else:
        where, values = "id IN (SELECT entity_id FROM aliases WHERE folded = ?)", [fold(called)]
    sql = (
        f"SELECT id, name, kind FROM entities WHERE {where}"
        " AND kind IN ('person', 'organisation') ORDER BY kind = 'person' DESC, id"
    )
    found = db.execute(sql, values).fetchall()
    return [_describe(db, *row) for row in found]


@plain_errors
def delete_somebody(db: Database, somebody: Somebody) -> None:
    """Delete what they said and claimed, and by what they are known and found.

    The articles stay as they are, and so does what others say about them there.
    """
    known_as = "SELECT alias FROM aliases WHERE entity_id = ?"
    with saving(db):
        names = [row[0] for row in db.execute(known_as, [somebody.id]).fetchall()]
        forget_questions_about(db, [somebody.name, *names])
        for sql in (
            f"UPDATE attributions SET machine = NULL WHERE {_FOUND.format('speaker_id')}",
            f"UPDATE claims SET machine = NULL WHERE {_FOUND.format('claimer_id')}",
            _CORRECTIONS,
            _VIA,
            "DELETE FROM attributions WHERE speaker_id = ?",
            f"DELETE FROM claims WHERE {_CLAIMED}",
            "DELETE FROM presences WHERE entity_id = ?",
            "DELETE FROM entities WHERE id = ?",
        ):
            db.execute(sql, [somebody.id])


_CLAIMED = BY_CLAIMER.format(who="?1")
_FOUND = "json_extract(machine, '$.{}') = ?"
_VIA = """
UPDATE attributions SET via = NULL
WHERE via ->> 'name' = (SELECT name FROM entities WHERE id = ?)
"""
_CORRECTIONS = """
DELETE FROM corrections
WHERE (SELECT name FROM entities WHERE id = ?) IN (of_name, speaker_name)
"""


def _describe(db: Database, entity_id: int, name: str, kind: str) -> Somebody:
    roles = "SELECT role FROM roles WHERE entity_id = ? ORDER BY id"
    said = "SELECT count(*) FROM attributions WHERE speaker_id = ? AND shown"
    claimed = (
        f"SELECT count(*) FROM (SELECT article_id FROM claims WHERE {_CLAIMED})"
        " JOIN articles ON articles.id = article_id WHERE superseded_by IS NULL"
    )
    return Somebody(
        entity_id,
        name,
        kind,
        tuple(row[0] for row in db.execute(roles, [entity_id]).fetchall()),
        db.execute(said, [entity_id]).fetchone()[0],
        db.execute(claimed, [entity_id]).fetchone()[0],
        tuple(_naming(db, entity_id)),
    )


def _naming(db: Database, entity_id: int) -> Sequence[int]:
    """All versions of the articles that name somebody, oldest first."""
    sql = (
        "SELECT id FROM articles WHERE url IN (SELECT url FROM articles JOIN article_entities"
        " ON article_id = articles.id WHERE entity_id = ?) ORDER BY id"
    )
    return [row[0] for row in db.execute(sql, [entity_id]).fetchall()]
