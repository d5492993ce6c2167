"""A second look into the articles that speak of a topic: what goes on about it in other words.

Once it has named the pipeline, an article says "its outlets"; it calls the painting a picture.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, tzinfo

from sqlite_utils import Database

from store.alike import find_alike
from store.anaphora import (
    Named,
    Remark,
    goes_on,
    has_head,
    has_telling_part,
    is_told_within,
    means_person,
    means_thing,
    speaks_of_itself,
)
from store.audience import audience_values, known_names, visible_articles
from store.conditions import Conditions, Values, find_conditions, id_list
from store.ranking import Hit
from store.records import Audience, Reading
from store.search import ANYWHERE, IN_WORDS, NEWEST, Hits, between, walk
from store.topics import Topic, find_topics
from store.words import all_of, all_somewhere, any_of, near_each_other

_SEVERAL = 2
_FEW = 30
"""Articles at most that are looked into; where more speak of a topic, enough is found."""


def find_nearby_hits(
    db: Database, query: Reading, audience: Audience, seen: Collection[Hit], zone: tzinfo = UTC
) -> Hits | None:
    """What goes on about a topic by a pronoun, or by the word that tells it, where it is spoken of.

    Args:
        db: The archive.
        query: What is asked for.
        audience: Who asks.
        seen: What speaks of the topic directly.
        zone: The asker's time zone.
    """
    conditions = find_conditions(db, query, audience, zone)
    topics = find_topics(db, query, audience)
    if len(topics) != 1 or not all(conditions.matches):
        return None
    articles = {hit.article_id for hit in seen} | set(find_naming(db, topics[0], audience))
    if not articles or len(articles) > _FEW:
        return None
    known = {hit.id for hit in seen}
    ids = id_list(_going_on(db, topics[0], articles, known) - known)
    rows, values = one_by_one(conditions)
    return walk(conditions, [f"a.id IN ({ids})", *rows], values) if ids else None


def find_naming(db: Database, topic: Topic, audience: Audience) -> Iterable[int]:
    """Articles that name one of the entities that are asked about."""
    if not topic.entities:
        return []
    sql = (
        "SELECT DISTINCT article_id FROM article_entities JOIN articles ON articles.id = article_id"
        f" WHERE entity_id IN ({id_list(topic.entities)}) AND {visible_articles(audience)}"
        f" LIMIT {_FEW + 1}"
    )
    return [article_id for (article_id,) in db.execute(sql, audience_values(audience))]


def find_called(db: Database, words: str, audience: Audience) -> Iterable[int]:
    """Articles that name something with all these words in its name: "Hurricane Nestor"."""
    sql = (
        "SELECT DISTINCT article_id FROM aliases_fts"
        " JOIN aliases ON aliases.id = aliases_fts.rowid"
        " JOIN article_entities ON article_entities.entity_id = aliases.entity_id"
        " JOIN articles ON articles.id = article_id"
        f" WHERE aliases_fts MATCH :match AND {known_names(audience)}"
        f" AND {visible_articles(audience)} LIMIT {_FEW + 1}"
    )
    match = all_of(words)
    rows = db.execute(sql, {"match": match, **audience_values(audience)}) if match else ()
    return [article_id for (article_id,) in rows]


def one_by_one(conditions: Conditions) -> tuple[list[str], Values]:
    """Of few statements it is asked one by one whether the index finds them, too."""
    values: Values = {f"each_{n}": match for n, match in enumerate(conditions.matches)}
    rows = [
        "EXISTS (SELECT 1 FROM attributions_fts"
        f" WHERE attributions_fts MATCH :{name} AND attributions_fts.rowid = a.id)"
        for name in values
    ]
    return rows, values


def _going_on(
    db: Database, topic: Topic, articles: Collection[int], seen: Collection[int]
) -> set[int]:
    """The statements of these articles that are about the topic by what stands before them."""
    named = load_named(db, articles) if topic.entities else {}
    words = re.compile(near_each_other(topic.wanted.parts)) if topic.wanted.parts else None
    found, last = set[int](), dict[int, Remark]()
    remarks = list(load_remarks(db, articles))
    direct = [remark for number, _, remark in remarks if number in seen]
    for number, article_id, remark in remarks:
        if (
            number in seen
            or (remark.speaker in topic.entities and is_told_within(remark, direct))
            or _is_about(remark, topic, named.get(article_id, []), words)
            or (article_id in last and goes_on(remark, last[article_id]))
        ):
            found.add(number)
            last[article_id] = remark
    return found


def _is_about(
    remark: Remark, topic: Topic, named: list[Named], words: re.Pattern[str] | None
) -> bool:
    kinds = set(topic.entities.values())
    if "person" in kinds and means_person(remark, named, topic.entities):
        return True
    if kinds == {"person"}:
        return False
    if speaks_of_itself(remark, topic.entities):
        return True
    places = [(each.start, each.end) for each in named if each.entity in topic.entities]
    parts, head = topic.wanted.parts, topic.wanted.head
    if len(parts) > 1 and head and has_head(remark, head):
        return True
    if len(parts) > 1 and has_telling_part(remark, parts, find_alike(head)):
        return True
    return means_thing(remark, words, places)


def load_named(db: Database, articles: Collection[int]) -> dict[int, list[Named]]:
    """Who and what the articles name, in the order of their texts."""
    sql = (
        "SELECT article_id, entity_id, entities.kind, spans FROM article_entities"
        f" JOIN entities ON entities.id = entity_id WHERE article_id IN ({id_list(articles)})"
    )
    found: defaultdict[int, list[Named]] = defaultdict(list)
    for article_id, entity_id, kind, spans in db.execute(sql):
        found[article_id] += [
            Named(start, end, entity_id, kind == "person") for start, end in json.loads(spans)
        ]
    for named in found.values():
        named.sort()
    return found


def load_remarks(db: Database, articles: Collection[int]) -> Iterator[tuple[int, int, Remark]]:
    """All that is said in the articles: its number, its article, and how it stands there."""
    sql = f"SELECT id, text FROM articles WHERE id IN ({id_list(articles)})"
    texts = dict(db.execute(sql).fetchall())
    sql = (
        "SELECT id, article_id, content, sentence_start, kind, speaker_id, speaker_kind,"
        " source_start, source_end FROM attributions"
        f" WHERE shown = 1 AND article_id IN ({id_list(articles)}) ORDER BY sentence_start"
    )
    for number, article_id, content, sentence, kind, by, what, start, end in db.execute(sql):
        text = texts[article_id]
        source = text[start:end] if start is not None else ""
        spans = [(first, last) for first, last in json.loads(content)]
        yield number, article_id, Remark(text, spans, sentence, kind, by, what, source)


def find_alike_hits(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> Hits | None:
    """What has words that stand for those of a topic, in articles that have its own, too."""
    topics = find_topics(db, query, audience)
    parts = topics[0].wanted.parts if len(topics) == 1 and _may_be_said_so(topics[0]) else ()
    if not any(map(find_alike, parts)):
        return None
    match = " AND ".join(f"({any_of([part, *find_alike(part)])})" for part in parts)
    whole = all_somewhere([part, *_find_kinds(part)] for part in parts)
    return _among_newest(find_conditions(db, query, audience, zone), match, whole)


def _may_be_said_so(topic: Topic) -> bool:
    """Whether it may be said in other words: nothing that is named, or was asked for in quotes."""
    return not topic.entities and '"' not in topic.name


def _find_kinds(word: str) -> Iterator[str]:
    """The kinds of a thing that stand for it and are called so in one word: of a gun a handgun."""
    return (each for each in find_alike(word) if each.lower().endswith(word.lower()))


def find_meant_hits(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> Hits | None:
    """What has words that stand for all of a topic's, wherever: a keeper for the goalie."""
    topics = find_topics(db, query, audience)
    conditions = find_conditions(db, query, audience, zone)
    exactly = any(
        topic.wanted.written or not topic.wanted.match or '"' in topic.name for topic in topics
    )
    if exactly or not all(topic.entities or topic.wanted.parts for topic in topics):
        return None
    unnamed = [topic for topic in topics if not topic.entities]
    parts = [topic.ways(part) for topic in unnamed for part in topic.wanted.parts]
    if not any(others for _, *others in parts) or not all(conditions.matches):
        return None
    ways = list(map(any_of, parts))
    ways += [topic.wanted.match for topic in topics if topic.entities]
    spoken = (*(f"{ANYWHERE} : ({way})" for way in ways), *conditions.matches)
    values: Values = {"spoken": " AND ".join(f"({each})" for each in spoken)}
    among = "".join(f" AND {each}" for each in between(conditions, "rowid"))
    return walk(conditions, [], values, NEWEST.format(among=among))


