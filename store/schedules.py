"""When each channel wants its digest, and up to when it has had it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store.database import plain_errors, saving
from store.moments import from_text, to_text
from store.workspace import Schedule


@plain_errors
def save_schedule(db: Database, schedule: Schedule) -> None:
    """Save a channel's schedule in place of the one it had; what was sent stays sent."""
    with saving(db):
        db.execute(
            "INSERT INTO schedules (team, channel, at, zone, days, enabled, last_sent)"
            " VALUES (:team, :channel, :at, :zone, :days, :enabled, :last_sent)"
            " ON CONFLICT (team, channel) DO UPDATE SET at = excluded.at, zone = excluded.zone,"
            " days = excluded.days, enabled = excluded.enabled,"
            " last_sent = coalesce(max(excluded.last_sent, last_sent), last_sent,"
            " excluded.last_sent)",
            {
                "team": schedule.team,
                "channel": schedule.channel,
                "at": schedule.at,
                "zone": schedule.zone,
                "days": schedule.days,
                "enabled": int(schedule.enabled),
                "last_sent": to_text(schedule.last_sent) if schedule.last_sent else None,
            },
        )


@plain_errors
def list_schedules(db: Database) -> list[Schedule]:
    """All schedules, also those that are switched off."""
    rows = db.query("SELECT * FROM schedules ORDER BY team, channel")
    return [_to_schedule(row) for row in rows]


@plain_errors
def find_schedule(db: Database, team: str, channel: str) -> Schedule | None:
    """A channel's schedule; None if it set none."""
    rows = db.query("SELECT * FROM schedules WHERE team = ? AND channel = ?", [team, channel])
    return next((_to_schedule(row) for row in rows), None)


@plain_errors
def mark_digest_sent(db: Database, team: str, channel: str, moment: datetime) -> bool:
    """Claim the digest that was due at `moment`: True for the first who asks, and for no other.

    Post the digest only if this is True; a second clock or a restart then posts nothing.
    """
    with saving(db):
        cursor = db.execute(
            "UPDATE schedules SET last_sent = :moment WHERE team = :team AND channel = :channel"
            " AND (last_sent IS NULL OR last_sent < :moment)",
            {"moment": to_text(moment), "team": team, "channel": channel},
        )
    return cursor.rowcount == 1


def _to_schedule(row: dict[str, Any]) -> Schedule:
    return Schedule(
        team=row["team"],
        channel=row["channel"],
        at=row["at"],
        zone=row["zone"],
        days=row["days"],
        enabled=bool(row["enabled"]),
        last_sent=from_text(row["last_sent"]),
    )
