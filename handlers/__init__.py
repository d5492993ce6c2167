"""Slack's side: acknowledge, parse, hand to the desk, post. A file for each kind of event."""

from __future__ import annotations

from slack_bolt import App

from handlers import (
    agent,
    commands,
    corrections,
    errors,
    hello,
    homes,
    links,
    questions,
    removals,
    report_buttons,
    rest,
    settings,
    shortcuts,
)
from handlers.reception import Reception

__all__ = ["Reception", "register"]


def register(app: App, reception: Reception) -> None:
    """Add all listeners; the first that fits an event takes it."""
    links.register(app, reception)
    questions.register(app, reception)
    commands.register(app, reception)
    agent.register(app, reception)
    hello.register(app, reception)
    homes.register(app, reception)
    removals.register(app, reception)
    settings.register(app, reception)
    shortcuts.register(app, reception)
    report_buttons.register(app, reception)
    corrections.register(app, reception)
    rest.register(app)
    errors.register(app, reception)
