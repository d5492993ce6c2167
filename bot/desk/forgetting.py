"""Forget on request: an article in all its versions, or what somebody said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.desk import Desk
from bot.errors import QuestionError
from bot.reading import canonical_url
from store.deleting import (
    Removal,
    count_articles,
    count_shares_of,
    delete_articles,
    delete_shares_of,
    versions_of,
)
from store.forgetting import Somebody, delete_somebody, find_somebody
from store.names import nearest_names
from store.records import Audience
from store.wiping import wipe


@dataclass(frozen=True, slots=True)
class Forgettable:
    """What a request means, and what it takes away."""

    removal: Removal
    url: str = ""
    somebody: Somebody | None = None
    articles: tuple[int, ...] = ()
    """Versions that go whole."""


def find_article(desk: Desk, url: str) -> Forgettable:
    """An article, or a link that led to none, by an address of it.

    Raises:
        QuestionError: the archive knows nothing of it.
    """
    db = desk.store.db
    canonical = url if url.startswith("text:") else canonical_url(url)
    ids = tuple(versions_of(db, canonical))
    removal, failed = count_articles(db, ids), count_shares_of(db, canonical)
    if not ids and not failed:
        raise QuestionError(
            f"The archive holds nothing from {canonical}.",
            "See its address in `onrecord ask` or `onrecord archive`.",
        )
    return Forgettable(replace(removal, shares=removal.shares + failed), canonical, None, ids)


def find_person(desk: Desk, name: str, *, with_articles: bool = False) -> Forgettable:
    """Somebody's statements, claims, roles and names; with all articles that name them if wanted.

    Raises:
        QuestionError: nobody is called so, or several are.
    """
    found = _only_one(desk, name)
    ids = found.articles if with_articles else ()
    removal = count_articles(desk.store.db, ids) if ids else _count(found)
    return Forgettable(removal, "", found, ids)


def forget(desk: Desk, found: Forgettable) -> None:
    """Delete it, so that nothing of it stays in the file."""
    db = desk.store.db
    if found.somebody:
        delete_somebody(db, found.somebody)
    delete_articles(db, found.articles)
    if found.url:
        delete_shares_of(db, found.url)
    wipe(db)


def _count(found: Somebody) -> Removal:
    return Removal(statements=found.statements, claims=found.claims)


def _only_one(desk: Desk, name: str) -> Somebody:
    found = find_somebody(desk.store.db, name)
    people = [each for each in found if each.kind == "person"] or found
    if len(people) == 1:
        return people[0]
    if not people:
        near = nearest_names(desk.store.db, name, Audience())
        raise QuestionError(
            f"Nobody in the archive is called {name}.",
            f"Near to it: {', '.join(near)}." if near else "A link begins with https://.",
        )
    listed = "\n".join(f"  #{each.id}  {_introduce(each)}" for each in people)
    raise QuestionError(
        f"Several are called {name}:\n{listed}\n", f"Say which: onrecord forget '#{people[0].id}'"
    )


def _introduce(somebody: Somebody) -> str:
    role = f" ({somebody.roles[0]})" if somebody.roles else ""
    return f"{somebody.name}{role}, {somebody.statements} statements"
