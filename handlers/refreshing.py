"""Reports that stand in threads already are brought up to date, without a notification."""

from __future__ import annotations

import logging
import threading

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.blocks import build_reports
from bot.connection import Workspace
from bot.desk import Desk
from bot.desk.links import find_outcomes, find_reports_of
from handlers.posting import Place, change

log = logging.getLogger(__name__)

_ONE_AT_A_TIME = threading.Lock()
"""Of two corrections at once the later report must hold both."""


def refresh_reports(desk: Desk, client: WebClient, workspace: Workspace, article_id: int) -> None:
    """Change every message of this workspace in which the article is reported.

    One that Slack lets nobody change any more stays as it is; the correction holds all the same.
    """
    with _ONE_AT_A_TIME:
        for channel, ts in find_reports_of(desk, workspace.team, article_id):
            outcomes = find_outcomes(desk, workspace.team, channel, ts)
            blocks = build_reports(outcomes, workspace_url=workspace.url)
            try:
                change(client, Place(channel, ts), blocks)
            except (SlackApiError, OSError) as error:
                log.warning("A report in %s could not be changed: %s", channel, error)
