"""The doctor asks Slack what the settings are worth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.doctor import Finding, examine
from bot.manifest import BOT_SCOPES, OPTIONAL_SCOPES
from bot.settings import load_settings
from tests.slack.server import Slack
from tests.slack.workspace import APP_TOKEN, BOT_TOKEN


@pytest.fixture
def slack() -> Iterator[Slack]:
    slack = Slack()
    yield slack
    slack.close()


def find(slack: Slack, folder: Path, **settings: str) -> dict[str, Finding]:
    usual = {"slack_bot_token": BOT_TOKEN, "slack_app_token": APP_TOKEN}
    place = {"slack_api_url": f"{slack.base_url}/api/", "onrecord_db": folder / "onrecord.db"}
    found = examine(load_settings(**usual | place | settings))
    return {finding.name: finding for finding in found}


def test_good_tokens_with_all_scopes_are_right(slack: Slack, tmp_path: Path) -> None:
    found = find(slack, tmp_path)
    assert (found["Slack token"].state, found["Mode"].state) == ("right", "right")
    assert "Newsroom" in found["Slack token"].what
    assert "apps.connections.open" in dict(slack.workspace.calls)


def test_missing_scopes_are_named_with_where_to_add_them(slack: Slack, tmp_path: Path) -> None:
    slack.workspace.scopes = {*OPTIONAL_SCOPES, *BOT_SCOPES} - {"chat:write"}
    found = find(slack, tmp_path)["Slack token"]
    assert (found.state, "chat:write" in found.what) == ("wrong", True)
    assert "OAuth & Permissions" in found.mend
    slack.workspace.scopes = set(BOT_SCOPES)
    found = find(slack, tmp_path)["Slack token"]
    assert (found.state, OPTIONAL_SCOPES[0] in found.what) == ("notice", True)


@pytest.mark.parametrize(
    ("setting", "name"), [("slack_bot_token", "Slack token"), ("slack_app_token", "Mode")]
)
def test_a_refused_token_is_named_with_where_to_copy_it(
    slack: Slack, tmp_path: Path, setting: str, name: str
) -> None:
    found = find(slack, tmp_path, **{setting: "not-this-one"})[name]
    assert (found.state, "invalid_auth" in found.what) == ("wrong", True)
    assert setting.upper() in found.mend
    assert "api.slack.com/apps" in found.mend


def test_a_server_that_says_little_is_taken_as_it_is(slack: Slack, tmp_path: Path) -> None:
    slack.workspace.bare = True
    found = find(slack, tmp_path)
    assert (found["Slack token"].state, found["Mode"].state) == ("notice", "right")
