"""The message shortcut: read what somebody else posted, a bot too."""

from __future__ import annotations

from functools import partial
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.blocks import build_text
from bot.manifest import EXTRACT
from handlers.channels import is_elsewhere
from handlers.errors import telling
from handlers.links import accept
from handlers.messages import Message, read_chosen
from handlers.reception import Reception
from handlers.shares import FEWEST_WORDS, build_shares, build_text_shares, has_text
from handlers.words import build_lines


def register(app: App, reception: Reception) -> None:
    """Take *Extract quotes*, on any message."""
    app.shortcut(EXTRACT)(partial(extract, reception=reception))


def extract(
    ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """Read a message's links, or the message itself; the report comes in its thread."""
    ack()
    with telling(respond):
        words = _extract(read_chosen(body), client, reception)
        respond(text=build_text(words), blocks=words)


def _extract(
    message: Message | None, client: WebClient, reception: Reception
) -> list[dict[str, Any]]:
    shares = []
    if message:
        shares = (
            build_text_shares(message) if has_text(message) else build_shares(message, asked=True)
        )
    if message is None or not shares:
        return build_lines(
            "There is nothing in that message that I could read: no link, and fewer than "
            f"{FEWEST_WORDS} words."
        )
    if is_elsewhere(client, message.channel):
        return build_lines("I am not in this conversation. /invite @onrecord, then try again.")
    if not accept(message, shares, client, reception):
        return build_lines("I have read that message already: see its thread.")
    reception.read_later(message.team, message.channel, message.ts)
    return build_lines("I am reading it. The report comes in the thread of that message.")
