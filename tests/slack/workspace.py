"""A Slack workspace in memory: channels, people, messages, tokens, and what was asked of it."""

from __future__ import annotations

import itertools
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.manifest import BOT_SCOPES, OPTIONAL_SCOPES

Json = dict[str, Any]
T = TypeVar("T")

TEAM = "T0NEWSROOM"
RIVALS = "T0RIVALS"
"""Another workspace, which may install the app by OAuth."""
APP = "A0ONRECORD"
BOT_USER = "U0ONRECORD"
BOT = "B0ONRECORD"
REPORTER = "U0REPORTER"
DISPLAY_NAME = "Jo <!channel> Field"
ADMINISTRATOR = "U0ADMINISTRATOR"
BOT_TOKEN = "xoxb-test-bot-token"
APP_TOKEN = "xapp-test-app-token"
SIGNING_SECRET = "a-signing-secret-of-the-tests"
SCOPES = frozenset((*BOT_SCOPES, *OPTIONAL_SCOPES))


@dataclass
class Channel:
    """Where people talk; `kind` as in an event's `channel_type`."""

    id: str
    kind: str = "channel"
    has_bot: bool = True
    team: str = TEAM
    messages: list[Json] = field(default_factory=list)

    @property
    def history_scope(self) -> str:
        """What a bot needs to read here."""
        name = {"channel": "channels", "group": "groups"}.get(self.kind, self.kind)
        return f"{name}:history"


@dataclass(frozen=True)
class Refusal:
    """An answer that the next call of a method gets instead of the right one."""

    status: int = 200
    error: str = "internal_error"
    headers: dict[str, str] = field(default_factory=dict)
    after: bool = False
    """Do what was asked first, then answer so: a reply that got lost on its way."""


class Workspace:
    """What Slack remembers; every change wakes whoever waits in `wait_for`."""

    def __init__(self) -> None:
        self.channels: dict[str, Channel] = {}
        self.scopes = set(SCOPES)
        self.bare = False
        """Behave as the least server that a bot can talk to: few methods, few fields."""
        self.calls: list[tuple[str, Json]] = []
        self.tokens = {BOT_TOKEN: TEAM}
        """Of bots, and where each is good."""
        self.seconds_of_a_token = 43_200
        """How long a token lives that an installation brings."""
        self.refusals: dict[str, deque[Refusal]] = defaultdict(deque)
        self.ephemerals: list[Json] = []
        self.responses: list[Json] = []
        self.reactions: dict[str, list[str]] = defaultdict(list)
        """Of the bot, by the message's `ts`."""
        self.views: list[Json] = []
        """What is open in front of people (modals) or stands in their Home, oldest first."""
        self.files: dict[str, Json] = {}
        """Name and content of what the bot uploaded."""
        self.triggers: set[str] = set()
        """Given out, and good for opening one view each."""
        self.changed = threading.Condition()
        self._numbers = itertools.count(1)
        self._last_ts = 0.0

    def new_channel(self, kind: str = "channel", team: str = TEAM) -> Channel:
        """A channel of its own for a test."""
        prefix = {"im": "D", "mpim": "G"}.get(kind, "C")
        channel = Channel(f"{prefix}{next(self._numbers):08d}", kind, team=team)
        self.channels[channel.id] = channel
        return channel

    def new_trigger(self) -> str:
        """What an interaction brings, to open a modal with."""
        trigger = f"{next(self._numbers)}.trigger"
        self.triggers.add(trigger)
        return trigger

    def new_file(self, name: str) -> str:
        """A file that is about to be uploaded."""
        file_id = f"F{next(self._numbers):08d}"
        self.files[file_id] = {"id": file_id, "name": name, "content": ""}
        return file_id

    def new_view(self, view: Json, kept: Json | None = None, *, team: str = TEAM) -> Json:
        """A view that an app sent, as Slack keeps it; `kept`: the one whose place it takes."""
        before = kept or {"id": f"V{next(self._numbers):08d}"}
        ids = {"team_id": team, "app_id": APP, "bot_id": BOT, "id": before["id"]}
        made = {"private_metadata": "", "callback_id": "", "state": {"values": {}}}
        whole = {**made, **view, **ids, "hash": f"{next(self._numbers)}.hash"}
        whole["blocks"] = [
            {"block_id": f"b{number}", **block} for number, block in enumerate(view["blocks"])
        ]
        with self.changed:
            if kept in self.views:
                self.views.remove(kept)
            self.views.append(whole)
            self.changed.notify_all()
        return whole

    def new_ts(self) -> str:
        """A message's name: seconds, never the same twice."""
        with self.changed:
            self._last_ts = max(time.time(), self._last_ts + 0.000_002)
            return f"{self._last_ts:.6f}"

    def add(self, channel: Channel, message: Json) -> Json:
        """Keep a message and wake who waits for it."""
        with self.changed:
            channel.messages.append(message)
            self.changed.notify_all()
        return message

    def note(self, record: list[T], item: T) -> None:
        """Keep something else and wake who waits for it."""
        with self.changed:
            record.append(item)
            self.changed.notify_all()

    def replies(self, channel: Channel, ts: str) -> list[Json]:
        """What the bot posted in a message's thread."""
        return [
            message
            for message in channel.messages
            if message.get("thread_ts") == ts and message.get("bot_id") == BOT
        ]

    def posts(self, channel: Channel) -> list[Json]:
        """What the bot posted in a channel, in threads or not."""
        return [message for message in channel.messages if message.get("bot_id") == BOT]

    def wait_for(self, look: Callable[[], T], seconds: float = 30) -> T:
        """The first true thing that `look` returns."""
        deadline = time.monotonic() + seconds
        with self.changed:
            while not (found := look()):
                left = deadline - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"nothing came in {seconds} s; asked: {self.calls[-5:]}")
                self.changed.wait(min(left, 0.25))
            return found
