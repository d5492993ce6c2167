"""Who speaks for a body by an office alone: "the finance director", "its land director".

Either the article tells that the office is the body's, or it is mainly on the body.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.insiders import are_insiders, place_group
from store.introductions import (
    NOBODY,
    find_owner,
    is_of_kind,
    tells_of_leaders,
    tells_whose,
)
from store.labels import labelled, speaker_label
from store.lists import read_list, read_words
from store.named import Named, find_words, load_named
from store.offices import has_office, is_office, office_heads
from store.owners import find_called_short, may_head
from store.records import Audience
from store.role_patterns import plays

_MAINLY = 1.5
"""How many times as often as the body an article names any other at most."""
_NEWEST = 25
"""Articles that name a body at most of which the officers are taken."""
_MOST = 500
"""Statements in an office of all officers together: who says more is found by name and role."""
_FIRST = 3
"""Times that an article names somebody first, by which it tells what they are."""


@dataclass(frozen=True, slots=True)
class Officers:
    """Who speaks for a body by an office alone."""

    pairs: tuple[tuple[int, int], ...] = ()
    """Persons, each with an article in which they do."""
    match: str = ""
    """A full-text query for what they say in an office, and more."""
    told: tuple[tuple[int, int], ...] = ()
    """Those of them of whom the article tells it: the others' is mainly on the body."""
    heads: frozenset[int] = frozenset()
    """Those who head it: what they say elsewhere in that office is its word, too."""


def find_officers(
    db: Database,
    bodies: Collection[int],
    audience: Audience,
    heads: str = "",
    states: Collection[int] = (),
) -> Officers:
    """Who speaks for one of the bodies by their office, in articles that name it.

    Args:
        db: The archive.
        bodies: Organisations.
        audience: Who asks.
        heads: A pattern for the titles of those who head them.
        states: For which speaks only of whom an article tells it: "Its ambassador to Mali".
    """
    every = {*bodies, *states}
    if not every:
        return Officers()
    heading = re.compile(heads or r"(?!)")
    rows = _load_speakers(db, every, audience, heading)
    named = load_named(db, {article for _, article, _, _ in rows}, every)
    owned = [(*row, _judge(named[row[1]], row[0], row[2], heading, states)) for row in rows]
    theirs = [
        (person, article, role)
        for person, article, role, mainly, owner in owned
        if owner in every
        or (owner is None and mainly and _may_hold(named[article], bodies, person, role))
    ]
    leaders = frozenset(
        person
        for person, article, role, _, owner in owned
        if heading.match(role)
        and (owner in every or may_head(named[article], person, owner, every))
    )
    in_office = {one for one, _, role in theirs if has_office(role)}
    match = _match_officers(in_office, {one for one, *_ in theirs})
    if not theirs or not _say_little(db, match):
        return Officers(heads=leaders)
    pairs = tuple((person, article) for person, article, _ in theirs)
    told = tuple((person, article) for person, article, *_, owner in owned if owner in every)
    return Officers(pairs, match, told, leaders)


def _judge(
    named: Named, person: int, role: str, heading: re.Pattern[str], states: Collection[int]
) -> int | None:
    """Whose officer somebody is, as far as the article tells: a state speaks through no captain."""
    owner = find_owner_in(named, person, role, heads=heading.match(role) is not None)
    return NOBODY if owner in states and plays(role) else owner


def _load_speakers(
    db: Database, bodies: Collection[int], audience: Audience, heading: re.Pattern[str]
) -> list[tuple[int, int, str, int]]:
    """Who may speak for the bodies: person, article, role and whether it is mainly on them."""
    sql = _SPEAKERS.format(ids=", ".join(map(str, bodies)), seen=visible_articles(audience))
    rows = db.execute(sql, audience_values(audience)).fetchall()
    plain = {row for row in rows if row[2] and not _may_tell(row[2], heading)}
    led = _find_led(db, {article for _, article, *_ in plain})
    return [row for row in rows if row not in plain or row[1] in led]


def _may_tell(role: str, heading: re.Pattern[str]) -> bool:
    """Whether what somebody is may be that of a body."""
    return has_office(role) or heading.match(role) is not None or are_insiders(role)


