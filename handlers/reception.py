"""What listeners need beside what Bolt hands them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.connection import Workspace
from bot.desk import Desk
from bot.desk.desks import Desks
from bot.workspaces import Workspaces
from handlers.teams import team_of


@dataclass(frozen=True)
class Reception:
    """The workspaces and their desks, and whom to tell that there is work."""

    desks: Desks
    workspaces: Workspaces
    read_later: Callable[[str, str, str], None]
    """Queue the reading of a message's links: team, channel, time."""
    schedules_changed: Callable[[str], None]
    """Tell the clock that a schedule was set in a channel of this workspace."""

    def workspace_of(self, body: Mapping[str, Any]) -> Workspace:
        """Where an event, a command or a click came from."""
        return self.workspaces.workspace_of(team_of(body))

    def desk_of(self, team: str) -> Desk:
        """The desk of this workspace, whose archive no other one sees."""
        return self.desks.of(team)
