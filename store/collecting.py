"""All that a question means, found step by step: the nearest to its topic first.

Each further step is taken only where those before it left something to be found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, tzinfo

from sqlite_utils import Database

from store.aboutness import find_about_hits
from store.following import find_following, find_following_hits
from store.given import find_given_hits
from store.light import without_light
from store.nearby import find_alike_hits, find_headed_hits, find_meant_hits, find_nearby_hits
from store.ranking import Hit
from store.records import NEARNESS, Audience, Reading
from store.search import Hits, find_carried_hits, find_hits, find_wider_hits

WEIGHED = 1_000
"""The most statements that an answer weighs: of what is more it says that there is more."""
_BY_PRONOUN, _AROUND = NEARNESS.index("pronoun") + 1, NEARNESS.index("sentence") + 1

# A speaker who is not known is one of the article's own: hence its id, below zero.
_HITS = """
SELECT {near} AS near, a.id, a.article_id, coalesce(a.speaker_id, -a.article_id),
  CASE WHEN a.speaker_id IS NULL THEN 2 ELSE a.speaker_kind = 'anonymous' END,
  a.kind != 'direct', a.dated, a.words, a.speaker_name, {behalf}
FROM {source} WHERE {where} ORDER BY {number} DESC LIMIT {limit}
"""


def collect_hits(db: Database, query: Reading, audience: Audience, zone: tzinfo = UTC) -> list[Hit]:
    """The statements that a question means, at least one more than are weighed if there are."""
    hits = _collect_spoken(db, query, audience, zone)
    if query.topic is None or len(hits) > WEIGHED:
        return hits
    return hits + _collect_following(db, query, audience, hits, zone)


def _collect_following(
    db: Database, query: Reading, audience: Audience, seen: Sequence[Hit], zone: tzinfo
) -> list[Hit]:
    """What goes on from what was found; of quotes alone it is the paraphrases that they follow."""
    whole = replace(query, kind=None)
    spoken = seen if query.kind is None else _collect_spoken(db, whole, audience, zone)
    near = find_following(db, query, spoken)
    found = find_following_hits(db, query, audience, near, zone)
    known = {hit.id for hit in seen}
    more = collect(db, found) if found else []
    return [hit._replace(near=near[hit.id]) for hit in more if hit.id not in known]


def _collect_spoken(db: Database, query: Reading, audience: Audience, zone: tzinfo) -> list[Hit]:
    """What speaks of the topic of a question, or stands where it is likely to be about it."""
    found = find_hits(db, query, audience, zone)
    hits = collect(db, found) if found else []
    if query.topic is None or len(hits) > WEIGHED:
        return hits
    hits += _collect_nearby(db, query, audience, hits, zone)
    enough = query.mentioned and hits
    about = None if enough else find_about_hits(db, query, audience, hits, zone)
    known = {hit.id for hit in hits}
    more = collect(db, about, near=len(NEARNESS)) if about else []
    hits += [hit for hit in more if hit.id not in known]
    if not hits:
        hits = _collect_further(db, query, audience, zone)
        hits += _collect_nearby(db, query, audience, hits, zone) if hits else []
    lightened = replace(query, topic=without_light(query.topic))
    if hits or not lightened.topic:
        return hits
    lighter = _collect_spoken(db, lightened, audience, zone)
    return [hit._replace(near=len(NEARNESS)) for hit in lighter]


def collect(db: Database, found: Hits, near: int | None = None) -> list[Hit]:
    """The nearest and newest of what was found, as many as are weighed and one more.

    A topic that only the sentence around has counts where no words speak of it: most often
    such a sentence says two things, and this is the other one.
    """
    hits: dict[int, Hit] = {}
    for level, values in found.nearer_first():
        sql = _HITS.format(
            near=near or level,
            behalf=found.behalf,
            source=found.source,
            where=found.where,
            number="attributions_fts.rowid" if found.matches or found.besides else "a.id",
            limit=WEIGHED + 1,
        )
        if len(hits) <= WEIGHED and not (hits and level == _AROUND):
            for hit in map(Hit._make, db.execute(sql, values)):
                hits.setdefault(hit.id, hit)
    return list(hits.values())


def _collect_nearby(
    db: Database, query: Reading, audience: Audience, seen: Sequence[Hit], zone: tzinfo
) -> list[Hit]:
    """What speaks of a topic by a pronoun, by a part of it or by a word that stands for it."""
    direct = [hit for hit in seen if hit.near != _AROUND]
    known, hits = {hit.id for hit in seen}, list[Hit]()
    for found in (
        find_nearby_hits(db, query, audience, direct, zone),
        find_alike_hits(db, query, audience, zone),
    ):
        more = collect(db, found, near=_BY_PRONOUN) if found else []
        hits += [hit for hit in more if hit.id not in known]
        known |= {hit.id for hit in more}
    return hits


def _collect_further(db: Database, query: Reading, audience: Audience, zone: tzinfo) -> list[Hit]:
    """All in articles on the topic; else what speaks of it by a part of it."""
    steps = (
        *(find_wider_hits, find_carried_hits, find_meant_hits, find_headed_hits),
        find_given_hits,
    )
    for find in steps:
        found = find(db, query, audience, zone)
        hits = collect(db, found, near=len(NEARNESS)) if found else []
        if hits:
            return hits
    return []
