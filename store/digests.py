"""What was read between two moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from store.articles import load_refs, load_report
from store.audience import audience_values, visible_articles, visible_shares
from store.database import plain_errors, saving
from store.makers import show_makers
from store.moments import to_text
from store.records import Audience, Report
from store.stories import group_stories


@plain_errors
def reports_between(
    db: Database, audience: Audience, since: datetime, until: datetime
) -> list[Report]:
    """The articles that came before this audience from `since` up to, not with, `until`.

    An article that was read long ago comes before an audience when a share first leads to
    it where that audience may see it. Newest first; both moments aware. Of a story with
    several articles the fullest is given, with the others that the audience may see.
    """
    with saving(db):  # after whoever writes now: what they dated before `until` is in then
        ids = _came_between(db, audience, since, until)
    pairs = _visible_pairs(db, ids, audience)
    groups = group_stories(ids, [pair for pair in pairs if pair[1] in ids])
    return [show_makers(db, _load_story(db, group, pairs), audience) for group in groups]


def _came_between(db: Database, audience: Audience, since: datetime, until: datetime) -> list[int]:
    shared = (
        "(SELECT min(shares.read_at) FROM shares"
        f" WHERE article_id = articles.id AND {visible_shares(audience)})"
    )
    news = f"iif(open AND NOT backfilled, read_at, coalesce({shared}, read_at))"
    sql = (
        f"SELECT id, max(read_at, {news}) AS came FROM articles WHERE superseded_by IS NULL"
        " AND id IN (SELECT id FROM articles WHERE read_at >= :since"
        " UNION SELECT article_id FROM shares WHERE read_at >= :since)"
        f" AND {visible_articles(audience)} AND came >= :since AND came < :until"
        f" AND (NOT backfilled OR {shared} IS NOT NULL)"
        " ORDER BY came DESC, id DESC"
    )
    values = {**audience_values(audience), "since": to_text(since), "until": to_text(until)}
    return [row[0] for row in db.execute(sql, values).fetchall()]


def _visible_pairs(db: Database, ids: Sequence[int], audience: Audience) -> list[tuple[int, int]]:
    """These articles and others of the same story, as far as the audience may see those."""
    sql = (
        "SELECT article_id, other_id FROM same_stories JOIN articles ON articles.id = other_id"
        f" WHERE article_id IN ({_list(ids)}) AND {visible_articles(audience)}"
        " ORDER BY article_id, other_id"
    )
    return [(row[0], row[1]) for row in db.execute(sql, audience_values(audience)).fetchall()]


def _load_story(db: Database, group: Sequence[int], pairs: Sequence[tuple[int, int]]) -> Report:
    """The fullest article of a story, or else the first that was read."""
    others = {other for one, other in pairs if one in group}
    if not others:
        return load_report(db, group[0])
    sql = (
        f"SELECT id FROM articles WHERE id IN ({_list(group)}) ORDER BY"
        " (SELECT count(*) FROM attributions WHERE article_id = articles.id AND shown) DESC, id"
    )
    fullest = int(db.execute(sql).fetchone()[0])
    refs = load_refs(db, sorted({*others, *group} - {fullest}))
    return replace(load_report(db, fullest), also_in=tuple(refs.values()))


def _list(ids: Sequence[int]) -> str:
    return ", ".join(map(str, ids))
