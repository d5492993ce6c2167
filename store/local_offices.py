"""Who holds an office of a place that only the article around tells: "the Ostrel police chief".

In an article that begins in Ostrel its police chief is "the city's", or just the police chief.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlite_utils import Database

from store.audience import audience_values, visible_article
from store.folding import fold
from store.gazetteer import find_owner
from store.kept import keep
from store.records import Audience
from store.topics import find_entities
from store.words import any_of

_OFFICE_OF = re.compile(r"(?P<office>.+) (?:of|in|for) (?P<place>.+)")
_LONGEST = 3
"""Words of such an office at most."""
_NEWEST = 300
"""Statements by holders of such an office at most that are looked at."""
_OPENING = 400
"""Characters in which an article names where it happens."""
_BESIDE = 60
"""Characters beside a name in which it stands whose office it is."""
_WHOSE = re.compile(r"\b(?P<owner>[A-Z][\w-]+)(?:['’]s?)? (?:[a-z][\w-]* ){0,3}$")


def find_local(db: Database, asked: str, audience: Audience) -> frozenset[int]:
    """Persons in an office of a place, in articles that begin there and tell of no other one.

    Args:
        db: The archive.
        asked: In the words of the question: "Ostrel's mayor", "the mayor of Ostrel".
        audience: Who asks.
    """
    return keep(db, ("local", asked, audience), lambda: _find(db, fold(asked), audience))


def _find(db: Database, asked: str, audience: Audience) -> frozenset[int]:
    if find_owner(tuple(asked.split())):  # a state's
        return frozenset()
    return frozenset(
        person
        for office, place in _part(asked)
        for person in _find_holders(db, office, place, audience)
    )


def _part(asked: str) -> Iterator[tuple[str, str]]:
    """The ways to read an office and its place."""
    if found := _OFFICE_OF.fullmatch(asked):
        yield found["office"], found["place"]
        return
    words = asked.split()
    for count in range(1, min(_LONGEST, len(words) - 1) + 1):
        yield " ".join(words[-count:]), " ".join(words[:-count])


def _find_holders(db: Database, office: str, place: str, audience: Audience) -> Iterator[int]:
    named = find_entities(db, place, audience)
    if not named or "person" in named.values():
        return
    sql = _HOLDERS.format(
        ids=", ".join(map(str, named)), seen=visible_article(audience, "a.article_id")
    )
    match = f"speaker_role : ({any_of([office, office.rsplit(maxsplit=1)[-1]])})"
    values = {"match": match, **audience_values(audience)}
    for person, name, role, headline, text in db.execute(sql, values):
        begun = fold(f"{headline} {text[:_OPENING]}")
        held = _is_held(office, fold(role), text)
        if held and place in begun and _may_be_of(text, name, role, place):
            yield person


def _is_held(office: str, role: str, text: str) -> bool:
    """Whether a role is the office, or in short what its article has called so: the chief."""
    return role == office or (office.endswith(f" {role}") and office in fold(text))


def _may_be_of(text: str, name: str, role: str, place: str) -> bool:
    """Whether the words around a name do not tell of another place."""
    at = text.find(name)
    before = text[max(0, at - _BESIDE) : at].removesuffix(" ").removesuffix(",")
    told = before.lower().endswith(role.lower())
    whose = _WHOSE.search(before[: len(before) - len(role)]) if told else None
    if whose and fold(whose["owner"]) not in place:
        return False
    behind = rf",? (?:the )?{re.escape(role)} (?:of|for) (?P<where>.*)"
    of = re.match(behind, text[at + len(name) :], re.IGNORECASE)
    return of is None or fold(of["where"][:_BESIDE]).startswith(place)


_HOLDERS = f"""
WITH called AS MATERIALIZED (
  SELECT rowid AS found FROM attributions_fts WHERE attributions_fts MATCH :match
  ORDER BY rowid DESC LIMIT {_NEWEST}
)
SELECT DISTINCT speaker_id, speaker_name, speaker_role, headline, text
FROM called CROSS JOIN attributions AS a ON a.id = found JOIN articles ON articles.id = article_id
WHERE speaker_kind = 'person' AND shown = 1 AND {{seen}} AND article_id IN (
  SELECT article_id FROM article_entities WHERE entity_id IN ({{ids}})
)
"""
