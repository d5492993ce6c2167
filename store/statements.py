"""Who said what: the statements that a question means, one page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from typing import Any

from sqlite_utils import Database

from store.articles import load_refs, to_ref
from store.attributions import to_attribution, to_via
from store.audience import audience_values, visible_shares
from store.conditions import id_list
from store.database import plain_errors, to_json
from store.makers import show_maker
from store.moments import day_of
from store.ranking import Hit, Told, group_speakers, merge_echoes, take_page
from store.records import Audience, Nearness, Reading, Statement
from store.search import NEARNESS, Hits, find_carried_hits, find_hits, find_wider_hits
from store.speakers import to_speaker
from store.wording import find_lead

WEIGHED = 1_000
"""The most statements that an answer weighs: of what is more it says that there is more."""


@dataclass(frozen=True)
class Page:
    """One page of what was found, and how much there is in all."""

    statements: tuple[Statement, ...] = ()
    total: int = 0
    speakers: int = 0
    more: bool = False
    """There is more than was weighed and counted."""


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

    Grouped by speaker, in the order of `store.ranking`. A page holds a few of each speaker
    before more of any, so that one who said much does not hide the others. Where nothing
    speaks of the topic, what was said in articles on it. The same words in several articles of
    one story are one statement.

    Args:
        db: The archive.
        query: What is asked for; its days are those of `zone`.
        audience: Who will see it.
        part: Which of the statements make the page.
        zone: The asker's time zone.
    """
    found = find_hits(db, query, audience, zone)
    hits = _collect(db, found) if found else []
    if not hits and query.topic is not None:
        hits = _collect_further(db, query, audience, zone)
    weighed = hits[:WEIGHED]
    groups = group_speakers(merge_echoes(weighed, _find_pairs(db, weighed)))
    page = take_page(groups, part.limit, part.offset)
    total = sum(map(len, groups))
    more = len(hits) > len(weighed)
    return Page(_load_statements(db, page, audience), total, len(groups), more)


# A speaker who is not known is one of the article's own: hence its id, below zero.
_HITS = """
SELECT {near} AS near, a.id, a.article_id, coalesce(a.speaker_id, -a.article_id),
  CASE WHEN a.speaker_id IS NULL THEN 2 ELSE a.speaker_kind = 'anonymous' END,
  a.kind != 'direct', a.dated, a.words, a.speaker_name, {behalf}
FROM {source} WHERE {where} ORDER BY {number} DESC LIMIT {limit}
"""


def load_said(db: Database, ids: Iterable[int], audience: Audience) -> tuple[Statement, ...]:
    """These statements, in this order; that the audience may see them is known already."""
    told = [Told(Hit(1, number, 0, 0, 0, 0, "", 0, None)) for number in ids]
    return _load_statements(db, told, audience)


def _collect(db: Database, found: Hits, near: int | None = None) -> list[Hit]:
    """The nearest and newest of what was found, as many as are weighed and one more."""
    hits: dict[int, Hit] = {}
    for level, values in found.nearer_first():
        sql = _HITS.format(
            near=near or level,
            behalf=found.behalf,
            source=found.source,
            where=found.where,
            number="attributions_fts.rowid" if found.matches or found.besides else "a.id",
            limit=WEIGHED + 1,
        )
        if len(hits) <= WEIGHED:
            for hit in map(Hit._make, db.execute(sql, values)):
                hits.setdefault(hit.id, hit)
    return list(hits.values())


def _collect_further(db: Database, query: Reading, audience: Audience, zone: tzinfo) -> list[Hit]:
    """All in articles on the topic; else what speaks of it by a part of it."""
    for find in (find_wider_hits, find_carried_hits):
        found = find(db, query, audience, zone)
        hits = _collect(db, found, near=len(NEARNESS)) if found else []
        if hits:
            return hits
    return []


def _find_pairs(db: Database, hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Pairs of articles of one story, of which one is among the hits."""
    seen = to_json(list({hit.article_id for hit in hits}))
    sql = (
        "SELECT article_id, other_id FROM json_each(:seen) CROSS JOIN same_stories"
        " ON article_id = value ORDER BY article_id, other_id"
    )
    return [(one, other) for one, other in db.execute(sql, {"seen": seen})]


def _load_statements(
    db: Database, page: Sequence[Told], audience: Audience
) -> tuple[Statement, ...]:
    """The statements that were found, in this order."""
    if not page:
        return ()
    ids = id_list(each.hit.id for each in page)
    sql = _STATEMENTS.format(ids=ids, visible=visible_shares(audience))
    rows = {row["id"]: row for row in db.query(sql, audience_values(audience))}
    refs = load_refs(db, {other for each in page for other in each.also_in})
    for row in rows.values():
        row["corrected_by"] = show_maker(db, row["url"], row["corrected_by"], audience)
    return tuple(
        replace(
            _to_statement(rows[each.hit.id], NEARNESS[max(each.hit.near - 1, 0)]),
            also_in=tuple(refs[other] for other in each.also_in),
            behalf=bool(each.hit.behalf),
        )
        for each in page
    )


# The thread is the first in which the article was reported to this audience.
_STATEMENTS = """
SELECT attributions.*, said.text, articles.text AS article_text,
  headline, publisher, url, published,
  (
    SELECT channel || '/' || iif(thread_ts = '', ts, thread_ts)
    FROM shares INDEXED BY shares_article
    WHERE article_id = articles.id AND state = 'done' AND {visible} ORDER BY id LIMIT 1
  ) AS thread
FROM attributions JOIN articles ON articles.id = attributions.article_id
  JOIN attribution_words AS said ON said.id = attributions.id
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
        via=to_via(row),
        speaker_id=row["speaker_id"],
    )


def _find_lead(row: dict[str, Any]) -> str:
    said = to_attribution(row)
    return find_lead(row["article_text"], said.cue, said.source, said.content)
