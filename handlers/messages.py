"""Slack's message events, read once: what was posted, where, and by whom."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handlers.urls import added_urls, find_urls

log = logging.getLogger(__name__)

READ_SUBTYPES = (None, "file_share", "thread_broadcast")


@dataclass(frozen=True, slots=True)
class Message:
    """A person's message, or what an edit added to one."""

    team: str
    channel: str
    ts: str
    user: str
    text: str
    urls: tuple[str, ...]
    private: bool
    direct: bool
    """In a conversation with the bot alone."""
    thread_ts: str
    """Empty if it stands in no thread."""

    @property
    def answer_ts(self) -> str:
        """The thread that an answer belongs in."""
        return self.thread_ts or self.ts


def read_message(body: Mapping[str, Any]) -> Message | None:
    """The message in an event, or None if it is not for the bot.

    Not for the bot: messages of bots, this one too (a reading feed would flood the
    channel); edits that brought no link, as Slack's own unfurling does; joins, topics and
    the like. An event that lacks what every message has is logged.
    """
    event = body.get("event")
    if not isinstance(event, dict):
        log.warning("An event came without its content.")
        return None
    message, urls = _find_content(event)
    if message is None or message.get("bot_id"):
        return None
    return _build(body, event, message, urls)


def is_to_the_bot(body: Mapping[str, Any], message: Message) -> bool:
    """Whether the bot is spoken to: in a direct message, or by name."""
    return message.direct or body["event"]["type"] == "app_mention"


def _find_content(event: dict[str, Any]) -> tuple[dict[str, Any] | None, tuple[str, ...]]:
    """The message itself, and the links in it that are new."""
    subtype = event.get("subtype")
    if subtype in READ_SUBTYPES:
        return event, find_urls(event)
    before, after = event.get("previous_message"), event.get("message")
    if subtype == "message_changed" and isinstance(before, dict) and isinstance(after, dict):
        added = added_urls(before, after)
        if added and after.get("subtype") in READ_SUBTYPES:
            return after, added
    return None, ()


def _build(
    body: Mapping[str, Any], event: dict[str, Any], message: dict[str, Any], urls: tuple[str, ...]
) -> Message | None:
    known = (body.get("team_id"), event.get("channel"), message.get("ts"))
    team, channel, ts = (str(value) if value else "" for value in known)
    if not (team and channel and ts):
        log.warning("A message came without team, channel or time: %s", sorted(event))
        return None
    kind = event.get("channel_type", "im" if channel.startswith("D") else "")
    return Message(
        team=team,
        channel=channel,
        ts=ts,
        user=str(message.get("user") or ""),
        text=str(message.get("text") or ""),
        urls=urls,
        private=kind != "channel",
        direct=kind == "im",
        thread_ts=str(message.get("thread_ts") or ""),
    )
