"""What an article gives without saying it again: in one on the tram, "the delay" is the tram's.

Of a topic of several words the headline has some, and whoever speaks says only the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.conditions import find_conditions, id_list
from store.folding import split_words
from store.nearby import one_by_one
from store.records import Audience, Reading
from store.search import Hits, walk
from store.topics import Topic, find_topics
from store.words import any_of, stem

_SEVERAL = 2
_NEWEST = 30
"""Articles at most that are looked into."""
_OFTEN = 5
"""How many times an article has a word at least that it gives without saying it in the headline."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what is asked about: a word with those that stand for it, or a name."""

    ways: tuple[str, ...]

    def times(self, used: Counter[str]) -> int:
        """How many times it is among these words: a phrase as often as its rarest word."""
        return max(min(used[stem(word)] for word in _words(way)) for way in self.ways)


def find_given_hits(
    db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC
) -> Hits | None:
    """What speaks of one part of a topic, in articles of which the headline has the rest.

    Of three parts or more the article may lack one: it says nothing of a "hike", only of the rent.
    """
    conditions = find_conditions(db, query, audience, zone)
    split = [list(split_topic(topic)) for topic in find_topics(db, query, audience)]
    parts = [part for each in split for part in each]
    if len(parts) < _SEVERAL or not all([*conditions.matches, *split]):
        return None
    texts = _load_texts(db, parts, audience)
    fewest = max(len(parts) - 1, _SEVERAL)
    rests = {number: _find_rest(parts, fewest, *text) for number, text in texts.items()}
    rests = {number: rest for number, rest in rests.items() if rest}
    ids = id_list(_speaking(db, rests))
    rows, values = one_by_one(conditions)
    return walk(conditions, [f"a.id IN ({ids})", *rows], values) if ids else None


def split_topic(topic: Topic) -> Iterator[Part]:
    """The parts of a topic; none if it must be written exactly so."""
    if topic.entities:
        yield from (Part((name,)) for name in [" ".join(split_words(topic.name))] if name)
    else:
        yield from (Part(topic.ways(part)) for part in topic.wanted.parts)


def _load_texts(
    db: Database, parts: Sequence[Part], audience: Audience
) -> dict[int, tuple[str, str]]:
    """Headline and text of the newest articles that have a part in their headline."""
    match = any_of([way for part in parts for way in part.ways])
    headed = "SELECT rowid AS found FROM articles_fts WHERE articles_fts MATCH :match"
    sql = (
        f"SELECT id, headline, text FROM ({headed} ORDER BY rowid DESC LIMIT {_NEWEST})"
        f" CROSS JOIN articles ON articles.id = found WHERE {visible_articles(audience)}"
    )
    rows = db.execute(sql, {"match": match, **audience_values(audience)})
    return {number: (headline, text) for number, headline, text in rows}


def _find_rest(parts: Sequence[Part], fewest: int, headline: str, text: str) -> list[Part]:
    """What an article on the topic does not give, or gives least; of others nothing."""
    used, headed = Counter(_stems(f"{headline} {text}")), Counter(_stems(headline))
    there = [part for part in parts if part.times(used)]
    if len(there) < fewest:
        return []
    rest = [part for part in there if not part.times(headed) and part.times(used) < _OFTEN]
    return rest or [min(there, key=lambda part: part.times(used))]


def _speaking(db: Database, rests: dict[int, list[Part]]) -> Iterator[int]:
    """The statements that speak of all that their article does not give."""
    sql = (
        "SELECT attributions.id, article_id, text, around FROM attributions"
        " JOIN attribution_words ON attribution_words.id = attributions.id"
        f" WHERE shown = 1 AND article_id IN ({id_list(rests)})"
    )
    for number, article_id, said, around in db.execute(sql):
        used = Counter(_stems(f"{said} {around}"))
        if all(part.times(used) for part in rests[article_id]):
            yield number


def _stems(text: str) -> Iterator[str]:
    return map(stem, _words(text))


def _words(text: str) -> list[str]:
    return split_words(text.lower())
