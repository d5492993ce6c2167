"""What a question asks about: the words of a topic, and the entities that are called so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from store.alike import find_alike
from store.audience import audience_values, known_names
from store.body_of import find_body_of
from store.folding import fold
from store.labels import mention_label
from store.powers import find_powers
from store.records import NEARNESS, Audience, Reading
from store.speakers import find_by_letters
from store.words import Wanted, any_of, stem, want_name, want_topic


@dataclass(frozen=True, slots=True)
class Topic:
    """What statements on one topic contain, and the entities that are called so."""

    name: str
    wanted: Wanted
    entities: dict[int, str]
    also: dict[int, str]
    """What speaks for it, as the Kremlin for Russia: about these ranks a step lower."""
    apart: frozenset[str] = frozenset()
    """What else is asked about, as stems: of missiles and drones neither stands for the other."""

    def ways(self, word: str) -> tuple[str, ...]:
        """A word of it, with those that stand for it."""
        return (word, *(each for each in find_alike(word) if stem(each) not in self.apart))

    def in_headlines(self, *, alone: bool) -> str:
        """A full-text query for its words; of several one may be another that stands for it."""
        if self.entities or len(self.wanted.parts) <= int(alone):
            return self.wanted.match
        return " AND ".join(f"({any_of(self.ways(each))})" for each in self.wanted.parts)

    def labels(self, near: int) -> list[str]:
        """The labels of what is about it so directly, or more so."""
        steps = NEARNESS.index("sentence") + 1
        further = NEARNESS[: near if near == steps else near - 1]
        own = [mention_label(how, each) for how in NEARNESS[:near] for each in self.entities]
        return own + [mention_label(how, each) for how in further for each in self.also]


def find_topics(db: Database, query: Reading, audience: Audience) -> list[Topic]:
    """What is asked about, as words and as entities."""
    names = [name for name in (query.topic, *query.and_about) if name is not None]
    topics = [_find_topic(db, name, audience) for name in names]
    return [replace(each, apart=_stem_others(each, topics)) for each in topics]


def _stem_others(topic: Topic, topics: Sequence[Topic]) -> frozenset[str]:
    """What the other topics are called, each if it is one word."""
    return frozenset(stem(other.name.lower()) for other in topics if other is not topic)


def _find_topic(db: Database, name: str, audience: Audience) -> Topic:
    found, powers = find_entities(db, name, audience), find_powers(db, name)
    entities = found | powers.same
    entities |= find_body_of(db, name, entities.values(), audience)
    also = {each: kind for each, kind in powers.also.items() if each not in entities}
    return Topic(name, _want(name, entities), entities, also)


def find_entities(db: Database, name: str, audience: Audience) -> dict[int, str]:
    """The entities that are called exactly so where the audience may look, and their kinds.

    Of letters also the body whose name has them: articles may write out the NTSB.
    """
    rows = db.execute(
        "SELECT entities.id, kind FROM aliases JOIN entities ON entities.id = entity_id"
        f" WHERE folded = :name AND kind != 'anonymous' AND {known_names(audience)}",
        {"name": fold(name), **audience_values(audience)},
    )
    return dict(rows.fetchall()) or find_by_letters(db, name, audience)


def _want(topic: str, entities: dict[int, str]) -> Wanted:
    if entities and '"' not in topic:
        return want_name(topic, person="person" in entities.values())
    return want_topic(topic)
