"""Links in messages: saved before Slack is told that they arrived, read later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import App, BoltContext

from bot.desk.links import accept_links
from handlers import Reception
from handlers.messages import Message, read_message
from store.records import Share

ACCEPTED = "accepted_message"


def register(app: App, reception: Reception) -> None:
    """Take messages with links, whether they mention the bot or not."""
    accept = partial(accept_message, reception=reception)
    read = partial(read_accepted, reception=reception)
    app.event("message", middleware=[accept])(read)
    app.event("app_mention", middleware=[accept])(read)


def accept_message(
    body: dict[str, Any], context: BoltContext, next_: Callable[[], None], *, reception: Reception
) -> None:
    """Save the links of a message; Bolt acknowledges the event only after this.

    A message that mentions the bot comes as `message` and as `app_mention`, and either may
    be repeated: a link is new only once.
    """
    message = read_message(body)
    if message is None or not message.urls:
        return
    if not _comes_as_message_too(body, context):
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


def _comes_as_message_too(body: dict[str, Any], context: BoltContext) -> bool:
    """Whether this is an `app_mention` whose `message` says whether the channel is private.

    Without `groups:history` a private channel sends mentions only: then the mention has to
    do, and its link is kept private, for nothing says that it is not.
    """
    granted = context.authorize_result.bot_scopes if context.authorize_result else None
    return body["event"]["type"] == "app_mention" and "groups:history" in (granted or ())


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
