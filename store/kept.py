"""What every step of a search asks for, kept until anything in the archive changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from sqlite_utils import Database

Found = TypeVar("Found")
_kept: WeakKeyDictionary[Database, tuple[object, dict[Hashable, object]]] = WeakKeyDictionary()


def keep(db: Database, key: Hashable, find: Callable[[], Found]) -> Found:
    """What was found under this key, found now if it is not kept.

    Args:
        db: The archive.
        key: What is asked for, and by whom.
        find: Finds it.
    """
    version = (db.conn.total_changes, *db.execute("PRAGMA data_version").fetchone())
    known, found = _kept.get(db, (None, {}))
    if known != version:
        found = {}
        _kept[db] = version, found
    if key not in found:
        found[key] = find()
    return cast("Found", found[key])
