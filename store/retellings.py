"""Other articles on the same event: they have a quote in common, word for word."""

from __future__ import annotations

from collections.abc import Collection

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.conditions import id_list
from store.folding import fold
from store.records import Audience
from store.words import all_of

_SHORTEST, _OPENING = 5, 8
"""Words of a quote that others can be told from, and those of a longer one that are compared."""
_RARE = 4
"""Of its first words so many, the longest, are looked up."""
_MOST = 300

Opening = tuple[str, ...]


def find_retellings(db: Database, articles: Collection[int], audience: Audience) -> set[int]:
    """The other articles that quote what one of these quotes.

    Args:
        db: The archive.
        articles: A few.
        audience: Who asks.
    """
    openings = {each for _, each in _load_openings(db, f"article_id IN ({id_list(articles)})")}
    if not openings:
        return set()
    match = " OR ".join(sorted(f"({_find_rare(each)})" for each in openings))
    where = (
        "attributions.id IN (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH :match"
        f" LIMIT {_MOST}) AND article_id IN (SELECT id FROM articles"
        f" WHERE {visible_articles(audience)})"
    )
    values = {"match": f"text : ({match})", **audience_values(audience)}
    quoted = _load_openings(db, where, values)
    same = {number for number, each in quoted if any(_is_same(each, mine) for mine in openings)}
    return same.difference(articles)


def _load_openings(
    db: Database, where: str, values: dict[str, object] | None = None
) -> list[tuple[int, Opening]]:
    """How direct quotes begin, each with its article; none of a few words."""
    sql = (
        "SELECT article_id, said.text FROM attributions"
        " JOIN attribution_words AS said USING (id)"
        f" WHERE kind = 'direct' AND shown = 1 AND {where}"
    )
    rows = db.execute(sql, values or {})
    found = [(number, tuple(fold(text).split()[:_OPENING])) for number, text in rows]
    return [(number, opening) for number, opening in found if len(opening) >= _SHORTEST]


def _find_rare(opening: Opening) -> str:
    return all_of(" ".join(sorted(opening[:_SHORTEST], key=len)[-_RARE:]))


def _is_same(one: Opening, other: Opening) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
