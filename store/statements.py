"""Who said what: the statements that a question means, one page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any

from sqlite_utils import Database

from store.attributions import to_attribution
from store.audience import audience_values, visible_shares
from store.conditions import Values, find_conditions
from store.database import plain_errors
from store.moments import day_of, from_text
from store.records import ArticleRef, Audience, Nearness, Reading, Statement, find_lead
from store.search import NEARNESS, Hits, find_hits, find_wider_hits
from store.speakers import to_speaker


@dataclass(frozen=True)
class Page:
    """One page of what was found, and how much there is in all."""

    statements: tuple[Statement, ...] = ()
    total: int = 0
    speakers: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Which of the statements make a page."""

    limit: int = 10
    offset: int = 0


@plain_errors
def search_statements(
    db: Database, query: Reading, audience: Audience, part: Part, zone: tzinfo = UTC
) -> Page:
    """What was said, as far as the audience may see it.

    Grouped by speaker, the one with the newest statement first; a speaker's statements
    newest first. Where nothing speaks of the topic, what was said in articles on it.

    Args:
        db: The archive.
        query: What is asked for; its days are those of `zone`.
        audience: Who will see it.
        part: Which of the statements make the page.
        zone: The asker's time zone.
    """
    conditions = find_conditions(db, query, audience, zone)
    page = _find_page(db, find_hits(db, query.topic, audience), conditions, audience, part)
    if page.total == 0 and query.topic is not None:
        wider = find_wider_hits(db, query.topic, audience)
        page = _find_page(db, wider, conditions, audience, part)
    return page


def _find_page(
    db: Database,
    hits: Hits,
    conditions: tuple[list[str], Values],
    audience: Audience,
    part: Part,
) -> Page:
    where = " AND ".join([*conditions[0], hits.condition])
    sql = _PAGE.format(near=hits.near, source=hits.source, where=where)
    values = {**conditions[1], **hits.values, "limit": part.limit, "offset": part.offset}
    rows = db.execute(sql, values).fetchall()
    total, speakers = rows[0][:2]
    near = {row[2]: row[3] for row in rows if row[2] is not None}
    return Page(_load_statements(db, near, audience), total, speakers)


# A speaker who is not known is one of the article's own: hence its id, below zero.
_PAGE = """
WITH hits AS MATERIALIZED (
  SELECT a.id, {near} AS near, a.dated, a.kind != 'direct' AS indirect,
    coalesce(a.speaker_id, -a.article_id) AS speaker,
    CASE WHEN a.speaker_id IS NULL THEN 2 ELSE a.speaker_kind = 'anonymous' END AS nameless
  FROM {source}
  WHERE {where}
),
groups AS MATERIALIZED (
  SELECT speaker, max(dated) AS newest, min(nameless) AS nameless, count(*) AS said
  FROM hits GROUP BY speaker
),
page AS (
  SELECT hits.id, near, newest, groups.nameless, groups.speaker, dated, indirect
  FROM groups JOIN hits ON hits.speaker = groups.speaker
  ORDER BY newest DESC, groups.nameless, groups.speaker, dated DESC, near, indirect, hits.id
  LIMIT :limit OFFSET :offset
)
SELECT total, speakers, id, near
FROM (SELECT coalesce(sum(said), 0) AS total, count(*) AS speakers FROM groups) LEFT JOIN page
ORDER BY newest DESC, nameless, speaker, dated DESC, near, indirect, id
"""


def _load_statements(
    db: Database, near: dict[int, int], audience: Audience
) -> tuple[Statement, ...]:
    """The statements with these ids, in this order."""
    if not near:
        return ()
    sql = _STATEMENTS.format(ids=", ".join(map(str, near)), visible=visible_shares(audience))
    rows = {row["id"]: row for row in db.query(sql, audience_values(audience))}
    return tuple(_to_statement(rows[one], NEARNESS[max(near[one] - 1, 0)]) for one in near)


# The thread is the first in which the article was reported to this audience.
_STATEMENTS = """
SELECT attributions.*, articles.text AS article_text, headline, publisher, url, published,
  (
    SELECT channel || '/' || iif(thread_ts = '', ts, thread_ts)
    FROM shares INDEXED BY shares_article
    WHERE article_id = articles.id AND state = 'done' AND {visible} ORDER BY id LIMIT 1
  ) AS thread
FROM attributions JOIN articles ON articles.id = attributions.article_id
WHERE attributions.id IN ({ids})
"""


def _to_statement(row: dict[str, Any], nearness: Nearness) -> Statement:
    return Statement(
        id=row["id"],
        text=row["text"],
        kind=row["kind"],
        speaker=to_speaker("speaker", row),
        said_on=day_of(row["said_on"]),
        said_on_words=row["said_on_words"],
        confidence=row["confidence"],
        sentence=row["article_text"][row["sentence_start"] : row["sentence_end"]],
        article=ArticleRef(
            id=row["article_id"],
            headline=row["headline"],
            publisher=row["publisher"],
            url=row["url"],
            published=from_text(row["published"]),
        ),
        thread=row["thread"] or "",
        nearness=nearness,
        lead=_find_lead(row),
    )


def _find_lead(row: dict[str, Any]) -> str:
    said = to_attribution(row)
    return find_lead(row["article_text"], said.cue, said.source, said.content)
