"""Which statements a question means: the SQL that every answer begins with.

A statement is on a topic if the topic stands in its words, if an entity of that name does
(by name, pronoun or description), or if the sentence around it does, who says it left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo

from sqlite_utils import Database

from store.conditions import Conditions, Values, find_conditions, id_list
from store.labels import labelled, mention_label
from store.records import NEARNESS, Audience, Reading
from store.topics import Topic, find_topics
from store.words import any_of, near_each_other

OFTEN = 3
"""How many times an article names its subject at least."""
MAINLY = 1
"""How many times as often as its subject an article names anybody else at most."""
LOOKED_AT = 200
"""Statements at most whose articles are looked into for the whole of a topic."""
_FEW = (2, 3)
IN_WORDS, ANYWHERE = "text", "{text around}"
_LABELS = "(SELECT labels FROM attribution_words WHERE id = a.id)"
_SAID = "(SELECT text || ' ' || around FROM attribution_words WHERE id = a.id)"


@dataclass(frozen=True, slots=True)
class Hits:
    """What a question means, as SQL on `source`, where a row of `attributions` is called `a`."""

    source: str
    where: str
    values: Values
    behalf: str = "0"
    """Whether an organisation was asked for and one of its people speaks."""
    matches: tuple[str, ...] = ()
    """Full-text queries, the nearest first; each finds what those before it do, and more."""
    besides: tuple[str, ...] = ()
    """What else the full-text index is asked for."""

    def nearer_first(self) -> list[tuple[int, Values]]:
        """How near, and the values that find what is that near, and what is nearer once more."""
        if not self.matches:
            return [(0, self.all_at_once())]
        return [
            (near, self._match(match))
            for near, match in enumerate(self.matches, 1)
            if match not in self.matches[: near - 1]
        ]

    def all_at_once(self) -> Values:
        """The values that find all of it."""
        return self._match(*self.matches[-1:])

    def _match(self, *topic: str) -> Values:
        return {
            **self.values,
            "match": " AND ".join(f"({each})" for each in (*topic, *self.besides)),
        }


def find_hits(db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC) -> Hits | None:
    """The statements that speak of all topics of a question, and fit it; None: there are none."""
    conditions = find_conditions(db, query, audience, zone)
    topics = find_topics(db, query, audience)
    if not all([*conditions.matches, *(topic.wanted.match for topic in topics)]):
        return None
    if not topics and not conditions.matches:
        return walk(conditions)
    nearness = (1, 2, 3) if _has_pronouns(db, topics) else (1, 1, 3)
    levels = [" AND ".join(f"({_match(each, near)})" for each in topics) for near in nearness]
    rows, values = _written(topics)
    return _look_up(conditions, rows, values, tuple(levels if topics else ()))


def find_wider_hits(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> Hits | None:
    """What others said in articles on the topics: by their headline, or by naming it often."""
    conditions = find_conditions(db, query, audience, zone)
    topics = find_topics(db, query, audience)
    if not topics or not all([*conditions.matches, *(topic.wanted.match for topic in topics)]):
        return None
    rows, values = [], dict[str, object]()
    for number, topic in enumerate(topics):
        rows += _on_articles(topic, number, one_by_one=bool(conditions.voices.ids))
        values[f"headline_{number}"] = topic.in_headlines(alone=len(topics) == 1)
        values |= _patterns(topic, number)
    if conditions.matches:
        return _look_up(conditions, rows, values)
    return walk(conditions, rows, values, "attributions AS a INDEXED BY attributions_article")


def find_carried_hits(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> Hits | None:
    """What speaks of a topic by one of its words, in articles that name it in full elsewhere.

    Once it has written "the lemon tree", an article goes on with "the tree". Only the newest
    are looked at, since no index has the text of the articles.
    """
    topics = find_topics(db, query, audience)
    if len(topics) != 1 or topics[0].entities or len(topics[0].wanted.parts) not in _FEW:
        return None
    conditions = find_conditions(db, query, audience, zone)
    if not all(conditions.matches):
        return None
    parts = topics[0].wanted.parts
    spoken = (f"{IN_WORDS} : ({any_of(parts)})", *conditions.matches)
    values: Values = {
        "spoken": " AND ".join(f"({each})" for each in spoken),
        "near": near_each_other(parts),
    }
    among = "".join(f" AND {each}" for each in between(conditions, "rowid"))
    return walk(conditions, [_NAMED_NEARBY], values, NEWEST.format(among=among))


NEWEST = f"""(
  SELECT rowid AS found FROM attributions_fts WHERE attributions_fts MATCH :spoken{{among}}
  ORDER BY rowid DESC LIMIT {LOOKED_AT}
) CROSS JOIN attributions AS a ON a.id = found"""
_NAMED_NEARBY = """EXISTS (
  SELECT 1 FROM articles WHERE articles.id = a.article_id AND written(:near, articles.text)
)"""


def _has_pronouns(db: Database, topics: Sequence[Topic]) -> bool:
    """Whether anything speaks of a topic by a pronoun or a description: most often nothing does.

    Or by the name of what speaks for it, which ranks as low.
    """
    labels = [mention_label("pronoun", each) for topic in topics for each in topic.entities]
    labels += [mention_label("words", each) for topic in topics for each in topic.also]
    sql = "SELECT EXISTS (SELECT 1 FROM attributions_fts WHERE attributions_fts MATCH ?)"
    return bool(labels and db.execute(sql, [labelled(labels)]).fetchone()[0])


def walk(
    conditions: Conditions,
    rows: Sequence[str] = (),
    values: Values | None = None,
    source: str = "attributions AS a NOT INDEXED",
) -> Hits:
    """Through the table, without the full-text index."""
    where = [*conditions.rows, *rows, *between(conditions, "a.id")]
    return Hits(source, " AND ".join(where), {**conditions.values, **(values or {})})


def _look_up(
    conditions: Conditions, rows: Sequence[str], values: Values, levels: tuple[str, ...] = ()
) -> Hits:
    """Through the full-text index, from its end."""
    where = [
        "attributions_fts MATCH :match",
        *between(conditions, "attributions_fts.rowid"),
        *conditions.rows,
        *rows,
    ]
    source = "attributions_fts CROSS JOIN attributions AS a ON a.id = attributions_fts.rowid"
    own = id_list(conditions.voices.ids)
    behalf = f"coalesce(a.speaker_id NOT IN ({own}), 0)" if own else "0"
    values = {**conditions.values, **values}
    return Hits(source, " AND ".join(where), values, behalf, levels, conditions.matches)


def between(conditions: Conditions, number: str) -> list[str]:
    """The conditions that a statement's number is one of the wanted days'."""
    if conditions.ids is None:
        return []
    return [f"{number} >= {conditions.ids[0]}", f"{number} <= {conditions.ids[1]}"]


def _match(topic: Topic, near: int) -> str:
    """The full-text query for what speaks of a topic so directly, or more so."""
    columns = ANYWHERE if near == NEARNESS.index("sentence") + 1 else IN_WORDS
    labels = topic.labels(near)
    spoken = f"{columns} : ({topic.wanted.match})"
    return f"({spoken}) OR {labelled(labels)}" if labels else spoken


def _written(topics: Sequence[Topic]) -> tuple[list[str], Values]:
    """What the stemmed index cannot tell, of rows that it found by their words alone."""
    rows, values = [], dict[str, object]()
    for number, topic in enumerate(topics):
        patterns = _patterns(topic, number)
        spoken = [f"written(:{name}, {_SAID})" for name in patterns]
        if spoken:
            rows.append(f"({' AND '.join(spoken)} OR carries({_LABELS}, :about_{number}))")
            values |= {**patterns, f"about_{number}": " ".join(topic.labels(len(NEARNESS)))}
    return rows, values


def _patterns(topic: Topic, number: int) -> Values:
    return {f"written_{number}_{n}": each for n, each in enumerate(topic.wanted.written)}


def _on_articles(topic: Topic, number: int, *, one_by_one: bool) -> list[str]:
    """Conditions for statements of others in articles on a topic.

    Where few statements come into question, each one's article is looked at; else all
    articles on the topic are found first.
    """
    headlines = f"SELECT rowid FROM articles_fts WHERE articles_fts MATCH :headline_{number}"
    headlines += "".join(f" AND written(:{name}, headline)" for name in _patterns(topic, number))
    ids = id_list(topic.entities)
    subjects = _SUBJECTS.format(ids=ids or "NULL")
    found = f"a.article_id IN ({headlines} UNION {subjects})"
    if one_by_one:
        headlines += " AND articles_fts.rowid = a.article_id"
        subjects += " AND named.article_id = a.article_id"
        found = f"(EXISTS ({subjects}) OR EXISTS ({headlines}))"
    return [found, f"(a.speaker_id IS NULL OR a.speaker_id NOT IN ({ids}))"]


# Somebody who speaks in an article is named for that: such an article is not about them.
_SUBJECTS = f"""
SELECT article_id FROM article_entities AS named
WHERE entity_id IN ({{ids}}) AND times >= {OFTEN}
  AND NOT EXISTS (
    SELECT 1 FROM attributions
    WHERE attributions.article_id = named.article_id AND speaker_id = named.entity_id
  )
  AND NOT EXISTS (
    SELECT 1 FROM article_entities AS other
    WHERE other.article_id = named.article_id
      AND other.times > {MAINLY} * named.times
  )
"""
