"""The quotes that bear out a paraphrase: what is said about a topic without a word of it.

A paper tells what somebody said, and goes on with their own words: "The clinic had asked for
doctors, Holt said. 'We were sent a calendar.'" Whoever asks for the clinic means both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, tzinfo

from sqlite_utils import Database

from store.anaphora import Remark, stands_next
from store.conditions import find_conditions, id_list
from store.nearby import load_remarks, one_by_one
from store.ranking import Hit
from store.records import NEARNESS, Audience, Reading
from store.search import Hits, walk

_FEW = 30
"""Articles at most that are looked into; where more speak of a topic, enough is found."""
_AROUND = NEARNESS.index("sentence") + 1


def find_following(db: Database, query: Reading, seen: Sequence[Hit]) -> Mapping[int, int]:
    """What goes on from the statements that were found, and how near it is to their topic.

    Somebody's own words are taken for it, after their paraphrase. Where a speaker was asked for,
    so is whatever they go on with, and what others go on with who speak for the same.
    """
    near = {hit.id: hit.near for hit in seen}
    articles = {hit.article_id for hit in seen}
    if not articles or len(articles) > _FEW or '"' in (query.topic or ""):
        return {}
    asked = query.speaker is not None or query.role is not None
    found, last = dict[int, int](), dict[int, tuple[int, Remark]]()
    for number, article_id, remark in load_remarks(db, articles):
        before = last.get(article_id)
        last[article_id] = number, remark
        level = near.get(before[0]) if before and number not in near else None
        if before and level and _bears_out(remark, before[1], level, asked=asked):
            found[number] = max(level, _AROUND)
    return found


def _bears_out(remark: Remark, before: Remark, level: int, *, asked: bool) -> bool:
    """Whether a statement is about what the one before it is about, which is so near to a topic."""
    if not stands_next(remark, before):
        return False
    same = remark.speaker is not None and remark.speaker == before.speaker
    surely = level <= _AROUND
    if asked and surely:
        return same or before.kind == "indirect"
    own = remark.kind == "direct" and before.kind != "direct"
    return own and (before.kind == "indirect" if asked else same and surely)


def find_following_hits(
    db: Database, query: Reading, audience: Audience, wanted: Mapping[int, int], zone: tzinfo = UTC
) -> Hits | None:
    """Those of the statements that go on that are by whom, from when and where is asked for."""
    conditions = find_conditions(db, query, audience, zone)
    if not wanted or not all(conditions.matches):
        return None
    rows, values = one_by_one(conditions)
    return walk(conditions, [f"a.id IN ({id_list(wanted)})", *rows], values)
