"""All that a question means, row by row: for files, where an answer's pages would be too small.

Rows come as they are read from the disk, so that a million of them need no more memory than one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from functools import partial
from itertools import islice
from typing import Any, Literal

from sqlite_utils import Database

from store.audience import audience_values, visible_shares
from store.collecting import WEIGHED, collect_hits
from store.conditions import Values, find_conditions, id_list
from store.database import plain_errors
from store.moments import day_of, from_text
from store.records import Audience, Reading, Speaker
from store.search import Hits, find_hits
from store.speakers import to_speaker
from store.words import is_written, want_topic

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Line:
    """A statement or a claim, with all that is known of where it comes from."""

    type: Literal["statement", "claim"]
    text: str
    kind: str
    """Of a statement: direct, indirect or mixed."""
    speaker: Speaker | None
    sentence: str
    """The whole sentences around it, verbatim, without the line breaks after them."""
    outlet: str
    headline: str
    url: str
    published: datetime | None
    said_on: date | None
    read_at: datetime | None
    shared_in: tuple[str, ...]
    """Threads that the audience may see, `CHANNEL/TS`."""
    corrected_by: str
    """Of a statement: who corrected what the program had found."""


def statement_lines(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> Iterator[Line]:
    """Every statement that a question means, by the same search as `search_statements`.

    In the order in which they were read. Words that stand in several articles of one story
    come with each of them.
    """
    found = find_hits(db, query, audience, zone)
    hits = collect_hits(db, query, audience, zone) if query.topic is not None else []
    if 0 < len(hits) <= WEIGHED:
        found = Hits("attributions AS a", f"a.id IN ({id_list(hit.id for hit in hits)})", {})
    if found:
        shares = _SHARES.format(visible=visible_shares(audience))
        sql = _STATEMENTS.format(source=found.source, where=found.where, shares=shares)
        yield from _stream(db, sql, found.all_at_once() | audience_values(audience))


def claim_lines(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> Iterator[Line]:
    """The claims that a question means: its topic in their words, its speaker as who claims.

    In the order in which they were read, an article's best first; days are those of its
    publication, and the kind of a quote and how it was said mean nothing here.
    """
    conditions = find_conditions(db, replace(query, kind=None, verb=None), audience, zone)
    rows, values = [*conditions.rows], {**conditions.values}
    for number, match in enumerate(conditions.speakers):
        rows.append(_CLAIMERS.format(number=number, own=id_list(conditions.voices.ids)))
        values[f"speakers_{number}"] = match or '""'
    if conditions.outlets is not None:
        rows.append(f"a.outlet_id IN ({id_list(conditions.outlets)})")
    shares = _SHARES.format(visible=visible_shares(audience))
    lines = _stream(db, _CLAIMS.format(where=" AND ".join(rows), shares=shares), values)
    for topic in (query.topic, *query.and_about):
        lines = lines if topic is None else _on_topic(lines, topic)
    yield from lines


# Claims are in no index: who they are by is found by what the same people say.
_CLAIMERS = """(a.speaker_id IN ({own}) OR a.speaker_id IN (
  SELECT speaker_id FROM attributions
  WHERE id IN (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH :speakers_{number})
))"""


_SHARES = """
  SELECT json_group_array(channel || '/' || iif(thread_ts = '', ts, thread_ts))
  FROM shares INDEXED BY shares_article
  WHERE article_id = articles.id AND state = 'done' AND {visible}
"""

_STATEMENTS = """
SELECT 'statement' AS type, said.text, a.kind, a.speaker_name, a.speaker_role, a.speaker_kind,
  a.speaker_sure, a.said_on, publisher, headline, url, published, read_at, ({shares}) AS shared_in,
  a.corrected_by,
  substr(articles.text, a.sentence_start + 1, a.sentence_end - a.sentence_start) AS sentence
FROM (
    SELECT a.id FROM {source} WHERE {where} ORDER BY a.article_id, a.number
  ) AS found
  JOIN attributions AS a ON a.id = found.id JOIN articles ON articles.id = a.article_id
  JOIN attribution_words AS said ON said.id = a.id
ORDER BY a.article_id, a.number
"""

# A claim takes the shape of a statement, so that the same conditions hold of both.
_CLAIMS = """
SELECT 'claim' AS type, a.text, '' AS kind, a.speaker_name, a.speaker_role, a.speaker_kind,
  a.speaker_sure, a.said_on, publisher, headline, url, published, read_at,
  ({shares}) AS shared_in, '' AS corrected_by, a.text AS sentence
FROM (
  SELECT claims.id, article_id, NOT hidden AS shown, outlet_id, claimer_id AS speaker_id,
    substr(articles.text, span_start + 1, span_end - span_start) AS text,
    claimer_name AS speaker_name, claimer_role AS speaker_role, claimer_kind AS speaker_kind,
    claimer_sure AS speaker_sure, NULL AS said_on, coalesce(published, read_at) AS dated
  FROM claims JOIN articles ON articles.id = article_id WHERE superseded_by IS NULL
) AS a JOIN articles ON articles.id = a.article_id
WHERE {where} ORDER BY a.id
"""


def _stream(db: Database, sql: str, values: Values) -> Iterator[Line]:
    rows = _start(db, sql, values)
    for row in iter(partial(_next, rows), None):
        yield _to_line(row)


@plain_errors
def _start(db: Database, sql: str, values: Values) -> Iterator[dict[str, Any]]:
    return iter(db.query(sql, values))


@plain_errors
def _next(rows: Iterator[dict[str, Any]]) -> dict[str, Any] | None:
    return next(rows, None)


def _to_line(row: dict[str, Any]) -> Line:
    return Line(
        type=row["type"],
        text=row["text"],
        kind=row["kind"],
        speaker=to_speaker("speaker", row),
        sentence=row["sentence"].strip(),
        outlet=row["publisher"],
        headline=row["headline"],
        url=row["url"],
        published=from_text(row["published"]),
        said_on=day_of(row["said_on"]),
        read_at=from_text(row["read_at"]),
        shared_in=tuple(dict.fromkeys(json.loads(row["shared_in"]))),
        corrected_by=row["corrected_by"],
    )


def _on_topic(lines: Iterable[Line], topic: str) -> Iterator[Line]:
    """Those in whose words a topic stands, compared as statements are.

    The archive has no index of claims; a small one in memory is filled again and again.
    """
    wanted = want_topic(topic)
    written = "".join(f" AND written(:{number}, text)" for number in range(len(wanted.written)))
    values = {"match": wanted.match, **{str(n): each for n, each in enumerate(wanted.written)}}
    sql = f"SELECT rowid FROM claims WHERE claims MATCH :match{written} ORDER BY rowid"
    left = iter(lines)
    while wanted.match and (batch := list(islice(left, _BATCH))):
        for (number,) in _index(batch).execute(sql, values).fetchall():
            yield batch[number]


def _index(lines: list[Line]) -> Database:
    index = Database(memory=True)
    index.conn.create_function("written", 2, is_written, deterministic=True)
    tokenizer = "porter unicode61 remove_diacritics 2"
    index.execute(f"CREATE VIRTUAL TABLE claims USING fts5 (text, tokenize='{tokenizer}')")
    rows = [(number, line.text) for number, line in enumerate(lines)]
    index.conn.executemany("INSERT INTO claims (rowid, text) VALUES (?, ?)", rows)
    return index
