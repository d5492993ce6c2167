"""Who is somebody's by an office or as kin: Roe's lawyer, the mayor's wife.

Articles tell it beside the name: "his lawyer, Ada Holt", "Ada Holt, a lawyer for Roe".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from store.audience import audience_values, visible_article, visible_articles
from store.folding import fold
from store.mentions import is_name
from store.named import Named, load_named
from store.records import Audience, Span
from store.roles import words_of_office
from store.words import side_by_side

_NEWEST = 25
"""Articles that name the owner at most that are read."""
_FIRST = 3
"""Times that an article names somebody first, by which it tells whose they are."""
_MOST_OWNERS = 8
"""Persons of one description: of more it tells too little."""
_MOST = 200
"""The newest statements in an office at most by which articles are found."""
_BEHIND = 400
"""Characters behind a description in which it stands whom it describes."""
_BESIDE = 70
"""Characters beside a name in which that stands."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """How it stands beside a name, and in a role, that somebody is the owner's."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    told: re.Pattern[str]
    nameless: re.Pattern[str]
    """How somebody without a name is called by it: "Her lawyer"."""


def find_theirs(
    db: Database, owners: Collection[int], office: str, audience: Audience
) -> frozenset[int]:
    """Those who hold an office for persons, or are their kin, as articles that name them tell.

    Args:
        db: The archive.
        owners: Persons of one name or description.
        office: A noun in the singular, folded: "lawyer".
        audience: Who asks.
    """
    ids = ", ".join(map(str, owners))
    sql = _NAMING.format(ids=ids, seen=visible_articles(audience))
    articles = [article for (article,) in db.execute(sql, audience_values(audience))]
    ways = _write_ways(_names(db, ids), words_of_office(office))
    named = load_named(db, articles) if articles and ways else {}
    return frozenset(
        speaker
        for speaker, article, told in db.execute(_SPEAKERS.format(ids=", ".join(map(str, named))))
        if ways
        and speaker not in owners
        and _is_theirs(named[article], speaker, told, owners, ways)
    )


def find_persons(db: Database, match: str, audience: Audience) -> list[int]:
    """The persons whose statements a full-text query finds, if they are few."""
    sql = _PERSONS.format(seen=visible_article(audience, "attributions.article_id"))
    rows = db.execute(sql, {"match": match, **audience_values(audience)}).fetchall()
    return [person for (person,) in rows] if len(rows) <= _MOST_OWNERS else []


def find_described(db: Database, described: str, office: str, audience: Audience) -> frozenset[int]:
    """Whom articles only describe so, and then name: "The captain was held. ... Tom Roe, 58".

    It is the first person that is named behind it, where nothing else is told of them.

    Args:
        db: The archive.
        described: A noun, folded: "captain".
        office: What somebody is to them who speaks there: "lawyer".
        audience: Who asks.
    """
    words = " OR ".join(map(side_by_side, sorted(words_of_office(office))))
    sql = _IN_OFFICE.format(seen=visible_article(audience, "attributions.article_id"))
    values = {"match": f"{{speaker_role speaker_name}} : ({words})", **audience_values(audience)}
    articles = [article for (article,) in db.execute(sql, values)]
    named = load_named(db, articles) if articles else {}
    first = {(_find_first(each, described), article) for article, each in named.items()}
    pairs = ", ".join(str(pair) for pair in first if pair[0] is not None) or "(NULL, NULL)"
    rows = db.execute(_TOLD.format(pairs=pairs)).fetchall()
    return frozenset(one for one, role in rows if not role or described in fold(role).split())


def _find_first(named: Named, described: str) -> int | None:
    """The person named first behind somebody who is only described."""
    noun = rf"\b(?:the|an?) (?:[\w-]+ )?{re.escape(described)}\b"
    found = re.search(noun, named.text, re.IGNORECASE)
    if found is None:
        return None
    places = ((min(places)[0], one) for one, places in named.people.items() if places)
    near = ((at, one) for at, one in places if 0 <= at - found.end() < _BEHIND)
    return min(near, default=(0, None))[1]