def find_headed_hits(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> Hits | None:
    """What has the word that says what a topic is, in articles that have the rest of it.

    Or words that stand for these: "nine babies might have lived", of the infants who died.
    """
    topics = find_topics(db, query, audience)
    wanted = topics[0].wanted if len(topics) == 1 and _may_be_said_so(topics[0]) else None
    if wanted is None or not wanted.head or len(wanted.parts) < _SEVERAL:
        return None
    match = any_of([wanted.head, *find_alike(wanted.head)])
    whole = all_somewhere([part, *find_alike(part)] for part in wanted.parts)
    return _among_newest(find_conditions(db, query, audience, zone), match, whole)


def _among_newest(conditions: Conditions, match: str, whole: str) -> Hits | None:
    """Only the newest are looked at, since no index has the text of the articles."""
    if not all(conditions.matches):
        return None
    spoken = (f"{IN_WORDS} : ({match})", *conditions.matches)
    values: Values = {"spoken": " AND ".join(f"({each})" for each in spoken), "whole": whole}
    among = "".join(f" AND {each}" for each in between(conditions, "rowid"))
    return walk(conditions, [_WHOLE], values, NEWEST.format(among=among))


_WHOLE = """EXISTS (
  SELECT 1 FROM articles
  WHERE articles.id = a.article_id AND written(:whole, headline || ' ' || articles.text)
)"""
