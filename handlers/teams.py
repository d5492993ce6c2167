"""Which workspace Slack speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def team_of(body: Mapping[str, Any]) -> str:
    """The workspace whose installation an event, a command or a click is meant for.

    In a channel that several workspaces share, the person who wrote or pressed may be of another
    one: what is theirs is theirs, but the answer is this installation's.
    """
    view, user = body.get("view") or {}, body.get("user") or {}
    authorization: Mapping[str, Any] = next(iter(body.get("authorizations") or []), {})
    team = body.get("team") or {}
    known = (
        view.get("app_installed_team_id"),
        authorization.get("team_id"),
        body.get("team_id"),
        team.get("id") if isinstance(team, dict) else team,
        user.get("team_id") if isinstance(user, dict) else "",
    )
    return next((str(each) for each in known if each), "")
