"""`archive`: the database in a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from bot.cli.endings import say
from bot.cli.options import database_option, open_desk, read_archive_settings
from bot.errors import SettingsError, StoreError

if TYPE_CHECKING:
    from bot.desk import Desk

EXAMPLES = """\b
Examples:
  onrecord archive
  onrecord archive --port 8001 --open
"""

NOTICE = (
    "It shows all that the archive holds, what was shared in private channels and direct messages"
    " included,\nto everybody who can open pages on this machine. Read only. Ctrl-C ends it."
)


@click.command(epilog=EXAMPLES)
@click.option("--port", type=click.IntRange(1, 65535), help="The port. [default: one that is free]")
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
@database_option
def archive(port: int | None, open_browser: bool, db: str | None) -> None:
    """Look into the archive in a browser: questions, speakers, outlets, all tables.

    Datasette serves it on this machine only (127.0.0.1), read only, while the bot goes on
    writing. Needs the extra: pip install 'onrecord[archive]'
    """
    serve = _find_server()
    path = read_archive_settings(db).onrecord_db
    if not path.exists():
        raise StoreError(f"There is no archive at {path} yet.", "`onrecord read` makes one.")

    def ready(address: str) -> None:
        click.echo(f"The archive {path} is at {address}")
        say(NOTICE)
        if open_browser:
            click.launch(address)

    from bot.desk import Desk
    from store import Store

    with open_desk(db) as desk:  # brings its tables up to date
        looking = Desk(Store(path, read_only=True), desk.language, desk.settings)
    try:
        serve(looking, port or 0, ready)
    finally:
        looking.store.close()


def _find_server() -> Callable[[Desk, int, Callable[[str], None]], None]:
    try:
        from bot.face.serving import serve
    except ModuleNotFoundError as error:
        if error.name not in {"datasette", "uvicorn"}:
            raise
        raise SettingsError(
            "The archive's pages need Datasette, which is not installed.",
            "Install it: pip install 'onrecord[archive]'",
        ) from error
    return serve
