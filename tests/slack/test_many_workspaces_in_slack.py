"""Two workspaces install the bot by OAuth; neither sees anything of the other."""

from __future__ import annotations

import re
import sqlite3
import urllib.request
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.slack.conftest import Newsroom, run_newsroom
from tests.slack.workspace import BOT_USER, RIVALS, TEAM, Channel


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    for newsroom in run_newsroom(tmp_path_factory.mktemp("many"), "many"):
        newsroom.slack.workspace.tokens.clear()
        for team in (TEAM, RIVALS):
            assert f"client/{team}" in install(newsroom, team)
        yield newsroom


def install(newsroom: Newsroom, team: str) -> str:
    """As an administrator does in a browser; Slack's own page lies between."""
    with urllib.request.urlopen(f"{newsroom.url}/slack/install", timeout=10) as page:
        cookie = page.headers["Set-Cookie"].partition(";")[0]
        state = re.search(r"state=([\w-]+)", page.read().decode())
    assert state
    back = f"{newsroom.url}/slack/oauth_redirect?code=code-{team}&state={state[1]}"
    request = urllib.request.Request(back, headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=10) as done:
        return str(done.read().decode())


def share(newsroom: Newsroom, team: str, kind: str = "article") -> Channel:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel(team=team)
    slack.wait_for_reply(channel, slack.post(channel, f"<{newsroom.site.new_url(kind)}>"))
    return channel


def ask(newsroom: Newsroom, team: str, question: str) -> str:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel(team=team)
    asked = slack.post(channel, f"<@{BOT_USER}> {question}")
    return str(slack.wait_for_reply(channel, asked)["text"])


def test_each_workspace_is_answered_from_what_it_shared(many: Newsroom) -> None:
    share(many, TEAM)
    assert "Maren Oduya" in ask(many, TEAM, "who said what about ferries")
    assert "Maren Oduya" not in ask(many, RIVALS, "who said what about ferries")
    share(many, RIVALS, "secret")
    assert "Edda Holm" in ask(many, RIVALS, "who said what about lighthouses")
    assert "Edda Holm" not in ask(many, TEAM, "who said what about lighthouses")


def test_a_token_about_to_expire_is_exchanged(many: Newsroom) -> None:
    many.slack.workspace.seconds_of_a_token = 60
    install(many, RIVALS)
    many.slack.workspace.seconds_of_a_token = 43_200
    known = len(many.slack.workspace.tokens)
    share(many, RIVALS)
    assert len(many.slack.workspace.tokens) > known


def test_a_workspace_that_removes_the_app_leaves_nothing(many: Newsroom) -> None:
    share(many, TEAM)
    many.slack.send_event({"type": "app_uninstalled"}, team=RIVALS)

    def left() -> tuple[int, int]:
        with closing(sqlite3.connect(many.environment["ONRECORD_DB"])) as db:
            sql = "SELECT (SELECT count(*) FROM slack_bots WHERE team_id = ?1),"
            sql += " (SELECT count(*) FROM shares WHERE team = ?1)"
            row: tuple[int, int] = db.execute(sql, [RIVALS]).fetchone()
            return row

    many.slack.workspace.wait_for(lambda: left() == (0, 0))
    assert "Maren Oduya" in ask(many, TEAM, "who said what about ferries")
    with closing(sqlite3.connect(many.environment["ONRECORD_DB"])) as db:
        texts = "".join(row[0] for row in db.execute("SELECT text FROM articles"))
    assert "lighthouses" not in texts
    assert "Traceback" not in many.bot.read_log()
