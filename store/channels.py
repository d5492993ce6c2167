"""What each channel wants of the bot."""

from __future__ import annotations

import json
from datetime import datetime

from sqlite_utils import Database

from store.database import plain_errors, saving
from store.moments import to_text
from store.workspace import ChannelSettings


@plain_errors
def find_channel_settings(db: Database, team: str, channel: str) -> ChannelSettings | None:
    """A channel's settings; None if nobody changed them."""
    rows = db.query("SELECT * FROM channels WHERE team = ? AND channel = ?", [team, channel])
    for row in rows:
        return ChannelSettings(
            team=row["team"],
            channel=row["channel"],
            mode=row["mode"],
            bots=bool(row["bots"]),
            skipped=tuple(json.loads(row["skipped"])),
            paused=tuple(json.loads(row["paused"])),
            other_languages=row["other_languages"],
        )
    return None


@plain_errors
def save_channel_settings(
    db: Database, settings: ChannelSettings, *, user: str, now: datetime
) -> None:
    """Save a channel's settings in place of those it had, and who changed them."""
    with saving(db):
        db.execute(
            "INSERT OR REPLACE INTO channels"
            " (team, channel, mode, bots, skipped, paused, other_languages, changed_by, changed)"
            " VALUES (:team, :channel, :mode, :bots, :skipped, :paused, :other_languages,"
            " :changed_by, :changed)",
            {
                "team": settings.team,
                "channel": settings.channel,
                "mode": settings.mode,
                "bots": int(settings.bots),
                "skipped": json.dumps(settings.skipped),
                "paused": json.dumps(settings.paused),
                "other_languages": settings.other_languages,
                "changed_by": user,
                "changed": to_text(now),
            },
        )
