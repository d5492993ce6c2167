"""Whom articles name, and where, as far as it tells who is whose."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sqlite_utils import Database

from store.folding import fold
from store.gazetteer import find_state, is_adjective
from store.introductions import NamedBody
from store.lists import read_words
from store.mentions import is_name
from store.offices import begins_with_office, words_of_offices
from store.records import Span

_FEWEST = 2
"""Words of what is no name, and yet tells enough of a body to be looked for in a text."""


@dataclass(slots=True)
class Named:
    """Whom an article names, and where."""

    text: str
    bodies: list[NamedBody] = field(default_factory=list)
    """In the order of the text."""
    people: dict[int, list[Span]] = field(default_factory=dict)


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
            named.people[entity] = _read_spans(spans) or find_words(named.text, name)
        elif kind != "place" or entity in asked:
            kept.update([entity] * (kind == "organisation"))
            spoken = is_name(name) or (entity in asked and len(name.split()) > _FEWEST)
            places = _read_spans(spans) or find_words(named.text, name) * spoken
            if entity in asked and kind == "organisation":
                places += _find_missed(named.text, name, places)
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
    whose = kind == "organisation" and is_adjective(" ".join(words))  # "head of European policy"
    return not (common or office or whose or words_of_offices().issuperset(words))


def _in_full(bodies: list[NamedBody], kept: Collection[int]) -> Iterator[NamedBody]:
    """Those that are kept, and in their place what has a part of just one's name.

    The article has named it in full before.
    """
    full = {body.words: body for body in bodies if body.entity in kept}
    for body in bodies:
        state = find_state(body.name) or is_adjective(body.name)
        longer = [each for words, each in full.items() if body.words < words and not state]
        if len(longer) == 1:
            [whole] = longer
            yield NamedBody(body.start, body.end, whole.entity, whole.name, whole.words)
        elif body.entity in kept:
            yield body


def _find_missed(text: str, name: str, places: list[Span]) -> list[Span]:
    """Where a name stands just so besides, and is no part of a longer one."""
    found = re.finditer(rf"(?<![\w’'-] ){re.escape(name)}(?= (?![A-Z])|[^\w\s])", text)
    return [each.span() for each in found if each.span() not in places]


def find_words(text: str, words: str) -> list[Span]:
    """Where words stand in a text, whatever their capitals."""
    found = re.finditer(rf"\b{re.escape(words)}(?!\w)", text, re.IGNORECASE)
    return [each.span() for each in found]


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
