"""Articles that come by the thousand: each once, however often that is begun."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from store.articles import find_article_id, save_report
from store.database import plain_errors, saving
from store.moments import to_text
from store.records import Analysis, Article


@plain_errors
def is_done(db: Database, item: str) -> bool:
    """Whether an earlier run settled this item: a URL, or a hash of what a file holds."""
    row = db.execute("SELECT 1 FROM backfills WHERE item = ?", [item]).fetchone()
    return row is not None


@plain_errors
def note_item(db: Database, item: str, article_id: int | None, now: datetime) -> None:
    """Note that an item is settled: by an article that is there, or as none."""
    with saving(db):
        _note(db, item, article_id, now)


@plain_errors
def save_backfilled(
    db: Database, item: str, article: Article, analysis: Analysis, now: datetime
) -> bool:
    """Save an article that the archive does not have, with its note, in one transaction.

    Every audience may see it, as what is read on the command line; but it is no news, and in
    no digest until somebody shares it.

    Returns:
        False if the archive has an article of this address already, which stays as it is.
    """
    with saving(db):
        known = find_article_id(db, article.url)
        article_id = known or save_report(db, article, analysis, now=now, everybody=True)
        if known is None:
            db.execute("UPDATE articles SET backfilled = 1 WHERE id = ?", [article_id])
        _note(db, item, article_id, now)
    return known is None


def _note(db: Database, item: str, article_id: int | None, now: datetime) -> None:
    sql = "INSERT OR REPLACE INTO backfills (item, article_id, at) VALUES (?, ?, ?)"
    db.execute(sql, [item, article_id, to_text(now)])
