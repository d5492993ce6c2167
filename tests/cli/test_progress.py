"""The progress bar: on stderr, only on a terminal, and never in what is printed."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

from tests.cli.stories import OTHER, STORY


def analyse_on_terminal(folder: Path, *, stdout_too: bool) -> tuple[str, str]:
    """Run with a terminal as stderr, and perhaps as stdout; what went to stdout and terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "analyse", "harbour.txt", "library.txt"],
        cwd=folder,
        stdout=theirs if stdout_too else subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100", "PYTHONUTF8": "1"},
    ) as process:
        os.close(theirs)
        shown: list[bytes] = []
        reader = threading.Thread(target=read_terminal, args=(ours, shown))
        reader.start()
        printed = process.stdout.read() if process.stdout else b""
        process.wait(timeout=60)
        reader.join(timeout=60)
    os.close(ours)
    assert process.returncode == 0
    return printed.decode(), b"".join(shown).decode()


def read_terminal(terminal: int, shown: list[bytes]) -> None:
    try:
        while chunk := os.read(terminal, 4096):
            shown.append(chunk)
    except OSError:  # the other side is closed
        return


def write_stories(folder: Path) -> None:
    (folder / "harbour.txt").write_text(STORY, encoding="utf-8")
    (folder / "library.txt").write_text(OTHER, encoding="utf-8")


def test_a_bar_on_the_terminal_leaves_piped_output_alone(tmp_path: Path) -> None:
    write_stories(tmp_path)
    printed, shown = analyse_on_terminal(tmp_path, stdout_too=False)
    assert [json.loads(line)["id"] for line in printed.splitlines()] == ["harbour", "library"]
    assert "Analysing" in shown


def test_output_on_the_same_terminal_is_shown_too(tmp_path: Path) -> None:
    write_stories(tmp_path)
    _, shown = analyse_on_terminal(tmp_path, stdout_too=True)
    assert "Analysing" in shown
    assert '"id": "harbour"' in shown
