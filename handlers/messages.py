"""Slack's message events, read once: what was posted, where, and by whom."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handlers.markup import dicts, find_text
from handlers.teams import team_of
from handlers.urls import added_urls, find_urls

log = logging.getLogger(__name__)

READ_SUBTYPES = (None, "bot_message", "file_share", "thread_broadcast")
MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")


@dataclass(frozen=True, slots=True)
class Message:
    """A message, or the links that an edit added to one."""

    team: str
    channel: str
    ts: str
    user: str
    kind: str
    """Of the place: `channel` (public), `group`, `mpim` or `im`; empty if Slack does not say."""
    text: str
    """Without markup; empty for an edit, which brings only its links."""
    urls: tuple[str, ...]
    mentions: frozenset[str] = frozenset()
    """Whom it names, by their ids."""
    snippets: tuple[str, ...] = ()
    """Addresses of the text files that Slack made of what was pasted."""
    thread_ts: str = ""
    """Empty if it stands in no thread."""
    words: str = ""
    """Without markup, of an edit too."""
    by_bot: bool = False
    """Whether another bot posted it: it is never answered, and its links only where wanted."""

    @property
    def answer_ts(self) -> str:
        """The thread that an answer belongs in."""
        return self.thread_ts or self.ts

    @property
    def reply_ts(self) -> str:
        """The thread that a question is answered in; none in a direct message outside one."""
        return self.thread_ts if self.direct else self.answer_ts

    @property
    def direct(self) -> bool:
        """Whether it stands in a conversation with the bot alone."""
        return self.kind == "im"

    @property
    def private(self) -> bool:
        """Whether it may be shown nowhere else: so if nobody says that the place is public."""
        return self.kind != "channel"

    def is_to(self, bot_user: str) -> bool:
        """Whether a person speaks to the bot: in a direct message, or by name."""
        return not self.by_bot and (self.direct or bot_user in self.mentions)


def read_message(body: Mapping[str, Any], bot_user: str) -> Message | None:
    """The message in an event, or None if it is not for the bot, whose id is `bot_user`.

    Not for the bot: its own messages; edits that brought no link, as Slack's own unfurling
    does; joins, topics and the like.
    An event that lacks what every message has is logged.
    """
    event = body.get("event")
    if not isinstance(event, dict):
        log.warning("An event came without its content.")
        return None
    subtype = event.get("subtype")
    message = None
    if subtype in READ_SUBTYPES:
        message = _read(body, event)
    elif subtype == "message_changed":
        message = _read_edit(body, event)
    return message if message and message.user != bot_user else None


def read_chosen(body: Mapping[str, Any]) -> Message | None:
    """The message for which somebody chose a shortcut; one of a bot may be meant as well."""
    message = body.get("message")
    if not isinstance(message, dict):
        log.warning("A shortcut came without its message.")
        return None
    event = {**message, "channel": (body.get("channel") or {}).get("id")}
    return _read(body, event)


def _read(body: Mapping[str, Any], event: dict[str, Any]) -> Message | None:
    files = [file for file in dicts(event.get("files")) if file.get("mode") == "snippet"]
    return _build(
        body,
        event,
        text=find_text(event),
        urls=find_urls(event),
        snippets=tuple(str(file.get("permalink") or "") for file in files),
    )


def _read_edit(body: Mapping[str, Any], event: dict[str, Any]) -> Message | None:
    before, after = event.get("previous_message"), event.get("message")
    if not isinstance(before, dict) or not isinstance(after, dict):
        return None
    added = added_urls(before, after)
    if not added or after.get("subtype") not in READ_SUBTYPES:
        return None
    place = {"channel": event.get("channel"), "channel_type": event.get("channel_type")}
    return _build(body, {**after, **place}, text="", urls=added)


def _build(
    body: Mapping[str, Any],
    message: dict[str, Any],
    **content: Any,  # noqa: ANN401  # of Message
) -> Message | None:
    known = (team_of(body), message.get("channel"), message.get("ts"))
    team, channel, ts = (str(value) if value else "" for value in known)
    if not (team and channel and ts):
        log.warning("A message came without team, channel or time: %s", sorted(message))
        return None
    return Message(
        team=team,
        channel=channel,
        ts=ts,
        user=str(message.get("user") or ""),
        kind=str(message.get("channel_type") or ("im" if channel.startswith("D") else "")),
        mentions=frozenset(MENTION.findall(str(message.get("text") or ""))),
        thread_ts=str(message.get("thread_ts") or ""),
        words=find_text(message),
        by_bot=bool(message.get("bot_id")) or message.get("subtype") == "bot_message",
        **content,
    )
