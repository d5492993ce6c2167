"""What is kept of names beside the articles goes when no article gives them any more."""

from __future__ import annotations

import json

from sqlite_utils import Database

from store.bodies import same_spelling
from store.folding import fold
from store.persons import read_person

_OF_OUR_OWN = ("state:", "seat:", "government in:", "of:", "government:", "initials:", "acronym:")
"""Keys from our own lists of states and seats, and letters: they tell no name of an article."""


def forget_traces(db: Database, entity_ids: str) -> None:
    """Take out decisions and keys with names that no article gives to these entities any more.

    Args:
        db: The archive, after the articles and the aliases are gone.
        entity_ids: JSON, a list.
    """
    db.execute(_FORGET_DECISIONS, [entity_ids])
    for entity_id in json.loads(entity_ids):
        sql = "SELECT key FROM entity_keys WHERE entity_id = ?"
        keys = [key for (key,) in db.execute(sql, [entity_id]).fetchall()]
        db.conn.executemany(
            "DELETE FROM entity_keys WHERE entity_id = ? AND key = ?",
            [(entity_id, key) for key in keys if not _is_known(key, *_known(db, entity_id))],
        )


_FORGET_DECISIONS = """
DELETE FROM merges WHERE kept_id IN (SELECT value FROM json_each(?)) AND other_name NOT IN (
  SELECT name FROM article_entities WHERE entity_id IN (kept_id, other_id)
)
"""


def _known(db: Database, entity_id: int) -> tuple[set[str], set[str]]:
    """The keys and the words of all names and roles that are left."""
    names = "SELECT alias FROM aliases WHERE entity_id = ?1"
    roles = "SELECT role FROM roles WHERE entity_id = ?1"
    left = [text for (text,) in db.execute(f"{names} UNION {roles}", [entity_id]).fetchall()]
    people = [name for text in left if (name := read_person(text))]
    words = {
        word
        for text in left
        for form in (fold(text), same_spelling(fold(text)))
        for word in form.split()
    }
    return {key for name in people for key in name.keys}, words


def _is_known(key: str, keys: set[str], words: set[str]) -> bool:
    if key.startswith(_OF_OUR_OWN) or key in keys:
        return True
    kind, _, name = key.partition(":")
    told = {word for word in name.replace(",", " ").split() if not word.isupper()} - {"of", "and"}
    return kind != "near" and told <= words
