"""What is older than the newsroom's rule is deleted: told first, or each night."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from bot.desk import Desk
from store.deleting import (
    Removal,
    count_articles,
    count_stray_shares,
    delete_articles,
    delete_stray_shares,
    expired_articles,
)
from store.wiping import wipe

log = logging.getLogger(__name__)

_BATCH = 1_000
"""Articles; after them it may be stopped."""


@dataclass(frozen=True, slots=True)
class Expired:
    """What the rule deletes."""

    before: datetime
    articles: tuple[int, ...]
    removal: Removal
    stray_shares: int
    """Links that led to no article."""

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to delete."""
        return not self.articles and not self.stray_shares


def find_expired(desk: Desk, keep: timedelta, now: datetime) -> Expired:
    """What was read, and last shared, longer ago than `keep`."""
    db, before = desk.store.db, now - keep
    ids = tuple(expired_articles(db, before))
    return Expired(before, ids, count_articles(db, ids), count_stray_shares(db, before))


def delete_expired(
    desk: Desk, expired: Expired, is_stopped: Callable[[], bool] = lambda: False
) -> None:
    """Delete it, so that nothing of it stays in the file; stopped, the rest is left for later."""
    db, left = desk.store.db, iter(expired.articles)
    while not is_stopped() and (batch := list(islice(left, _BATCH))):
        delete_articles(db, batch)
    delete_stray_shares(db, expired.before)
    wipe(db, is_stopped)


def keep_the_rule(desk: Desk, is_stopped: Callable[[], bool]) -> None:
    """What the running bot does each night, if ONRECORD_KEEP says how long it keeps."""
    keep = desk.settings.onrecord_keep
    if keep is None or is_stopped():
        return
    expired = find_expired(desk, keep, datetime.now(UTC))
    if expired.nothing:
        return
    delete_expired(desk, expired, is_stopped)
    removal = expired.removal
    log.info(
        "Deleted by ONRECORD_KEEP: %s articles with %s statements, read before %s.",
        removal.articles,
        removal.statements,
        f"{expired.before:%Y-%m-%d}",
    )
