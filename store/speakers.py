"""Speakers: as columns of statements and claims, and by what people call them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlite_utils import Database

from store.audience import audience_values, known_names, visible_article
from store.bodies import is_acronym, is_acronym_of, written_out
from store.database import to_json
from store.entities import Cast
from store.folding import fold
from store.posts import Post, read_post
from store.records import Audience, Speaker
from store.words import all_of

_FEWEST_LETTERS = 3
"""Of an acronym by which somebody may ask for what articles write out."""
_MOST_HOLDERS = 300
"""Persons of one name: of more it is not looked up what they are."""


def speaker_columns(prefix: str, cast: Cast, speaker: Speaker | None) -> dict[str, object]:
    """`speaker_id`, `speaker_name`, ...: who it is, as this article says; nothing if unknown."""
    if speaker is None:
        return {}
    return {
        f"{prefix}_id": cast.find_speaker(speaker),
        f"{prefix}_name": speaker.name,
        f"{prefix}_role": speaker.role,
        f"{prefix}_kind": speaker.kind,
        f"{prefix}_sure": int(speaker.sure),
    }


def to_speaker(prefix: str, row: dict[str, Any]) -> Speaker | None:
    """The speaker of a row."""
    if row[f"{prefix}_name"] is None:
        return None
    return Speaker(
        name=row[f"{prefix}_name"],
        role=row[f"{prefix}_role"],
        kind=row[f"{prefix}_kind"],
        sure=bool(row[f"{prefix}_sure"]),
    )


def find_named(db: Database, called: str, audience: Audience) -> dict[int, str]:
    """The entities that people mean by these words, as far as they may look, and their kinds.

    Those of whose names one has all the words. With a title before the name only those who
    hold it, if any of them does. A source without a name is described, not called:
    `store.voices` finds it.
    """
    return (
        find_called(db, called, audience)
        or _titled(db, called, audience)
        or find_by_letters(db, called, audience)
    )


def _titled(db: Database, called: str, audience: Audience) -> dict[int, str]:
    words = called.split()
    for length in range(1, len(words)):
        title = read_post(" ".join(words[:length]))
        named = find_called(db, " ".join(words[length:]), audience) if title.heads else {}
        if named and set(named.values()) == {"person"}:
            return _holders(db, title, named, audience) or named
    return {}


def _holders(
    db: Database, title: Post, named: dict[int, str], audience: Audience
) -> dict[int, str]:
    """Those who are that in an article."""
    if len(named) > _MOST_HOLDERS:
        return {}
    ids = ", ".join(map(str, named))
    sql = (
        f"SELECT DISTINCT entity_id, role FROM article_entities WHERE entity_id IN ({ids})"
        f" AND {visible_article(audience, 'article_entities.article_id')}"
    )
    rows = db.execute(sql, audience_values(audience))
    return {each: named[each] for each, role in rows if title.heads & read_post(role or "").heads}


def find_called(db: Database, called: str, audience: Audience) -> dict[int, str]:
    """Those of whose names one has all these words, and their kinds."""
    match = all_of(called)
    if not match:
        return {}
    rows = db.execute(
        "SELECT entities.id, kind FROM aliases_fts JOIN aliases ON aliases.id = aliases_fts.rowid"
        " JOIN entities ON entities.id = aliases.entity_id"
        f" WHERE aliases_fts MATCH :match AND kind != 'anonymous' AND {known_names(audience)}",
        {"match": match, **audience_values(audience)},
    )
    return dict(rows.fetchall())


def find_exactly(db: Database, names: list[str], audience: Audience) -> dict[int, str]:
    """The bodies that have one of these folded names, and their kinds."""
    if not names:
        return {}
    rows = db.execute(
        "SELECT entities.id, kind FROM aliases JOIN entities ON entities.id = entity_id"
        " WHERE folded IN (SELECT value FROM json_each(:names)) AND kind = 'organisation'"
        f" AND {known_names(audience)}",
        {"names": to_json(names), **audience_values(audience)},
    )
    return dict(rows.fetchall())


def find_saying(
    db: Database, match: str, speakers: Collection[int], audience: Audience
) -> frozenset[int]:
    """Those of the speakers whose statements a full-text query finds."""
    if not speakers:
        return frozenset()
    sql = (
        "SELECT DISTINCT speaker_id FROM attributions"
        " WHERE id IN (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH :match)"
        f" AND {visible_article(audience, 'attributions.article_id')}"
    )
    rows = db.execute(sql, {"match": match, **audience_values(audience)})
    return frozenset(found for (found,) in rows) & frozenset(speakers)


def find_by_letters(db: Database, called: str, audience: Audience) -> dict[int, str]:
    """The one body whose name begins with these letters, where articles write it out: NTSB."""
    letters = called.upper()
    if len(letters) < _FEWEST_LETTERS or not is_acronym(letters):
        return {}
    if known := _find_known(db, letters, audience):
        return known
    rows = db.execute(
        "SELECT folded, entities.id, kind FROM aliases JOIN entities ON entities.id = entity_id"
        f" WHERE folded GLOB :ways AND kind = 'organisation' AND {known_names(audience)}",
        {"ways": " ".join(f"{letter}*" for letter in fold(called)), **audience_values(audience)},
    )
    found = {each: kind for name, each, kind in rows if is_acronym_of(letters, name)}
    return found if len(found) == 1 else {}


def _find_known(db: Database, letters: str, audience: Audience) -> dict[int, str]:
    """The body that everybody knows by these letters, though its name has others: CDC."""
    name = written_out(letters)
    sql = (
        "SELECT DISTINCT entities.id, kind FROM entity_keys JOIN aliases USING (entity_id)"
        " JOIN entities ON entities.id = entity_id"
        f" WHERE key = :key AND {known_names(audience)}"
    )
    values = {"key": f"name:{name}", **audience_values(audience)}
    return dict(db.execute(sql, values).fetchall()) if name else {}
