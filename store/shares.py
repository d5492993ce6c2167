"""Links and texts that were posted: where, by whom, and what has become of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from store.audience import audience_values, visible_shares
from store.database import plain_errors, saving
from store.moments import from_text, to_text
from store.records import Audience
from store.workspace import Share, ShareState

_COLUMNS = (
    "team, channel, ts, url, shared_url, user, thread_ts, private, state, article_id,"
    " report_ts, failure, attempts, created, text, asked"
)
_INSERT = (
    f"INSERT OR IGNORE INTO shares ({_COLUMNS}) VALUES (:team, :channel, :ts, :url, :shared_url,"
    " :user, :thread_ts, :private, :state, :article_id, :report_ts, :failure, :attempts, :created,"
    " :text, :asked)"
)


@plain_errors
def save_shares(db: Database, shares: Sequence[Share], *, now: datetime) -> list[Share]:
    """Save those that are new, and return them with their ids.

    A share is the same if team, channel, message and canonical URL are.
    """
    with saving(db):
        ids = [_insert(db, share, now) for share in shares]
        return [_get(db, share_id) for share_id in ids if share_id]


@plain_errors
def shares_of(db: Database, team: str, channel: str, ts: str) -> list[Share]:
    """The shares of one message, in the order of its links."""
    where = "team = ? AND channel = ? AND ts = ? ORDER BY id"
    return _select(db, where, [team, channel, ts])


@plain_errors
def unfinished_shares(db: Database) -> list[Share]:
    """The shares that were accepted but neither answered nor failed, oldest first."""
    return _select(db, "state NOT IN ('done', 'failed') ORDER BY id", [])


@plain_errors
def has_failed_share(db: Database, team: str, channel: str, thread_ts: str) -> bool:
    """Whether a thread holds a link that could not be read."""
    where = "team = ? AND channel = ? AND thread_ts = ? AND failure != '' LIMIT 1"
    return bool(_select(db, where, [team, channel, thread_ts]))


@plain_errors
def set_share_state(  # noqa: PLR0913  # each state may bring a fact of its own
    db: Database,
    share_id: int,
    state: ShareState,
    *,
    article_id: int | None = None,
    report_ts: str = "",
    failure: str = "",
    now: datetime | None = None,
) -> None:
    """Note how far a share has come; what is not given stays. Beginning to read is an attempt.

    When it first leads to an article (`now`, by default the moment of writing) is kept: from
    then on the article is there for those who may see the share.

    A pasted text goes when its share is answered: from then on its article holds it.
    """
    with saving(db):
        db.execute(
            "UPDATE shares SET state = :state, article_id = coalesce(:article_id, article_id),"
            " report_ts = iif(:report_ts = '', report_ts, :report_ts), failure = :failure,"
            " attempts = attempts + (:state = 'reading'),"
            " read_at = iif(:article_id IS NULL, read_at, coalesce(read_at, :now)),"
            " text = iif(:state IN ('done', 'failed'), '', text) WHERE id = :id",
            {
                "id": share_id,
                "state": state,
                "article_id": article_id,
                "report_ts": report_ts,
                "failure": failure,
                "now": to_text(now or datetime.now(UTC)),
            },
        )


@plain_errors
def first_report_of(db: Database, url: str, audience: Audience) -> Share | None:
    """The first answered share of this article that the audience may be pointed to.

    `url` is the canonical URL of the link or of the article that it led to.
    """
    same = (
        "SELECT id FROM shares WHERE url = :url UNION SELECT id FROM shares WHERE article_id ="
        " (SELECT id FROM articles WHERE url = :url AND superseded_by IS NULL)"
    )
    where = f"id IN ({same}) AND state = 'done' AND {visible_shares(audience)} ORDER BY id LIMIT 1"
    return next(iter(_select(db, where, {"url": url, **audience_values(audience)})), None)


@plain_errors
def find_reports(db: Database, team: str, article_id: int) -> list[tuple[str, str]]:
    """Channel and time of the messages in which an article was answered in a workspace."""
    sql = (
        "SELECT DISTINCT channel, report_ts FROM shares WHERE article_id = ? AND team = ?"
        " AND state = 'done' AND report_ts != ''"
    )
    return db.execute(sql, [article_id, team]).fetchall()


@plain_errors
def shares_answered_in(db: Database, team: str, channel: str, report_ts: str) -> list[Share]:
    """The shares that one message answers, in the order of the links."""
    where = "team = ? AND channel = ? AND report_ts = ? ORDER BY id"
    return _select(db, where, [team, channel, report_ts])


def _insert(db: Database, share: Share, now: datetime) -> int | None:
    row = {
        "team": share.team,
        "channel": share.channel,
        "ts": share.ts,
        "url": share.url,
        "shared_url": share.shared_url,
        "user": share.user,
        "thread_ts": share.thread_ts,
        "private": int(share.private),
        "state": share.state,
        "article_id": share.article_id,
        "report_ts": share.report_ts,
        "failure": share.failure,
        "attempts": share.attempts,
        "created": to_text(share.created or now),
        "text": share.text,
        "asked": int(share.asked),
    }
    cursor = db.execute(_INSERT, row)
    return cursor.lastrowid if cursor.rowcount == 1 else None


def _get(db: Database, share_id: int) -> Share:
    return _select(db, "id = ?", [share_id])[0]


def _select(db: Database, where: str, values: Sequence[object] | dict[str, object]) -> list[Share]:
    rows = db.query(f"SELECT id, {_COLUMNS} FROM shares WHERE {where}", values)
    return [_to_share(row) for row in rows]


def _to_share(row: dict[str, Any]) -> Share:
    flags = {name: bool(row[name]) for name in ("private", "asked")}
    return Share(**{**row, **flags, "created": from_text(row["created"])})
