"""A copy of an archive's file, to be cut down and then put in its place."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from store.database import plain_errors
from store.files import delete_file
from store.wiping import wipe

_TOKENS = ("slack_bots", "slack_installations", "oauth_states")
"""Tables of slack_sdk, in the main file only."""


@plain_errors
def copy_archive(db: Database, path: Path) -> None:
    """Copy the archive into a new file, without what Slack's tokens are kept in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    delete_file(path)  # what a crash left of an earlier attempt
    db.execute("VACUUM INTO ?", [str(path)])


@plain_errors
def forget_tokens(db: Database) -> None:
    """Take out of a copy what only the main file may hold."""
    for table in _TOKENS:
        db.execute(f"DROP TABLE IF EXISTS {table}")


@plain_errors
def shrink(db: Database) -> None:
    """Give back the room of what was deleted, so that nothing of it stays in the file."""
    wipe(db)
    db.execute("VACUUM")
