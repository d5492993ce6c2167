"""Slack delivers some things more than once; the desk answers once."""

from __future__ import annotations

from datetime import datetime

from bot.desk import Desk
from store.events import remember_event


def is_first(desk: Desk, *keys: str, now: datetime) -> bool:
    """Whether none of these was seen before; from now on all of them were.

    Keys are Slack's `event_id`, or a name of our own for what must be answered once.
    """
    return all(remember_event(desk.store.db, key, now=now) for key in keys if key)
