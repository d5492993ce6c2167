"""Who said what: the statements that a question means, one page at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, tzinfo
from typing import Any

from sqlite_utils import Database

from store.articles import load_refs, to_ref
from store.attributions import to_attribution
from store.audience import audience_values, visible_shares
from store.conditions import Values, find_conditions
from store.database import plain_errors
from store.moments import day_of
from store.records import Audience, Nearness, Reading, Statement
from store.search import NEARNESS, Hits, find_hits, find_wider_hits
from store.speakers import to_speaker
from store.wording import find_lead

_EACH = 3
"""Statements of one speaker on a page before the next speaker's turn."""


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
    newest first. A page holds a few of each speaker before more of any, so that one who
    said much does not hide the others. Where nothing speaks of the topic, what was said
    in articles on it. The same words in several articles of one story are one statement.

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
    values = {**conditions[1], **hits.values, **asdict(part), "each": _EACH}
    rows = db.execute(sql, values).fetchall()
    total, speakers = rows[0][:2]
    found = [_Found(*row[2:]) for row in rows if row[2] is not None]
    return Page(_load_statements(db, found, audience), total, speakers)


@dataclass(frozen=True, slots=True)
class _Found:
    """A row of a page."""

    id: int
    near: int
    others: str | None
    """JSON: the other articles of the story that have the same words."""


# A speaker who is not known is one of the article's own: hence its id, below zero.
# All hits may be seen by who asks, so a story that hangs together by them tells nothing else.
_PAGE = """
WITH RECURSIVE hits AS MATERIALIZED (
  SELECT a.id, {near} AS near, a.article_id, a.dated, a.kind != 'direct' AS indirect,
    coalesce(a.speaker_id, -a.article_id) AS speaker,
    CASE WHEN a.speaker_id IS NULL THEN 2 ELSE a.speaker_kind = 'anonymous' END AS nameless
  FROM {source}
  WHERE {where}
),
seen AS MATERIALIZED (SELECT DISTINCT article_id FROM hits),
pairs AS MATERIALIZED (
  SELECT article_id, other_id FROM seen CROSS JOIN same_stories USING (article_id)
  WHERE +other_id IN (SELECT article_id FROM seen)
),
linked (article_id, story) AS (
  SELECT article_id, article_id FROM pairs
  UNION SELECT other_id, story FROM linked JOIN pairs USING (article_id) WHERE other_id > story
),
stories AS MATERIALIZED (
  SELECT article_id, min(story) AS story FROM linked GROUP BY article_id
),
echoes AS MATERIALIZED (
  SELECT hits.id, hits.article_id, first_value(hits.id) OVER (
    PARTITION BY story, iif(nameless, speaker_name, speaker), words
    ORDER BY near, indirect, hits.article_id, hits.id
  ) AS first
  FROM stories CROSS JOIN hits USING (article_id) JOIN attributions ON attributions.id = hits.id
),
told AS MATERIALIZED (
  SELECT * FROM hits WHERE id NOT IN (SELECT id FROM echoes WHERE id != first)
),
groups AS MATERIALIZED (
  SELECT speaker, max(dated) AS newest, min(nameless) AS nameless, count(*) AS said
  FROM told GROUP BY speaker
),
placed AS (
  SELECT *, row_number() OVER (
    PARTITION BY speaker ORDER BY dated DESC, near, indirect, id
  ) - 1 AS place
  FROM told
),
page AS (
  SELECT placed.id, near, article_id, newest, groups.nameless, groups.speaker, dated, indirect
  FROM groups JOIN placed ON placed.speaker = groups.speaker
  ORDER BY place / :each, newest DESC, groups.nameless, groups.speaker, place
  LIMIT :limit OFFSET :offset
)
SELECT total, speakers, id, near, (
    SELECT json_group_array(DISTINCT article_id) FROM echoes
    WHERE first = page.id AND article_id != page.article_id
  )
FROM (SELECT coalesce(sum(said), 0) AS total, count(*) AS speakers FROM groups) LEFT JOIN page
ORDER BY newest DESC, nameless, speaker, dated DESC, near, indirect, id
"""


def load_said(db: Database, ids: Iterable[int], audience: Audience) -> tuple[Statement, ...]:
    """These statements, in this order; that the audience may see them is known already."""
    return _load_statements(db, [_Found(number, 1, None) for number in ids], audience)


def _load_statements(
    db: Database, found: list[_Found], audience: Audience
) -> tuple[Statement, ...]:
    """The statements that were found, in this order."""
    if not found:
        return ()
    ids = ", ".join(str(each.id) for each in found)
    sql = _STATEMENTS.format(ids=ids, visible=visible_shares(audience))
    rows = {row["id"]: row for row in db.query(sql, audience_values(audience))}
    others = {each.id: sorted(json.loads(each.others or "[]")) for each in found}
    refs = load_refs(db, {other for each in others.values() for other in each})
    return tuple(
        replace(
            _to_statement(rows[each.id], NEARNESS[max(each.near - 1, 0)]),
            also_in=tuple(refs[other] for other in others[each.id]),
        )
        for each in found
    )


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
        article=to_ref({**row, "id": row["article_id"]}),
        thread=row["thread"] or "",
        nearness=nearness,
        lead=_find_lead(row),
        corrected_by=row["corrected_by"],
    )


def _find_lead(row: dict[str, Any]) -> str:
    said = to_attribution(row)
    return find_lead(row["article_text"], said.cue, said.source, said.content)
