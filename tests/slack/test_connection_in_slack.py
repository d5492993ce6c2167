"""Starting, stopping, broken connections, crashes: what must not lose or double a report."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.blocks import escape
from bot.manifest import BOT_SCOPES
from store import Store
from store.moments import to_text
from store.schedules import save_schedule
from store.workspace import Schedule
from tests.slack.bot_process import BotProcess
from tests.slack.conftest import Newsroom
from tests.slack.http_delivery import HttpDelivery
from tests.slack.workspace import APP_TOKEN, BOT_TOKEN, BOT_USER, TEAM, Refusal


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


def test_with_the_fewest_scopes_mentions_are_read_and_stay_private(
    http_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack, site = http_newsroom.slack, http_newsroom.site
    monkeypatch.setattr(slack.workspace, "scopes", set(BOT_SCOPES))
    private, public = slack.workspace.new_channel("group"), slack.workspace.new_channel()
    hidden, known = site.new_url(), site.new_url()
    for channel, url in ((private, hidden), (public, known)):
        slack.wait_for_reply(channel, slack.post(channel, f"<@{BOT_USER}> <{url}>"))
    elsewhere = slack.workspace.new_channel()
    answers = [slack.wait_for_reply(elsewhere, slack.post(elsewhere, f"<{url}>"))["text"]
               for url in (hidden, known)]  # fmt: skip
    assert ["Shared before" in answer for answer in answers] == [False, True]


def test_reports_come_once_although_the_bot_was_killed(socket_newsroom: Newsroom) -> None:
    slack, site = socket_newsroom.slack, socket_newsroom.site
    channel, visits = slack.workspace.new_channel(), len(site.visits)
    site.gate.clear()
    reading = slack.post(channel, f"<{site.new_url()}>")
    slack.workspace.wait_for(lambda: site.visits[visits:])

    # The first of these reports stands in its thread, but the bot has not heard of it.
    slack.refuse("chat.postMessage", Refusal(status=502, after=True))
    texts = [
        slack.post(channel, f"<@{BOT_USER}> {escape(site.new_text())}", thread_ts=reading["ts"])
        for _ in range(2)
    ]
    slack.workspace.wait_for(lambda: slack.workspace.posts(channel))
    socket_newsroom.bot.kill()
    site.gate.set()
    save_due_digest(socket_newsroom, channel.id)
    calls, logged = len(slack.workspace.calls), len(socket_newsroom.bot.read_log())
    socket_newsroom.restart()

    slack.workspace.wait_for(lambda: len(slack.workspace.posts(channel)) == len(texts) + 2)
    # The digest that fell into the pause is made up for, once.
    [digest] = [post for post in slack.workspace.posts(channel) if "thread_ts" not in post]
    assert "Maren Oduya" in digest["text"]
    assert "conversations.replies" in dict(slack.workspace.calls[calls:])
    socket_newsroom.expect_no_more(channel, posts=len(texts) + 2)
    log = socket_newsroom.bot.read_log()[logged:]
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
    store.db.execute(
        "UPDATE shares SET created = ?1, read_at = iif(read_at, ?1, read_at)", [earlier]
    )
    store.db.conn.commit()
    store.close()


Ending = tuple[int, str]
"""Exit status, and what was written on stderr."""


@pytest.fixture(scope="module")
def endings(
    socket_newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Ending]:
    """How bots end that cannot run, started all at once."""
    right, wrong = socket_newsroom.environment, "not-this-one"
    environments = {
        "few settings": {"SLACK_BOT_TOKEN": BOT_TOKEN},
        "SLACK_BOT_TOKEN": {**right, "SLACK_BOT_TOKEN": wrong, "ONRECORD_DB": "own.db"},
        "SLACK_APP_TOKEN": {**right, "SLACK_APP_TOKEN": wrong, "ONRECORD_DB": "own.db"},
        "second": right,
    }
    folders = {name: tmp_path_factory.mktemp("ending") for name in environments}
    bots = {name: BotProcess(folders[name], given) for name, given in environments.items()}
    return {name: (bot.wait(), bot.read_log()) for name, bot in bots.items()}


def test_missing_tokens_are_named_with_where_to_get_them(endings: dict[str, Ending]) -> None:
    status, said = endings["few settings"]
    assert status == 1
    for name in ("SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "PORT"):
        assert name in said
    assert "SLACK_BOT_TOKEN" not in said
    assert "api.slack.com/apps" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("wrong", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"])
def test_a_wrong_token_is_named(endings: dict[str, Ending], wrong: str) -> None:
    status, said = endings[wrong]
    assert status == 1
    assert wrong in said
    assert "invalid_auth" in said
    assert "Traceback" not in said


def test_a_second_bot_on_the_same_archive_is_refused(endings: dict[str, Ending]) -> None:
    status, said = endings["second"]
    assert status == 1
    assert "already" in said
    assert "ONRECORD_DB" in said
