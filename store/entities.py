"""Who and what the articles name: one row for what is surely one, its names beside it.

Which names are surely one says `store.identity`; an anonymous source is never one with
anybody outside of its article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from store.bodies import Surroundings, is_acronym_of, read_body
from store.database import insert, to_json
from store.folding import fold
from store.gazetteer import find_seat, find_state
from store.identity import OTHER_FORM, Found, find_body, find_person, save_keys
from store.persons import read_person
from store.records import Entity, Span, Speaker
from store.surnames import surname

_SPEAKER_ONLY = 0
"""Positions below this are of speakers that the analysis does not list among its entities."""
NOBODY: Mapping[tuple[str, bool], int] = {}


class Cast:
    """Who appears in one article while it is saved: names to entity ids."""

    def __init__(
        self,
        db: Database,
        article_id: int,
        text: str,
        around: Surroundings,
        before: Mapping[tuple[str, bool], int] = NOBODY,
    ) -> None:
        """`before` tells who they were in an earlier version of the article."""
        self.db = db
        self.article_id = article_id
        self.text = text
        self.places: list[tuple[Span, int]] = []
        """Where each entity is mentioned, in the order of the text."""
        self.positions: dict[str, int] = {}
        """Where names stand in the article's list of them."""
        self._around = around
        self._before = before
        self._known: dict[tuple[str, bool], int] = {}
        self._rules: dict[int, str] = {}
        self._company: set[int] = set()
        """Persons and bodies that are known by themselves, not by who else is there."""
        self._present: set[int] = set()

    def find(self, name: str, kind: str, role: str = "", aliases: tuple[str, ...] = ()) -> int:
        """The id of this entity, which is made if it is new."""
        key = name_key(name, kind)
        if key not in self._known:
            self._known[key] = self._find_or_add(name, kind, role, aliases)
            self.add_aliases(self._known[key], [name, *surname(name, kind)])
        return self._known[key]

    def find_speaker(self, speaker: Speaker) -> int:
        """The id of a speaker's entity, which the article then names in any case."""
        entity_id = self.find(speaker.name, speaker.kind, speaker.role)
        self.add_role(entity_id, speaker.name if speaker.kind == "anonymous" else speaker.role)
        if entity_id not in self._present:
            kind = "person" if speaker.kind == "anonymous" else speaker.kind
            self.add_presence(entity_id, Entity(speaker.name, kind), _SPEAKER_ONLY - entity_id)
        return entity_id

    def add_presence(self, entity_id: int, entity: Entity, position: int) -> None:
        """Note that the article names an entity, and what it says of it."""
        self._present.add(entity_id)
        row = {
            "article_id": self.article_id,
            "entity_id": entity_id,
            "position": position,
            "name": entity.name,
            "kind": entity.kind,
            "role": entity.role,
            "aliases": to_json(entity.aliases),
            "spans": " ".join(f"{start},{end - start}" for start, end in entity.mentions),
            "joined": self._rules.get(entity_id),
        }
        self.db.execute(_ADD_PRESENCE, row)

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

    def _find_or_add(self, name: str, kind: str, role: str, aliases: tuple[str, ...]) -> int:
        before = self._before.get(name_key(name, kind))
        found = self._identify(name, kind, role, aliases)
        if kind == "person" and self._is_told_apart(found):
            found = Found()  # an article's own two names are two persons to it
        entity_id = before or found.entity_id
        if entity_id is None:
            kind = "organisation" if kind == "person" and _is_no_person(name) else kind
            entity_id = insert(self.db, "entities", {"name": name, "kind": kind})
        else:
            self._rules[entity_id] = "earlier version" if before else found.rule
        if before in {None, found.entity_id}:
            save_keys(self.db, entity_id, found.keys)
        if found.keys and not found.keys[0].startswith("alone:") and _is_company(name, kind):
            self._company.add(entity_id)
        return entity_id

    def _is_told_apart(self, found: Found) -> bool:
        """Whether they are here already, and this or that name is another form of theirs."""
        if found.entity_id is None or found.entity_id not in self._known.values():
            return False
        rules = (found.rule, self._rules.get(found.entity_id, ""))
        return any(rule.startswith(OTHER_FORM) for rule in rules)

    def _identify(self, name: str, kind: str, role: str, aliases: tuple[str, ...]) -> Found:
        if kind == "anonymous" or not fold(name):
            return Found()
        if kind == "person" and not _is_no_person(name):
            role = role or self._around.roles.get(fold(name), "")
            return find_person(self.db, name, role, self._company)
        acronyms = [each for each in aliases if is_acronym_of(each, name)]
        body, *others = [read_body(each, self._around) for each in (name, *acronyms)]
        return find_body(self.db, name, body, others)


# What is the same as the archive knows it, or usual, stays empty.
_ADD_PRESENCE = """
INSERT INTO presences
  (article_id, position, entity_id, spans, name, kind, role, aliases, joined)
SELECT :article_id, :position, id, :spans, nullif(:name, name), nullif(:kind, kind),
  nullif(:role, ''), nullif(:aliases, '[]'), iif(:joined = 'same name', '', :joined)
FROM entities WHERE id = :entity_id
"""


def save_entities(cast: Cast, entities: tuple[Entity, ...]) -> None:
    """Save what an article names, in its order.

    Those of common names come last: who else is there tells who they are.
    """
    order = sorted(range(len(entities)), key=lambda at: _is_common(entities[at]))
    for position in order:
        entity = entities[position]
        entity_id = cast.find(entity.name, entity.kind, entity.role, entity.aliases)
        cast.add_aliases(entity_id, entity.aliases)
        cast.add_role(entity_id, entity.role)
        cast.places += [(span, entity_id) for span in entity.mentions]
        cast.add_presence(entity_id, entity, position)
        cast.positions.setdefault(entity.name, position)
    cast.places.sort()


def load_entities(db: Database, article_id: int) -> tuple[Entity, ...]:
    """What an article names, as it was saved."""
    rows = db.query(
        "SELECT * FROM article_entities WHERE article_id = ? AND position >= 0 ORDER BY position",
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


def who_was_there(db: Database, article_id: int) -> dict[tuple[str, bool], int]:
    """Whom an article named, by name: so that its next version does not meet them anew."""
    rows = db.execute(
        "SELECT name, kind, entity_id FROM article_entities WHERE article_id = ?", [article_id]
    )
    return {name_key(name, kind): entity_id for name, kind, entity_id in rows.fetchall()}


def name_key(name: str, kind: str) -> tuple[str, bool]:
    """By what an article tells its entities apart: a person may be called like a town."""
    return fold(name), kind == "person"


def _is_common(entity: Entity) -> bool:
    name = read_person(entity.name) if entity.kind == "person" else None
    return name is not None and name.common


def _is_company(name: str, kind: str) -> bool:
    """Whether it says something of who else is there: not so a state or a single word."""
    telling = kind in {"person", "organisation"} and " " in fold(name)
    return telling and not find_state(name) and not find_seat(name)


def _is_no_person(name: str) -> bool:
    """Whether it is a state or a seat of power in several words: "Downing Street"."""
    return " " in fold(name) and bool(find_seat(name) or find_state(name))
