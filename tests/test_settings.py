"""Settings as a newsroom gives them: in the environment, in `.env`, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import load_settings


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("PORT", "ONRECORD_TIMEZONE", "ONRECORD_ALLOW_HOSTS", "ONRECORD_DIGEST_TIME"):
        monkeypatch.delenv(name, raising=False)


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {"PORT": "many", "ONRECORD_TIMEZONE": "Mars", "ONRECORD_DIGEST_TIME": "25:00"}
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as raised:
        load_settings()
    assert all(name in str(raised.value) for name in wrong)


def test_a_wrong_time_is_answered_with_an_example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DIGEST_TIME", "8 o'clock")
    with pytest.raises(SettingsError, match="an example: 08:00"):
        load_settings()


def test_a_file_env_is_read_and_the_environment_wins_over_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("PORT=3000\nONRECORD_TIMEZONE=Europe/London\n")
    monkeypatch.setenv("PORT", "3001")
    settings = load_settings()
    assert (settings.port, settings.onrecord_timezone.key) == (3001, "Europe/London")


def test_the_command_line_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "3001")
    assert load_settings(port=3002).port == 3002


def test_an_empty_variable_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    assert load_settings().port is None


def test_trusted_hosts_are_a_list_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ALLOW_HOSTS", "cms.example:8080, Preview.example:80,")
    assert load_settings().onrecord_allow_hosts == ("cms.example:8080", "preview.example:80")


def test_another_slack_may_be_named_with_or_without_a_slash() -> None:
    urls = {
        load_settings(slack_api_url=url).slack_api_url for url in ("http://s/api", "http://s/api/")
    }
    assert urls == {"http://s/api/"}


def test_no_token_is_ever_printed() -> None:
    assert "xoxb-secret" not in repr(load_settings(slack_bot_token="xoxb-secret"))
