"""Slack's side: acknowledge, parse, hand to the desk, post. A file for each kind of event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt import App

from bot.desk import Desk

__all__ = ["Reception", "register"]


@dataclass(frozen=True)
class Reception:
    """What listeners need beside what Bolt hands them."""

    desk: Desk
    workspace_url: str
    """`https://news.slack.com/`: what links to threads begin with."""
    read_later: Callable[[str, str, str], None]
    """Queue the reading of a message's links: team, channel, time."""
    schedules_changed: Callable[[], None]
    """Tell the clock that a channel's schedule was set."""


def register(app: App, reception: Reception) -> None:
    """Add all listeners; the first that fits an event takes it."""
    from handlers import errors, links, questions, rest  # noqa: PLC0415  # they need Reception

    links.register(app, reception)
    questions.register(app, reception)
    rest.register(app)
    errors.register(app)
