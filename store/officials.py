"""Who is an official, where only the article tells: "its executive director", said of an agency."""

from __future__ import annotations

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.folding import fold
from store.gazetteer import find_seat, find_state
from store.kept import keep
from store.lists import read_words
from store.named import Named, load_named
from store.officers import find_owner_in
from store.offices import has_office
from store.records import Audience
from store.words import want_topic

_MOST, _NEWEST = 200, 10
"""Statements on a topic, and articles that have them, at most of which the officers are judged."""
_LETTERS = 5
"""Of a name that may be an acronym, such as FEMA, and then is anybody's."""

Officers = tuple[frozenset[int], tuple[tuple[int, int], ...]]
"""Persons of public bodies, and those of others, each with the article that says so."""


def find_officials(db: Database, topic: str, audience: Audience) -> Officers:
    """Whom articles that speak of a topic introduce as officers of a public body, or of a firm.

    "Its executive director" is an official if the article says it of the Water Resources Board,
    and "a spokesman for Vessel" is none if Vessel is a company there.

    Args:
        db: The archive.
        topic: What is asked about.
        audience: Who asks.
    """
    return keep(db, ("officials", topic, audience), lambda: _judge(db, topic, audience))


def find_articles_on(db: Database, topic: str, audience: Audience) -> list[int]:
    """The newest articles that speak of a topic, in what is said or in the headline."""
    match = want_topic(topic).match
    sql = _ON_TOPIC.format(seen=visible_articles(audience))
    rows = db.execute(sql, {"match": match, **audience_values(audience)}) if match else ()
    return [article for (article,) in rows]


def _judge(db: Database, topic: str, audience: Audience) -> Officers:
    ids = ", ".join(map(str, find_articles_on(db, topic, audience)))
    rows = db.execute(_IN_OFFICE.format(ids=ids)).fetchall()
    unclear = [row for row in rows if has_office(row[2]) and not _is_public(row[2])]
    named = load_named(db, {article for _, article, _ in unclear})
    public, private = set(), []
    for person, article, role in unclear:
        owner = _name_owner(named[article], person, role)
        if not read_words("offices", "public_bodies").isdisjoint(owner.split()):
            public.add(person)
        elif _is_firm(owner):
            private.append((person, article))
    return frozenset(public), tuple(private)


def _name_owner(named: Named, person: int, role: str) -> str:
    owner = find_owner_in(named, person, role)
    return next((body.name for body in named.bodies if body.entity == owner), "")


def _is_firm(name: str) -> bool:
    """Whether nothing in a body's name, folded, tells that it may be one of the public's."""
    known = find_seat(name) or find_state(name)
    return len(name) > _LETTERS and not known and not _is_public(name)


def _is_public(words: str) -> bool:
    return not read_words("offices", "public_words").isdisjoint(fold(words).split())


_ON_TOPIC = f"""
WITH found AS MATERIALIZED (
  SELECT rowid AS id FROM attributions_fts WHERE attributions_fts MATCH :match
  ORDER BY rowid DESC LIMIT {_MOST}
), headed AS MATERIALIZED (
  SELECT rowid AS id FROM articles_fts WHERE articles_fts MATCH :match
  ORDER BY rowid DESC LIMIT {_NEWEST}
)
SELECT article_id FROM (
  SELECT article_id FROM found JOIN attributions USING (id) UNION SELECT id FROM headed
) JOIN articles ON articles.id = article_id WHERE {{seen}}
ORDER BY article_id DESC LIMIT {_NEWEST}
"""
_IN_OFFICE = """
SELECT DISTINCT speaker_id, article_id,
  iif(speaker_kind = 'anonymous', speaker_name, speaker_role) AS office
FROM attributions INDEXED BY attributions_article WHERE article_id IN ({ids})
  AND speaker_kind IN ('person', 'anonymous') AND office != ''
"""
