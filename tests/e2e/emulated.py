"""The Slack of `emulate`, an npm package: a stateful Web API with signed deliveries."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from slack_sdk import WebClient

FOLDER = Path(__file__).parent
BOT_TOKEN, REPORTER_TOKEN = "xoxb-on-the-record", "xoxp-rita"
SIGNING_SECRET = "a-secret-of-the-emulated-slack"
SEED = {
    "team": {"name": "News", "domain": "news"},
    "signing_secret": SIGNING_SECRET,
    "users": [{"name": "rita", "real_name": "Rita"}, {"name": "onrecord"}],
    "channels": [{"name": "desk"}, {"name": "sports"}],
    "bots": [{"name": "onrecord"}],
    "tokens": [
        {"token": BOT_TOKEN, "user": "onrecord"},
        {"token": REPORTER_TOKEN, "user": "rita"},
    ],
}

Json = dict[str, Any]
T = TypeVar("T")


class EmulatedSlack:
    """Runs the emulator; `reporter` is a person's client, to do and to see what people do."""

    def __init__(self, port: int, bot_url: str) -> None:
        self._process = subprocess.Popen(
            ["node", "slack.mjs", str(port), bot_url, json.dumps(SEED)],
            cwd=FOLDER,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        self.url = self._process.stdout.readline().strip()
        assert self.url, "the emulated Slack did not start"
        self.reporter = WebClient(token=REPORTER_TOKEN, base_url=f"{self.url}/api/")

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.communicate(timeout=10)

    def channel(self, name: str) -> str:
        """A channel's id: they differ from start to start."""
        channels = self.reporter.conversations_list()["channels"]
        return next(str(channel["id"]) for channel in channels if channel["name"] == name)

    def user(self, name: str) -> str:
        """A user's id."""
        members = self.reporter.users_list()["members"]
        return next(str(member["id"]) for member in members if member["name"] == name)

    def say(self, channel: str, text: str) -> str:
        """The reporter posts; the message's `ts`."""
        return str(self.reporter.chat_postMessage(channel=channel, text=text)["ts"])

    def replies(self, channel: str, ts: str) -> list[Json]:
        """What stands in a message's thread below it."""
        found = self.reporter.conversations_replies(channel=channel, ts=ts)
        messages: list[Json] = found["messages"]
        return [message for message in messages if message["ts"] != ts]

    def history(self, channel: str) -> list[Json]:
        """What stands in a channel outside threads, newest first."""
        messages: list[Json] = self.reporter.conversations_history(channel=channel)["messages"]
        return messages

    def reactions(self, channel: str, ts: str) -> list[str]:
        """What stands on a message."""
        found = self.reporter.reactions_get(channel=channel, timestamp=ts)["message"]
        return [str(each["name"]) for each in found.get("reactions", [])]

    def wait_for_messages(self, channel: str, after: str) -> list[Json]:
        """What was posted in a channel after a message."""
        return wait_for(lambda: [m for m in self.history(channel) if m["ts"] > after])

    def wait_for_reply(self, channel: str, ts: str) -> Json:
        """The first reply in a message's thread."""
        return wait_for(lambda: self.replies(channel, ts))[0]


def wait_for(look: Callable[[], list[T]], seconds: float = 60) -> list[T]:
    """What `look` finds, as soon as that is something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.1)
    raise AssertionError("nothing came")
