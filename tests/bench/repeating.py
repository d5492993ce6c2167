"""Saved articles once more, row by row: a large archive of them in minutes, not hours."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from store.database import saving
from store.days import first_id

_DAY = first_id(date(2023, 1, 2)) - first_id(date(2023, 1, 1))


def repeat_articles(db: Database, written: int, days: int, turn: int) -> None:
    """The rows of the first articles once more, as they would be if read so many days later."""
    values = {
        "articles": turn * written,
        "ids": days * _DAY,
        "turn": turn,
        "later": f"+{days} days",
        "days": days,
        "written": written,
    }
    with saving(db):
        db.execute("PRAGMA defer_foreign_keys = on")
        for table, changes in _REPEATED.items():
            names = [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
            chosen = ", ".join(changes.get(name, name) for name in names)
            where = _FIRST.get(table, "article_id <= :written")
            sql = f"INSERT INTO {table} SELECT {chosen} FROM {table} WHERE {where} ORDER BY 1"
            db.execute(sql, values)


_MOMENT = "strftime('%Y-%m-%dT%H:%M:%SZ', {}, :later)"
_ARTICLE = {"article_id": "article_id + :articles"}
_REPEATED = {
    "articles": {
        "id": "id + :articles",
        "url": "url || '/' || :turn",
        "published": _MOMENT.format("published"),
        "read_at": _MOMENT.format("read_at"),
    },
    "days": {"day": "day + :days", "last": "last + :ids"},
    # before their statements, so that the index hears of all at once
    "mentions": {"attribution_id": "attribution_id + :ids"},
    "attributions": {**_ARTICLE, "id": "id + :ids", "dated": _MOMENT.format("dated")},
    "kept_claims": {"id": "id + (:articles << 16)"},
    "presences": _ARTICLE,
    "signatures": _ARTICLE,
    "story_bands": {**_ARTICLE, "band": "randomblob(4)"},
    "same_stories": {**_ARTICLE, "other_id": "other_id + :articles"},
    "shares": {
        **_ARTICLE,
        "id": "NULL",
        "ts": "ts || :turn",
        "url": "url || '/' || :turn",
        "thread_ts": "thread_ts || :turn",
        "read_at": _MOMENT.format("read_at"),
        "created": _MOMENT.format("created"),
    },
}
_FIRST = {
    "articles": "id <= :written",
    "kept_claims": "id < (:written + 1) << 16",
    "days": "day < (SELECT min(day) FROM days) + :days / :turn",
    "mentions": "attribution_id IN (SELECT id FROM attributions WHERE article_id <= :written)",
}
