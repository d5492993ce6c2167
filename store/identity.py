"""Whether somebody whom an article names is in the archive already: only what is surely one.

Rules, never likeness alone: the same name, or another form of it with the same post beside
it. What is left open by them stays apart; people can join it by hand (`store.merges`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from store.bodies import Body, is_acronym
from store.persons import PersonName, differences, read_person
from store.posts import POSTED, Post, closeness, read_post, same_office, support

SAME_NAME = "same name"
OTHER_FORM = "other form of the name"
_MOST_CANDIDATES = 20
_MOST_ROLES = 12
_BEST_KNOWN = 10
"""How many times as many articles name somebody as all others of the name."""
_FEW_ARTICLES = 20
"""What more articles name says nothing about who else is in one of them."""


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name means: an entity of the archive and by which rule, or a new one."""

    keys: tuple[str, ...] = ()
    """By which later articles will find it."""
    entity_id: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody of the archive whose name may be the same."""

    id: int
    names: tuple[PersonName, ...]
    posts: tuple[Post, ...]
    alone: bool
    """Kept apart only because nothing told who it was: it makes no other one doubtful."""


def find_person(db: Database, name: str, role: str, company: Collection[int] = ()) -> Found:
    """The person of a name and role, where `company` are others that the article names."""
    read, post = read_person(name), read_post(role)
    if read is None:
        return _find_bare(db, name, post)
    alone = f"alone:{read.given} {read.last}"
    fitting = [
        ((*rank, candidate.id), candidate.alone)
        for candidate in _find_candidates(db, (read.key, read.near_key, alone))
        if (rank := compare(read, post, candidate.names, candidate.posts))
    ]
    known = [found for found, is_alone in fitting if not is_alone]
    ranked = known if known and not read.common else [found for found, _ in fitting]
    chosen = _choose(db, read, ranked, company)
    sure = chosen or (not ranked and (role or not read.common))
    keys = (read.key, read.near_key) if sure else (alone,)
    return Found(keys, *(chosen or ()))


def compare(
    name: PersonName, post: Post, names: Iterable[PersonName], posts: Iterable[Post]
) -> tuple[int, str] | None:
    """How surely a name and post are those of somebody known; None: they are another's.

    Returns:
        `POSTED` and the rule, where the post says it too; less, where it goes more or less
        with it; 1, where there is only the name.
    """
    known = list(posts)
    close = [closeness(post, each) for each in known]
    if 0 in close and max(close) <= 1:
        return None
    forms = [found for each in names if (found := differences(name, each)) is not None]
    if not forms:
        return None
    differing = min(forms, key=len)
    if not differing:
        rank = max(close, default=1)
        return rank, f"{SAME_NAME}, same post" if rank == POSTED else SAME_NAME
    test = same_office if "middle name" in differing else support
    if any(test(post, each) for each in known):
        return POSTED, f"{OTHER_FORM} ({', '.join(sorted(differing))}), same post"
    return None


def find_body(db: Database, name: str, body: Body, others: Iterable[Body] = ()) -> Found:
    """The organisation or place of a name; `others` are its other names in the article."""
    keys = tuple(dict.fromkeys(key for each in (body, *others) for key in each.keys))
    stored = (*keys, *_letter_keys(name, body), *_state_keys(body))
    for key in keys:
        if found := _only_one(db, key):
            exact = key in body.keys[:1]
            return Found(stored, found, SAME_NAME if exact else OTHER_FORM)
    if body.letters:
        wanted = "initials" if is_acronym(name) else "acronym"
        if found := _only_one(db, f"{wanted}:{body.letters}"):
            return Found(stored, found, "acronym")
    return Found(stored)


def save_keys(db: Database, entity_id: int, keys: Iterable[str]) -> None:
    """Note by which keys an entity is found again."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO entity_keys (key, entity_id) VALUES (?, ?)",
        [(key, entity_id) for key in keys],
    )


