"""What is about a topic in other words, in the few articles that are on it: a model weighs it.

tests/bench/aboutness.py fits the weights to questions of our own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, tzinfo
from functools import cache
from importlib.resources import files
from operator import mul

from sqlite_utils import Database

from store.conditions import find_conditions, id_list
from store.nearby import load_remarks, one_by_one
from store.ranking import Hit
from store.records import Audience, Reading
from store.search import Hits, walk
from store.signs import Signs, Traced, read_signs
from store.tracing import trace_articles

Weighed = tuple[int, Signs]
"""A statement's number, and what speaks for it."""


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
    anybody = query.speaker is None and query.role is None
    least = "threshold" if anybody else "threshold_of_speakers"
    articles = trace_articles(db, query, audience, {hit.article_id for hit in seen})
    on_it = {
        number: [piece for piece in pieces if is_about(piece.best, least)]
        for number, pieces in articles.items()
    }
    ids = id_list(number for number, signs in weigh(db, on_it) if is_about(signs, least))
    rows, values = one_by_one(conditions)
    return walk(conditions, [f"a.id IN ({ids})", *rows], values) if ids else None


def is_about(signs: Signs, least: str = "threshold") -> bool:
    """Whether a statement that has these signs is shown.

    Args:
        signs: What speaks for it.
        least: The name of the least likelihood: of few who were asked for, such as officials,
            more is lost by leaving out than by showing too much.
    """
    model = _model()
    weighed = sum(map(mul, signs, (model[sign] for sign in signs._fields)))
    return 1 / (1 + math.exp(-model["bias"] - weighed)) >= model[least]


@cache
def _model() -> dict[str, float]:
    text = files("store").joinpath("aboutness.json").read_text("utf-8")
    model: dict[str, float] = json.loads(text)
    return model


def weigh(db: Database, articles: Mapping[int, Sequence[Traced]]) -> Iterator[Weighed]:
    """What is said in articles, but by the people who are asked about, with its signs."""
    wanted = [number for number, pieces in articles.items() if pieces]
    for number, article_id, remark in load_remarks(db, wanted) if wanted else ():
        for piece in articles[article_id]:
            if piece.holds(remark):
                yield number, read_signs(piece, remark)
