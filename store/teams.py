"""Everything of one workspace, when the app was removed there."""

from __future__ import annotations

from sqlite_utils import Database

from store.database import plain_errors, saving

_TABLES = ("shares", "schedules", "channels", "threads", "watches")
"""Where rows are a workspace's own."""


@plain_errors
def articles_only_of(db: Database, team: str) -> list[int]:
    """Articles that only this workspace shared, oldest first, with their old versions."""
    sql = (
        "SELECT id FROM articles WHERE url IN (SELECT articles.url FROM articles"
        " JOIN shares ON article_id = articles.id WHERE team = :team)"
        " AND url NOT IN (SELECT articles.url FROM articles"
        " LEFT JOIN shares ON article_id = articles.id WHERE articles.open OR team != :team)"
        " ORDER BY id"
    )
    return [row[0] for row in db.execute(sql, {"team": team}).fetchall()]


@plain_errors
def delete_team(db: Database, team: str) -> None:
    """Delete what a workspace shared, asked, watched and set; its articles go separately."""
    with saving(db):
        for table in _TABLES:
            db.execute(f"DELETE FROM {table} WHERE team = ?", [team])
