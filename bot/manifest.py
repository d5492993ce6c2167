"""The Slack app's manifest: what an administrator pastes at api.slack.com/apps."""

from __future__ import annotations

from typing import Any, Literal

from bot.errors import SettingsError

COMMAND = "/onrecord"
EXTRACT = "extract_quotes"
"""The message shortcut's callback id."""
EVENTS_PATH = "/slack/events"
INSTALL_PATH, REDIRECT_PATH = "/slack/install", "/slack/oauth_redirect"

BOT_SCOPES = ("app_mentions:read", "channels:history", "chat:write", "commands", "users:read")
"""Without these the bot does not work."""

OPTIONAL_SCOPES = (
    "groups:history",
    "im:history",
    "mpim:history",
    "channels:read",
    "groups:read",
    "reactions:read",
    "reactions:write",
    "files:write",
)
"""An administrator may leave these out: the bot then does without."""

AGENT_SCOPE = "assistant:write"

BOT_EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "member_joined_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
    "tokens_revoked",
)


def build_manifest(
    mode: Literal["socket", "http", "many"], url: str = "", *, agent: bool = False
) -> dict[str, Any]:
    """The manifest, as Slack's schema 2 wants it.

    Args:
        mode: Socket Mode needs no public address; HTTP does. Many: HTTP for every workspace
            that installs the app by OAuth.
        url: for HTTP, the public https address that leads to the bot.
        agent: conversations with the bot get the agent container, which needs a paid plan.

    Raises:
        SettingsError: HTTP without an https address.
    """
    if mode != "socket" and not url.startswith("https://"):
        raise SettingsError(
            "An app in HTTP mode needs a public https address.",
            "For example: onrecord manifest --url https://bot.example.com",
        )
    optional = [*OPTIONAL_SCOPES, *([AGENT_SCOPE] if agent else [])]
    request_url = f"{url.rstrip('/')}{EVENTS_PATH}" if mode != "socket" else ""
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "On the Record",
            "description": "Who said what: quotes and claims from the articles you share.",
            "background_color": "#1f2933",
        },
        "features": _build_features(request_url, agent=agent),
        "oauth_config": {
            **({"redirect_urls": [f"{url.rstrip('/')}{REDIRECT_PATH}"]} if mode == "many" else {}),
            # Slack wants what is optional in both lists.
            "scopes": {
                "bot": [*BOT_SCOPES, *optional],
                "bot_optional": optional,
            },
        },
        "settings": {**_build_settings(request_url), "token_rotation_enabled": mode == "many"},
    }


def _build_features(request_url: str, *, agent: bool) -> dict[str, Any]:
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "onrecord", "always_online": True},
        "slash_commands": [_build_command(request_url)],
        "shortcuts": [_SHORTCUT],
        **({"agent_view": _AGENT} if agent else {}),
    }


def _build_command(request_url: str) -> dict[str, Any]:
    command: dict[str, Any] = {
        "command": COMMAND,
        "description": "Ask who said what, or set this channel's digest",
        "usage_hint": "ask who said what about ... | digest at 08:00 | help",
        "should_escape": False,
    }
    return {**command, "url": request_url} if request_url else command


def _build_settings(request_url: str) -> dict[str, Any]:
    events: dict[str, Any] = {"bot_events": list(BOT_EVENTS)}
    if request_url:
        events["request_url"] = request_url
    interactivity: dict[str, Any] = {"is_enabled": True}
    if request_url:
        interactivity |= {"request_url": request_url, "message_menu_options_url": request_url}
    return {
        "event_subscriptions": events,
        "interactivity": interactivity,
        "org_deploy_enabled": False,
        "socket_mode_enabled": not request_url,
    }


PROMPTS = (
    {"title": "What was said today?", "message": "what was said today"},
    {"title": "Who said what about…", "message": "who said what about the election"},
    {"title": "What officials say", "message": "what are officials saying about the budget"},
    {"title": "How do I use this?", "message": "help"},
)
"""To begin a conversation with; Slack shows up to four."""

_AGENT = {
    "agent_description": "Ask who said what: every line is a quote from an article your newsroom "
    "shared, with its source.",
    "suggested_prompts": list(PROMPTS),
}

_SHORTCUT = {
    "name": "Extract quotes",
    "type": "message",
    "callback_id": EXTRACT,
    "description": "Read this message's links or text: who said what",
}
