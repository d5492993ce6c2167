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

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen before the command's name."""

    db: str | None = None


def database_option(command: Command) -> Command:
    """`--db`, before or after the command's name; after it wins."""
    return click.option(
        "--db",
        metavar="FILE",
        help="The database. [default: ONRECORD_DB, or a file in your data folder]",
    )(command)


def json_option(command: Command) -> Command:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


def read_settings(db: str | None = None, **given: str | None) -> Settings:
    """The settings, with the database and whatever else the command line names."""
    from bot.settings import load_settings

    choices = click.get_current_context().find_object(Choices) or Choices()
    return load_settings(onrecord_db=db or choices.db, **given)


@contextmanager
def open_desk(db: str | None, **given: str | None) -> Iterator[Desk]:
    """The desk on the chosen database; closed afterwards."""
    from bot.app import build_desk

    desk = build_desk(read_settings(db, **given))
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
