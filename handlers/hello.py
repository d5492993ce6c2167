"""On being invited: one short hello."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.desk.deliveries import is_first
from handlers.posting import Place, post
from handlers.reception import Reception
from handlers.teams import team_of
from handlers.words import HELLO


def register(app: App, reception: Reception) -> None:
    """Notice when somebody, perhaps the bot, joins a channel."""
    app.event("member_joined_channel")(partial(greet, reception=reception))


def greet(
    event: dict[str, Any], body: dict[str, Any], client: WebClient, *, reception: Reception
) -> None:
    """Say once how to use the bot, and how to silence it."""
    team, channel = team_of(body), str(event.get("channel") or "")
    if not channel or event.get("user") != reception.workspace_of(body).bot_user:
        return
    desk, key = reception.desk_of(team), f"hello {team}/{channel}"
    if is_first(desk, key, str(body.get("event_id", "")), now=datetime.now(UTC)):
        post(client, Place(channel), HELLO)
