"""The archive's pages, served by the command itself, and a browser to open them with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium import webdriver

from store import Store
from store.articles import save_report
from store.records import Claim, Figure
from tests.archiving import Said, Story, save, share

NOW = datetime.now(UTC)
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@dataclass(frozen=True)
class Page:
    """What came back."""

    status: int
    text: str
    headers: dict[str, str]


@dataclass(frozen=True)
class Served:
    """The running command."""

    address: str
    notice: str
    path: Path

    def get(self, path: str, **headers: str) -> Page:
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=20)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        page = Page(answer.status, answer.read().decode(), found)
        connection.close()
        return page


def fill(path: Path) -> None:
    """Two speakers in three outlets over months, and a page that means harm."""
    store = Store(path)
    db = store.db
    names = {"Mara Quill": "person", "harbour": "place"}
    for month, outlet in enumerate(("Coastal Dispatch", "Harbour Post", "Gazette"), 3):
        published = datetime(2026, month, 9, 8, tzinfo=UTC)
        said = (
            Said("Mara Quill", f"the harbour needs {month} cranes", role="Harbour Master"),
            Said("Tom Barrow", "fees would double", kind="indirect", said_on=date(2026, month, 8)),
        )
        save(
            db,
            *said,
            url=f"https://news.test/{month}",
            headline=f"Fees, part {month}",
            publisher=outlet,
            published=published,
            now=NOW - timedelta(days=5 * month - 14),
            names=names,
        )
    hostile = "<script>document.title = 'taken'</script>"
    article = save(db, Said("Eve Marsh", f"“{hostile}”"), headline=hostile, url="https://x.test/")
    share(db, article, "D1", private=True)
    _save_claim(store)
    db.execute("CREATE TABLE installations (token TEXT)")
    db.execute("INSERT INTO installations VALUES ('xoxb-secret')")
    db.conn.commit()
    store.close()


def _save_claim(store: Store) -> None:
    story = Story((Said("Mara Quill", "34 boats were lost"),), url="https://news.test/claim")
    article, analysis = story.write()
    start = article.text.index("34")
    figure = Figure((start, start + 2), 34, "boats")
    claim = Claim(article.text[start : start + 18], (start, start + 18), 0.9, figures=(figure,))
    save_report(store.db, article, type(analysis)(analysis.attributions, (claim,)), now=NOW)


@contextmanager
def serving(path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command, until it is ended; its address."""
    command = [sys.executable, "-m", "bot", "--db", str(path), "archive"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        try:
            assert running.stdout
            yield running, running.stdout.readline().split()[-1]
        finally:
            running.kill()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("face") / "archive.db"
    fill(path)
    with serving(path) as (running, address):
        assert running.stderr
        yield Served(address, running.stderr.readline(), path)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("no Chromium here; on Debian: apt install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    opened = webdriver.Chrome(options, webdriver.ChromeService(driver))
    opened.implicitly_wait(5)
    yield opened
    opened.quit()
