"""Who is who, decided by people: two merged into one, articles split off, and undone again.

A decision moves rows, so that answers need not know of it, and keeps which ones: all of it
can be undone. It holds for later articles too, since the names move with the rows.
"""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from bot.errors import PeopleError
from store.database import insert, plain_errors, saving
from store.identity import save_keys
from store.moments import from_text, to_text
from store.moving import Moved, find_rows, move_rows, renew_names
from store.persons import FULL_NAME, read_person
from store.who import Decision, Maker


@plain_errors
def merge_entities(db: Database, kept: int, other: int, maker: Maker) -> int:
    """Make two entities one; returns the number of the decision.

    Raises:
        PeopleError: they are one already, or one is an anonymous source.
    """
    with saving(db):
        rows = [_entity(db, each) for each in (kept, other)]
        if kept == other:
            raise PeopleError(f"{rows[0]['name']} is one already.")
        if any(row["kind"] == "anonymous" for row in rows):
            raise PeopleError("An anonymous source stays anonymous: it is merged with nobody.")
        if "person" in {row["kind"] for row in rows} and rows[0]["kind"] != rows[1]["kind"]:
            raise PeopleError("A person and an organisation cannot be one.")
        keys = _keys(db, other)
        moved = move_rows(db, find_rows(db, other), other, kept)
        decision = _note(db, maker, _merge_row(kept, rows[1], moved, keys))
        save_keys(db, kept, keys)
        db.execute("UPDATE merges SET kept_id = ? WHERE kept_id = ?", [kept, other])
        db.execute("DELETE FROM entities WHERE id = ?", [other])
        renew_names(db, kept)
    return decision


@plain_errors
def split_articles(db: Database, entity_id: int, articles: list[int], maker: Maker) -> int:
    """Make whom these articles name somebody else; returns the number of the decision.

    Raises:
        PeopleError: none of the articles names the entity, or no other one does.
    """
    with saving(db):
        entity = _entity(db, entity_id)
        rows = find_rows(db, entity_id, articles)
        if not rows.presences:
            raise PeopleError(f"No such article names {entity['name']}.")
        if len(rows.presences) == len(find_rows(db, entity_id).presences):
            raise PeopleError(
                f"No other article names {entity['name']}: there is nothing to split."
            )
        new = insert(db, "entities", {"name": entity["name"], "kind": entity["kind"]})
        moved = move_rows(db, rows, entity_id, new)
        renew_names(db, new)
        renew_names(db, entity_id)
        save_keys(db, new, _split_keys(db, new))
        row = {**_merge_row(entity_id, entity, moved, set()), "act": "split", "other_id": new}
        decision = _note(db, maker, row)
        _mark_apart(db, new)
    return decision


@plain_errors
def undo_decision(db: Database, decision_id: int, maker: Maker) -> Decision:
    """Take a decision back; what it moved goes back, and so does what came by its names since.

    Raises:
        PeopleError: there is no such decision, or it was undone already.
    """
    with saving(db):
        sql = "SELECT * FROM merges WHERE id = ?"
        row = next(iter(db.query(sql, [decision_id])), None)
        if row is None:
            raise PeopleError(f"There is no decision {decision_id}.", _LIST)
        if row["undone"]:
            raise PeopleError(f"Decision {decision_id} was undone already.", _LIST)
        _unmerge(db, row) if row["act"] == "merge" else _unsplit(db, row)
        sql = "UPDATE merges SET undone = ?, undone_by = ? WHERE id = ?"
        db.execute(sql, [to_text(maker.now), maker.name, decision_id])
        return load_decisions(db, decision_id)[0]


_LIST = "`onrecord people merges` lists them."
_BY_NAME = ("person:", "near:", FULL_NAME)
"""Keys of whoever has the name: what was merged into one later may have brought others."""


@plain_errors
def load_decisions(db: Database, only: int | None = None, *, limit: int = 50) -> list[Decision]:
    """What was decided by hand, newest first."""
    rows = db.query(
        "SELECT merges.*, name FROM merges JOIN entities ON entities.id = kept_id"
        " WHERE :only IS NULL OR merges.id = :only ORDER BY merges.id DESC LIMIT :limit",
        {"only": only, "limit": limit},
    )
    return [_to_decision(row) for row in rows]


