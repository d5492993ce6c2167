"""What every command does with its result: print it as JSON or as Slack would show it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:  # rich and slack_sdk load only when there is something to draw
    from rich.progress import Progress

    from bot.blocks.elements import Blocks


def print_json(shape: Any, *, indent: int | None = None) -> None:  # noqa: ANN401  # what JSON takes
    """One JSON document; on one line unless `indent` is given."""
    click.echo(json.dumps(shape, ensure_ascii=False, indent=indent))


def print_blocks(blocks: Blocks) -> None:
    """A message as its thread would show it."""
    from bot.terminal import open_console, show

    show(blocks, open_console())


@contextmanager
def show_progress(what: str, total: int | None) -> Iterator[Progress]:
    """A progress bar on stderr, if that is a terminal and there is more than one thing to do.

    Where standard output is a terminal too, what is printed there scrolls by above the bar;
    where it is a file or a pipe, the bar must leave it alone. A `total` of None is not known yet.
    """
    from rich.progress import Progress

    from bot.terminal import open_console

    console = open_console(stderr=True)
    hidden = not console.is_terminal or (total is not None and total < 2)  # noqa: PLR2004  # one thing needs no bar
    bar = Progress(
        console=console, transient=True, disable=hidden, redirect_stdout=sys.stdout.isatty()
    )
    with bar as progress:
        progress.add_task(what, total=total)
        yield progress
