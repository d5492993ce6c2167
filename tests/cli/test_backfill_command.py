"""`onrecord backfill`: stopped in the middle, it goes on and keeps nothing twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from store import Store
from tests.cli.conftest import RunCommand

TEXT = """\
Ferry {number} to run all night

Ferry {number} to Low Marsh will run all night, harbour master Una Field said on Monday.

“Nobody should have to sleep on quay {number},” Field said.
"""
MANY = 24


def write_texts(folder: Path) -> None:
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number}.txt").write_text(TEXT.format(number=number), encoding="utf-8")


def children_of(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def wait_until(happened: object, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not happened() and time.monotonic() < deadline:  # type: ignore[operator]
        time.sleep(0.02)
    assert happened()  # type: ignore[operator]


def test_killed_in_the_middle_it_goes_on_and_keeps_nothing_twice(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    write_texts(tmp_path / "saved")
    path = tmp_path / "archive.db"
    store = Store(path)
    command = [sys.executable, "-m", "bot", "backfill", "saved", "--workers", "2"]
    root = str(Path(__file__).parents[2])
    running = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": root}, cwd=tmp_path)
    articles = store.db.table("articles")
    wait_until(lambda: articles.count >= 2)
    workers = children_of(running.pid)
    running.send_signal(signal.SIGKILL)
    running.wait()
    begun = articles.count
    assert 2 <= begun < MANY
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))

    ending = onrecord_command("backfill", "saved", "--workers", "1")
    assert ending.code == 0
    assert f"Read {MANY - begun} articles with" in ending.out
    assert f"There already: {begun}." in ending.out
    assert articles.count == MANY
    said = store.db.execute("SELECT count(*), count(DISTINCT article_id) FROM statements")
    statements, of_articles = said.fetchone()
    assert (statements % MANY, of_articles) == (0, MANY)
    store.close()


def test_what_failed_and_what_was_left_out_is_told(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    (tmp_path / "one.txt").write_text(TEXT.format(number=1), encoding="utf-8")
    (tmp_path / "two.html").write_text("<html><body></body></html>")
    links = b"https://127.0.0.1/inner\n"
    ending = onrecord_command("backfill", "one.txt", "two.html", "-", "--workers", "1", stdin=links)
    assert ending.code == 1
    assert "Read 1 article with 2 statements." in ending.out
    assert "Left out: 1." in ending.out
    assert ending.out.endswith("Failed: 1.\n")
    assert ending.err.startswith("https://127.0.0.1/inner: ")
