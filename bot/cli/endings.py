"""How the program ends: one line on what went wrong, and the exit code."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

import click

from bot.errors import OnRecordError

FAILED, USAGE, INTERRUPTED = 1, 2, 130
"""The last is what a shell reports for a program ended by Ctrl-C."""

log = logging.getLogger(__name__)


def end_program(command: click.Command, arguments: Sequence[str] | None) -> int:
    """Run `command` and turn whatever ends it into an exit code."""
    set_up_output()
    try:
        code = command.main(arguments, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # nothing may end in a traceback
        return explain(error)
    return code if isinstance(code, int) else 0


def explain(error: BaseException) -> int:
    """Say what ended the program on stderr; the exit code."""
    match error:
        case click.UsageError():
            error.show()
            return USAGE
        case click.exceptions.Exit():
            return error.exit_code
        case click.Abort() | KeyboardInterrupt():
            click.echo("Stopped.", err=True)
            return INTERRUPTED
        case BrokenPipeError():
            _let_go_of_stdout()  # whoever read it went away; click is as silent where it notices
        case click.ClickException():
            say(error.format_message())
        case OnRecordError():
            log.debug("the error in full", exc_info=error)
            say(str(error))
        case _:
            log.debug("the error in full", exc_info=error)
            say(_describe_unexpected(error))
    return FAILED


def say(message: str) -> None:
    """A line on stderr for the person at the terminal."""
    click.echo(message, err=True)


def set_up_output() -> None:
    """Let any terminal take any text, and show the log only to those who ask for it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    debug = os.environ.get("ONRECORD_LOG_LEVEL", "").casefold() == "debug"
    logging.basicConfig(level=logging.DEBUG if debug else logging.CRITICAL)


def _describe_unexpected(error: BaseException) -> str:
    name = type(error).__name__
    first = (str(error).splitlines() or [""])[0][:200]
    return (
        f"Something unexpected went wrong: {name}{f': {first}' if first else ''}. "
        "Set ONRECORD_LOG_LEVEL=debug and run it again to see where."
    )


def _let_go_of_stdout() -> None:
    """Nobody reads any more: keep the interpreter from complaining about that at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
