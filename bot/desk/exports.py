"""What the archive holds as a file, CSV or JSON, written as it is read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo
from itertools import chain
from typing import Any, Literal

from bot.desk import Desk
from bot.passages import build_passage_link
from store.exporting import Line, claim_lines, statement_lines
from store.makers import show_maker
from store.records import Audience, Reading

Format = Literal["csv", "json", "jsonl"]

COLUMNS = (
    *("type", "speaker", "likely_speaker", "role", "kind", "quote", "sentence", "outlet"),
    *("headline", "url", "passage_link", "published", "said_on", "read_at", "shared_in"),
    "corrected_by",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a cell for a formula; the last four are the wide forms."""
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class ExportForm:
    """How an export is written, and whether the claims are in it."""

    format: Format = "csv"
    claims: bool = False
    bom: bool = False
    """Of CSV: begin with a byte order mark, without which Excel misreads accents."""


def export(
    desk: Desk, reading: Reading, audience: Audience, form: ExportForm, zone: tzinfo | None = None
) -> Iterator[str]:
    """What a question means, as the parts of one file; it draws on what the audience may see.

    Args:
        desk: Where it is asked.
        reading: What is asked for; an empty one means all.
        audience: Who will get the file.
        form: Format, and whether claims are wanted too.
        zone: The asker's time zone, which the days of `reading` are of; the newsroom's otherwise.
    """
    zone = zone or desk.settings.onrecord_timezone
    return write_lines(find_lines(desk, reading, audience, zone, claims=form.claims), form)


def export_article(desk: Desk, article_id: int, audience: Audience) -> Iterator[str]:
    """The statements of one article as CSV that Excel reads, if the audience may see it."""
    db = desk.store.db
    lines = (
        replace(line, corrected_by=show_maker(db, line.url, line.corrected_by, audience))
        for line in statement_lines(db, Reading(article_id=article_id), audience)
    )
    return write_lines(lines, ExportForm(bom=True))


def find_lines(
    desk: Desk, reading: Reading, audience: Audience, zone: tzinfo, *, claims: bool = False
) -> Iterator[Line]:
    """The statements, and after them the claims if they are wanted."""
    db = desk.store.db
    more = claim_lines(db, reading, audience, zone) if claims else ()
    return chain(statement_lines(db, reading, audience, zone), more)


def write_lines(lines: Iterable[Line], form: ExportForm) -> Iterator[str]:
    """A file, piece by piece."""
    return _WRITERS[form.format](lines, form)


def _write_csv(lines: Iterable[Line], form: ExportForm) -> Iterator[str]:
    if form.bom:
        yield BYTE_ORDER_MARK
    yield _csv_row(COLUMNS)
    for line in lines:
        yield _csv_row(_cell(value) for value in _shape(line).values())


def _write_json(lines: Iterable[Line], _form: ExportForm) -> Iterator[str]:
    """One list, an object on each line."""
    before = "[\n"
    for line in lines:
        yield before + _dump(line)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _write_jsonl(lines: Iterable[Line], _form: ExportForm) -> Iterator[str]:
    return (_dump(line) + "\n" for line in lines)


_WRITERS: dict[Format, Callable[[Iterable[Line], ExportForm], Iterator[str]]] = {
    "csv": _write_csv,
    "json": _write_json,
    "jsonl": _write_jsonl,
}


def _shape(line: Line) -> dict[str, Any]:
    """By the names of the columns; an unsure speaker is told apart, as everywhere."""
    name = line.speaker.name if line.speaker else ""
    sure = bool(line.speaker and line.speaker.sure)
    values = (
        line.type,
        name if sure else "",
        "" if sure else name,
        line.speaker.role if line.speaker and sure else "",
        line.kind,
        line.text,
        line.sentence,
        line.outlet,
        line.headline,
        line.url,
        build_passage_link(line.url, line.sentence),
        *(each.isoformat() if each else "" for each in (line.published, line.said_on)),
        line.read_at.isoformat() if line.read_at else "",
        list(line.shared_in),
        line.corrected_by,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _dump(line: Line) -> str:
    shape = {name: None if value == "" else value for name, value in _shape(line).items()}
    return json.dumps(shape, ensure_ascii=False)


def _cell(value: object) -> str:
    """A cell that no spreadsheet runs: an apostrophe goes before what looks like a formula."""
    words = " ".join(value) if isinstance(value, list) else str(value)
    return f"'{words}" if words.startswith(FORMULA) else words


def _csv_row(cells: Iterable[str]) -> str:
    row = io.StringIO()
    csv.writer(row).writerow(cells)
    return row.getvalue()
