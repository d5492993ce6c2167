"""Who said what: the statements that a question means, one page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from typing import Any

from sqlite_utils import Database

from store.alike import find_alike_in
from store.articles import load_refs, to_ref
from store.attributions import to_attribution, to_via
from store.audience import audience_values, visible_shares
from store.collecting import WEIGHED, collect_hits
from store.conditions import id_list
from store.database import plain_errors, to_json
from store.makers import show_maker
from store.moments import day_of
from store.ranking import Hit, Told, group_speakers, merge_echoes, take_page
from store.records import NEARNESS, Audience, Nearness, Reading, Statement
from store.speakers import to_speaker
from store.wording import find_lead
from store.words import want_topic


@dataclass(frozen=True)
class Page:
    """One page of what was found, and how much there is in all."""

    statements: tuple[Statement, ...] = ()
    total: int = 0
    speakers: int = 0
    more: bool = False
    """There is more than was weighed and counted."""
    also: tuple[str, ...] = ()
    """Words by which statements of this page speak of the topic, that were not asked for."""


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
    hits = collect_hits(db, query, audience, zone)
    weighed = hits[:WEIGHED]
    groups = group_speakers(merge_echoes(weighed, _find_pairs(db, weighed)))
    page = take_page(groups, part.limit, part.offset)
    total = sum(map(len, groups))
    more = len(hits) > len(weighed)
    statements = _load_statements(db, page, audience)
    return Page(statements, total, len(groups), more, _find_also(query, statements))


def load_said(db: Database, ids: Iterable[int], audience: Audience) -> tuple[Statement, ...]:
    """These statements, in this order; that the audience may see them is known already."""
    told = [Told(Hit(1, number, 0, 0, 0, 0, "", 0, None)) for number in ids]
    return _load_statements(db, told, audience)


def _find_also(query: Reading, statements: Iterable[Statement]) -> tuple[str, ...]:
    """The words that stand for those of the topic in what does not have these."""
    said = [each.text for each in statements if each.nearness == NEARNESS[1]]
    parts = want_topic(query.topic).parts if query.topic else ()
    return tuple(dict.fromkeys(word for part in parts for word in find_alike_in(part, said)))


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
