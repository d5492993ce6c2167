"""Everything else that Slack sends: acknowledged, so that it is not sent again."""

from __future__ import annotations

import re

from slack_bolt import App


def register(app: App) -> None:
    """Take every event that no other listener took."""
    app.event(re.compile(""))(ignore)


def ignore() -> None:
    """Do nothing; Bolt acknowledges."""
