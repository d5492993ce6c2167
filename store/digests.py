"""What was read between two moments."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from store.articles import load_report
from store.audience import audience_values, visible_articles, visible_shares
from store.database import plain_errors
from store.moments import to_text
from store.records import Audience, Report


@plain_errors
def reports_between(
    db: Database, audience: Audience, since: datetime, until: datetime
) -> list[Report]:
    """The articles that came before this audience from `since` up to, not with, `until`.

    An article that was read long ago comes before an audience when it is first shared where
    that audience may see it. Newest first; both moments aware.
    """
    came = (
        "max(read_at, iif(open, read_at, coalesce((SELECT min(created) FROM shares"
        f" WHERE article_id = articles.id AND {visible_shares(audience)}), read_at)))"
    )
    sql = (
        f"SELECT id, {came} AS came FROM articles WHERE superseded_by IS NULL"
        " AND id IN (SELECT id FROM articles WHERE read_at >= :since"
        " UNION SELECT article_id FROM shares WHERE created >= :since)"
        f" AND {visible_articles(audience)} AND came >= :since AND came < :until"
        " ORDER BY came DESC, id DESC"
    )
    values = {**audience_values(audience), "since": to_text(since), "until": to_text(until)}
    return [load_report(db, row[0]) for row in db.execute(sql, values).fetchall()]
