"""Whose installation an event or a click is meant for."""

from __future__ import annotations

import pytest

from handlers.teams import team_of

GUEST = {"id": "U1", "team_id": "T0GUEST"}


@pytest.mark.parametrize(
    "body",
    [
        {"team_id": "T0OURS"},
        {"team": {"id": "T0OURS"}, "user": GUEST},
        {"team": None, "user": {"id": "U1", "team_id": "T0OURS"}},
        # In a channel that is shared with another workspace.
        {"team_id": "T0GUEST", "authorizations": [{"team_id": "T0OURS"}]},
        {"team": {"id": "T0GUEST"}, "view": {"app_installed_team_id": "T0OURS"}, "user": GUEST},
        # Of an organisation that installed the app for all its workspaces.
        {"team_id": "T0OURS", "authorizations": [{"team_id": None, "enterprise_id": "E1"}]},
    ],
)
def test_what_comes_from_elsewhere_belongs_to_the_installation(body: dict[str, object]) -> None:
    assert team_of(body) == "T0OURS"


def test_what_names_no_workspace_belongs_to_none() -> None:
    assert team_of({}) == ""
