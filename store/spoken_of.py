"""Where a topic is spoken of by anybody at all, for a question that asks for one speaker's words.

What the minister says of the strike need not have the word: somebody else in the article has it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlite_utils import Database

from store.records import Audience, Reading
from store.search import LOOKED_AT, Hits, find_hits

_ENOUGH = 5 * LOOKED_AT
"""Statements at most that fit a question but for its topic, of which the articles are looked up."""


def find_spoken_of(db: Database, query: Reading, audience: Audience) -> list[int]:
    """Articles in which anybody speaks of the topics, first those that have what was asked for.

    Only the newest are looked at. There are none where anybody's words were asked for: what
    speaks of a topic then is known.

    Args:
        db: The archive.
        query: What is asked for.
        audience: Who asks.
    """
    by_anybody = replace(
        query, speaker=None, role=None, kind=None, outlet=None, verb=None, not_by=None
    )
    if by_anybody == query:
        return []
    spoken = _find_articles(db, find_hits(db, by_anybody, audience), LOOKED_AT)
    if not spoken:
        return []
    on_anything = replace(query, topic=None, and_about=())
    fitting = set(_find_articles(db, find_hits(db, on_anything, audience), _ENOUGH))
    return sorted(spoken, key=lambda article: article not in fitting)


def _find_articles(db: Database, found: Hits | None, limit: int) -> Iterable[int]:
    """The articles of the newest of what was found, each once."""
    if found is None:
        return []
    number = "attributions_fts.rowid" if found.matches or found.besides else "a.id"
    sql = (
        f"SELECT a.article_id FROM {found.source} WHERE {found.where}"
        f" ORDER BY {number} DESC LIMIT {limit}"
    )
    return dict.fromkeys(article for (article,) in db.execute(sql, found.all_at_once()))
