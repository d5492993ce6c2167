"""What is about a topic in other words, in the few articles that are on it: a model weighs it.

tests/bench/aboutness.py fits the weights to questions of our own.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from functools import cache
from importlib.resources import files
from itertools import chain
from operator import mul

from sqlite_utils import Database

from store.anaphora import Named
from store.audience import audience_values, visible_articles
from store.conditions import find_conditions, id_list
from store.database import to_json
from store.folding import without_accents
from store.given import split_topic
from store.mentions import PRONOUNS, is_name
from store.nearby import find_naming, load_named, load_remarks, one_by_one
from store.ranking import Hit
from store.records import Audience, Reading, Span
from store.search import Hits, Topic, find_topics, walk
from store.signs import Signs, Traced, find_entries, read_signs
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
    nouns: re.Pattern[str] | None = None
    """Nouns by which an article speaks of it: "the lake"."""

    def places(self, text: str, named: Sequence[Named]) -> list[int]:
        """Where a text has it."""
        own = {each.start for each in named if each.entity in self.entities}
        return sorted(own | {found.start() for found in self.words.finditer(text)})

    def read(self, text: str, named: Sequence[Named]) -> _Sought:
        """The same, with the nouns by which an article speaks of a thing."""
        own = [each for each in named if each.entity in self.entities and not each.person]
        told = (text[each.start : each.end] for each in own)
        nouns = {words.split()[-1] for words in told if not is_name(words)} - PRONOUNS
        return replace(self, nouns=re.compile(one_of(nouns))) if nouns else self

    def find_in_headline(self, title: str) -> list[str]:
        """What a headline has of it: its words, or else a noun for it."""
        ways = [self.words, *filter(None, [self.nouns])]
        found = ([match[0] for match in way.finditer(title)] for way in ways)
        return next(filter(None, found), [])


@dataclass(frozen=True, slots=True)
class _Aim:
    """All that is asked about, and the persons among it."""

    parts: Sequence[_Sought]
    people: frozenset[int]


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
    on_it = {
        number: [piece for piece in pieces if is_about(piece.best)]
        for number, pieces in articles.items()
    }
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
) -> dict[int, list[Traced]]:
    """The articles, or the entries of live stories, that have all parts of a question's topics.

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
    kinds = {each: kind for topic in topics for each, kind in topic.entities.items()}
    people = frozenset(each for each, kind in kinds.items() if kind == "person")
    aim = _Aim([part for parts in split for part in parts], people)
    known = set(seen).union(*(find_naming(db, topic, audience) for topic in topics))
    texts = _load_texts(db, aim.parts, known, audience)
    named = load_named(db, texts) if texts and kinds else {}
    return {
        number: _trace(headline, text, aim, named.get(number, []))
        for number, (headline, text) in texts.items()
    }


def weigh(db: Database, articles: Mapping[int, Sequence[Traced]]) -> Iterator[Weighed]:
    """What is said in articles, but by the people who are asked about, with its signs."""
    wanted = [number for number, pieces in articles.items() if pieces]
    for number, article_id, remark in load_remarks(db, wanted) if wanted else ():
        for piece in articles[article_id]:
            if piece.has(remark):
                yield number, read_signs(piece, remark)


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


def _trace(headline: str, text: str, aim: _Aim, named: Sequence[Named]) -> list[Traced]:
    """An article, or its entries, with the places of all that is sought; none if it lacks any."""
    plain, title = without_accents(text), without_accents(headline)
    if len(aim.parts) == 1:
        aim = replace(aim, parts=[aim.parts[0].read(plain, named)])
    places = [part.places(plain, named) for part in aim.parts]
    if not all(
        there or part.words.search(title) for part, there in zip(aim.parts, places, strict=True)
    ):
        return []
    entries = find_entries(plain)
    if not entries:
        return [_trace_piece(plain, (0, len(plain)), title, aim, places)]
    titles = [plain[start:end].partition("\n")[0] for start, end in entries]
    return [
        _trace_piece(plain, entry, own, aim, places)
        for entry, own in zip(entries, titles, strict=True)
    ]


def _trace_piece(
    text: str, span: Span, title: str, aim: _Aim, places: Sequence[Sequence[int]]
) -> Traced:
    start, end = span
    found = [part.find_in_headline(title) for part in aim.parts]
    covered = sum(map(len, chain.from_iterable(found)))
    return Traced(
        text,
        span,
        headed=list(map(bool, found)),
        covers=min(covered / max(len(title), 1), 1.0),
        places=[[place for place in each if start <= place < end] for each in places],
        people=aim.people,
    )
