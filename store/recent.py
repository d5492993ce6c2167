"""What an archive holds in all, and what came last."""

from __future__ import annotations

from sqlite_utils import Database

from store.articles import to_ref
from store.audience import audience_values, visible_articles
from store.database import plain_errors
from store.moments import from_text
from store.records import ArticleRef, Audience
from store.workspace import Holdings


@plain_errors
def recent_articles(db: Database, audience: Audience, limit: int) -> list[ArticleRef]:
    """The articles that were read last, as far as the audience may see them, newest first."""
    sql = (
        "SELECT id, headline, publisher, url, published FROM articles"
        f" WHERE superseded_by IS NULL AND {visible_articles(audience)}"
        " ORDER BY read_at DESC, id DESC LIMIT :limit"
    )
    return [to_ref(row) for row in db.query(sql, {**audience_values(audience), "limit": limit})]


@plain_errors
def count_holdings(db: Database) -> Holdings:
    """How much the archive holds, whoever may see it."""
    row = db.execute(
        "SELECT (SELECT count(*) FROM articles WHERE superseded_by IS NULL),"
        " (SELECT count(*) FROM attributions WHERE shown),"
        " (SELECT count(*) FROM shares WHERE state NOT IN ('done', 'failed')),"
        " (SELECT count(*) FROM shares WHERE state = 'failed'),"
        " (SELECT max(read_at) FROM articles)"
    ).fetchone()
    articles, statements, waiting, failed, last_read = row
    return Holdings(articles, statements, waiting, failed, from_text(last_read))
