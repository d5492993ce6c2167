"""The demonstration: two bundled articles, two questions, a digest, and no Slack.

The articles, their people, places and papers are invented.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

from bot.blocks import build_answer, build_digest, build_reports
from bot.desk import Desk
from bot.desk.answers import answer
from bot.desk.digests import write_digest
from bot.desk.reading import analyse_article
from bot.reading import read_file
from bot.settings import load_settings
from bot.terminal import show
from store.records import Audience

ARTICLES = ("strait.html", "school.html")
QUESTIONS = ("who said what about the Tarsk Group", "what has Robert Ainsley said")
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
"""The demonstration's morning: the same output on any day."""


def show_demo(console: Console) -> None:
    """Read, ask and digest in a temporary database, printing what Slack would show."""
    from bot.app import build_desk

    with TemporaryDirectory(prefix="onrecord-demo-") as folder:
        settings = load_settings(onrecord_db=Path(folder) / "demo.db")
        desk = build_desk(settings)
        with closing(desk.store):
            _show_reports(desk, console)
            _show_answers(desk, console)
            _show_digest(desk, console)


def _show_reports(desk: Desk, console: Console) -> None:
    for name in ARTICLES:
        article = read_file(Path(__file__).with_name(name))
        _announce(console, f"Somebody shares {article.url}")
        show(build_reports([analyse_article(desk, article, NOW, everybody=True)]), console)


def _show_answers(desk: Desk, console: Console) -> None:
    for question in QUESTIONS:
        _announce(console, f"@onrecord {question}")
        show(build_answer(answer(desk, question, Audience(), now=NOW)), console)


def _show_digest(desk: Desk, console: Console) -> None:
    _announce(console, "The morning digest")
    since, until = NOW - timedelta(days=1), NOW + timedelta(minutes=1)
    show(build_digest(write_digest(desk, Audience(), since=since, until=until), UTC), console)


def _announce(console: Console, what: str) -> None:
    console.print(Text(f"\n=== {what} ===\n", style="bold"))
