"""A link shared again: has its publisher changed what was said there?"""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta

from bot.desk import Desk
from bot.desk.pages import open_link
from bot.errors import OnRecordError
from store.versions import Changes, changes_since_share, last_read
from store.workspace import Share

log = logging.getLogger(__name__)

FRESH = timedelta(minutes=10)
"""So soon after it was read an article is not looked at again."""


def renew(desk: Desk, share: Share, analysing: threading.Lock) -> None:
    """Read an article again that was read some time ago; its site is asked if it has changed.

    Nothing is lost if that fails: what is known of it stays as it is.
    """
    read_at = last_read(desk.store.db, share.url)
    if share.text or read_at is None or datetime.now(UTC) - read_at < FRESH:
        return
    from bot.desk.reading import analyse_article  # noqa: PLC0415  # imports spaCy: seconds

    try:
        article = open_link(desk, share.shared_url)
        with analysing:
            analyse_article(desk, article)
    except OnRecordError as error:
        log.info("%s was not read again: %s", share.url, error.message)


def what_is_new(desk: Desk, earlier: Share) -> Changes:
    """What an article says now that it did not when it was reported on this share."""
    return Changes() if earlier.id is None else changes_since_share(desk.store.db, earlier.id)
