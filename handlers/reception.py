"""What listeners need beside what Bolt hands them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.connection import Workspace
from bot.desk import Desk
from bot.workspaces import Workspaces


@dataclass(frozen=True)
class Reception:
    """The desk, the workspaces, and whom to tell that there is work."""

    desk: Desk
    workspaces: Workspaces
    read_later: Callable[[str, str, str], None]
    """Queue the reading of a message's links: team, channel, time."""
    schedules_changed: Callable[[], None]
    """Tell the clock that a channel's schedule was set."""

    def workspace_of(self, body: Mapping[str, Any]) -> Workspace:
        """Where an event, a command or a click came from."""
        team = body.get("team")
        inner = team.get("id") if isinstance(team, dict) else ""
        return self.workspaces.workspace_of(str(body.get("team_id") or inner or ""))
