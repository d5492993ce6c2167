"""One bot process a mode for the whole folder; each test has a channel of its own."""

from __future__ import annotations

import os
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

from bot.manifest import BOT_SCOPES
from tests.slack.bot_process import BotProcess
from tests.slack.http_delivery import HttpDelivery
from tests.slack.news_site import NewsSite
from tests.slack.server import Slack
from tests.slack.workspace import (
    APP_TOKEN,
    BOT_TOKEN,
    SCOPES,
    SIGNING_SECRET,
    Channel,
)

Mode = Literal["socket", "http", "many"]

SECONDS_TO_POST = 0.7
"""Longer than the bot takes for one more post."""


@dataclass
class Newsroom:
    """A Slack, a bot that runs against it, and a site to share links from."""

    slack: Slack
    site: NewsSite
    bot: BotProcess
    environment: dict[str, str]
    folder: Path
    url: str = ""
    known: Channel | None = None
    """A public channel in which a report stands, once a test needed one."""
    expected: list[tuple[str, Channel, int]] = field(default_factory=list)

    def expect_no_more(self, channel: Channel, posts: int) -> None:
        """The bot posted so often in this channel, and will not post there again.

        Looked at once more when the newsroom closes: nobody waits here for what must not come.
        """
        test = os.environ.get("PYTEST_CURRENT_TEST", "").partition(" ")[0]
        self.expected.append((test, channel, posts))
        assert len(self.slack.workspace.posts(channel)) <= posts

    def check_expected(self) -> None:
        """No channel has more posts than it should, nor fewer."""
        time.sleep(SECONDS_TO_POST if self.expected else 0)
        late = [
            (test, posts, found)
            for test, channel, posts in self.expected
            if len(found := self.slack.workspace.posts(channel)) != posts
        ]
        assert not late

    def restart(self) -> None:
        """Start the bot again with the same settings and database."""
        self.bot = BotProcess(self.folder, self.environment)
        wait_until_ready(self)


def build_environment(slack: Slack, site: NewsSite, folder: Path, mode: Mode) -> dict[str, str]:
    common = {
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_API_URL": f"{slack.base_url}/api/",
        "ONRECORD_DB": str(folder / "onrecord.db"),
        "ONRECORD_ALLOW_HOSTS": site.host,
    }
    if mode == "socket":
        return {**common, "SLACK_APP_TOKEN": APP_TOKEN}
    # Hosts' templates set these two, at which Bolt would drop the bot token for its own OAuth.
    oauth = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "a-client-secret"}
    port = str(find_free_port())
    http = {**common, **oauth, "SLACK_SIGNING_SECRET": SIGNING_SECRET, "PORT": port}
    if mode == "many":
        del http["SLACK_BOT_TOKEN"]
        http["ONRECORD_UNINSTALL"] = "delete"
    return http


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def open_newsroom(
    folder: Path, mode: Mode, scopes: Collection[str] = SCOPES, *, bare: bool = False
) -> Newsroom:
    slack, site = Slack(), NewsSite()
    slack.workspace.scopes = set(scopes)
    slack.workspace.bare = bare
    environment = build_environment(slack, site, folder, mode)
    newsroom = Newsroom(slack, site, BotProcess(folder, environment), environment, folder)
    if mode != "socket":
        newsroom.url = f"http://127.0.0.1:{environment['PORT']}"
        slack.delivery = HttpDelivery(f"{newsroom.url}/slack/events")
    return newsroom


def wait_until_ready(newsroom: Newsroom, seconds: float = 60) -> None:
    if not newsroom.url:
        newsroom.slack.socket_mode.wait_for_connection(seconds)
    else:
        wait_until_answering(newsroom.url, newsroom.bot, seconds)


def wait_until_answering(url: str, bot: BotProcess, seconds: float = 60) -> None:
    """Wait until the bot takes requests at `url`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and bot.is_running():
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"the bot is not there: {bot.read_log()}")


def close_newsroom(newsroom: Newsroom) -> None:
    if newsroom.bot.is_running():
        newsroom.bot.kill()  # quicker than stopping, which has a test of its own
    newsroom.slack.close()
    newsroom.site.close()


def run_newsroom(
    folder: Path, mode: Mode, scopes: Collection[str] = SCOPES, *, bare: bool = False
) -> Iterator[Newsroom]:
    newsroom = open_newsroom(folder, mode, scopes, bare=bare)
    try:
        wait_until_ready(newsroom)
        yield newsroom
        newsroom.check_expected()
    finally:
        close_newsroom(newsroom)


@pytest.fixture(scope="session")
def socket_newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    yield from run_newsroom(tmp_path_factory.mktemp("socket"), "socket")


@pytest.fixture(scope="session")
def http_newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """Its bot had the fewest scopes when it started; others were granted later."""
    for newsroom in run_newsroom(tmp_path_factory.mktemp("http"), "http", BOT_SCOPES):
        newsroom.slack.workspace.scopes = set(SCOPES)
        yield newsroom


@pytest.fixture(params=["socket", "http"], scope="session")
def newsroom(request: pytest.FixtureRequest) -> Newsroom:
    """The same flow in both modes, where the mode may matter."""
    found: Newsroom = request.getfixturevalue(f"{request.param}_newsroom")
    return found
