"""What the machine took for one under another name, and by which rule: its side of the log."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from store.articles import to_ref
from store.audience import audience_values, visible_articles
from store.database import plain_errors
from store.moments import from_text
from store.records import Audience
from store.who import Join


@plain_errors
def load_joins(db: Database, audience: Audience, *, limit: int = 50) -> list[Join]:
    """The newest joins that were more than the same name, as far as the audience may see them.

    The name under which somebody is known is one that a visible article gives.
    """
    seen = visible_articles(audience)
    sql = f"""
    SELECT articles.id, headline, publisher, url, published, read_at, mine.name, mine.entity_id,
      mine.joined, (
        SELECT other.name FROM article_entities AS other
        JOIN articles ON articles.id = other.article_id
        WHERE other.entity_id = mine.entity_id AND other.article_id < mine.article_id AND {seen}
        ORDER BY other.article_id LIMIT 1
      ) AS known_as
    FROM presences INDEXED BY presences_joined
    JOIN article_entities AS mine USING (article_id, position)
    JOIN articles ON articles.id = mine.article_id
    WHERE presences.joined > '' AND known_as IS NOT NULL
      AND mine.joined NOT IN ('earlier version', 'split by hand') AND {seen}
    ORDER BY presences.article_id DESC, position LIMIT :limit
    """
    return [_to_join(row) for row in db.query(sql, {"limit": limit, **audience_values(audience)})]


def _to_join(row: dict[str, Any]) -> Join:
    read_at = from_text(row["read_at"])
    assert read_at is not None
    return Join(to_ref(row), row["name"], row["entity_id"], row["known_as"], row["joined"], read_at)
