"""What is about a topic in other words, in the few articles that are on it: a model weighs it.

tests/bench/aboutness.py fits the weights to questions of our own.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from functools import cache
from importlib.resources import files
from operator import mul

from sqlite_utils import Database

from store.anaphora import Named, Remark
from store.audience import audience_values, visible_articles
from store.conditions import find_conditions, id_list
from store.database import to_json
from store.folding import without_accents
from store.given import split_topic
from store.nearby import find_naming, load_named, load_remarks, one_by_one
from store.ranking import Hit
from store.records import Audience, Reading
from store.search import Hits, Topic, find_topics, walk
from store.signs import Signs, Traced, best_signs, read_signs
from store.words import any_of, one_of

_FEW = 30
"""Articles at most that are looked into; where more speak of a topic, enough is found."""

Weighed = tuple[int, Signs]
"""A statement's number, and what speaks for it."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """A part of what is asked about: ways to say it, and the entities that are called so."""

    ways: tuple[str, ...]
    entities: frozenset[int]
    words: re.Pattern[str]

    def places(self, text: str, named: Sequence[Named]) -> list[int]:
        """Where a text has it."""
        own = {each.start for each in named if each.entity in self.entities}
        return sorted(own | {found.start() for found in self.words.finditer(text)})


def find_about_hits(
    db: Database, query: Reading, audience: Audience, seen: Collection[Hit], zone: tzinfo = UTC
) -> Hits | None:
    """What is likely to be about the topics by where it stands.

    Args:
        db: The archive.
        query: What is asked for.
        audience: Who asks.
        seen: What speaks of the topics more directly.
        zone: The asker's time zone.
    """
    conditions = find_conditions(db, query, audience, zone)
    if not all(conditions.matches):
        return None
    articles = trace_articles(db, query, audience, {hit.article_id for hit in seen})
    on_it = {number: each for number, each in articles.items() if is_about(best_signs(each))}
    ids = id_list(number for number, signs in weigh(db, on_it) if is_about(signs))
    rows, values = one_by_one(conditions)
    return walk(conditions, [f"a.id IN ({ids})", *rows], values) if ids else None


def is_about(signs: Signs) -> bool:
    """Whether a statement that has these signs is shown."""
    model = _model()
    weighed = sum(map(mul, signs, (model[sign] for sign in signs._fields)))
    return 1 / (1 + math.exp(-model["bias"] - weighed)) >= model["threshold"]


@cache
def _model() -> dict[str, float]:
    text = files("store").joinpath("aboutness.json").read_text("utf-8")
    model: dict[str, float] = json.loads(text)
    return model


def trace_articles(
    db: Database, query: Reading, audience: Audience, seen: Collection[int]
) -> dict[int, Traced]:
    """The articles that have all parts of a question's topics.

    Args:
        db: The archive.
        query: What is asked for.
        audience: Who asks.
        seen: Articles in which something speaks of the topics, and the audience may see it.
    """
    topics = find_topics(db, query, audience)
    split = [list(_seek(topic)) for topic in topics]
    if len(seen) > _FEW or not all(split):
        return {}
    sought = [part for parts in split for part in parts]
    known = set(seen).union(*(find_naming(db, topic, audience) for topic in topics))
    texts = _load_texts(db, sought, known, audience)
    kinds = {each: kind for topic in topics for each, kind in topic.entities.items()}
    people = frozenset(each for each, kind in kinds.items() if kind == "person")
    named = load_named(db, texts) if texts and kinds else {}
    found = {
        number: _trace(*text, sought, named.get(number, []), people)
        for number, text in texts.items()
    }
    return {number: article for number, article in found.items() if article}


def weigh(db: Database, articles: Mapping[int, Traced]) -> Iterator[Weighed]:
    """What is said in articles, but by the people who are asked about, with its signs."""
    said = defaultdict[int, list[tuple[int, Remark]]](list)
    for number, article_id, remark in load_remarks(db, articles) if articles else ():
        if remark.speaker not in articles[article_id].people:
            said[article_id].append((number, remark))
    for article_id, remarks in said.items():
        signs = read_signs(articles[article_id], [remark for _, remark in remarks])
        yield from zip((number for number, _ in remarks), signs, strict=True)


def _seek(topic: Topic) -> Iterator[_Sought]:
    """What must be found of a topic; nothing where its very words are asked for."""
    entities = frozenset(topic.entities)
    if '"' not in topic.name:
        for part in split_topic(topic):
            words = (*topic.wanted.written, one_of(part.ways))[0]
            yield _Sought(part.ways, entities, re.compile(words))


def _load_texts(
    db: Database, sought: Sequence[_Sought], known: Collection[int], audience: Audience
) -> dict[int, tuple[str, str]]:
    """Headline and text of the newest articles that are known or have a part in the headline."""
    sql = (
        "SELECT id, headline, text FROM articles"
        " WHERE id IN (SELECT value FROM json_each(:known) UNION SELECT * FROM (SELECT rowid"
        f" FROM articles_fts WHERE articles_fts MATCH :match ORDER BY rowid DESC LIMIT {_FEW}))"
        f" AND {visible_articles(audience)} ORDER BY id DESC LIMIT {_FEW}"
    )
    match = any_of([way for part in sought for way in part.ways])
    values = {"match": match, "known": to_json(sorted(known)), **audience_values(audience)}
    rows = db.execute(sql, values)
    return {number: (headline, text) for number, headline, text in rows}


def _trace(
    headline: str,
    text: str,
    sought: Sequence[_Sought],
    named: Sequence[Named],
    people: frozenset[int],
) -> Traced | None:
    """An article with the places of all that is sought; None if it lacks a part.

    What only the headline has stands at the beginning.
    """
    plain, title = without_accents(text), without_accents(headline)
    headed = [bool(part.words.search(title)) for part in sought]
    places = [part.places(plain, named) for part in sought]
    places = [each or [0] * above for each, above in zip(places, headed, strict=True)]
    return Traced(plain, any(headed), places, people) if all(places) else None
