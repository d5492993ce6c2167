"""The app was removed in a workspace, or its tokens were revoked."""

from __future__ import annotations

from functools import partial
from typing import Any

from slack_bolt import App

from handlers.reception import Reception
from handlers.teams import team_of


def register(app: App, reception: Reception) -> None:
    """Take what Slack sends last."""
    app.event("tokens_revoked")(partial(forget_tokens, reception=reception))
    app.event("app_uninstalled")(partial(forget, reception=reception))


def forget_tokens(event: dict[str, Any], body: dict[str, Any], *, reception: Reception) -> None:
    """Keep no token that is worthless; those of people are none of ours."""
    if (event.get("tokens") or {}).get("bot"):
        reception.workspaces.forget(team_of(body))


def forget(body: dict[str, Any], *, reception: Reception) -> None:
    """Keep no token, and by setting no archive."""
    team = team_of(body)
    reception.workspaces.forget(team)
    reception.desks.forget(team)
    reception.schedules_changed(team)
