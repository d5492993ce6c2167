"""Which desk a workspace comes to: one with an archive that no other workspace sees."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.desk import Desk
from bot.desk.removal import forget_workspace
from bot.errors import NotInstalledError
from bot.settings import Settings
from store import Store
from store.files import find_teams, path_of

if TYPE_CHECKING:
    from spacy.language import Language

log = logging.getLogger(__name__)


class Desks(Protocol):
    """The desks of the workspaces that the bot serves."""

    @property
    def settings(self) -> Settings:
        """The same for all."""

    def of(self, team: str) -> Desk:
        """The desk of a workspace that something came from; its archive is made if need be.

        Raises:
            NotInstalledError: the app is not there any more.
        """

    def existing(self, team: str = "") -> Iterator[Desk]:
        """The desk of one workspace, or of all, as far as there is an archive."""

    def forget(self, team: str) -> None:
        """The app was removed there: delete what it shared, if the settings say so."""

    def close(self) -> None:
        """Close the archives."""


@dataclass(frozen=True)
class OneDesk:
    """The only desk, on the file in the settings."""

    desk: Desk

    @property
    def settings(self) -> Settings:
        """Its own."""
        return self.desk.settings

    def of(self, _team: str) -> Desk:
        """This one."""
        return self.desk

    def existing(self, _team: str = "") -> Iterator[Desk]:
        """This one."""
        yield self.desk

    def forget(self, team: str) -> None:
        """Delete what the workspace shared."""
        forget_workspace(self.desk, team)

    def close(self) -> None:
        """Close its archive."""
        self.desk.store.close()


class ManyDesks:
    """A desk for each workspace, on a file of its own, opened when it is first asked for.

    A thread works for one workspace at a time: it keeps no connection to another one's file, so
    that a hundred workspaces need no more of them than one.
    """

    def __init__(
        self,
        settings: Settings,
        language: Callable[[], Language],
        is_installed: Callable[[str], bool],
    ) -> None:
        self.settings = settings
        self._language = language
        self._is_installed = is_installed
        self._desks: dict[str, Desk] = {}
        self._stores: list[Store] = []
        """Of deleted archives, too: threads that were at work in them leave them here."""
        self._lock = threading.Lock()

    def of(self, team: str) -> Desk:
        """The desk of a workspace; a file is made only for one where the app is installed."""
        with self._lock:
            desk = self._desks.get(team) or self._open(team)
            others = [store for store in self._stores if store is not desk.store]
        for store in others:
            store.leave()
        return desk

    def existing(self, team: str = "") -> Iterator[Desk]:
        """The desks of the archives that lie there, one after the other."""
        for each in find_teams(self.settings.onrecord_db):
            if team in {"", each}:
                yield self.of(each)

    def forget(self, team: str) -> None:
        """Delete the workspace's file."""
        if self.settings.onrecord_uninstall != "delete":
            log.info("The archive of the workspace %s is kept (ONRECORD_UNINSTALL).", team)
            return
        for desk in self.existing(team):
            desk.store.delete()
            log.info("The archive of the workspace %s is deleted.", team)
        with self._lock:
            self._desks.pop(team, None)

    def close(self) -> None:
        """Close all of them."""
        for store in self._stores:
            store.close()

    def _open(self, team: str) -> Desk:
        path = path_of(self.settings.onrecord_db, team)
        if not path.exists() and not self._is_installed(team):
            raise NotInstalledError(f"The app is not installed in the workspace {team}.")
        desk = Desk(Store(path), self._language, self.settings)
        self._desks[team] = desk
        self._stores.append(desk.store)
        return desk
