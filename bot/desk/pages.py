"""Open a link: as it is now, or as it is known where its site says that nothing has changed."""

from __future__ import annotations

from bot.desk import Desk
from bot.reading import canonical_url, read_url
from store.articles import find_article_id, load_report
from store.records import Article


def open_link(desk: Desk, url: str) -> Article:
    """The article of a page.

    Raises:
        ReadingError: there is none to be had.
    """
    article_id = find_article_id(desk.store.db, canonical_url(url))
    known = load_report(desk.store.db, article_id).article if article_id is not None else None
    return read_url(
        url,
        allow_hosts=desk.settings.onrecord_allow_hosts,
        contact=desk.settings.onrecord_contact_url,
        known=known,
    )
