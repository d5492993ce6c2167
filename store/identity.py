"""Whether somebody whom an article names is in the archive already: only what is surely one.

Rules, never likeness alone: the same name, or another form of it with the same post beside
it. What is left open by them stays apart; people can join it by hand (`store.merges`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sqlite_utils import Database

from store.bodies import Body, is_acronym
from store.persons import FULL_NAME, PersonName, differences, read_person
from store.posts import POSTED, Post, closeness, read_post

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


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """How well a name and a post fit somebody; the greater the better."""

    exact: bool
    """Some article lists the very same name."""
    closeness: int
    """Of the posts: `POSTED` where both say who it is, 1 where they say nothing."""
    rule: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody of the archive whose name may be the same."""

    id: int
    names: tuple[PersonName, ...]
    """As articles list it; what else they call it may be another's name too."""
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
        (fit, candidate)
        for candidate in _find_candidates(db, (read.key, read.near_key, alone))
        if (fit := compare(read, post, candidate.names, candidate.posts))
    ]
    known = [each for each in fitting if not each[1].alone]
    ranked = [(fit, each.id) for fit, each in (fitting if read.common else known or fitting)]
    chosen = _choose(db, read, ranked, company)
    sure = chosen or (not ranked and (role or not read.common))
    keys = read.keys if sure else (alone, read.full_key)
    return Found(keys, *(chosen or ()))


def compare(
    name: PersonName, post: Post, names: Collection[PersonName], posts: Iterable[Post]
) -> Fit | None:
    """How well a name and post are those of somebody known; None: they are another's."""
    close = [(closeness(post, each), each) for each in posts]
    if _is_refuted(close):
        return None
    best = max((rank for rank, _ in close), default=1)
    posted = ", same post" if best == POSTED else ""
    found = [differences(name, each) for each in names]
    if frozenset() in found:
        return Fit(exact=True, closeness=best, rule=f"{SAME_NAME}{posted}")
    told_apart = any(
        each is None and name.key == other.key for each, other in zip(found, names, strict=True)
    )
    forms = [each for each in found if each]
    if told_apart or not forms:
        return None
    differing = min(forms, key=len)
    if best < POSTED and differing != {"middle name"}:
        return None
    return Fit(
        exact=False, closeness=best, rule=f"{OTHER_FORM} ({', '.join(sorted(differing))}){posted}"
    )


def _is_refuted(close: list[tuple[int, Post]]) -> bool:
    """Whether a post contradicts most of the telling ones, and no other one goes with it.

    Articles are read by a machine: one post of many may be somebody else's.
    """
    against = sum(rank == 0 for rank, _ in close)
    telling = sum(bool(each.fields or each.states or each.anchors) for _, each in close)
    return bool(against) and 2 * against >= telling and max(rank for rank, _ in close) <= 1


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
    ranked: list[tuple[Fit, int]],
    company: Collection[int],
) -> tuple[int, str] | None:
    """The one that is surely meant, and why; None where it may be one or the other."""
    fit = max((fit for fit, _ in ranked), default=None)
    if fit is None:
        return None
    best = [entity_id for each, entity_id in ranked if each == fit]
    common = name.common if fit.exact else name.commonplace
    if len(best) == 1 and (fit.closeness == POSTED or not common):
        return best[0], fit.rule
    if (fit.closeness > 1 or not common) and (known := _best_known(db, best)):
        return known, f"{fit.rule}, by far the best known"
    beside = _find_beside(db, set(best), company)
    return (beside.pop(), f"{fit.rule}, same company") if len(beside) == 1 else None


def _find_candidates(db: Database, keys: tuple[str, ...]) -> list[_Candidate]:
    rows = db.execute(_CANDIDATES, [*keys, _MOST_ROLES, _MOST_CANDIDATES]).fetchall()
    return [
        _Candidate(
            entity_id,
            tuple(
                name
                for listed in json.loads(names)
                if (name := read_person(listed.removeprefix(FULL_NAME)))
            ),
            tuple(read_post(role) for role in json.loads(roles)),
            bool(alone),
        )
        for entity_id, names, roles, alone in rows
    ]


_CANDIDATES = """
SELECT entity_id,
  (
    SELECT json_group_array(key) FROM entity_keys AS listed
    WHERE listed.entity_id = found.entity_id AND key LIKE 'full:%'
  ),
  (
    SELECT json_group_array(role) FROM (
      SELECT role FROM roles WHERE entity_id = found.entity_id ORDER BY id DESC LIMIT ?4
    )
  ), alone
FROM (
  SELECT entity_id, min(key = ?3) AS alone FROM entity_keys
  WHERE key IN (?1, ?2, ?3) GROUP BY entity_id ORDER BY alone, entity_id DESC LIMIT ?5
) AS found
"""


def _best_known(db: Database, ids: list[int]) -> int | None:
    """The one whom far more articles name than all others together, if that is so."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM article_entities WHERE entity_id = ? LIMIT 1000)"
    named = {each: db.execute(sql, [each]).fetchone()[0] for each in ids}
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
