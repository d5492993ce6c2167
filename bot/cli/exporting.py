"""`export`: what the archive holds as a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from bot.cli.archive import read_moment
from bot.cli.endings import say
from bot.cli.options import database_option, open_desk
from bot.errors import StoreError

if TYPE_CHECKING:
    from bot.desk.exports import Format
    from store.exporting import Line
    from store.records import Kind

EXAMPLES = """\b
Examples:
  onrecord export --output everything.csv --bom
  onrecord export --about "the harbour" --since 2026-01-01 > harbour.csv
  onrecord export --speaker "Mara Quill" --format jsonl | jq -r .quote
"""

FORMATS = ("csv", "json", "jsonl")


@click.command(epilog=EXAMPLES)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="[default: as FILE ends, or csv]"
)
@click.option("--about", metavar="TOPIC", help="Only what speaks of this, as `ask` finds it.")
@click.option("--speaker", metavar="NAME", help="Only what this person or organisation said.")
@click.option("--article", metavar="URL", help="Only what stands in this article.")
@click.option("--since", metavar="WHEN", help="From this day on: monday, 2026-11-20, 8 days ago.")
@click.option("--until", metavar="WHEN", help="Up to this day, and with it.")
@click.option(
    "--kind", type=click.Choice(("direct", "indirect", "mixed")), help="Only quotes of this kind."
)
@click.option("--claims", is_flag=True, help="The claims too, after the statements.")
@click.option("--bom", is_flag=True, help="Mark CSV as UTF-8, for Excel.")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file, instead of stdout."
)
@database_option
def export(  # noqa: PLR0913  # one for each option
    format_: Format | None,
    about: str | None,
    speaker: str | None,
    since: str | None,
    until: str | None,
    *,
    kind: Kind | None,
    article: str | None,
    claims: bool,
    bom: bool,
    output: Path | None,
    db: str | None,
) -> None:
    """Write statements, with speaker, outlet, sentence and links, as CSV or JSON.

    All that the archive holds, what was shared in private included, in the order it was
    read; or only what the options name.
    """
    from bot.desk.correcting import find_article
    from bot.desk.exports import ExportForm, find_lines, write_lines
    from store.records import Audience, Reading

    form = ExportForm(format_ or _format_of(output), claims, bom)
    with open_desk(db) as desk:
        zone = desk.settings.onrecord_timezone
        now = datetime.now(zone)
        days = _read_day(since, now), _read_day(until, now)
        within = find_article(desk, article) if article else None
        reading = Reading(about, speaker, *days, kind, article_id=within)
        lines = _Counted(find_lines(desk, reading, Audience(), zone, claims=claims))
        with _open(output) as file:
            for part in write_lines(lines, form):
                file.write(part.encode())
    _tell(lines.number, output)


class _Counted:
    """Lines that are counted as they pass."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = lines
        self.number = 0

    def __iter__(self) -> Iterator[Line]:
        for line in self._lines:
            self.number += 1
            yield line


def _read_day(words: str | None, now: datetime) -> date | None:
    return read_moment(words, now).date() if words else None


def _format_of(output: Path | None) -> Format:
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return "json" if ending == "json" else "jsonl" if ending == "jsonl" else "csv"


@contextmanager
def _open(output: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that is there only when it is whole."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(output)
    except OSError as error:
        raise StoreError(
            f"{output} cannot be written: {(error.strerror or str(error)).lower()}.",
            "Name another file, or see whether the disk has room.",
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _tell(number: int, output: Path | None) -> None:
    if not number:
        say("The archive holds nothing that fits.")
    elif output:
        say(f"{number:,} {'line' if number == 1 else 'lines'} written to {output}.")
