"""How far a message has come, shown on the message itself: 👀 reading, ✅ done, ⚠ failed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.connection import Workspace
from store.workspace import Share

log = logging.getLogger(__name__)

SCOPE = "reactions:write"
READING, DONE, FAILED = "eyes", "white_check_mark", "warning"


def show_reading(client: WebClient, workspace: Workspace, share: Share) -> None:
    """The share's message is being read."""
    if _may_react(workspace):
        _try(client.reactions_add, share, READING)


def show_end(client: WebClient, workspace: Workspace, share: Share, end: str) -> None:
    """The share's message is answered, or (without `end`) left alone."""
    if _may_react(workspace):
        if end:
            _try(client.reactions_add, share, end)
        _try(client.reactions_remove, share, READING)


def _may_react(workspace: Workspace) -> bool:
    """So too if it is not told what was granted: then Slack's answer will say."""
    return not workspace.scopes or SCOPE in workspace.scopes


def _try(call: Callable[..., Any], share: Share, name: str) -> None:
    """Show it if Slack takes it: it may stand there already, or the message be gone."""
    try:
        call(channel=share.channel, timestamp=share.ts, name=name)
    except (SlackApiError, OSError) as error:
        log.debug("No reaction %s in %s: %s", name, share.channel, error)
