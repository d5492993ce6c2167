"""The archive for looking only: a connection that cannot write, and which tables it shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from store.database import connect_read_only
from store.folding import fold
from store.words import want_topic

Connection = sqlite3.Connection

SHOWN = (
    *("articles", "attributions", "mentions", "corrections", "shares", "outlets"),
    *("entities", "aliases", "roles", "merges"),
    *("channels", "schedules", "watches"),
)
HIDDEN = (
    *("events", "signatures", "story_bands", "same_stories", "days"),
    *("entity_keys", "presences", "kept_claims", "threads", "watch_news", "backfills"),
)
"""Of use to the program only: listed when somebody asks for hidden tables."""
SHUT: tuple[str, ...] = ()
"""What nobody may read here: every column of it looks empty."""

_OWN = ("sqlite_", "_sqlite_")
_NOTHING = '""'


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """A question in SQL that stands ready."""

    name: str
    title: str
    description: str
    sql: str


@cache
def ready_queries() -> tuple[ReadyQuery, ...]:
    """The files in `store/ready`, in the order of their names."""
    found = sorted(files("store").joinpath("ready").iterdir(), key=lambda file: file.name)
    return tuple(_read_query(file.name, file.read_text("utf-8")) for file in found)


def connect_for_looking(path: Path) -> sqlite3.Connection:
    """A read-only connection for queries that anybody wrote, with words to search by.

    `words(topic)` is a full-text query that is never wrong, `folded_name(name)` a name as the
    column `aliases.folded` has it.
    """
    conn = connect_read_only(path).conn
    conn.create_function("words", 1, _words, deterministic=True)
    conn.create_function("folded_name", 1, _folded, deterministic=True)
    _shut(conn)
    return conn


def hidden_tables(conn: sqlite3.Connection) -> list[str]:
    """Tables that are not listed: the program's own, and those that are shut."""
    return [name for name in _tables(conn) if name not in SHOWN and not _is_index(name)]


def _shut(conn: sqlite3.Connection) -> None:
    """Let the columns of tables that are not known to be open read as empty."""
    closed = {
        name
        for name in _tables(conn)
        if name not in (*SHOWN, *HIDDEN) and not _is_index(name) and not name.startswith(_OWN)
    }

    def authorise(action: int, table: str | None, *_: str | None) -> int:
        shut = action == sqlite3.SQLITE_READ and table in closed
        return sqlite3.SQLITE_IGNORE if shut else sqlite3.SQLITE_OK

    if closed:
        conn.set_authorizer(authorise)


def _tables(conn: sqlite3.Connection) -> Iterator[str]:
    rows = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return (name for (name,) in rows.fetchall())


def _is_index(name: str) -> bool:
    return "_fts" in name


def _words(topic: str | None) -> str:
    """A topic in plain words as a full-text query that is never wrong."""
    return want_topic(topic or "").match or _NOTHING


def _folded(name: str | None) -> str:
    return fold(name or "")


def _read_query(file: str, text: str) -> ReadyQuery:
    """The first line is the title, the second the description."""
    title, description, sql = text.split("\n", 2)
    name = file.removesuffix(".sql").partition("_")[2]
    return ReadyQuery(name, title.removeprefix("-- "), description.removeprefix("-- "), sql.strip())