def _find_bare(db: Database, name: str, post: Post) -> Found:
    """A surname is one with another only beside the very same post of a named body or state."""
    if not (post.anchors or post.states):
        return Found()
    key = f"bare:{name.casefold()}, {' '.join(sorted(post.words))}"
    found = _only_one(db, key)
    return Found((key,), found, f"{SAME_NAME}, same post" if found else "")


def _choose(
    db: Database,
    name: PersonName,
    ranked: list[tuple[int, str, int]],
    company: Collection[int],
) -> tuple[int, str] | None:
    """The one that is surely meant, and why; None where it may be one or the other."""
    best = [each for each in ranked if each[0] == max(ranked)[0]]
    if len(best) == 1 and (best[0][0] == POSTED or not name.common):
        return best[0][2], best[0][1]
    if known := _best_known(db, [each for each in best if each[0] > 1 or not name.common]):
        return known, f"{SAME_NAME}, by far the best known"
    beside = _find_beside(db, {each[2] for each in best}, company) if best else set()
    return (beside.pop(), f"{SAME_NAME}, same company") if len(beside) == 1 else None


def _find_candidates(db: Database, keys: tuple[str, ...]) -> list[_Candidate]:
    rows = db.execute(_CANDIDATES, [*keys, _MOST_ROLES, _MOST_CANDIDATES]).fetchall()
    return [
        _Candidate(
            entity_id,
            tuple(name for alias in json.loads(aliases) if (name := read_person(alias))),
            tuple(read_post(role) for role in json.loads(roles)),
            bool(alone),
        )
        for entity_id, aliases, roles, alone in rows
    ]


_CANDIDATES = """
SELECT entity_id,
  (SELECT json_group_array(alias) FROM aliases WHERE entity_id = entity_keys.entity_id),
  (
    SELECT json_group_array(role) FROM (
      SELECT role FROM roles WHERE entity_id = entity_keys.entity_id ORDER BY id DESC LIMIT ?4
    )
  ), min(key = ?3) AS alone
FROM entity_keys WHERE key IN (?1, ?2, ?3) GROUP BY entity_id
ORDER BY alone, entity_id DESC LIMIT ?5
"""


def _best_known(db: Database, ranked: list[tuple[int, str, int]]) -> int | None:
    """The one whom far more articles name than all others together, if that is so."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM article_entities WHERE entity_id = ? LIMIT 1000)"
    named = {each: db.execute(sql, [each]).fetchone()[0] for _, _, each in ranked}
    most = max(named, key=lambda each: named[each], default=None)
    if most is None or named[most] < _BEST_KNOWN * max(1, sum(named.values()) - named[most]):
        return None
    return most


def _find_beside(db: Database, ids: set[int], company: Collection[int]) -> set[int]:
    """Who of these is in an article with one of the company, where few articles name that."""
    wanted = json.dumps(sorted(ids))
    rows = [db.execute(_BESIDE, [each, _FEW_ARTICLES, wanted]).fetchall() for each in company]
    return {entity_id for found in rows for (entity_id,) in found}


_BESIDE = """
WITH beside AS MATERIALIZED (
  SELECT article_id FROM article_entities WHERE entity_id = ?1 LIMIT ?2 + 1
)
SELECT DISTINCT mine.entity_id FROM beside CROSS JOIN article_entities AS mine
  ON mine.article_id = beside.article_id AND mine.entity_id IN (SELECT value FROM json_each(?3))
WHERE (SELECT count(*) FROM beside) <= ?2
"""


def _only_one(db: Database, key: str) -> int | None:
    sql = "SELECT entity_id FROM entity_keys WHERE key = ? LIMIT 2"
    rows = db.execute(sql, [key]).fetchall()
    return int(rows[0][0]) if len(rows) == 1 else None


def _letter_keys(name: str, body: Body) -> list[str]:
    if not body.letters:
        return []
    return [f"{'acronym' if is_acronym(name) else 'initials'}:{body.letters}"]


def _state_keys(body: Body) -> list[str]:
    if not body.state or f"state:{body.state}" in body.keys:
        return []
    return [f"of:{body.state}", *([f"government:{body.state}"] if body.governs else [])]
