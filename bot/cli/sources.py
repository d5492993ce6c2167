"""Commands that read: `read` into the archive, `analyse` without storing."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.endings import FAILED, say
from bot.cli.options import database_option, json_option, open_desk, read_settings
from bot.cli.printing import print_blocks, print_json, show_progress
from bot.errors import LanguageError, OnRecordError, ReadingError

if TYPE_CHECKING:  # both load spaCy or Slack's client
    from spacy.language import Language

    from bot.desk import Desk
    from store.records import Report

READ_EXAMPLES = """\b
Examples:
  onrecord read https://example.com/story
  onrecord read saved-page.html notes.txt
  pbpaste | onrecord read -
  onrecord read --json story.txt | jq .attributions
"""

ANALYSE_EXAMPLES = """\b
Examples:
  onrecord analyse story.txt
  onrecord analyse articles/*.txt > statements.jsonl
"""


@click.command(epilog=READ_EXAMPLES)
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@json_option
@database_option
def read(sources: Sequence[str], as_json: bool, db: str | None) -> int:
    """Read articles, keep them, and print who says what.

    SOURCE is a URL, an .html, .txt or .pdf file, or - for text on standard input. With
    --json each article is one JSON document on a line of its own. A source that cannot be
    read does not stop the others.
    """
    failed = 0
    with open_desk(db) as desk, show_progress("Reading", len(sources)) as progress:
        for source in sources:
            try:
                report = _read_one(desk, source)
            except OnRecordError as error:
                failed += 1
                say(f"{source}: {error}")
            else:
                _print_report(report, as_json=as_json)
            progress.advance(progress.task_ids[0])
    return FAILED if failed else 0


@click.command(epilog=ANALYSE_EXAMPLES)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
def analyse(files: Sequence[Path]) -> int:
    """Print who says what in text files, one JSON line for each.

    Nothing is stored or cleaned: offsets are characters of the file as it is (UTF-8). The
    id is the file's name without .txt. See docs/commands.md for the format.
    """
    from bot.language import analyse_many
    from bot.language.lines import build_line

    waiting: deque[tuple[str, str]] = deque()
    failures: list[Path] = []

    def texts() -> Iterator[tuple[str, date | None]]:
        for file in files:
            try:
                text = _read_text_file(file)
            except ReadingError as error:
                failures.append(file)
                say(f"{file}: {error}")
            else:
                waiting.append((file.name.removesuffix(".txt"), text))
                yield text, None

    with show_progress("Analysing", len(files)) as progress:
        for analysis in analyse_many(texts(), _load_language()):
            print_json(build_line(*waiting.popleft(), analysis))
            progress.update(progress.task_ids[0], completed=len(files) - len(waiting))
    return FAILED if failures else 0


def _read_one(desk: Desk, source: str) -> Report:
    from bot.desk.reading import analyse_article, read_source
    from bot.reading import read_text

    if source == "-":
        article = read_text(_read_standard_input())
        return analyse_article(desk, article, everybody=True)
    if "://" not in source and not Path(source).exists():
        raise ReadingError(f"There is no file {source}.", "A link begins with https://.")
    return read_source(desk, source)


def _print_report(report: Report, *, as_json: bool) -> None:
    from bot.blocks import build_reports
    from bot.cli.shapes import shape_report

    if as_json:
        print_json(shape_report(report))
    else:
        print_blocks(build_reports([report]))


def _load_language() -> Language:
    from bot.language import load_language

    try:
        return load_language(read_settings().onrecord_model)
    except LookupError as error:
        raise LanguageError(str(error)) from error


def _read_standard_input() -> str:
    if sys.stdin.isatty():
        say("Paste the text, then press Ctrl-D.")
    return _decode(sys.stdin.buffer.read())


def _read_text_file(file: Path) -> str:
    """The file exactly as it is: line ends are kept, so that offsets hold."""
    try:
        return _decode(file.read_bytes())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadingError(
            f"The file cannot be read ({reason}).", "Check its name and permissions."
        ) from error


def _decode(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"The text is not UTF-8 (byte {error.start}).",
            "Save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8.",
        ) from error
