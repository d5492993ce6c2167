"""What people are told when something goes wrong, in one place."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from slack_bolt import App, BoltResponse, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.blocks import build_text
from bot.errors import OnRecordError
from handlers.messages import read_message
from handlers.posting import Blocks, Place, post
from handlers.reception import Reception
from handlers.words import build_lines

log = logging.getLogger(__name__)

APOLOGY = "Sorry, something went wrong on my side. It is in my log; please try again."


def register(app: App, reception: Reception) -> None:
    """Answer for every listener."""
    app.error(partial(answer_error, reception=reception))


def answer_error(
    error: Exception, body: dict[str, Any], client: WebClient, *, reception: Reception
) -> BoltResponse | None:
    """Tell who asked; log what was not foreseen.

    Returns:
        An acknowledgement for what would fail again just the same. None leaves Bolt's own
        answer, so that Slack repeats an event that came while, say, the disk was full.
    """
    words = describe(error)
    bot_user = reception.workspace_of(body).bot_user
    message = read_message(body, bot_user) if "event" in body else None
    if message and not message.urls and message.is_to(bot_user):
        try:
            post(client, Place(message.channel, message.reply_ts), words)
        except (SlackApiError, OSError) as refusal:
            log.warning("Slack does not take this answer either: %s", refusal)
    return None if isinstance(error, OnRecordError) else BoltResponse(status=200)


@contextmanager
def telling(respond: Respond, thread_ts: str = "") -> Iterator[None]:
    """Tell whoever typed a command or pressed a button what went wrong with it.

    Not left to `answer_error`, for Bolt forgets the acknowledgement of a command whose
    listener fails at once, and Slack then shows an error of its own.
    """
    try:
        yield
    except Exception as error:  # noqa: BLE001  # the asker waits for a word, whatever it was
        tell(respond, describe(error), thread_ts)


def tell(respond: Respond, words: Blocks, thread_ts: str = "") -> None:
    """Show words to whoever typed a command or pressed a button, and to nobody else."""
    text, thread = build_text(words), thread_ts or None
    respond(blocks=words, text=text, thread_ts=thread, replace_original=False)


def describe(error: Exception) -> Blocks:
    """What people are told of an error; what was not foreseen is logged."""
    if isinstance(error, OnRecordError):
        return build_lines(str(error))
    log.error("A listener failed.", exc_info=error)
    return build_lines(APOLOGY)
