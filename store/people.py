"""Who is in the archive: persons and organisations, found by name, with what is known of them.

Names, roles and counts are those of the articles that the audience may see.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date

from sqlite_utils import Database

from store.audience import audience_values, known_names, visible_articles
from store.database import plain_errors
from store.folding import fold
from store.lists import read_words
from store.persons import read_person
from store.records import Audience
from store.who import Held, Person
from store.words import all_of

_FULL = 1000
"""How often a name by which an article lists somebody counts, beside its other names for them."""
_MOST = 200
"""Entities of one name that are looked at."""


@plain_errors
def find_people(db: Database, words: str, audience: Audience, *, limit: int = 20) -> list[Person]:
    """Those who are called so, who said most first; all who said something, for no words."""
    if not words.strip():
        return load_people(db, _most_quoted(db, audience, limit), audience)
    found = _with_number(words) or _called(db, words, audience)
    people = load_people(db, found, audience)
    return sorted(people, key=lambda each: (-each.statements, each.name))[:limit]


@plain_errors
def find_exactly(db: Database, words: str, audience: Audience) -> list[Person]:
    """Those whom a number or a name means: by the whole name, else by one of its words."""
    people = find_people(db, words, audience, limit=_MOST)
    wanted = fold(words)
    whole = [each for each in people if wanted in map(fold, (each.name, *each.aliases))]
    return whole or people


@plain_errors
def load_people(db: Database, ids: Iterable[int], audience: Audience) -> list[Person]:
    """What the audience may know of these, in their order; without those it may not see."""
    loaded = (_load(db, each, audience) for each in ids)
    return [person for person in loaded if person]


def _with_number(words: str) -> list[int]:
    number = words.strip().removeprefix("#")
    return [int(number)] if number.isdecimal() and len(number) < 19 else []  # noqa: PLR2004  # SQLite's integers


def _called(db: Database, words: str, audience: Audience) -> list[int]:
    match = all_of(words)
    if not match:
        return []
    rows = db.execute(
        "SELECT DISTINCT entities.id FROM aliases_fts"
        " JOIN aliases ON aliases.id = aliases_fts.rowid"
        " JOIN entities ON entities.id = aliases.entity_id"
        f" WHERE aliases_fts MATCH :match AND {_SHOWN_KINDS} AND {known_names(audience)}"
        f" LIMIT {_MOST}",
        {"match": match, **audience_values(audience)},
    )
    return [row[0] for row in rows.fetchall()]


_SHOWN_KINDS = "kind IN ('person', 'organisation', 'place')"


def _most_quoted(db: Database, audience: Audience, limit: int) -> list[int]:
    seen = ""
    if audience.team is not None:
        article = "SELECT 1 FROM articles WHERE articles.id = article_id"
        seen = f" AND EXISTS ({article} AND {visible_articles(audience)})"
    sql = (
        "SELECT speaker_id FROM attributions JOIN entities ON entities.id = speaker_id"
        f" WHERE shown AND entities.kind IN ('person', 'organisation'){seen}"
        " GROUP BY speaker_id ORDER BY count(*) DESC, speaker_id LIMIT :limit"
    )
    rows = db.execute(sql, {"limit": limit, **audience_values(audience)}).fetchall()
    return [row[0] for row in rows]


def _load(db: Database, entity_id: int, audience: Audience) -> Person | None:
    values = {"id": entity_id, **audience_values(audience)}
    seen = visible_articles(audience)
    rows = db.execute(_PRESENCES.format(seen=seen), values).fetchall()
    entity = db.execute("SELECT name, kind FROM entities WHERE id = ?", [entity_id]).fetchone()
    if not rows or entity[1] == "anonymous":
        return None
    said = db.execute(_SAID.format(seen=seen), values).fetchone()[0]
    names = _count_names(rows, *entity)
    counted = db.execute(_ARTICLES.format(seen=seen), values).fetchone()
    return Person(
        id=entity_id,
        name=names[0],
        kind=entity[1],
        statements=said,
        articles=counted[0],
        first=date.fromisoformat(min(row[3] for row in rows)),
        last=date.fromisoformat(max(row[4] for row in rows)),
        aliases=tuple(names[1:]),
        roles=_find_roles(rows),
    )


# What the visible articles say of somebody: name, role, other names, first and last day, how many.
# The plus keeps SQLite from looking through all that a busy speaker said, once for each article.
_PRESENCES = """
WITH told AS (
  SELECT named.name, coalesce(nullif(named.role, ''), (
      SELECT speaker_role FROM attributions
      WHERE attributions.article_id = named.article_id AND +speaker_id = :id
        AND speaker_role != '' LIMIT 1
    ), '') AS role, named.aliases, substr(coalesce(published, read_at), 1, 10) AS day
  FROM article_entities AS named JOIN articles ON articles.id = named.article_id
  WHERE named.entity_id = :id AND superseded_by IS NULL AND {seen}
)
SELECT name, role, aliases, min(day), max(day), count(*) FROM told GROUP BY name, role, aliases
"""
_ARTICLES = """
SELECT count(DISTINCT article_id) FROM article_entities JOIN articles ON articles.id = article_id
WHERE entity_id = :id AND superseded_by IS NULL AND {seen}
"""
_SAID = """
SELECT count(*) FROM attributions JOIN articles ON articles.id = article_id
WHERE speaker_id = :id AND shown AND {seen}
"""

Row = tuple[str, str, str, str, str, int]


def _count_names(rows: list[Row], own: str, kind: str) -> list[str]:
    """Names, its own first, else the most usual; those with a title or in capitals last."""
    counts: Counter[str] = Counter()
    for name, _, aliases, _, _, times in rows:
        counts.update({name: _FULL * times, **dict.fromkeys(json.loads(aliases), times)})

    def rank(name: str) -> tuple[bool, bool, int, str]:
        return (_is_dressed(name), name != own, -counts[name], name)

    persons = kind == "person"
    names: dict[object, str] = {}
    for name in sorted(counts, key=rank):
        names.setdefault((persons and read_person(name)) or fold(name), name)
    parts = {word for name in names.values() for word in name.split() if len(name.split()) > 1}
    return [name for name in names.values() if not (persons and name in parts)]


def _is_dressed(name: str) -> bool:
    words = name.split()
    titled = len(words) > 2 and fold(words[0]) in read_words("persons", "honorifics")  # noqa: PLR2004  # a full name
    return titled or (name.isupper() and len(words) > 1)


def _find_roles(rows: list[Row]) -> tuple[Held, ...]:
    held: dict[str, Held] = {}
    for _, role, _, first, last, times in rows:
        days = (date.fromisoformat(first), date.fromisoformat(last))
        before = held.get(role, Held(role, *days, 0))
        earliest, latest = min(before.first, days[0]), max(before.last, days[1])
        held[role] = Held(role, earliest, latest, before.articles + times)
    known = (each for role, each in held.items() if role)
    return tuple(sorted(known, key=lambda each: (each.last, each.first, each.role), reverse=True))
