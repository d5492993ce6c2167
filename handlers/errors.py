"""What people are told when something goes wrong, in one place."""

from __future__ import annotations

import logging
from typing import Any

from slack_bolt import App, BoltContext, BoltResponse
from slack_sdk import WebClient

from bot.errors import OnRecordError
from handlers.messages import read_message

log = logging.getLogger(__name__)

APOLOGY = "Sorry, something went wrong on my side. It is in my log; please try again."


def register(app: App) -> None:
    """Answer for every listener."""
    app.error(answer_error)


def answer_error(
    error: Exception, body: dict[str, Any], context: BoltContext, client: WebClient
) -> BoltResponse | None:
    """Tell who asked; log what was not foreseen.

    Returns:
        An acknowledgement for what would fail again just the same. None leaves Bolt's own
        answer, so that Slack repeats an event that came while, say, the disk was full.
    """
    foreseen = isinstance(error, OnRecordError)
    if not foreseen:
        log.error("A listener failed.", exc_info=error)
    _tell(str(error) if foreseen else APOLOGY, body, context, client)
    return None if foreseen else BoltResponse(status=200)


def _tell(words: str, body: dict[str, Any], context: BoltContext, client: WebClient) -> None:
    if "command" in body and context.respond:
        context.respond(words)
        return
    message = read_message(body)
    if message is None or message.urls or not _is_question(body, direct=message.direct):
        return
    thread = message.thread_ts if message.direct else message.answer_ts
    client.chat_postMessage(channel=message.channel, text=words, thread_ts=thread or None)


def _is_question(body: dict[str, Any], *, direct: bool) -> bool:
    return direct or body["event"]["type"] == "app_mention"
