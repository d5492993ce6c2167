"""Moments as the database keeps them: UTC, to the second, in an order that text sorts by."""

from __future__ import annotations

from datetime import UTC, date, datetime


def to_text(moment: datetime) -> str:
    """`2026-11-23T08:00:00Z`; the moment must be aware."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def from_text(text: str | None) -> datetime | None:
    """The aware moment, in UTC."""
    return datetime.fromisoformat(text) if text else None


def day_of(text: str | None) -> date | None:
    """The day of a stored day or moment."""
    return date.fromisoformat(text[:10]) if text else None


def dated(said_on: date | None, published: datetime | None, read_at: datetime) -> str:
    """When a statement counts as said: as the article says, else when it was published or read.

    Where that is the day of publication the publication's time is kept, so that what
    was published later that day is newer.
    """
    known = to_text(published or read_at)
    if said_on is None or (published and known.startswith(said_on.isoformat())):
        return known
    return said_on.isoformat()
