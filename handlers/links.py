"""Links and pasted texts: saved before Slack is told that they arrived, read later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.desk.channels import settings_of, wanted_urls, wants_message
from bot.desk.links import accept_shares, wants_text
from handlers.channels import can_read, is_public
from handlers.messages import Message, read_message
from handlers.posting import Place
from handlers.reception import Reception
from handlers.shares import build_shares, build_text_shares, has_text
from store.workspace import Share

ACCEPTED = "accepted_message"


def register(app: App, reception: Reception) -> None:
    """Take messages with something to read, whether they mention the bot or not."""
    take = partial(accept_message, reception=reception)
    read = partial(read_accepted, reception=reception)
    app.event("message", middleware=[take])(read)
    app.event("app_mention", middleware=[take])(read)


def accept_message(
    body: dict[str, Any],
    context: BoltContext,
    client: WebClient,
    next_: Callable[[], None],
    *,
    reception: Reception,
) -> None:
    """Save what a message gives to read; Bolt acknowledges the event only after this.

    A message that mentions the bot comes as `message` and as `app_mention`, and either may
    be repeated: a share is new only once.
    """
    message = read_message(body, reception.workspace_of(body).bot_user)
    shares = _find_shares(message, reception) if message else []
    if message is None or not shares:
        return
    is_mention = body["event"]["type"] == "app_mention"
    if not (is_mention and _comes_as_message_too(message, client, reception)):
        context[ACCEPTED] = message if accept(message, shares, client, reception) else None
    next_()


def accept(
    message: Message, shares: Sequence[Share], client: WebClient, reception: Reception
) -> bool:
    """Save what a message gives to read; whether any of it is new."""
    if not message.kind and is_public(client, message.channel):
        shares = [replace(share, private=False) for share in shares]
    return bool(accept_shares(reception.desk_of(message.team), shares, now=datetime.now(UTC)))


def read_accepted(context: BoltContext, *, reception: Reception) -> None:
    """Have what is new read."""
    message = context.get(ACCEPTED)
    if isinstance(message, Message):
        reception.read_later(message.team, message.channel, message.ts)


def _find_shares(message: Message, reception: Reception) -> list[Share]:
    """What the message gives to read, as far as the channel wants it read.

    A text of an article's length is for the bot if it is said to it, or if it asked for one.
    """
    desk = reception.desk_of(message.team)
    settings = settings_of(desk, message.team, message.channel)
    asked = message.is_to(reception.workspaces.workspace_of(message.team).bot_user)
    if not wants_message(settings, message.words, asked=asked, by_bot=message.by_bot):
        return []
    thread = message.team, message.channel, message.thread_ts
    if has_text(message) and (asked or wants_text(desk, *thread)):
        return build_text_shares(message)
    urls = message.urls if asked else wanted_urls(settings, message.urls)
    return build_shares(replace(message, urls=urls), asked=asked)


def _comes_as_message_too(message: Message, client: WebClient, reception: Reception) -> bool:
    """Whether a mention is also delivered as a `message`, which says if it is private.

    It is not where the bot may not read: in private channels without `groups:history`. Only
    there the mention has to do, and what it brings is private.
    """
    if "groups:history" in reception.workspaces.workspace_of(message.team).scopes:
        return True
    return can_read(client, Place(message.channel, message.ts))
