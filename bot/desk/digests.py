"""What was said between two moments."""

from __future__ import annotations

from datetime import datetime

from bot.desk import Desk
from store.digests import reports_between
from store.records import Audience, Digest


def write_digest(desk: Desk, audience: Audience, *, since: datetime, until: datetime) -> Digest:
    """What came before this audience from `since` up to `until`, newest first; both aware."""
    reports = reports_between(desk.store.db, audience, since, until)
    return Digest(since=since, until=until, reports=tuple(reports))
