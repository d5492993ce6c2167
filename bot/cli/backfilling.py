"""`backfill`: many articles at once."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import click

from bot.cli.endings import FAILED, say
from bot.cli.options import database_option, open_desk
from bot.cli.printing import show_progress
from bot.errors import LanguageError

if TYPE_CHECKING:  # these load most of the program
    from bot.desk import Desk
    from bot.desk.backfill import Language, Settled
    from store.records import Analysis

EXAMPLES = """\b
Examples:
  onrecord backfill saved-pages/
  onrecord backfill crawl-2026.warc.gz --workers 4
  onrecord backfill links.txt
  grep -h ^https notes/*.txt | onrecord backfill -
"""

FEW = 4
"""Up to so many items it is quicker to start no process for them."""


@click.command(epilog=EXAMPLES)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    help="Processes that analyse. [default: one for each processor]",
)
@click.option("--again", is_flag=True, help="Look again at what earlier runs left out.")
@database_option
def backfill(sources: Sequence[str], workers: int, again: bool, db: str | None) -> int:
    """Read many articles into the archive: what a newsroom has collected so far.

    SOURCE is a folder of .html, .txt and .pdf files, a web archive (.warc, .warc.gz), a
    file or - with one link on each line, a link, or a single file. Stopped, it goes on
    where it was when it is started again; nothing is kept twice.
    """
    from bot.desk.backfill import backfill as read_all
    from bot.reading.bulk import count_items, find_items

    total, tally = count_items(sources), _Tally()
    items = find_items(sources, sys.stdin)
    with open_desk(db) as desk, _language(desk, workers, total) as language:
        try:
            with show_progress("Reading", total) as progress:
                for settled in read_all(desk, items, language, again=again):
                    tally.add(settled)
                    progress.advance(progress.task_ids[0])
        except KeyboardInterrupt:
            say("Started again, it goes on from here.")
            raise
        finally:
            click.echo(tally.describe())
    return FAILED if tally.numbers["failed"] else 0


@dataclass
class _Tally:
    """What became of the items so far."""

    numbers: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    statements: int = 0

    def add(self, settled: Settled) -> None:
        self.numbers[settled.what] += 1
        self.statements += settled.statements
        if settled.what == "failed":
            say(f"{settled.name}: {settled.reason}")
        elif settled.what == "left out":
            self.reasons[settled.reason] += 1

    def describe(self) -> str:
        from bot.blocks.wording import count

        found = f"with {count(self.statements, 'statement')}"
        lines = [
            f"Read {count(self.numbers['read'], 'article')} {found}.",
            f"There already: {self.numbers['known']:,}.",
            f"Left out: {self.numbers['left out']:,}.",
            *(f"  {number:,}: {reason}" for reason, number in self.reasons.most_common(10)),
            f"Failed: {self.numbers['failed']:,}.",
        ]
        return "\n".join(lines)


@contextmanager
def _language(desk: Desk, workers: int, total: int | None) -> Iterator[Language]:
    """Who analyses: processes, or for a few items this one."""
    from concurrent.futures.process import BrokenProcessPool

    from bot.desk.backfill import Language
    from bot.language.workers import Workers

    if workers == 1 or (total is not None and total <= FEW):
        yield Language(_analyse_here(desk), desk.language().lang or "")
        return
    model = desk.settings.onrecord_model
    crew = Workers(model, workers)
    try:
        try:
            code = crew.language()
        except BrokenProcessPool as error:
            raise LanguageError(
                f"The language model {model} cannot be loaded.", f"Try: pip install {model}"
            ) from error
        yield Language(crew.analyse, code)
    finally:
        crew.close()


def _analyse_here(desk: Desk) -> Callable[[str, date | None], Future[Analysis]]:
    from bot.language import analyse

    def analyse_now(text: str, published: date | None) -> Future[Analysis]:
        future: Future[Analysis] = Future()
        try:
            future.set_result(analyse(text, desk.language(), published=published))
        except Exception as error:  # noqa: BLE001  # as a pool hands it on
            future.set_exception(error)
        return future

    return analyse_now
