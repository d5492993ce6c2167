"""What Slack tells of the places where messages stand."""

from __future__ import annotations

import logging

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from handlers.posting import Place

log = logging.getLogger(__name__)

NOT_ALLOWED = {"missing_scope", "unknown_method", "not_allowed_token_type", "method_deprecated"}
"""Refusals that stay the same however often the bot asks."""


def is_public(client: WebClient, channel: str) -> bool:
    """Whether everybody in the workspace may read here; no, if Slack does not tell."""
    try:
        return client.conversations_info(channel=channel)["channel"]["is_private"] is False
    except (SlackApiError, OSError, KeyError, TypeError):
        log.info("Slack does not tell whether %s is public.", channel)
        return False


def is_elsewhere(client: WebClient, channel: str) -> bool:
    """Whether the bot is surely not a member here, and so cannot post."""
    try:
        return client.conversations_info(channel=channel)["channel"].get("is_member") is False
    except SlackApiError as error:
        return error.response.get("error") in {"channel_not_found", "not_in_channel"}
    except (OSError, KeyError, TypeError, AttributeError):
        return False


def can_read(client: WebClient, place: Place) -> bool:
    """Whether the bot was granted to read where this message stands."""
    try:
        client.conversations_replies(channel=place.channel, ts=place.thread_ts, limit=1)
    except SlackApiError as error:
        if error.response.get("error") in NOT_ALLOWED:
            return False
        raise
    return True
