"""Options that several commands share, and what they open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:  # settings and desk pull in most of the program
    from bot.desk import Desk
    from bot.settings import Settings

WORKSPACE = "onrecord.workspace"
"""Where click keeps which one was chosen, before or after the command's name."""

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen before the command's name."""

    db: str | None = None


def file_option(command: Command) -> Command:
    """`--db`, before or after the command's name; after it wins."""
    return click.option(
        "--db",
        metavar="FILE",
        help="The database. [default: ONRECORD_DB, or a file in your data folder]",
    )(command)


def database_option(command: Command) -> Command:
    """`--db`, and `--workspace` where each workspace has a file of its own."""
    choose = click.option(
        "--workspace",
        metavar="TEAM",
        expose_value=False,
        callback=_choose_workspace,
        help="Of a bot for many workspaces: the id of the one whose archive is meant.",
    )
    return file_option(choose(command))


def _choose_workspace(context: click.Context, _option: click.Parameter, team: str | None) -> None:
    if team:
        context.meta[WORKSPACE] = team


def json_option(command: Command) -> Command:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


def read_settings(db: str | None = None, **given: str | None) -> Settings:
    """The settings, with the database and whatever else the command line names."""
    from bot.settings import load_settings

    choices = click.get_current_context().find_object(Choices) or Choices()
    return load_settings(onrecord_db=db or choices.db, **given)


def read_archive_settings(db: str | None = None, **given: str | None) -> Settings:
    """The settings, with the one archive that a command is about.

    A bot for many workspaces keeps an archive for each beside its own file: then the command
    line has to say which, unless it names a file.

    Raises:
        SettingsError: it does not; which workspaces there are.
    """
    from bot.errors import SettingsError
    from store.files import find_teams, path_of

    context = click.get_current_context()
    settings = read_settings(db, **given)
    team, main = str(context.meta.get(WORKSPACE) or ""), settings.onrecord_db
    teams = find_teams(main)
    if team and team not in teams:
        known = f"There are: {', '.join(teams)}." if teams else "There are none."
        raise SettingsError(f"No workspace {team} has an archive beside {main}.", known)
    if team:
        return settings.model_copy(update={"onrecord_db": path_of(main, team)})
    named = db or (context.find_object(Choices) or Choices()).db
    if teams and not named:
        raise SettingsError(
            f"Each workspace has an archive of its own beside {main}: {', '.join(teams)}.",
            f"Say which one, for example: --workspace {teams[0]}",
        )
    return settings


@contextmanager
def open_desk(db: str | None, **given: str | None) -> Iterator[Desk]:
    """The desk on the chosen database; closed afterwards."""
    from bot.app import build_desk

    desk = build_desk(read_archive_settings(db, **given))
    try:
        yield desk
    finally:
        desk.store.close()


def version() -> str:
    """The installed version."""
    try:
        return installed_version("onrecord")
    except PackageNotFoundError:
        return "0"
