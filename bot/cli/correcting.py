"""Commands that correct what the program had found: `correct` and `corrections`."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.cli.options import database_option, json_option, open_desk
from bot.cli.printing import print_json

if TYPE_CHECKING:
    from bot.desk import Desk
    from store.changes import Correction
    from store.records import SpeakerKind, Statement

CORRECT_EXAMPLES = """\b
Examples:
  onrecord correct https://example.com/story
  onrecord correct 512 --speaker "Mara Quill" --role "chief pilot"
  onrecord correct 512 --said-on 2026-11-20 --note "See the minutes."
  onrecord correct 512 --hide
"""

CORRECTIONS_EXAMPLES = """\b
Examples:
  onrecord corrections
  onrecord corrections --json | jq '.[] | select(.undone == null)'
  onrecord corrections undo 7
"""

KINDS = ("person", "organisation", "anonymous")
by_option = click.option("--by", metavar="NAME", help="Who corrects. [default: your login name]")
day = click.DateTime(formats=["%Y-%m-%d"])


@click.command(epilog=CORRECT_EXAMPLES)
@click.argument("what", metavar="URL|NUMBER")
@click.option("--speaker", metavar="NAME", help="Who said it.")
@click.option(
    "--role", help='What the speaker is; "" for nothing. Without --speaker: who is named now.'
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    help="Of the speaker. [default: as the article names them, or person]",
)
@click.option("--everywhere", is_flag=True, help="In all that the present speaker says there.")
@click.option("--said-on", type=day, metavar="DAY", help="When it was said: 2026-11-20.")
@click.option("--hide", is_flag=True, help="Take it out: no statement, or not to be shown.")
@click.option("--note", default="", help="A remark that is kept with the correction.")
@by_option
@database_option
def correct(  # noqa: PLR0913  # one for each option
    what: str,
    speaker: str | None,
    role: str | None,
    kind: SpeakerKind | None,
    *,
    everywhere: bool,
    said_on: datetime | None,
    hide: bool,
    note: str,
    by: str | None,
    db: str | None,
) -> None:
    """Correct a statement: who said it, in which role, when; or take it out.

    The quoted words never change. Of a URL it lists the article's statements with their
    NUMBERs. A correction is in every answer, digest and export from then on, and stays when
    the article is read again; reports that stand in Slack already are left as they are.
    """
    from bot.desk.correcting import correct as correct_statement
    from bot.desk.correcting import name_speaker
    from store.changes import Author, Change
    from store.records import Audience

    with open_desk(db) as desk:
        if not what.isdecimal():
            _list_statements(desk, what)
            return
        number = int(what)
        person = name_speaker(desk, number, speaker, role, kind) if speaker else None
        change = Change(
            speaker=person,
            role=None if person else role,
            said_on=said_on.date() if said_on else None,
            hidden=hide,
            everywhere=everywhere,
            note=note,
        )
        author, now = Author(by or _login()), datetime.now(UTC)
        made = correct_statement(desk, number, change, author, Audience(), now=now)
    click.echo(f"Corrected. To take it back: onrecord corrections undo {made.id}")


@click.group(epilog=CORRECTIONS_EXAMPLES, invoke_without_command=True)
@json_option
@database_option
@click.pass_context
def corrections(context: click.Context, as_json: bool, db: str | None) -> None:
    """List what people corrected, newest first, also what was undone."""
    if context.invoked_subcommand:
        return
    from bot.desk.correcting import list_corrections

    with open_desk(db) as desk:
        found = list_corrections(desk)
    if as_json:
        print_json([shape_correction(each) for each in found], indent=2)
        return
    for each in found:
        click.echo(_describe(each))
    if not found:
        click.echo("Nobody has corrected anything yet.", err=True)


@corrections.command()
@click.argument("number", type=int)
@by_option
@database_option
def undo(number: int, by: str | None, db: str | None) -> None:
    """Take a correction back; what others corrected stays."""
    from bot.desk.correcting import undo as undo_correction
    from store.records import Audience

    with open_desk(db or _group_db()) as desk:
        undone = undo_correction(desk, number, by or _login(), Audience(), now=datetime.now(UTC))
    click.echo(f"Undone: {_describe(undone)}")


def shape_correction(correction: Correction) -> dict[str, object]:
    """One correction as JSON."""
    change, undone = correction.change, correction.undone
    speaker = change.speaker
    return {
        "id": correction.id,
        "url": correction.url,
        "text": correction.text,
        "before": correction.of,
        "speaker": speaker.name if speaker else None,
        "role": speaker.role if speaker else change.role,
        "everywhere": change.everywhere,
        "said_on": change.said_on.isoformat() if change.said_on else None,
        "hidden": change.hidden,
        "note": change.note,
        "by": correction.by.name,
        "made": correction.made.isoformat(),
        "undone": undone.isoformat() if undone else None,
        "undone_by": correction.undone_by or None,
    }


def _list_statements(desk: Desk, url: str) -> None:
    """An article's statements with the numbers by which they are corrected."""
    from bot.blocks.wording import clean_name
    from bot.desk.correcting import find_article, open_sheet
    from store.records import Audience

    article_id = find_article(desk, url)
    for statement in open_sheet(desk, article_id, Audience()).statements:
        click.echo(f"{statement.id}\t{_name(statement)}\t{clean_name(statement.text, 100)}")


def _name(statement: Statement) -> str:
    from bot.blocks.wording import clean_name

    return clean_name(statement.speaker.name) if statement.speaker else "unclear"


def _describe(correction: Correction) -> str:
    from bot.blocks.changes import describe_correction
    from bot.terminal import printable

    note = f"\n    {' '.join(correction.change.note.split())}" if correction.change.note else ""
    words = f"{correction.id}  {describe_correction(correction)}\n    {correction.url}{note}"
    return printable(words)


def _group_db() -> str | None:
    """The database that was named before `undo`."""
    parent = click.get_current_context().parent
    return parent.params.get("db") if parent else None


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a system that knows no name for whoever runs this
        return "command line"
