"""One SQLite file, opened once for each thread that asks."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from sqlite_utils import Database

from bot.errors import StoreError
from store.files import delete_file
from store.folding import hash_opening
from store.labels import carries
from store.schema import migrate
from store.words import is_written

BUSY_SECONDS = 15.0
"""How long a thread waits for another one's write before it gives up."""

CACHE_KIB = 32 * 1024
"""Of pages that a connection keeps at most: SQLite's own 2 MB are few for a large archive."""

JOURNAL_BYTES = 64 * 1024 * 1024
"""What stays of the journal's file after much was written at once."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

P = ParamSpec("P")
R = TypeVar("R")


def plain_errors(function: Callable[P, R]) -> Callable[P, R]:
    """Let `function` raise StoreError, in a reporter's words, where SQLite fails."""

    @wraps(function)
    def in_plain_words(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except sqlite3.Error as error:
            raise StoreError(f"The archive could not be used: {error}.", _hint(error)) from error
        except UnicodeEncodeError as error:
            raise StoreError("The text holds characters that are broken.") from error

    return in_plain_words


def _hint(error: sqlite3.Error) -> str:
    said = str(error)
    if "locked" in said:
        return "Another program holds the database; try again in a moment."
    if "disk" in said or "full" in said or "readonly" in said:
        return "See whether the disk has room and the file may be written to."
    if "malformed" in said or "not a database" in said:
        return "The file is damaged or is not an archive; restore it from a backup."
    return "`onrecord doctor` looks for the reason."


@contextmanager
def saving(db: Database) -> Iterator[None]:
    """One transaction, all or nothing, that holds the write lock from its start.

    Taking the lock first means that what is read inside cannot be outdated by another
    thread before it is written. Inside another transaction it becomes a part of that.
    """
    if not db.conn.in_transaction:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            db.rollback()
            raise
        db.commit()
    else:
        with db.atomic():
            yield


def insert(db: Database, table: str, row: Mapping[str, object]) -> int:
    """Insert one row and return its id; `table` and the keys of `row` are names of our own."""
    columns, places = ", ".join(row), ", ".join(f":{name}" for name in row)
    cursor = db.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", dict(row))
    return int(cursor.lastrowid or 0)


def to_json(value: object) -> str:
    """As JSON without spaces, letters as they are."""
    return _ENCODER.encode(value)


class Store:
    """The archive: opens or creates the file, and brings its tables up to date.

    Every thread gets a connection of its own; `close` closes all of them, `leave` that of the
    thread that calls it. For looking only (`read_only`) the file must be there, and nothing is
    written to it.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self._connect = connect_read_only if read_only else _connect
        self._lock = threading.Lock()
        self._open: dict[threading.Thread, Database] = {}
        self._deleted = False
        if read_only:
            return
        _make_folder(path)
        try:
            _bring_up_to_date(self.db)
        except BaseException:
            self.close()
            raise

    @property
    def db(self) -> Database:
        """This thread's connection.

        Raises:
            StoreError: the archive was deleted meanwhile, or cannot be opened.
        """
        if self._deleted:
            self.leave()
            raise StoreError("This archive was deleted.")
        thread = threading.current_thread()
        with self._lock:
            if thread not in self._open:
                self._close_those_of_ended_threads()
                self._open[thread] = self._connect(self.path)
            return self._open[thread]

    def close(self) -> None:
        """Close the connections of all threads; asking again opens a new one."""
        with self._lock:
            for db in self._open.values():
                db.close()
            self._open.clear()

    def leave(self) -> None:
        """Close this thread's connection, if it has one; asking again opens a new one."""
        with self._lock:
            db = self._open.pop(threading.current_thread(), None)
        if db is not None:
            db.close()

    def delete(self) -> None:
        """Delete the file for good; a thread that is at work in it learns so at its next step."""
        self._deleted = True
        self.leave()
        delete_file(self.path)

    def _close_those_of_ended_threads(self) -> None:
        for thread in [thread for thread in self._open if not thread.is_alive()]:
            self._open.pop(thread).close()


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {path.parent} for the archive cannot be made: {error.strerror}.",
            "Name another file with --db or ONRECORD_DB.",
        ) from error


def connect_read_only(path: Path) -> Database:
    """A connection that sees what others write and can write nothing itself."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    try:
        conn = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
        conn.execute("PRAGMA query_only = on")
    except sqlite3.Error as error:
        raise _cannot_open(path, error) from error
    conn.create_function("written", 2, is_written, deterministic=True)
    return Database(conn)


def _connect(path: Path) -> Database:
    try:
        # `close` is called by one thread for the connections of all.
        conn = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
    except sqlite3.Error as error:
        raise _cannot_open(path, error) from error
    try:
        return _set_up(conn)
    except sqlite3.Error as error:
        conn.close()
        raise _cannot_open(path, error) from error


def _set_up(conn: sqlite3.Connection) -> Database:
    db = Database(conn)
    db.enable_wal()
    db.execute("PRAGMA foreign_keys = on")
    db.execute("PRAGMA synchronous = full")  # an accepted link survives a power cut
    db.execute("PRAGMA temp_store = memory")
    db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    db.execute(f"PRAGMA journal_size_limit = {JOURNAL_BYTES}")
    db.execute("PRAGMA secure_delete = on")  # what is deleted is overwritten
    conn.create_function("written", 2, is_written, deterministic=True)
    conn.create_function("carries", 2, carries, deterministic=True)
    conn.create_function("opening", 1, hash_opening, deterministic=True)
    return db


def _cannot_open(path: Path, error: sqlite3.Error) -> StoreError:
    return StoreError(
        f"The archive {path} cannot be opened: {error}.",
        "Name another file with --db or ONRECORD_DB.",
    )


@plain_errors
def _bring_up_to_date(db: Database) -> None:
    migrate(db, saving)
