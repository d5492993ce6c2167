"""The speaker's view: everything that one person said, by topic, over time, side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from store.articles import load_refs
from store.audience import audience_values, visible_articles
from store.contrasts import find_contrasts
from store.database import plain_errors
from store.records import ArticleRef, Audience, Statement
from store.statements import load_said
from store.who import Contrast, OnTopic, Person, Profile

MOST_STATEMENTS = 500
"""The newest of somebody's statements that a view is made of."""
_TOPIC_KINDS = "('person', 'organisation', 'place')"


@plain_errors
def load_profile(db: Database, person: Person, audience: Audience) -> Profile:
    """Everything that somebody said, as far as the audience may see it.

    Each statement stands under one topic: of those that it speaks of, the one that most of
    the person's statements do. A topic is whom or what articles name.
    """
    ids = _find_said(db, person.id, audience)
    said = {each.id: each for each in load_said(db, ids, audience)}
    topics = _find_topics(db, person.id, ids, audience)
    counts = Counter(topic for names in topics.values() for topic in names)
    groups: dict[str, list[Statement]] = defaultdict(list)
    for number, statement in said.items():
        groups[_main_topic(topics.get(number, ()), counts)].append(statement)
    order = sorted(groups, key=lambda topic: (not topic, -len(groups[topic]), topic))
    return Profile(
        person,
        tuple(OnTopic(topic, tuple(groups[topic])) for topic in order),
        tuple(_find_contrasts(said, topics)),
        _find_articles(db, person.id, audience),
    )


def _find_said(db: Database, entity_id: int, audience: Audience) -> list[int]:
    sql = (
        "SELECT attributions.id FROM attributions JOIN articles ON articles.id = article_id"
        f" WHERE speaker_id = :id AND shown AND {visible_articles(audience)}"
        " ORDER BY dated DESC, attributions.id DESC LIMIT :limit"
    )
    values = {"id": entity_id, "limit": MOST_STATEMENTS, **audience_values(audience)}
    return [number for (number,) in db.execute(sql, values).fetchall()]


def _find_topics(
    db: Database, entity_id: int, ids: Sequence[int], audience: Audience
) -> dict[int, tuple[str, ...]]:
    """What each statement speaks of, under the name that a visible article gives it."""
    seen = visible_articles(audience)
    sql = f"""
    SELECT attribution_id, (
      SELECT named.name FROM article_entities AS named JOIN articles ON articles.id = article_id
      WHERE named.entity_id = entities.id AND {seen}
      ORDER BY length(named.name) DESC, named.article_id LIMIT 1
    ) FROM mentions JOIN entities ON entities.id = entity_id
    WHERE attribution_id IN (SELECT value FROM json_each(:ids))
      AND entity_id != :id AND kind IN {_TOPIC_KINDS}
    ORDER BY how = 'se', entity_id
    """
    values = {"id": entity_id, "ids": str(list(ids)), **audience_values(audience)}
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for number, name in db.execute(sql, values).fetchall():
        found[number][name] = None
    return {number: tuple(names) for number, names in found.items()}


def _main_topic(names: Iterable[str], counts: Counter[str]) -> str:
    return max(names, key=lambda name: counts[name], default="")


def _find_contrasts(
    said: dict[int, Statement], topics: dict[int, tuple[str, ...]]
) -> list[Contrast]:
    groups: dict[str, list[Statement]] = defaultdict(list)
    for number, statement in said.items():
        for topic in topics.get(number, ("",)):
            groups[topic].append(statement)
    return find_contrasts(groups)


def _find_articles(
    db: Database, entity_id: int, audience: Audience
) -> tuple[tuple[ArticleRef, str], ...]:
    sql = (
        "SELECT article_id, max(coalesce(joined, '')) FROM article_entities"
        " JOIN articles ON articles.id = article_id"
        f" WHERE entity_id = :id AND superseded_by IS NULL AND {visible_articles(audience)}"
        " GROUP BY article_id ORDER BY coalesce(published, read_at) DESC LIMIT 200"
    )
    values = {"id": entity_id, **audience_values(audience)}
    rules = dict(db.execute(sql, values).fetchall())
    refs = load_refs(db, rules)
    return tuple((refs[number], rule) for number, rule in rules.items())
