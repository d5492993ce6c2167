"""Home: shown to whoever opens it, renewed each time."""

from __future__ import annotations

from functools import partial
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.blocks.homes import build_home
from bot.desk.homes import write_home
from handlers.channels import is_public
from handlers.people import is_administrator, zone_of
from handlers.reception import Reception
from handlers.teams import team_of


def register(app: App, reception: Reception) -> None:
    """Notice when somebody looks at the app."""
    app.event("app_home_opened", matchers=[_is_home])(partial(show_home, reception=reception))


def show_home(
    event: dict[str, Any], body: dict[str, Any], client: WebClient, *, reception: Reception
) -> None:
    """Publish what this person may see."""
    user, team = str(event["user"]), team_of(body)
    home = write_home(
        reception.desk_of(team),
        team,
        user,
        is_public=partial(is_public, client),
        administrator=is_administrator(client, user),
    )
    zone = zone_of(client, user, reception.desks.settings.onrecord_timezone)
    client.views_publish(user_id=user, view=build_home(home, zone))


def _is_home(event: dict[str, Any]) -> bool:
    return event.get("tab") == "home"
