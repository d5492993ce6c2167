"""The `onrecord` command.

Commands import what they need when they run (spaCy alone takes a second), so that
`--help` and mistakes are answered at once.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

import click

from bot.cli.archive import ask, digest
from bot.cli.backfilling import backfill
from bot.cli.browsing import archive
from bot.cli.correcting import correct, corrections
from bot.cli.deleting import forget, retention
from bot.cli.endings import INTERRUPTED, end_program
from bot.cli.exporting import export
from bot.cli.extract import extract
from bot.cli.options import Choices, database_option, version
from bot.cli.people import people
from bot.cli.program import demo, doctor, manifest, run
from bot.cli.sources import analyse, read

EXAMPLES = """\b
Examples:
  onrecord demo
  onrecord read https://example.com/story
  onrecord ask "who said what about the harbour"
  onrecord run
"""


@click.group(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version(), prog_name="onrecord", message="%(prog)s %(version)s")
@database_option
@click.pass_context
def onrecord(context: click.Context, db: str | None) -> None:
    """Who said what, word for word, each line tied to its sentence.

    Reads articles, keeps who is quoted saying what, and answers questions about it:
    in Slack (onrecord run) or here. Settings come from the environment or a .env file.
    """
    context.obj = Choices(db)


for command in (
    run,
    read,
    extract,
    analyse,
    ask,
    digest,
    people,
    backfill,
    archive,
    export,
    correct,
    corrections,
    retention,
    forget,
    doctor,
    manifest,
    demo,
):
    onrecord.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; ends the program with 0 (done), 1 (failed) or 2 (wrong usage).

    Stopped by Ctrl-C it dies of that signal, so that a shell's loop around it stops as well.
    """
    code = end_program(onrecord, arguments)
    if code == INTERRUPTED:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    sys.exit(code)
