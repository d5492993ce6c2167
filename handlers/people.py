"""What Slack knows of the people who ask."""

from __future__ import annotations

import logging
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

log = logging.getLogger(__name__)


def zone_of(client: WebClient, user: str, otherwise: ZoneInfo) -> ZoneInfo:
    """The time zone in which somebody says "yesterday"; the newsroom's if Slack does not tell."""
    try:
        answer = client.users_info(user=user)
        return ZoneInfo(answer["user"]["tz"])
    except (SlackApiError, OSError, KeyError, TypeError, ValueError, ZoneInfoNotFoundError):
        log.info("Slack tells no time zone of %s.", user)
        return otherwise


def is_administrator(client: WebClient, user: str) -> bool:
    """Whether somebody administers the workspace; no, if Slack does not tell."""
    try:
        return client.users_info(user=user)["user"].get("is_admin") is True
    except (SlackApiError, OSError, KeyError, TypeError, AttributeError):
        return False


def name_of(client: WebClient, user: str, otherwise: str) -> str:
    """How somebody is called in Slack; as given, if Slack does not tell."""
    try:
        found = client.users_info(user=user)["user"]
        profile = found.get("profile") or {}
        names = (profile.get("display_name"), profile.get("real_name"), found.get("name"))
        return next((str(name) for name in names if name), otherwise)
    except (SlackApiError, OSError, KeyError, TypeError, AttributeError):
        return otherwise
