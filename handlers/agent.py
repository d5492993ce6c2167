"""Slack's agent container, where the workspace has it: prompts to begin with, and a status."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.connection import Workspace
from bot.manifest import AGENT_SCOPE, PROMPTS
from handlers.posting import Place
from handlers.reception import Reception

log = logging.getLogger(__name__)

READING, LOOKING = "is reading\u2026", "is looking through the archive\u2026"


def register(app: App, reception: Reception) -> None:
    """Notice when somebody opens the conversation with the bot."""
    app.event("app_home_opened", matchers=[_is_conversation])(partial(suggest, reception=reception))


def suggest(
    event: dict[str, Any], body: dict[str, Any], client: WebClient, *, reception: Reception
) -> None:
    """Propose questions, so that nobody faces an empty box."""
    if is_agent(reception.workspace_of(body)):
        suggested = client.assistant_threads_setSuggestedPrompts
        _try(partial(suggested, channel_id=event["channel"], prompts=[*PROMPTS]))


def is_agent(workspace: Workspace) -> bool:
    """Whether conversations with the bot stand in an agent's container, in threads."""
    return AGENT_SCOPE in workspace.scopes


def show_status(client: WebClient, workspace: Workspace, place: Place, status: str) -> None:
    """Show what the bot is doing, in a conversation with it; the answer takes that away."""
    if is_agent(workspace) and place.channel.startswith("D") and place.thread_ts:
        call = partial(client.assistant_threads_setStatus, channel_id=place.channel)
        _try(partial(call, thread_ts=place.thread_ts, status=status))


def _is_conversation(event: dict[str, Any]) -> bool:
    return event.get("tab") == "messages"


def _try(call: Callable[[], object]) -> None:
    """Ornament only: what Slack refuses costs nothing."""
    try:
        call()
    except (SlackApiError, OSError) as error:
        log.debug("Not shown in the agent's container: %s", error)
