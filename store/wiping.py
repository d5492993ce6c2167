"""Merging the full-text indexes: nothing of what is gone stays in the file, and answers are quick.

SQLite overwrites deleted rows (`PRAGMA secure_delete`, on for every connection). But the
full-text indexes only note that words are gone until their parts are merged, and the journal
holds the last pages as they were.

Each word that is asked for is looked up in every part of an index. After a million statements
there are some thirty parts, and a question for officials asks for three hundred words.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

from store.database import plain_errors, saving

_PAGES = 200
"""Of an index, merged in one transaction: others who write wait no longer than for these."""
_FEW = 4
"""Parts of an index that need not be merged for the sake of speed."""
_DONE = 2
"""Changes below which a merge has found nothing more to do, as SQLite's documentation says."""


@plain_errors
def wipe(db: Database, is_stopped: Callable[[], bool] = lambda: False) -> None:
    """Merge the text indexes, and empty the journal into the file; may be stopped on the way."""
    for index in _find_indexes(db):
        _merge(db, index, is_stopped)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


@plain_errors
def tidy(db: Database, is_stopped: Callable[[], bool] = lambda: False) -> None:
    """Merge the text indexes that lie in many parts; may be stopped on the way."""
    for index in _find_indexes(db):
        [(parts,)] = db.execute(f"SELECT count(DISTINCT segid) FROM {index}_idx").fetchall()
        if parts > _FEW:
            _merge(db, index, is_stopped)


def _find_indexes(db: Database) -> list[str]:
    return [name for (name,) in db.execute(_INDEXES).fetchall()]


_INDEXES = """
SELECT name FROM sqlite_master
WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5 (%'
"""


def _merge(db: Database, index: str, is_stopped: Callable[[], bool]) -> None:
    """Into one part, which holds no deleted word any more; the first call marks all parts."""
    pages, changes = -_PAGES, _DONE
    while changes >= _DONE and not is_stopped():
        before = db.conn.total_changes
        with saving(db):
            db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', {pages})")
        pages, changes = _PAGES, db.conn.total_changes - before
