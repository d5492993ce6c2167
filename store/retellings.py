"""Other articles on the same event: they have a quote in common, word for word."""

from __future__ import annotations

from collections.abc import Collection

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.conditions import id_list
from store.folding import fold
from store.records import Audience

_COMPARED = 8
"""Words of a quote that are compared, at most."""
_MOST = 300


def find_retellings(db: Database, articles: Collection[int], audience: Audience) -> set[int]:
    """The other articles that quote what one of these quotes.

    Args:
        db: The archive.
        articles: A few.
        audience: Who asks.
    """
    sql = _SAME.format(ids=id_list(articles), seen=visible_articles(audience))
    pairs = db.execute(sql, audience_values(audience)).fetchall()
    return {article for mine, article, other in pairs if _begin_alike(mine, other)}


def _begin_alike(one: str, other: str) -> bool:
    """Whether the shorter quote, or as much as is compared, begins both."""
    pairs = zip(fold(one).split()[:_COMPARED], fold(other).split()[:_COMPARED], strict=False)
    return all(mine == theirs for mine, theirs in pairs)


_SAME = f"""
SELECT said.text, other.article_id, said_again.text
FROM attributions AS mine
JOIN attributions AS other ON other.opening = mine.opening
JOIN articles ON articles.id = other.article_id AND {{seen}}
JOIN attribution_words AS said ON said.id = mine.id
JOIN attribution_words AS said_again ON said_again.id = other.id
WHERE mine.article_id IN ({{ids}}) AND mine.shown = 1 AND other.shown = 1
  AND other.article_id NOT IN ({{ids}})
LIMIT {_MOST}
"""
