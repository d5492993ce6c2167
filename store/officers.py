"""Who speaks for a body by an office alone: "the finance director", "its land director".

Either the article tells that the office is the body's, or it is mainly on the body.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.folding import fold
from store.gazetteer import find_state
from store.introductions import (
    NamedBody,
    find_owner,
    is_of_kind,
    tells_of_leaders,
    tells_whose,
)
from store.labels import labelled, speaker_label
from store.lists import read_list, read_words
from store.mentions import is_name
from store.offices import begins_with_office, has_office, is_office, office_heads, words_of_offices
from store.owners import find_called_short, may_head
from store.records import Audience, Span

_MAINLY = 1.5
"""How many times as often as the body an article names any other at most."""
_NEWEST = 25
"""Articles that name a body at most of which the officers are taken."""
_MOST = 500
"""Statements in an office of all officers together: who says more is found by name and role."""
_FEWEST = 2
"""Words of what is no name, and yet tells enough of a body to be looked for in a text."""
_FIRST = 3
"""Times that an article names somebody first, by which it tells what they are."""


@dataclass(slots=True)
class Named:
    """Whom an article names, and where."""

    text: str
    bodies: list[NamedBody] = field(default_factory=list)
    """In the order of the text."""
    people: dict[int, list[Span]] = field(default_factory=dict)


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
    owned = [
        (
            *row,
            find_owner_in(named[row[1]], row[0], row[2], heads=heading.match(row[2]) is not None),
        )
        for row in rows
    ]
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


def _load_speakers(
    db: Database, bodies: Collection[int], audience: Audience, heading: re.Pattern[str]
) -> list[tuple[int, int, str, int]]:
    """Who may speak for the bodies: person, article, role and whether it is mainly on them."""
    sql = _SPEAKERS.format(ids=", ".join(map(str, bodies)), seen=visible_articles(audience))
    rows = db.execute(sql, audience_values(audience)).fetchall()
    plain = {row for row in rows if row[2] and not (has_office(row[2]) or heading.match(row[2]))}
    led = _find_led(db, {article for _, article, *_ in plain})
    return [row for row in rows if row not in plain or row[1] in led]


def _find_led(db: Database, articles: Collection[int]) -> set[int]:
    """The articles that tell who leads a body: elsewhere nobody does without an office."""
    ids = ", ".join(map(str, articles))
    rows = db.execute(f"SELECT id, text FROM articles WHERE id IN ({ids})").fetchall()
    return {article for article, text in rows if tells_of_leaders(text)}


def _may_hold(named: Named, bodies: Collection[int], person: int, role: str) -> bool:
    """Whether it is an office such as one of the bodies has: a general secretary is a union's."""
    kind = read_list("offices")["posts"].get(role.lower())
    own = [body for body in named.bodies if body.entity in bodies]
    if not is_office(role) or _may_be_of_unnamed(named, person, role):
        return False
    return any(not kind or is_of_kind(body, kind) for body in own)


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
    places = named.people.get(person) or _find_words(named.text, role) * bool(role)
    if not (heads or has_office(role)):
        places = [place for place in places if tells_whose(named.text, place, role)]
    owners = (find_owner(named.text, place, named.bodies) for place in places[:_FIRST])
    found = next((owner for owner in owners if owner is not None), None)
    return find_called_short(named.bodies, role) if found is None else found


def _find_words(text: str, words: str) -> list[Span]:
    found = re.finditer(rf"\b{re.escape(words)}(?!\w)", text, re.IGNORECASE)
    return [each.span() for each in found]


def load_named(
    db: Database, articles: Collection[int], asked: Collection[int] = ()
) -> dict[int, Named]:
    """Whom each article names; places only where they are asked for."""
    ids = ", ".join(map(str, articles))
    rows = db.execute(f"SELECT id, text FROM articles WHERE id IN ({ids})").fetchall()
    found = {article: Named(text) for article, text in rows}
    kept = set(asked)
    for article, entity, kind, name, spans in db.execute(_NAMED.format(ids=ids)):
        named = found[article]
        if kind == "person" and entity not in asked:
            named.people[entity] = _read_spans(spans) or _find_words(named.text, name)
        elif kind != "place" or entity in asked:
            kept.update([entity] * (kind == "organisation"))
            spoken = is_name(name) or (entity in asked and len(name.split()) > _FEWEST)
            places = _read_spans(spans) or _find_words(named.text, name) * spoken
            named.bodies += _read_places(named.text, entity, kind, name, places)
    for named in found.values():
        named.bodies = sorted(_in_full(named.bodies, kept))
    return found


def _read_spans(spans: str) -> list[Span]:
    """Where somebody is named, from how it is kept: "10,8" begins at 10 and has 8 characters."""
    pairs = (each.split(",") for each in spans.split())
    return [(int(start), int(start) + int(length)) for start, length in pairs]


def _read_places(
    text: str, entity: int, kind: str, name: str, places: list[Span]
) -> Iterator[NamedBody]:
    """Where a body is named."""
    folded = fold(name)
    words = frozenset(folded.split())
    for place in places:
        if _tells(text, place, kind):
            yield NamedBody(*place, entity, folded, words)


def _tells(text: str, place: Span, kind: str) -> bool:
    """Whether it names a body, and is no part of an office: of the Environment Secretary, say."""
    words = fold(text[slice(*place)]).split()
    common = len(words) == 1 and read_words("bodies", "common_words").issuperset(words)
    office = kind == "other" and begins_with_office(text, place[1] + 1)
    return not (common or office or words_of_offices().issuperset(words))


def _in_full(bodies: list[NamedBody], kept: Collection[int]) -> Iterator[NamedBody]:
    """Those that are kept, and in their place what has a part of just one's name.

    The article has named it in full before.
    """
    full = {body.words: body for body in bodies if body.entity in kept}
    for body in bodies:
        state = find_state(body.name)
        longer = [each for words, each in full.items() if body.words < words and not state]
        if len(longer) == 1:
            [whole] = longer
            yield NamedBody(body.start, body.end, whole.entity, whole.name, whole.words)
        elif body.entity in kept:
            yield body


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


_NAMED = """
WITH speaking AS MATERIALIZED (
  SELECT DISTINCT article_id, speaker_id FROM attributions INDEXED BY attributions_article
  WHERE article_id IN ({ids}) AND speaker_kind = 'organisation'
)
SELECT article_id, entity_id,
  iif((article_id, entity_id) IN speaking, 'organisation', coalesce(presences.kind, entities.kind)),
  coalesce(presences.name, entities.name), spans
FROM presences JOIN entities ON entities.id = entity_id WHERE article_id IN ({ids})
"""
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
