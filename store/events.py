"""Slack events that were seen: Slack delivers some of them more than once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

from store.database import plain_errors, saving
from store.moments import to_text

KEPT = timedelta(days=7)
"""How long an event is remembered; Slack's last repetition comes within hours."""


@plain_errors
def remember_event(db: Database, event_id: str, *, now: datetime) -> bool:
    """Whether this is the first time that the event comes; False if it was seen before."""
    with saving(db):
        db.execute("DELETE FROM events WHERE seen < ?", [to_text(now - KEPT)])
        cursor = db.execute(
            "INSERT OR IGNORE INTO events (event_id, seen) VALUES (?, ?)", [event_id, to_text(now)]
        )
    return cursor.rowcount == 1
