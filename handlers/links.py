"""Links in messages: saved before Slack is told that they arrived, read later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.desk.links import accept_links
from handlers.messages import Message, read_message
from handlers.posting import Place, can_read
from handlers.reception import Reception
from store.records import Share

ACCEPTED = "accepted_message"


def register(app: App, reception: Reception) -> None:
    """Take messages with links, whether they mention the bot or not."""
    accept = partial(accept_message, reception=reception)
    read = partial(read_accepted, reception=reception)
    app.event("message", middleware=[accept])(read)
    app.event("app_mention", middleware=[accept])(read)


def accept_message(
    body: dict[str, Any],
    context: BoltContext,
    client: WebClient,
    next_: Callable[[], None],
    *,
    reception: Reception,
) -> None:
    """Save the links of a message; Bolt acknowledges the event only after this.

    A message that mentions the bot comes as `message` and as `app_mention`, and either may
    be repeated: a link is new only once.
    """
    message = read_message(body)
    if message is None or not message.urls:
        return
    is_mention = body["event"]["type"] == "app_mention"
    if not (is_mention and _comes_as_message_too(message, client, reception)):
        context[ACCEPTED] = message if _accept(reception, message) else None
    next_()


def read_accepted(context: BoltContext, *, reception: Reception) -> None:
    """Have the new links read."""
    message = context.get(ACCEPTED)
    if isinstance(message, Message):
        reception.read_later(message.team, message.channel, message.ts)


def _accept(reception: Reception, message: Message) -> bool:
    shares = [_build_share(message, url) for url in message.urls]
    return bool(accept_links(reception.desk, shares, now=datetime.now(UTC)))


def _comes_as_message_too(message: Message, client: WebClient, reception: Reception) -> bool:
    """Whether a mention is also delivered as a `message`, which says if it is private.

    It is not where the bot may not read: in private channels without `groups:history`. Only
    there the mention has to do, and its links are private.
    """
    if "groups:history" in reception.workspace.scopes:
        return True
    return can_read(client, Place(message.channel, message.ts))


def _build_share(message: Message, url: str) -> Share:
    return Share(
        team=message.team,
        channel=message.channel,
        ts=message.ts,
        url=url,
        shared_url=url,
        user=message.user,
        thread_ts=message.answer_ts,
        private=message.private,
    )
