"""What Slack sends when somebody presses a button, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.blocks.views import read_kept
from handlers.teams import team_of
from store.records import Audience


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed in a message or a modal, or a modal submitted."""

    team: str
    channel: str
    """Where the message stands, or stood from which the modal was opened."""
    user: str
    user_name: str
    """What Slack calls them beside their id."""
    value: str
    """What the button carries."""
    trigger: str
    """Good for three seconds, to open one modal with."""
    thread_ts: str = ""
    """Of the message; empty in a modal."""
    kept_article: str = ""
    """The article that a modal is about; empty under a message."""

    @property
    def audience(self) -> Audience:
        """Who sees what is shown in answer: those who see the message."""
        return Audience(self.team, self.channel)

    @property
    def number(self) -> int:
        """The number that the button carries; 0, which is nothing's, if it is none."""
        return _number(self.value)

    @property
    def article(self) -> int:
        """The number of the article: a modal keeps it, under a report the button carries it."""
        return _number(self.kept_article or self.value)


def read_press(body: Mapping[str, Any]) -> Press:
    """Who pressed what, and where."""
    view, message = body.get("view") or {}, body.get("message") or {}
    kept = read_kept(view) if view else {}
    channel = kept.get("channel") if view else (body.get("channel") or {}).get("id")
    action: dict[str, Any] = next(iter(body.get("actions") or []), {})
    user = body.get("user") or {}
    return Press(
        team=team_of(body),
        channel=str(channel or ""),
        user=str(user.get("id") or ""),
        user_name=str(user.get("username") or user.get("name") or ""),
        value=str(action.get("value") or ""),
        trigger=str(body.get("trigger_id") or ""),
        thread_ts=str(message.get("thread_ts") or message.get("ts") or ""),
        kept_article=str(kept.get("article") or ""),
    )


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdecimal() else 0
