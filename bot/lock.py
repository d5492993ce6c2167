"""One bot for each archive: two would answer every link twice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import SettingsError, StoreError

if sys.platform != "win32":
    import fcntl


@contextmanager
def only_one(database: Path) -> Iterator[None]:
    """Hold the archive's lock; the system lets go of it however the program ends.

    Raises:
        SettingsError: another bot holds it.
        StoreError: the folder cannot be written to.
    """
    path = database.with_name(f"{database.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written: {error.strerror}.",
            "Name another file with --db or ONRECORD_DB.",
        ) from error
    with file:
        if sys.platform != "win32":
            try:  # not flock: a child that outlives a killed bot would go on holding that
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise SettingsError(
                    f"Another bot is already running on {database}.",
                    "Stop it first, or name another file with --db or ONRECORD_DB.",
                ) from error
        yield