def _find_led(db: Database, articles: Collection[int]) -> set[int]:
    """The articles that tell who leads a body: elsewhere nobody does without an office."""
    ids = ", ".join(map(str, articles))
    rows = db.execute(f"SELECT id, text FROM articles WHERE id IN ({ids})").fetchall()
    return {article for article, text in rows if tells_of_leaders(text)}


def _may_hold(named: Named, bodies: Collection[int], person: int, role: str) -> bool:
    """Whether it is an office such as one of the bodies has: a general secretary is a union's."""
    kinds = read_list("offices")["posts"].get(role.lower(), [])
    own = [body for body in named.bodies if body.entity in bodies]
    if not is_office(role) or _may_be_of_unnamed(named, person, role):
        return False
    return any(not kinds or is_of_kind(body, *kinds) for body in own)


def _may_be_of_unnamed(named: Named, person: int, role: str) -> bool:
    """Whether it may be the office of an inquiry or the like, of which an article has spoken."""
    if role.lower() not in read_words("offices", "of_unnamed"):
        return False
    start = min(named.people.get(person) or [(len(named.text), 0)])[0]
    kinds = "|".join(read_words("offices", "unnamed"))
    return re.search(rf"\b(?:the|an?|public) (?:{kinds})\b", named.text[:start]) is not None


def find_owner_in(named: Named, person: int, role: str, *, heads: bool = False) -> int | None:
    """Whose officer somebody is, as far as the article tells it.

    Without an office it must tell that they are of a body, or that they lead it.

    Args:
        named: Whom the article names.
        person: Who it is.
        role: As the article gives it.
        heads: Whether the role is that of whoever heads the bodies that are asked for.
    """
    places = named.people.get(person) or find_words(named.text, role) * bool(role)
    nameless = bool(places) and named.text[slice(*places[0])].lower() == role.lower()
    if nameless and are_insiders(role):
        places = [place_group(named.text, place) for place in places]
    elif not (heads or has_office(role)):
        places = [place for place in places if tells_whose(named.text, place, role)]
    owners = (find_owner(named.text, place, named.bodies) for place in places[:_FIRST])
    found = next((owner for owner in owners if owner is not None), None)
    return find_called_short(named.bodies, role) if found is None else found


def _say_little(db: Database, match: str) -> bool:
    """Whether all that they say, in whatever article, can be looked through at once."""
    said = "SELECT 1 FROM attributions_fts WHERE attributions_fts MATCH ? LIMIT ?"
    sql = f"SELECT count(*) FROM ({said})"
    return bool(db.execute(sql, [match, _MOST + 1]).fetchone()[0] <= _MOST)


def _match_officers(in_office: set[int], everybody: set[int]) -> str:
    heads = " OR ".join(f'"{head}"' for head in office_heads())
    parts = [
        f"({labelled(map(speaker_label, sorted(people)))}{limited})"
        for people, limited in (
            (in_office, f" AND {{speaker_role speaker_name}} : ({heads})"),
            (everybody - in_office, ""),
        )
        if people
    ]
    return " OR ".join(parts)


_SPEAKERS = f"""
WITH named AS MATERIALIZED (
  SELECT article_id, max(times) AS times FROM article_entities
  WHERE entity_id IN ({{ids}}) GROUP BY article_id ORDER BY article_id DESC LIMIT {_NEWEST}
), seen AS MATERIALIZED (
  SELECT article_id, NOT EXISTS (
    SELECT 1 FROM article_entities AS other JOIN entities ON entities.id = other.entity_id
    WHERE other.article_id = named.article_id AND entities.kind = 'organisation'
      AND other.times > {_MAINLY} * named.times
  ) AS mainly
  FROM named JOIN articles ON articles.id = article_id WHERE {{seen}}
)
SELECT DISTINCT speaker_id, attributions.article_id,
  iif(speaker_kind = 'anonymous', speaker_name, coalesce(speaker_role, '')) AS office, mainly
FROM seen JOIN attributions ON attributions.article_id = seen.article_id
WHERE speaker_kind = 'person' OR speaker_kind = 'anonymous' AND office != ''
"""
