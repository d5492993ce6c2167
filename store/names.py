"""Names in the archive: which of them a question holds, and which are near to what it asks for."""

from __future__ import annotations

import json

from rapidfuzz import fuzz, process
from sqlite_utils import Database

from store.audience import audience_values, known_names, visible_articles
from store.database import plain_errors
from store.folding import fold
from store.records import Audience
from store.words import stopwords

_LONGEST_NAME = 6
_CLOSE_ENOUGH = 75.0
"""Of rapidfuzz's ratio between two words: a slip of one letter in four, of two in eight."""


@plain_errors
def names_in(db: Database, question: str, audience: Audience) -> frozenset[str]:
    """The folded names of persons and organisations that stand in a question.

    Only those that are in what the audience may see.
    """
    words = fold(question).split()
    runs = {
        " ".join(words[start : start + length])
        for start in range(len(words))
        for length in range(1, _LONGEST_NAME + 1)
    }
    sql = (
        "SELECT DISTINCT folded FROM aliases JOIN entities ON entities.id = entity_id"
        " WHERE kind IN ('person', 'organisation')"
        f" AND folded IN (SELECT value FROM json_each(:runs)) AND {known_names(audience)}"
    )
    values = {"runs": json.dumps(sorted(runs)), **audience_values(audience)}
    return frozenset(name for (name,) in db.execute(sql, values).fetchall())


@plain_errors
def nearest_names(db: Database, words: str, audience: Audience, *, limit: int = 3) -> list[str]:
    """Names in what the audience may see that `words` may be a slip of, the nearest first.

    Rather none than a far one: each is near in at least half of the words asked for.
    """
    asked = [word for word in fold(words).split() if word not in stopwords()]
    names = {name: fold(name).split() for name in _names(db, audience)}
    known = list({word for name in names.values() for word in name})
    near = [
        {
            word: score
            for word, score, _ in process.extract(
                one, known, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH, limit=20
            )
        }
        for one in asked
    ]
    scores = {name: _score(parts, near) for name, parts in names.items()}
    best = sorted(scores, key=lambda name: (-scores[name], len(name), name))
    return [name for name in best if scores[name] > 0 and fold(name) != fold(words)][:limit]


def _score(parts: list[str], near: list[dict[str, float]]) -> float:
    """How near a name is: 100 for every word of the question; 0 for too few of them."""
    found = [max((words.get(part, 0.0) for part in parts), default=0.0) for words in near]
    close = sum(1 for score in found if score)
    return sum(found) if found and 2 * close >= len(found) else 0.0


def _names(db: Database, audience: Audience) -> list[str]:
    """How the articles that the audience may see call those in them; one name for each."""
    sql = (
        "SELECT (SELECT article_entities.name FROM article_entities"
        " JOIN articles ON articles.id = article_id WHERE entity_id = entities.id"
        f" AND superseded_by IS NULL AND {visible_articles(audience)} LIMIT 1) AS name"
        " FROM entities WHERE kind != 'anonymous'"
    )
    return [name for (name,) in db.execute(sql, audience_values(audience)).fetchall() if name]
