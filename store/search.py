"""Which statements a question means: the SQL that every answer begins with.

A statement is on a topic if the topic stands in its words, if an entity of that name does
(by name, pronoun or description), or if the sentence around it does, who says it left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlite_utils import Database

from store.audience import audience_values, known_names
from store.conditions import Values, id_list
from store.folding import fold
from store.records import Audience, Nearness
from store.words import Wanted, want_name, want_topic

NEARNESS: tuple[Nearness, ...] = ("words", "pronoun", "sentence", "article")
"""How directly a statement speaks of a topic; the SQL counts them from 1."""

OFTEN = 3
"""How many times an article names its subject at least."""


@dataclass(frozen=True)
class Hits:
    """Statements on a topic, as SQL: where they come from as `a`, and how near each is."""

    source: str = "attributions AS a"
    near: str = "0"
    condition: str = "1"
    values: Values = field(default_factory=dict)


def find_hits(db: Database, topic: str | None, audience: Audience) -> Hits:
    """The statements that speak of a topic; all, where there is none."""
    if topic is None:
        return Hits()
    entities = find_entities(db, topic, audience)
    wanted = _want(topic, entities)
    if not wanted.match:
        return Hits(condition="0")
    hits = f"SELECT id, min(near) AS near FROM ({_parts(wanted, entities)}) GROUP BY id"
    values = {**_written_values(wanted), "match": wanted.match}
    return Hits(
        source=f"({hits}) AS hit JOIN attributions AS a ON a.id = hit.id",
        near="near",
        values={**values, "match_text": f"text : ({wanted.match})"},
    )


def find_wider_hits(db: Database, topic: str, audience: Audience) -> Hits:
    """What others said in articles on a topic: by their headline, or by naming it often."""
    entities = find_entities(db, topic, audience)
    wanted = _want(topic, entities)
    if not wanted.match:
        return Hits(condition="0")
    articles = (
        "SELECT rowid FROM articles_fts WHERE articles_fts MATCH :match"
        f"{_written(wanted, 'headline')}"
    )
    if entities:
        articles += f" UNION {_SUBJECTS.format(ids=id_list(entities))}"
    others = f"(a.speaker_id IS NULL OR a.speaker_id NOT IN ({id_list(entities)}))"
    return Hits(
        near="4",
        condition=f"a.article_id IN ({articles}) AND {others}",
        values={**_written_values(wanted), "match": wanted.match},
    )


# Somebody who speaks in an article is named for that: such an article is not about them.
_SUBJECTS = f"""
SELECT article_id FROM article_entities AS named
WHERE entity_id IN ({{ids}}) AND json_array_length(spans) >= {OFTEN}
  AND NOT EXISTS (
    SELECT 1 FROM attributions
    WHERE attributions.article_id = named.article_id AND speaker_id = named.entity_id
  )
"""


def find_entities(db: Database, name: str, audience: Audience) -> dict[int, str]:
    """The entities that are called exactly so where the audience may look, and their kinds."""
    rows = db.execute(
        "SELECT entities.id, kind FROM aliases JOIN entities ON entities.id = entity_id"
        f" WHERE folded = :name AND kind != 'anonymous' AND {known_names(audience)}",
        {"name": fold(name), **audience_values(audience)},
    )
    return dict(rows.fetchall())


def _want(topic: str, entities: dict[int, str]) -> Wanted:
    if entities and '"' not in topic:
        return want_name(topic, person="person" in entities.values())
    return want_topic(topic)


def _parts(wanted: Wanted, entities: Iterable[int]) -> str:
    """Hits in the words, in the sentence, and by the entity, one below the other."""
    fts = "SELECT rowid AS id, {} AS near FROM attributions_fts WHERE attributions_fts MATCH {}"
    written = _written(wanted, "text || ' ' || around")
    parts = [fts.format(1, ":match_text") + written, fts.format(3, ":match") + written]
    if entities:
        how = "CASE how WHEN 'words' THEN 1 WHEN 'pronoun' THEN 2 ELSE 3 END"
        ids = id_list(entities)
        parts.append(f"SELECT attribution_id, {how} FROM mentions WHERE entity_id IN ({ids})")
    return " UNION ALL ".join(parts)


def _written(wanted: Wanted, text: str) -> str:
    return "".join(f" AND written(:{name}, {text})" for name in _written_values(wanted))


def _written_values(wanted: Wanted) -> Values:
    return {f"written_{number}": pattern for number, pattern in enumerate(wanted.written)}
