"""Where archives lie if each workspace has its own: in a folder beside the main file."""

from __future__ import annotations

import re
from pathlib import Path

from bot.errors import StoreError

_TEAM = re.compile(r"[A-Z][A-Z0-9]{1,30}")
"""As Slack makes them; nothing else becomes the name of a file."""


def folder_of(main: Path) -> Path:
    """The folder of the workspaces' archives: `onrecord.workspaces` for `onrecord.db`."""
    return main.with_name(f"{main.stem}.workspaces")


def is_team(team: str) -> bool:
    """Whether this can be the id of a workspace."""
    return _TEAM.fullmatch(team) is not None


def path_of(main: Path, team: str) -> Path:
    """The archive of one workspace: `onrecord.workspaces/T0123.db`.

    Raises:
        StoreError: that is no workspace's id.
    """
    if not is_team(team):
        raise StoreError(
            f"\u201c{team}\u201d is no id of a workspace.", "One looks like T01ABCD23."
        )
    return folder_of(main) / f"{team}.db"


def find_teams(main: Path) -> list[str]:
    """The workspaces that have an archive of their own beside this file."""
    return sorted(path.stem for path in folder_of(main).glob("*.db") if is_team(path.stem))


def delete_file(path: Path) -> None:
    """Delete an archive's file, with the journal that belongs to it."""
    for ending in ("", "-wal", "-shm"):
        try:
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"{path} cannot be deleted: {error.strerror}.") from error
