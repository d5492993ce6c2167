"""Commands that answer from the archive: `ask` and `digest`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from bot.cli.options import database_option, json_option, open_desk
from bot.cli.printing import print_blocks, print_json
from bot.errors import QuestionError

if TYPE_CHECKING:
    from store.records import Answer

ASK_EXAMPLES = """\b
Examples:
  onrecord ask "who said what about the harbour"
  onrecord ask "what has Mara Quill said since Monday" --limit 20
  onrecord ask "only direct quotes about the school" --json | jq .total
"""

DIGEST_EXAMPLES = """\b
Examples:
  onrecord digest
  onrecord digest --since yesterday
  onrecord digest --since "2026-11-20 18:00" --json
"""


@click.command(epilog=ASK_EXAMPLES)
@click.argument("question", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=10,
    show_default=True,
    help="The most statements to show.",
)
@json_option
@database_option
def ask(question: tuple[str, ...], limit: int, as_json: bool, db: str | None) -> None:
    """Ask the archive who said what.

    Answers only from what was read, newest first, grouped by speaker. The first line shows
    how the question was understood.
    """
    from bot.desk.answers import answer as answer_question
    from store.records import Audience

    with open_desk(db) as desk:
        now = datetime.now(desk.settings.onrecord_timezone)
        answer = answer_question(desk, " ".join(question), Audience(), now=now, limit=limit)
    _print_answer(answer, as_json=as_json)


@click.command(epilog=DIGEST_EXAMPLES)
@click.option(
    "--since",
    metavar="WHEN",
    default="24 hours ago",
    show_default=True,
    help="From when on: yesterday, monday, 2026-11-20, 8 hours ago.",
)
@json_option
@database_option
def digest(since: str, as_json: bool, db: str | None) -> None:
    """Print what was said lately: the digest that channels get in the morning."""
    from bot.blocks import build_digest
    from bot.cli.shapes import shape_digest
    from bot.desk.digests import write_digest
    from store.records import Audience

    with open_desk(db) as desk:
        zone = desk.settings.onrecord_timezone
        now = datetime.now(zone)
        start = read_moment(since, now)
        written = write_digest(desk, Audience(), since=start, until=now + timedelta(seconds=1))
    if as_json:
        print_json(shape_digest(written), indent=2)
    else:
        print_blocks(build_digest(written, zone))


def read_moment(words: str, now: datetime) -> datetime:
    """A moment in the past as a person would name it, in the zone of `now`."""
    from dateparser.date import DateDataParser

    zone = now.tzinfo if isinstance(now.tzinfo, ZoneInfo) else ZoneInfo("UTC")
    wanted = {
        "RELATIVE_BASE": now.replace(tzinfo=None),
        "TIMEZONE": zone.key,
        "RETURN_AS_TIMEZONE_AWARE": True,
        "PREFER_DATES_FROM": "past",
        "RETURN_TIME_AS_PERIOD": True,
    }
    found = DateDataParser(languages=["en"], settings=wanted).get_date_data(words)
    moment: datetime | None = found.date_obj
    if moment is None or moment > now:
        raise QuestionError(
            f"{words!r} is not a time in the past that I understand.",
            "Try: yesterday, monday, 2026-11-20, 8 hours ago.",
        )
    return moment if found.period == "time" else moment.replace(hour=0, minute=0, second=0)


def _print_answer(answer: Answer, *, as_json: bool) -> None:
    from bot.blocks import build_answer
    from bot.cli.shapes import shape_answer

    if as_json:
        print_json(shape_answer(answer), indent=2)
    else:
        print_blocks(build_answer(answer, whole=True))
