"""Names in the archive: which of them a question holds, and which are near to what it asks for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz, process
from sqlite_utils import Database

from store.audience import audience_values, known_names, visible_article, visible_articles
from store.database import plain_errors
from store.folding import fold
from store.records import Audience
from store.words import stopwords

_LONGEST_NAME = 6
_CLOSE_ENOUGH = 75.0
"""Of rapidfuzz's ratio between two words: a slip of one letter in four, of two in eight."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive knows of the words of a question; all names folded."""

    names: frozenset[str] = frozenset()
    """Of anybody and anything that articles name."""
    people: frozenset[str] = frozenset()
    """Of persons."""
    speakers: frozenset[str] = frozenset()
    """Of those who said something."""
    outlets: Mapping[str, str] = field(default_factory=dict)
    """Publishers that the question may name, by their folded names."""
    shared: frozenset[str] = frozenset()
    """Of several persons, whom a title may tell apart."""
    bodies: frozenset[str] = frozenset()
    """Of organisations, for which their people may speak."""
    places: frozenset[str] = frozenset()


@plain_errors
def known_in(db: Database, question: str, audience: Audience) -> Known:
    """Which names of the archive stand in a question, as far as the audience may see them."""
    runs = _runs(question)
    values = {"runs": json.dumps(sorted(runs)), **audience_values(audience)}
    rows = db.execute(_KNOWN.format(known=known_names(audience), said=_said(audience)), values)
    found = list(_as_asked(rows.fetchall(), runs))
    return Known(
        frozenset(name for name, _, _, _ in found),
        frozenset(name for name, kind, _, _ in found if kind == "person"),
        frozenset(name for name, _, said, _ in found if said),
        _Outlets(db, audience),
        frozenset(name for name, kind, said, many in found if kind == "person" and said and many),
        frozenset(name for name, kind, _, _ in found if kind == "organisation"),
        frozenset(name for name, kind, _, _ in found if kind == "place"),
    )


_KNOWN = """
SELECT folded, kind, {said} AS said, count(DISTINCT entity_id) > 1 FROM aliases
JOIN entities ON entities.id = entity_id
WHERE folded IN (SELECT value FROM json_each(:runs)) AND kind != 'anonymous' AND {known}
GROUP BY folded, kind, said
"""


def _runs(question: str) -> set[str]:
    """Words that stand side by side; also without "and", as in "Pell & Dunmore".

    And without an s at the end: of "kirbys answer" Kirby may be meant.
    """
    words = fold(question.replace("&", " and ")).split()
    runs = (
        words[start : start + length]
        for start in range(len(words))
        for length in range(1, _LONGEST_NAME + 1)
    )
    return {" ".join(run) for kept in runs for run in (kept, without_and(kept), without_s(kept))}


def _as_asked(
    found: list[tuple[str, str, bool, bool]], runs: set[str]
) -> Iterator[tuple[str, str, bool, bool]]:
    """The names that were found, also as the question writes them: "Pell and Dunmore"."""
    ways = defaultdict[str, set[str]](set)
    for run in runs:
        words = run.split()
        if "and" not in (*words[:1], *words[-1:]):
            ways[" ".join(without_and(words))].add(run)
    for name, kind, said, many in found:
        for way in ways[" ".join(without_and(name.split()))] | {name}:
            yield way, kind, said, many


def without_and(words: list[str]) -> list[str]:
    """A name's words, however its "and" is written."""
    return [word for word in words if word != "and"]


def without_s(words: list[str]) -> list[str]:
    """A name's words, if an apostrophe was left out of its possessive."""
    return [*words[:-1], words[-1].removesuffix("s")]


def _said(audience: Audience) -> str:
    seen = visible_article(audience, "attributions.article_id")
    said = "SELECT 1 FROM attributions WHERE speaker_id = entity_id AND shown = 1"
    return f"EXISTS ({said} AND {seen})"


class _Outlets(Mapping[str, str]):
    """The publishers of what the audience may see, by folded name: looked up when one is named."""

    def __init__(self, db: Database, audience: Audience) -> None:
        self._db, self._audience = db, audience

    @cached_property
    @plain_errors
    def _called(self) -> dict[str, list[str]]:
        sql = "SELECT DISTINCT publisher FROM outlets WHERE publisher != '' ORDER BY publisher DESC"
        called: dict[str, list[str]] = {}
        for (name,) in self._db.execute(sql):
            called.setdefault(fold(name), []).append(name)
        return called

    def __getitem__(self, folded: str) -> str:
        for name in filter(self._is_seen, self._called[folded]):
            return name
        raise KeyError(folded)

    def __iter__(self) -> Iterator[str]:
        return (folded for folded in self._called if folded in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @plain_errors
    def _is_seen(self, name: str) -> bool:
        sql = (
            "SELECT EXISTS (SELECT 1 FROM articles WHERE publisher = :name"
            f" AND {visible_articles(self._audience)})"
        )
        values = {"name": name, **audience_values(self._audience)}
        return bool(self._db.execute(sql, values).fetchone()[0])


@plain_errors
def nearest_names(db: Database, words: str, audience: Audience, *, limit: int = 3) -> list[str]:
    """Names in what the audience may see that `words` may be a slip of, the nearest first.

    Rather none than a far one: each is near in at least half of the words asked for.
    """
    asked = [word for word in fold(words).split() if word not in stopwords()]
    every = _words_of_names(db)
    alike = {word for one in asked for word in _near_words(one, every, limit=None)}
    names = {name: fold(name).split() for name in _called(db, alike, audience)}
    known = list({word for name in names.values() for word in name})
    near = [_near_words(one, known, limit=20) for one in asked]
    scores = {name: _score(parts, near) for name, parts in names.items()}
    best = sorted(scores, key=lambda name: (-scores[name], len(name), name))
    return [name for name in best if scores[name] > 0 and fold(name) != fold(words)][:limit]


def _words_of_names(db: Database) -> list[str]:
    """The words of all names, in one row: there are many."""
    [(words,)] = db.execute("SELECT group_concat(folded, ' ') FROM aliases").fetchall()
    return list(set((words or "").split()))


def _near_words(asked: str, known: list[str], *, limit: int | None) -> dict[str, float]:
    """Those that are spelt nearly so, and how nearly."""
    found = process.extract(
        asked, known, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH, limit=limit
    )
    return {word: score for word, score, _ in found}


def _score(parts: list[str], near: list[dict[str, float]]) -> float:
    """How near a name is: 100 for every word of the question; 0 for too few of them."""
    found = [max((words.get(part, 0.0) for part in parts), default=0.0) for words in near]
    close = sum(1 for score in found if score)
    return sum(found) if found and 2 * close >= len(found) else 0.0


def _called(db: Database, words: Collection[str], audience: Audience) -> list[str]:
    """How articles that the audience may see call what has one of these words in a name.

    One name for each. "US" is also looked up as the index has "U.S.": letter by letter.
    """
    match = " OR ".join(f'"{way}"' for word in words for way in (word, " ".join(word)))
    sql = (
        "SELECT (SELECT article_entities.name FROM article_entities"
        " JOIN articles ON articles.id = article_id WHERE entity_id = entities.id"
        f" AND superseded_by IS NULL AND {visible_articles(audience)} LIMIT 1) AS name"
        " FROM entities WHERE kind != 'anonymous' AND id IN (SELECT entity_id FROM aliases_fts"
        " CROSS JOIN aliases ON aliases.id = aliases_fts.rowid WHERE aliases_fts MATCH :match)"
    )
    values = {"match": match, **audience_values(audience)}
    return [name for (name,) in db.execute(sql, values).fetchall() if name] if match else []
