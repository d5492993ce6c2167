"""The command line, run in this process with an environment and a database of its own."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from bot.cli import onrecord
from bot.cli.endings import end_program


@dataclass(frozen=True, slots=True)
class Ending:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  # whatever JSON holds
        return json.loads(self.out)


class RunCommand(Protocol):
    """Run `onrecord` with these arguments."""

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Ending: ...


@pytest.fixture
def onrecord_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> RunCommand:
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ONRECORD_DB", str(tmp_path / "archive.db"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ending:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        code = end_program(onrecord, [str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ending(code, captured.out, captured.err)

    return run
