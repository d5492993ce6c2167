"""What listeners need beside what Bolt hands them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.connection import Workspace
from bot.desk import Desk


@dataclass(frozen=True)
class Reception:
    """The desk, the workspace, and whom to tell that there is work."""

    desk: Desk
    workspace: Workspace
    read_later: Callable[[str, str, str], None]
    """Queue the reading of a message's links: team, channel, time."""
    schedules_changed: Callable[[], None]
    """Tell the clock that a channel's schedule was set."""
