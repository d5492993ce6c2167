"""Everything of one workspace: taken out when the app was removed there, or kept apart."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime

from sqlite_utils import Database

from store.corrections import all_corrections, undo_correction
from store.database import plain_errors, saving
from store.deleting import delete_articles

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


@plain_errors
def teams_in(db: Database) -> list[str]:
    """The workspaces of which this file holds anything."""
    sql = " UNION ".join(f"SELECT team FROM {table}" for table in _TABLES)
    return [row[0] for row in db.execute(f"{sql} ORDER BY team").fetchall()]


@plain_errors
def messages_of(db: Database, team: str) -> set[tuple[str, str, str]]:
    """Channel, time and link of all that a workspace shared."""
    sql = "SELECT channel, ts, url FROM shares WHERE team = ?"
    return set(db.execute(sql, [team]).fetchall())


@plain_errors
def keep_only(db: Database, teams: Collection[str], *, now: datetime) -> None:
    """Delete what belongs to other workspaces than these, and take back what they corrected.

    What everybody may see stays. Going on after a crash gives the same result.
    """
    kept = json.dumps(sorted(teams))
    delete_articles(db, [row[0] for row in db.execute(_OF_OTHERS, [kept]).fetchall()])
    for correction in all_corrections(db):
        if correction.by.team not in {"", *teams} and correction.undone is None:
            undo_correction(db, correction.id, correction.by.name, now=now)
    within = "(SELECT value FROM json_each(?))"
    with saving(db):
        db.execute(f"DELETE FROM corrections WHERE team != '' AND team NOT IN {within}", [kept])
        for table in _TABLES:
            db.execute(f"DELETE FROM {table} WHERE team NOT IN {within}", [kept])


_OF_OTHERS = """
SELECT id FROM articles WHERE url NOT IN (
  SELECT url FROM articles WHERE open
  UNION SELECT articles.url FROM articles JOIN shares ON article_id = articles.id
    WHERE team IN (SELECT value FROM json_each(?))
) ORDER BY id
"""
