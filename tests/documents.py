"""What the documents quote from the program: `make docs` renews it, test_docs.py checks it.

A quoted part stands between `<!-- begin: NAME -->` and `<!-- end -->`; NAME is a command line
or a table's name.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import click
from rich.console import Console

from bot.cli import onrecord
from bot.demo import show_demo
from bot.settings import Settings
from bot.terminal import WIDTH_WHEN_PIPED
from tests.articles.figures import make_newsrooms_table, make_table
from tests.articles.gold import HELD

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
QUOTED = re.compile(r"(<!-- begin: (.+?) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def find_quoted(document: Path) -> Iterator[tuple[str, str]]:
    """Name and present text of each quoted part."""
    for match in QUOTED.finditer(document.read_text(encoding="utf-8")):
        yield match.group(2), match.group(3)


def make(name: str) -> str:
    """What ought to stand there."""
    if name.endswith("--help"):
        return fence(make_help(name.split()[1:-1]))
    makers: dict[str, Callable[[], str]] = {
        "onrecord demo": make_demo,
        "settings": make_settings,
        "measured on our open articles": make_table,
        "measured on our held articles": partial(make_table, HELD),
        "measured on newsrooms": make_newsrooms_table,
    }
    return makers[name]()


def make_help(path: list[str]) -> str:
    """A command's help, 80 columns wide."""
    command: click.Command = onrecord
    context = onrecord.make_context("onrecord", [], resilient_parsing=True, terminal_width=80)
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]
        settings = {**onrecord.context_settings, **command.context_settings}
        context = click.Context(command, context, name, terminal_width=80, **settings)
    return command.get_help(context)


@cache
def make_demo() -> str:
    """The demo's output as it looks when piped."""
    output = io.StringIO()
    show_demo(Console(file=output, width=WIDTH_WHEN_PIPED, highlight=False, emoji=False))
    return fence("\n".join(line.rstrip() for line in output.getvalue().splitlines()).strip())


def make_settings() -> str:
    """A row for each setting."""
    rows = ["| name | default | what it is |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        given = field.get_default(call_default_factory=False)
        shown = "" if given in (None, "", ()) or field.default_factory else f"`{given}`"
        rows.append(f"| `{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(rows) + "\n"


def fence(text: str) -> str:
    """As a block of code."""
    return f"```\n{text}\n```\n"


def renew() -> None:
    """Write what ought to stand there into every document."""
    for document in DOCUMENTS:
        before = document.read_text(encoding="utf-8")
        after = QUOTED.sub(lambda m: m[1] + make(m[2]) + m[4], before)
        document.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    renew()
