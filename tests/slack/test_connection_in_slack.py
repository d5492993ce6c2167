"""Starting, stopping, broken connections, crashes: what must not lose or double a report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.manifest import BOT_SCOPES
from store import Store
from store.moments import to_text
from store.records import Schedule
from store.schedules import save_schedule
from tests.slack.conftest import Newsroom, run_newsroom
from tests.slack.http_delivery import HttpDelivery
from tests.slack.workspace import APP_TOKEN, BOT_TOKEN, BOT_USER, TEAM, Refusal


@pytest.fixture
def own_newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """A bot that a test may kill."""
    yield from run_newsroom(tmp_path, "socket")


def test_a_dropped_socket_is_opened_again(socket_newsroom: Newsroom) -> None:
    slack, channel = socket_newsroom.slack, socket_newsroom.slack.workspace.new_channel()
    opened = slack.socket_mode.opened
    slack.socket_mode.drop()
    message = slack.post(channel, f"<{socket_newsroom.site.new_url()}>")
    slack.wait_for_reply(channel, message)
    assert slack.socket_mode.opened == opened + 1


def test_slack_may_ask_for_a_new_socket(socket_newsroom: Newsroom) -> None:
    slack, channel = socket_newsroom.slack, socket_newsroom.slack.workspace.new_channel()
    slack.socket_mode.ask_to_reconnect()
    message = slack.post(channel, f"<{socket_newsroom.site.new_url()}>")
    slack.wait_for_reply(channel, message)


def test_slack_can_verify_the_address(http_newsroom: Newsroom) -> None:
    delivery = HttpDelivery(f"{http_newsroom.url}/slack/events")
    status, body = delivery.send("event", {"type": "url_verification", "challenge": "c-123"})
    assert (status, json.loads(body)) == (200, {"challenge": "c-123"})


def test_requests_that_slack_did_not_sign_are_refused(http_newsroom: Newsroom) -> None:
    address = f"{http_newsroom.url}/slack/events"
    payload = {"type": "url_verification", "challenge": "c-123"}
    forged = HttpDelivery(address, secret="another secret").send("event", payload)
    stale = HttpDelivery(address).send("event", payload, age=600)
    assert (forged[0], stale[0]) == (401, 401)


@pytest.mark.parametrize("path", ["admin", "slack/install"])
def test_other_addresses_are_not_served(http_newsroom: Newsroom, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{http_newsroom.url}/{path}", timeout=5)
    with error.value:
        assert error.value.code == 404


def test_the_bot_token_is_used_though_settings_for_oauth_are_there(
    http_newsroom: Newsroom,
) -> None:
    slack, direct = http_newsroom.slack, http_newsroom.slack.workspace.new_channel("im")
    assert "SLACK_CLIENT_ID" in http_newsroom.environment
    slack.post(direct, "hello")
    slack.workspace.wait_for(lambda: slack.workspace.posts(direct))
    assert "SLACK_CLIENT_ID is not used" in http_newsroom.bot.read_log()


def test_no_token_is_in_the_log(newsroom: Newsroom) -> None:
    log = newsroom.bot.read_log()
    assert "is ready" in log
    assert BOT_TOKEN not in log
    assert APP_TOKEN not in log


def test_a_report_comes_once_although_the_bot_was_killed_while_reading(
    own_newsroom: Newsroom,
) -> None:
    slack, channel = own_newsroom.slack, own_newsroom.slack.workspace.new_channel()
    own_newsroom.site.gate.clear()
    message = slack.post(channel, f"<{own_newsroom.site.new_url()}>")
    slack.workspace.wait_for(lambda: own_newsroom.site.visits)
    direct = slack.workspace.new_channel("im")
    pasted = slack.post(direct, own_newsroom.site.new_text())
    own_newsroom.bot.kill()
    assert slack.workspace.replies(channel, message["ts"]) == []
    own_newsroom.site.gate.set()
    own_newsroom.restart()
    assert "Maren Oduya" in slack.wait_for_reply(channel, message)["text"]
    assert "Maren Oduya" in slack.wait_for_reply(direct, pasted)["text"]

    # Killed again when the report stood in the thread but the bot had not heard of it.
    slack.refuse("chat.postMessage", Refusal(status=502, after=True))
    second = slack.post(channel, f"<{own_newsroom.site.new_url()}>")
    slack.wait_for_reply(channel, second)
    own_newsroom.bot.kill()
    save_due_digest(own_newsroom, channel.id)
    own_newsroom.restart()

    # The digest that fell into the pause is made up for, once.
    digest = slack.workspace.wait_for(
        lambda: [post for post in slack.workspace.posts(channel) if "thread_ts" not in post]
    )
    assert "Ellery pier to close" in digest[0]["text"]
    slack.workspace.wait_for(lambda: "conversations.replies" in dict(slack.workspace.calls))
    time.sleep(0.5)
    assert len(slack.workspace.replies(channel, second["ts"])) == 1

    status, seconds = own_newsroom.bot.stop()
    assert status == 0
    assert seconds < 5
    log = own_newsroom.bot.read_log()
    assert "ERROR   bot." not in log
    assert "ERROR   handlers." not in log


def save_due_digest(newsroom: Newsroom, channel: str) -> None:
    """A schedule that struck a few minutes ago, while the bot was away, after the reading."""
    now = datetime.now(UTC)
    struck = now - timedelta(minutes=3)
    every_day = "mon,tue,wed,thu,fri,sat,sun"
    store = Store(Path(newsroom.environment["ONRECORD_DB"]))
    schedule = Schedule(TEAM, channel, f"{struck:%H:%M}", "UTC", every_day)
    save_schedule(store.db, schedule)
    earlier = to_text(struck - timedelta(minutes=10))
    store.db.execute("UPDATE articles SET read_at = ?", [earlier])
    store.db.execute("UPDATE shares SET created = ?", [earlier])
    store.db.conn.commit()
    store.close()


@pytest.fixture
def sparing_newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """An administrator granted the bot no more than it must have."""
    yield from run_newsroom(tmp_path, "socket", BOT_SCOPES)


def test_with_the_fewest_scopes_mentions_are_read_and_stay_private(
    sparing_newsroom: Newsroom,
) -> None:
    slack, site = sparing_newsroom.slack, sparing_newsroom.site
    private, public = slack.workspace.new_channel("group"), slack.workspace.new_channel()
    hidden, known = site.new_url(), site.new_url()
    for channel, url in ((private, hidden), (public, known)):
        slack.wait_for_reply(channel, slack.post(channel, f"<@{BOT_USER}> <{url}>"))
    elsewhere = slack.workspace.new_channel()
    answers = [slack.wait_for_reply(elsewhere, slack.post(elsewhere, f"<{url}>"))["text"]
               for url in (hidden, known)]  # fmt: skip
    assert ["Shared before" in answer for answer in answers] == [False, True]


def run_with(environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    command = [sys.executable, "-m", "bot", "run", "--db", str(folder / "onrecord.db")]
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_missing_tokens_are_named_with_where_to_get_them(tmp_path: Path) -> None:
    ended = run_with({"SLACK_BOT_TOKEN": BOT_TOKEN}, tmp_path)
    assert ended.returncode == 1
    for name in ("SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "PORT"):
        assert name in ended.stderr
    assert "SLACK_BOT_TOKEN" not in ended.stderr
    assert "api.slack.com/apps" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("wrong", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
def test_a_wrong_token_is_named(socket_newsroom: Newsroom, tmp_path: Path, wrong: str) -> None:
    environment = {**socket_newsroom.environment, wrong: "xoxb-not-this-one"}
    ended = run_with(environment, tmp_path)
    assert ended.returncode == 1
    assert wrong in ended.stderr
    assert "invalid_auth" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_second_bot_on_the_same_archive_is_refused(socket_newsroom: Newsroom) -> None:
    ended = run_with(socket_newsroom.environment, socket_newsroom.folder)
    assert ended.returncode == 1
    assert "already" in ended.stderr
    assert "ONRECORD_DB" in ended.stderr
