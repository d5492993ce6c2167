"""What is right with this installation, what is not, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from bot.connection import (
    WHERE,
    WHERE_SCOPES,
    Workspace,
    ask_for_socket,
    build_client,
    choose_mode,
    identify,
)
from bot.errors import OnRecordError, SettingsError
from bot.manifest import BOT_SCOPES, OPTIONAL_SCOPES
from bot.settings import Settings
from store import Store
from store.files import find_teams, folder_of, path_of

State = Literal["right", "notice", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    state: State
    what: str
    mend: str = ""
    """What to do about it; empty if nothing."""


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at everything that the bot needs, in the order in which a person would mend it."""
    checks: tuple[Callable[[Settings], Finding], ...] = (
        check_model,
        check_database,
        check_time_zone,
        check_bot_token,
        check_mode,
    )
    for check in checks:
        yield check(settings)


def check_model(settings: Settings) -> Finding:
    """The language model is installed; it is not loaded."""
    name = settings.onrecord_model
    if find_spec(name) is None:
        advice = "Install it with pip, or set ONRECORD_MODEL to one that is installed."
        return Finding("Language model", "wrong", f"{name} is not installed.", advice)
    return Finding("Language model", "right", f"{name} {_find_version(name)}".strip())


def check_database(settings: Settings) -> Finding:
    """The database opens, and how much it holds; of many workspaces each one's."""
    path, teams = settings.onrecord_db, find_teams(settings.onrecord_db)
    try:
        articles = sum(map(_count_articles, [path, *(path_of(path, team) for team in teams)]))
    except (OnRecordError, OSError) as error:
        advice = "" if isinstance(error, OnRecordError) else "Choose another: --db, ONRECORD_DB."
        return Finding("Database", "wrong", f"{path}: {error}", advice)
    many = f" and {folder_of(path)}, workspaces: {len(teams)}" if teams else ""
    return Finding("Database", "right", f"{path}{many}, articles in it: {articles:,}")


def _count_articles(path: Path) -> int:
    with closing(Store(path)) as store:
        count: int = store.db["articles"].count
        return count


def check_time_zone(settings: Settings) -> Finding:
    """Which zone questions and digests are reckoned in, and what time that makes it."""
    zone = settings.onrecord_timezone
    local = f"{zone.key}, where it is {datetime.now(zone):%H:%M} now"
    if "onrecord_timezone" in settings.model_fields_set:
        return Finding("Time zone", "right", local)
    advice = "Set ONRECORD_TIMEZONE to the newsroom's own, for example Europe/London."
    return Finding("Time zone", "notice", f"{local} (nothing was chosen)", advice)


def check_bot_token(settings: Settings) -> Finding:
    """Slack takes the bot token, and granted what the bot needs."""
    name = "Slack token"
    if settings.slack_bot_token is None and settings.slack_client_id:
        return Finding(name, "right", "each workspace has its own, from /slack/install")
    if settings.slack_bot_token is None:
        advice = f"Copy it from {WHERE['SLACK_BOT_TOKEN']}."
        return Finding(name, "wrong", "SLACK_BOT_TOKEN is not set.", advice)
    try:
        workspace = identify(build_client(settings))
    except OnRecordError as error:
        return Finding(name, "wrong", error.message, error.hint)
    return judge_scopes(workspace)


def judge_scopes(workspace: Workspace) -> Finding:
    """What was granted, against what is needed and what would be of use."""
    name, who = "Slack token", f"valid in {workspace.name or workspace.team}"
    if not workspace.scopes:
        return Finding(name, "notice", f"{who}; Slack did not say which scopes it has.")
    advice = WHERE_SCOPES["SLACK_BOT_TOKEN"]
    if missing := [scope for scope in BOT_SCOPES if scope not in workspace.scopes]:
        return Finding(name, "wrong", f"{who}; scopes missing: {', '.join(missing)}.", advice)
    if without := [scope for scope in OPTIONAL_SCOPES if scope not in workspace.scopes]:
        what = f"{who}; optional scopes not granted: {', '.join(without)}."
        return Finding(name, "notice", what, f"Only if you want them: {advice}")
    return Finding(name, "right", f"{who}, with every scope")


def check_mode(settings: Settings) -> Finding:
    """How Slack reaches the bot, and whether it opens a socket for Socket Mode."""
    try:
        mode = choose_mode(settings)
    except SettingsError:
        advice = (
            "Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP. "
            "`onrecord run` says where to get them."
        )
        return Finding("Mode", "wrong", "Neither Socket Mode nor HTTP is set up in full.", advice)
    if mode != "socket":
        many = ", for every workspace that installs it" if mode == "many" else ""
        return Finding("Mode", "right", f"HTTP on {settings.onrecord_host}:{settings.port}{many}")
    try:
        ask_for_socket(settings)
    except OnRecordError as error:
        return Finding("Mode", "wrong", f"Socket Mode: {error.message}", error.hint)
    return Finding("Mode", "right", "Socket Mode, and Slack opens a socket")


def _find_version(model: str) -> str:
    try:
        return version(model.replace("_", "-"))
    except PackageNotFoundError:
        return ""