def _names(db: Database, ids: str) -> list[str]:
    """The last words of the owners' names."""
    rows = db.execute(f"SELECT DISTINCT alias FROM aliases WHERE entity_id IN ({ids})")
    return sorted({words[-1] for (name,) in rows if (words := fold(name).split())})


def _write_ways(names: list[str], offices: Collection[str]) -> _Ways | None:
    if not names or not offices:
        return None
    owner, held = (rf"(?:{'|'.join(map(re.escape, each))})" for each in (names, sorted(offices)))
    whose = rf"(?:(?P<his>his|her|their)|{owner}['’]s?)"
    words = r"(?:[\w’'-]+ ){0,3}?"
    title = r"(?:(?:mr|mrs|ms|dr|prof)\.? )?"
    for_owner = rf"{held}s? (?:for|of|to) (?:[\w.’'-]+ ){{0,2}}?{owner}"
    for_one = rf"(?:an?|the) {words}{for_owner}"
    return _Ways(
        *(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"\b{whose} {words}{held},? {title}$",
                rf",? (?:who is )?(?:(?:one of )?{whose} {words}{held}|{for_one})\b",
                rf"{owner}['’]s? {words}{held}\b|{for_owner}\b",
                rf"(?:his|her|their) {words}{held}$",
            )
        )
    )


def _is_theirs(named: Named, speaker: int, told: str, owners: Collection[int], ways: _Ways) -> bool:
    if ways.told.search(told):
        return True
    if ways.nameless.match(told):
        at = named.text.find(told)
        return at >= 0 and _is_on_mind(named, speaker, at, owners)
    return any(
        not found["his"] or _is_on_mind(named, speaker, found.start(), owners)
        for place in named.people.get(speaker, [])[:_FIRST]
        for found in _find_beside(named.text, place, ways)
    )


def _find_beside(text: str, place: Span, ways: _Ways) -> Iterator[re.Match[str]]:
    start, end = place
    if before := ways.before.search(text, max(0, start - _BESIDE), start):
        yield before
    if behind := ways.behind.match(text, end, end + _BESIDE):
        yield behind


def _is_on_mind(named: Named, speaker: int, at: int, owners: Collection[int]) -> bool:
    """Whether one of the owners is who was named last before a pronoun."""
    before = (
        (place[0], person)
        for person, places in named.people.items()
        for place in places
        if place[0] < at
        and person != speaker
        and (person in owners or is_name(named.text[slice(*place)]))
    )
    return max(before, default=(0, 0))[1] in owners


_NAMING = f"""
SELECT DISTINCT article_id FROM presences JOIN articles ON articles.id = article_id
WHERE entity_id IN ({{ids}}) AND {{seen}} ORDER BY article_id DESC LIMIT {_NEWEST}
"""
_IN_OFFICE = f"""
SELECT DISTINCT article_id FROM attributions
WHERE id IN (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH :match
    ORDER BY rowid DESC LIMIT {_MOST})
  AND shown = 1 AND {{seen}} ORDER BY article_id DESC LIMIT {_NEWEST}
"""
_TOLD = """
SELECT entity_id, role FROM article_entities WHERE (entity_id, article_id) IN (VALUES {pairs})
"""
_PERSONS = f"""
SELECT DISTINCT speaker_id FROM attributions
WHERE id IN (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH :match)
  AND speaker_kind = 'person' AND shown = 1 AND {{seen}} LIMIT {_MOST_OWNERS + 1}
"""
_SPEAKERS = """
SELECT DISTINCT speaker_id, article_id,
  iif(speaker_kind = 'person', coalesce(speaker_role, ''), speaker_name)
FROM attributions INDEXED BY attributions_article
WHERE article_id IN ({ids}) AND speaker_kind IN ('person', 'anonymous') AND shown = 1
"""
