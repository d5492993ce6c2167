"""Who and what the articles name: one row for what is surely one, its names beside it.

Persons with the same full name are one, and so are organisations and places with the
same name. A bare surname is one with another only where the role is the same too, and an
anonymous source is never one with anybody outside of its article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

from store.database import insert
from store.folding import fold
from store.records import Entity, Span, Speaker

_SPEAKER_ONLY = 0
"""Positions below this are of speakers that the analysis does not list among its entities."""
_SHORTEST_SURNAME = 3
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Cast:
    """Who appears in one article while it is saved: names to entity ids."""

    def __init__(self, db: Database, article_id: int, text: str) -> None:
        self.db = db
        self.article_id = article_id
        self.text = text
        self.places: list[tuple[Span, int]] = []
        """Where each entity is mentioned, in the order of the text."""
        self._known: dict[tuple[str, str], int] = {}
        self._present: set[int] = set()

    def find(self, name: str, kind: str, role: str = "") -> int:
        """The id of this entity, which is made if it is new."""
        key = (fold(name), kind)
        if key not in self._known:
            self._known[key] = self._find_or_add(name, kind, role)
            self.add_aliases(self._known[key], [name, *_surname(name, kind)])
        return self._known[key]

    def find_speaker(self, speaker: Speaker) -> int:
        """The id of a speaker's entity, which the article then names in any case."""
        entity_id = self.find(speaker.name, speaker.kind, speaker.role)
        self.add_role(entity_id, speaker.name if speaker.kind == "anonymous" else speaker.role)
        if entity_id not in self._present:
            self.add_presence(entity_id, Entity(speaker.name, "person"), _SPEAKER_ONLY - entity_id)
        return entity_id

    def add_presence(self, entity_id: int, entity: Entity, position: int) -> None:
        """Note that the article names an entity, and what it says of it."""
        self._present.add(entity_id)
        row = {
            "article_id": self.article_id,
            "entity_id": entity_id,
            "position": position,
            "name": entity.name,
            "role": entity.role,
            "aliases": json.dumps(entity.aliases, ensure_ascii=False),
            "spans": json.dumps(entity.mentions),
        }
        insert(self.db, "article_entities", row)

    def add_role(self, entity_id: int, role: str) -> None:
        """Remember what an entity is: its title, or how a nameless source is described."""
        if role:
            sql = "INSERT OR IGNORE INTO roles (entity_id, role) VALUES (?, ?)"
            self.db.execute(sql, [entity_id, role])

    def add_aliases(self, entity_id: int, names: Iterable[str]) -> None:
        """Remember other names of an entity."""
        self.db.conn.executemany(
            "INSERT OR IGNORE INTO aliases (entity_id, alias, folded) VALUES (?, ?, ?)",
            [(entity_id, name, fold(name)) for name in names],
        )

    def _find_or_add(self, name: str, kind: str, role: str) -> int:
        identity = _identity(name, kind, role)
        if identity:
            row = self.db.execute("SELECT id FROM entities WHERE identity = ?", [identity])
            if found := row.fetchone():
                return int(found[0])
        return insert(self.db, "entities", {"name": name, "kind": kind, "identity": identity})


def save_entities(cast: Cast, entities: tuple[Entity, ...]) -> None:
    """Save what an article names, in its order."""
    for position, entity in enumerate(entities):
        entity_id = cast.find(entity.name, entity.kind, entity.role)
        cast.add_aliases(entity_id, entity.aliases)
        cast.add_role(entity_id, entity.role)
        cast.places += [(span, entity_id) for span in entity.mentions]
        cast.add_presence(entity_id, entity, position)
    cast.places.sort()


def load_entities(db: Database, article_id: int) -> tuple[Entity, ...]:
    """What an article names, as it was saved."""
    rows = db.query(
        "SELECT article_entities.*, entities.kind FROM article_entities"
        " JOIN entities ON entities.id = entity_id"
        " WHERE article_id = ? AND position >= 0 ORDER BY position",
        [article_id],
    )
    return tuple(
        Entity(
            name=row["name"],
            kind=row["kind"],
            mentions=tuple((start, end) for start, end in json.loads(row["spans"])),
            role=row["role"],
            aliases=tuple(json.loads(row["aliases"])),
        )
        for row in rows
    )


def _identity(name: str, kind: str, role: str) -> str | None:
    folded = fold(name)
    if kind == "anonymous" or not folded:
        return None
    if kind == "person" and " " not in folded:
        return f"{kind}:{folded}, {fold(role)}" if role else None
    return f"{kind}:{folded}"


def _surname(name: str, kind: str) -> list[str]:
    """A person's last name, by which the person may be asked for."""
    words = [word for word in name.split() if fold(word) not in _SUFFIXES]
    if kind != "person" or not words[1:] or len(words[-1]) < _SHORTEST_SURNAME:
        return []
    return words[-1:]
