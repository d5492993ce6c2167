"""Standing questions: where they were put, and which articles they were told of."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from store.database import plain_errors, saving
from store.moments import to_text
from store.workspace import Watch


@plain_errors
def save_watch(db: Database, watch: Watch, *, now: datetime) -> bool:
    """Keep a watch; False if the same stands there already."""
    with saving(db):
        kept = db.execute(
            "INSERT OR IGNORE INTO watches (team, channel, words, user, created)"
            " VALUES (?, ?, ?, ?, ?)",
            [watch.team, watch.channel, watch.words, watch.user, to_text(now)],
        )
    return kept.rowcount == 1


@plain_errors
def list_watches(db: Database, team: str, channel: str | None = None) -> list[Watch]:
    """The watches of a workspace, or of one channel there, oldest first."""
    where, values = ("", [team]) if channel is None else (" AND channel = ?", [team, channel])
    sql = f"SELECT id, team, channel, words, user FROM watches WHERE team = ?{where} ORDER BY id"
    return [Watch(**row) for row in db.query(sql, values)]


@plain_errors
def delete_watch(db: Database, watch_id: int) -> None:
    """End a watch."""
    with saving(db):
        db.execute("DELETE FROM watches WHERE id = ?", [watch_id])


@plain_errors
def claim_news(db: Database, watch_id: int, url: str) -> bool:
    """Whether a watch was not told of this article yet; from now on it was."""
    with saving(db):
        sql = "INSERT OR IGNORE INTO watch_news (watch_id, url) VALUES (?, ?)"
        return db.execute(sql, [watch_id, url]).rowcount == 1
