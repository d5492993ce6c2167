"""An archive that several workspaces shared becomes a file for each of them, once."""

from __future__ import annotations

import logging
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from store import Store
from store.copying import copy_archive, forget_tokens, shrink
from store.files import is_team, path_of
from store.teams import keep_only, messages_of, teams_in

log = logging.getLogger(__name__)


def split_archive(main: Path) -> None:
    """Give each workspace in the main file an archive of its own, and take it out there.

    A workspace's file gets its name only when it is whole, and the main file is cut down only
    when all are there: after a crash the next start goes on. What everybody may see is in all.
    """
    with closing(Store(main)) as store:
        teams = teams_in(store.db)
        stay = [team for team in teams if not _has_own(store, team)]
        if set(stay) == set(teams):
            return
        keep_only(store.db, stay, now=datetime.now(UTC))
        shrink(store.db)


def _has_own(store: Store, team: str) -> bool:
    """Whether all that the workspace shared is in a file of its own, from now on at least."""
    if not is_team(team):
        log.error("%r in %s is no workspace; what it shared stays there.", team, store.path)
        return False
    path = path_of(store.path, team)
    if not path.exists():
        _copy(store, team, path)
        return True
    with closing(Store(path)) as own:
        missing = messages_of(store.db, team) - messages_of(own.db, team)
    if missing:
        log.error(
            "%s holds %s links of the workspace %s that its own archive lacks. They stay there "
            "and are shown in no answer; `onrecord export --db %s` gets them.",
            *(store.path, len(missing), team, store.path),
        )
    return not missing


def _copy(store: Store, team: str, path: Path) -> None:
    log.info("The workspace %s gets an archive of its own: %s.", team, path)
    part = path.with_suffix(".part")
    copy_archive(store.db, part)
    with closing(Store(part)) as copy:
        forget_tokens(copy.db)
        keep_only(copy.db, [team], now=datetime.now(UTC))
        shrink(copy.db)
    part.replace(path)
