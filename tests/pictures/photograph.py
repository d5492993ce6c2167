"""Pictures of what the bot posts, from the blocks that it really sends; `make pictures`.

Somebody else's renderer (an npm package) draws them, a headless Chromium photographs them.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.app import build_desk
from bot.blocks import build_answer, build_digest, build_reports
from bot.blocks.homes import build_home
from bot.blocks.modals_correct import build_form
from bot.blocks.modals_quotes import build_quotes
from bot.blocks.settings import build_settings
from bot.demo import ARTICLES, NOW
from bot.desk import Desk
from bot.desk.answers import answer
from bot.desk.channels import settings_of
from bot.desk.correcting import open_sheet
from bot.desk.digests import write_digest
from bot.desk.homes import write_home
from bot.desk.reading import analyse_article
from bot.reading import read_file
from bot.settings import load_settings
from store.records import Audience
from store.workspace import Schedule, Watch

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
TO = ROOT / "docs" / "pictures"
CHROMIUM = [
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]
WIDTH, MARGIN = 680, 32
TEAM, CHANNEL = "T0NEWSROOM", "C0HARBOUR"
SCHEDULE = Schedule(TEAM, CHANNEL, "08:00", "Europe/London")
WATCH = Watch(TEAM, CHANNEL, "the Sorrel Strait")
QUESTION = "who said what about Velmora"
READ = NOW - timedelta(hours=1)
Json = dict[str, Any]


def main() -> None:
    """Renew every picture in docs/pictures."""
    TO.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="onrecord-pictures-") as folder:
        desk = build_desk(load_settings(onrecord_db=Path(folder) / "pictures.db"))
        with closing(desk.store):
            for name, shown in build_all(desk):
                photograph(shown, TO / f"{name}.png", Path(folder))
                sys.stdout.write(f"docs/pictures/{name}.png\n")


def build_all(desk: Desk) -> Iterator[tuple[str, Json]]:
    """Name and content of each picture."""
    audience = Audience()
    articles = [read_file(ROOT / "bot" / "demo" / name) for name in ARTICLES]
    reports = [analyse_article(desk, article, READ, everybody=True) for article in articles]
    yield "report", {"blocks": build_reports(reports[:1])}
    yield "answer", {"blocks": build_answer(answer(desk, QUESTION, audience, now=NOW))}
    digest = write_digest(desk, audience, since=NOW - timedelta(days=1), until=NOW)
    yield "digest", {"blocks": build_digest(digest, UTC)}
    sheet = open_sheet(desk, reports[0].article_id, audience)
    yield "quotes", show(build_quotes(sheet, CHANNEL))
    yield "correction", show(build_form(sheet, sheet.statements[0], CHANNEL))
    yield "settings", show(build_settings(settings_of(desk, TEAM, CHANNEL), SCHEDULE))
    home = write_home(desk, TEAM, "", is_public=bool, administrator=True)
    yield "home", show(build_home(replace(home, schedules=(SCHEDULE,), watches=(WATCH,)), UTC))


def show(view: Json) -> Json:
    """A modal or Home, for the renderer."""
    return {"blocks": view["blocks"], "view": view}


def photograph(shown: Json, picture: Path, folder: Path) -> None:
    """Render one message or view, and photograph it at its own height."""
    page = folder / "page.html"
    given = json.dumps({"time": NOW.isoformat(), **shown})
    drawn = _run(["node", "render.mjs"], cwd=FOLDER, input=given)
    page.write_text(drawn, encoding="utf-8")
    browser = [*CHROMIUM, f"--user-data-dir={folder / 'browser'}"]
    measured = re.search(r"<title>(\d+)", _run([*browser, "--dump-dom", page.as_uri()]))
    assert measured, "the page did not tell its height"
    size = f"--window-size={WIDTH},{int(measured[1]) + MARGIN}"
    _run([*browser, size, f"--screenshot={picture}", page.as_uri()])


def _run(command: list[str], **more: Any) -> str:  # noqa: ANN401  # of subprocess.run
    done = subprocess.run(command, check=True, capture_output=True, text=True, **more)
    return str(done.stdout)


if __name__ == "__main__":
    main()
