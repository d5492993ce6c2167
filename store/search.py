"""Which statements a question means: the SQL that every answer begins with.

A statement is on a topic if the topic stands in its words, if an entity of that name does
(by name, pronoun or description), or if the sentence around it does, who says it left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.folding import fold
from store.moments import day_after
from store.records import Audience, Nearness, Reading
from store.speakers import find_speakers
from store.words import Wanted, want_name, want_topic

NEARNESS: tuple[Nearness, ...] = ("words", "pronoun", "sentence", "article")
"""How directly a statement speaks of a topic, as the numbers that the SQL counts with."""


@dataclass(frozen=True)
class Search:
    """A question as SQL: how near each hit `a` is, where it comes from, and on what conditions."""

    near: str
    source: str
    where: str
    values: dict[str, object] = field(default_factory=dict)


def plan_search(db: Database, query: Reading, audience: Audience) -> Search:
    """The search for what a question means, by the words and their sentences."""
    values, conditions = _conditions(db, query, audience)
    if query.topic is None:
        return Search("0", "attributions AS a", conditions, values)
    entities = find_entities(db, query.topic)
    wanted = _want(query.topic, entities)
    for number, pattern in enumerate(wanted.written):
        values[f"written_{number}"] = pattern
        conditions += f" AND written(:written_{number}, a.text || ' ' || a.around)"
    values |= {"match": wanted.match, "match_text": f"text : ({wanted.match})"}
    source = f"({_hits(wanted, entities)}) AS hit JOIN attributions AS a ON a.id = hit.id"
    return Search("near", source, conditions, values)


def plan_wider_search(db: Database, query: Reading, audience: Audience) -> Search:
    """What was said in articles that are on the topic by their headline or by whom they name."""
    values, conditions = _conditions(db, query, audience)
    entities = find_entities(db, query.topic or "")
    wanted = _want(query.topic or "", entities)
    articles = f"SELECT article_id FROM article_entities WHERE entity_id IN ({_list(entities)})"
    if wanted.match:
        articles += " UNION SELECT rowid FROM articles_fts WHERE articles_fts MATCH :match"
    conditions += f" AND a.article_id IN ({articles})"
    conditions += f" AND (a.speaker_id IS NULL OR a.speaker_id NOT IN ({_list(entities)}))"
    return Search("4", "attributions AS a", conditions, values | {"match": wanted.match})


def find_entities(db: Database, name: str) -> dict[int, str]:
    """The entities that are called exactly so, and their kinds."""
    rows = db.execute(
        "SELECT entities.id, kind FROM aliases JOIN entities ON entities.id = entity_id"
        " WHERE folded = ? AND kind != 'anonymous'",
        [fold(name)],
    )
    return dict(rows.fetchall())


def _want(topic: str, entities: dict[int, str]) -> Wanted:
    if entities and '"' not in topic:
        return want_name(topic, person="person" in entities.values())
    return want_topic(topic)


def _hits(wanted: Wanted, entities: dict[int, str]) -> str:
    """All statements on a topic, each with how near it is at its nearest."""
    hits = []
    if wanted.match:
        fts = "SELECT rowid AS id, {} AS near FROM attributions_fts WHERE attributions_fts MATCH {}"
        hits += [fts.format(1, ":match_text"), fts.format(3, ":match")]
    hits.append(
        "SELECT attribution_id AS id, CASE how WHEN 'words' THEN 1 WHEN 'pronoun' THEN 2 ELSE 3 END"
        f" AS near FROM mentions WHERE entity_id IN ({_list(entities)})"
    )
    return f"SELECT id, min(near) AS near FROM ({' UNION ALL '.join(hits)}) GROUP BY id"


def _conditions(db: Database, query: Reading, audience: Audience) -> tuple[dict[str, object], str]:
    """What must hold of a statement `a` besides its topic."""
    values = audience_values(audience)
    conditions = ["a.shown"]
    if audience.team is not None:
        seen = visible_articles(audience)
        conditions.append(
            f"EXISTS (SELECT 1 FROM articles WHERE articles.id = a.article_id AND {seen})"
        )
    if query.speaker is not None:
        conditions.append(f"a.speaker_id IN ({_list(find_speakers(db, query.speaker))})")
    if query.since is not None:
        conditions.append("a.dated >= :since")
        values["since"] = query.since.isoformat()
    if query.until is not None:
        conditions.append("a.dated < :until")
        values["until"] = day_after(query.until)
    if query.kind is not None:
        conditions.append("a.kind = :kind")
        values["kind"] = query.kind
    return values, " AND ".join(conditions)


def _list(ids: Iterable[int]) -> str:
    return ", ".join(map(str, ids))