def _unmerge(db: Database, row: dict[str, Any]) -> None:
    new = insert(db, "entities", {"name": row["other_name"], "kind": row["other_kind"]})
    kept, moved = row["kept_id"], Moved.from_json(row["moved"])
    names = _names(db, moved)
    move_rows(db, moved, kept, new)
    others = _names(db, find_rows(db, kept), up_to=row["newest_article"])
    later = _later(db, kept, row["newest_article"], names - others)
    if later:
        move_rows(db, find_rows(db, kept, later), kept, new)
    keys = json.loads(row["keys"])
    db.conn.executemany(
        "DELETE FROM entity_keys WHERE entity_id = ? AND key = ?",
        [(kept, key) for key in set(keys) - set(_person_keys(db, kept))],
    )
    own = set(_person_keys(db, new))
    save_keys(db, new, [key for key in keys if key in own or not key.startswith(_BY_NAME)])
    renew_names(db, new)
    renew_names(db, kept)


def _unsplit(db: Database, row: dict[str, Any]) -> None:
    if row["other_id"] is None:
        raise PeopleError("Whom it split off was merged or forgotten since.", _LIST)
    kept, other = row["kept_id"], row["other_id"]
    move_rows(db, find_rows(db, other), other, kept)
    save_keys(db, kept, [key for key in _keys(db, other) if not key.startswith("alone:")])
    db.execute("UPDATE merges SET kept_id = ? WHERE kept_id = ?", [kept, other])
    db.execute("DELETE FROM entities WHERE id = ?", [other])
    renew_names(db, kept)


def _merge_row(kept: int, other: dict[str, Any], moved: Moved, keys: set[str]) -> dict[str, Any]:
    """`keys` are those of the other one, which gets them back when this is undone."""
    return {
        "act": "merge",
        "kept_id": kept,
        "other_id": None,
        "other_name": other["name"],
        "other_kind": other["kind"],
        "moved": moved.to_json(),
        "keys": json.dumps(sorted(keys)),
    }


def _note(db: Database, maker: Maker, row: dict[str, Any]) -> int:
    newest = db.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0]
    made = {"made": to_text(maker.now), "made_by": maker.name, "why": maker.why}
    return insert(db, "merges", {**row, **made, "newest_article": newest})


def _split_keys(db: Database, entity_id: int) -> list[str]:
    """By which somebody who was split off is found: by name, where a role tells them apart."""
    keys = _person_keys(db, entity_id)
    if db.execute("SELECT 1 FROM roles WHERE entity_id = ?", [entity_id]).fetchone():
        return keys
    alone = [key.replace("person:", "alone:") for key in keys if key.startswith("person:")]
    return [*alone, *(key for key in keys if key.startswith(FULL_NAME))]


def _person_keys(db: Database, entity_id: int) -> list[str]:
    sql = "SELECT DISTINCT name FROM article_entities WHERE entity_id = ? AND kind = 'person'"
    rows = db.execute(sql, [entity_id]).fetchall()
    names = [name for (text,) in rows if (name := read_person(text))]
    return [key for name in names for key in name.keys]


def _mark_apart(db: Database, entity_id: int) -> None:
    db.execute("UPDATE presences SET joined = 'split by hand' WHERE entity_id = ?", [entity_id])


def _names(db: Database, rows: Moved, up_to: int | None = None) -> set[str]:
    sql = "SELECT name FROM article_entities WHERE article_id = ? AND position = ?"
    found = [
        db.execute(sql, [article, position]).fetchone()
        for article, position in rows.presences
        if up_to is None or article <= up_to
    ]
    return {row[0] for row in found if row}


def _later(db: Database, entity_id: int, newest: int, names: set[str]) -> list[int]:
    """Articles that came after a merge, and call the one by a name that only the other had."""
    sql = (
        "SELECT article_id FROM article_entities WHERE entity_id = ? AND article_id > ?"
        " AND name IN (SELECT value FROM json_each(?))"
    )
    rows = db.execute(sql, [entity_id, newest, json.dumps(sorted(names))]).fetchall()
    return [article for (article,) in rows]


def _keys(db: Database, entity_id: int) -> set[str]:
    rows = db.execute("SELECT key FROM entity_keys WHERE entity_id = ?", [entity_id]).fetchall()
    return {key for (key,) in rows}


def _entity(db: Database, entity_id: int) -> dict[str, Any]:
    sql = "SELECT id, name, kind FROM entities WHERE id = ?"
    found = next(iter(db.query(sql, [entity_id])), None)
    if found is None:
        raise PeopleError(f"There is nobody with the number {entity_id}.")
    return found


def _to_decision(row: dict[str, Any]) -> Decision:
    made = from_text(row["made"])
    assert made is not None
    return Decision(
        id=row["id"],
        act=row["act"],
        kept_id=row["kept_id"],
        kept_name=row["name"],
        other_name=row["other_name"],
        made=made,
        made_by=row["made_by"],
        why=row["why"],
        undone=from_text(row["undone"]),
        undone_by=row["undone_by"],
    )
