"""Who the bot is in Slack, what it may do there, and whether its settings suffice.

The Web API and its errors are touched here and in `handlers/`; elsewhere is no Slack.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeVar
from urllib.error import URLError

from pydantic import SecretStr
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
)

from bot.errors import SettingsError, SlackError
from bot.settings import Settings

Mode = Literal["socket", "http", "many"]
"""Many: HTTP, for every workspace that installs the app by OAuth."""
R = TypeVar("R")
MODES: tuple[Mode, ...] = ("socket", "http", "many")
"""In the order in which they are looked for."""

WHERE = {
    "SLACK_BOT_TOKEN": "api.slack.com/apps > your app > OAuth & Permissions > "
    "Bot User OAuth Token (xoxb-...)",
    "SLACK_APP_TOKEN": "api.slack.com/apps > your app > Basic Information > "
    "App-Level Tokens, with connections:write (xapp-...)",
    "SLACK_SIGNING_SECRET": "api.slack.com/apps > your app > Basic Information > "
    "App Credentials > Signing Secret",
    "SLACK_CLIENT_ID": "api.slack.com/apps > your app > Basic Information > "
    "App Credentials > Client ID",
    "SLACK_CLIENT_SECRET": "api.slack.com/apps > your app > Basic Information > "
    "App Credentials > Client Secret",
    "PORT": "any free port, such as 3000; Slack must reach it under a public https address",
}
WHERE_SCOPES = {
    "SLACK_BOT_TOKEN": "api.slack.com/apps > your app > OAuth & Permissions > Scopes: add them "
    "and reinstall the app.",
    "SLACK_APP_TOKEN": "api.slack.com/apps > your app > Basic Information > App-Level Tokens: "
    "generate one with connections:write.",
}
REFUSED_TOKENS = {
    "invalid_auth",
    "not_authed",
    "account_inactive",
    "token_revoked",
    "token_expired",
    "not_allowed_token_type",
}


@dataclass(frozen=True, slots=True)
class Workspace:
    """The workspace that the bot token belongs to, and the bot's own id there."""

    team: str
    name: str
    url: str
    """`https://news.slack.com/`: what permalinks begin with; empty if Slack does not say."""
    bot_user: str
    scopes: frozenset[str]
    """What was granted; empty if Slack does not say."""


def choose_mode(settings: Settings) -> Mode:
    """Socket Mode, HTTP, or HTTP for many workspaces, by which secrets are set.

    Raises:
        SettingsError: naming what is missing for each mode, and where in Slack to get it.
    """
    for mode in MODES:
        if not _missing(settings, mode):
            return mode
    raise SettingsError(_describe_missing(settings))


def build_client(settings: Settings, *, token: str | None = None, resend: bool = True) -> WebClient:
    """A client that waits when Slack asks it to.

    Args:
        settings: token and address.
        token: instead of the one in the settings.
        resend: also repeat a call whose connection broke. Not for posting a report: the
            call may have arrived, and the report would stand there twice.
    """
    handlers = [RateLimitErrorRetryHandler(max_retry_count=3)]
    if token is None and settings.slack_bot_token:
        token = settings.slack_bot_token.get_secret_value()
    return WebClient(
        token=token,
        base_url=settings.slack_api_url,
        timeout=20,
        retry_handlers=[*handlers, ConnectionErrorRetryHandler()] if resend else [*handlers],
    )


def identify(client: WebClient) -> Workspace:
    """Ask Slack whose token this is.

    Raises:
        SlackError: the token is refused, or Slack cannot be reached.
    """
    answer = ask_slack(client.auth_test)
    granted = {key.lower(): value for key, value in answer.headers.items()}
    scopes = granted.get("x-oauth-scopes", "")
    listed = scopes if isinstance(scopes, str) else ",".join(scopes)
    return Workspace(
        team=str(answer.get("team_id") or ""),
        name=str(answer.get("team") or ""),
        url=str(answer.get("url") or ""),
        bot_user=str(answer.get("user_id") or ""),
        scopes=frozenset(scope.strip() for scope in listed.split(",") if scope.strip()),
    )


def ask_for_socket(settings: Settings) -> None:
    """Ask Slack for a socket as the bot does at its start, and open none: is the token good?

    Raises:
        SlackError: the app-level token is refused, or Slack cannot be reached.
    """
    token = settings.slack_app_token.get_secret_value() if settings.slack_app_token else ""
    client = build_client(settings)
    ask_slack(lambda: client.apps_connections_open(app_token=token), "SLACK_APP_TOKEN")


def ask_slack(call: Callable[[], R], setting: str = "SLACK_BOT_TOKEN") -> R:
    """Make one call, with its failures told as a SlackError.

    Args:
        call: Of the Web API.
        setting: Whose token it carries.
    """
    try:
        return call()
    except SlackApiError as error:
        raise _explain(str(error.response.get("error", "an unknown error")), setting) from error
    except (URLError, OSError) as error:
        raise SlackError(
            f"Slack could not be reached: {getattr(error, 'reason', error)}.",
            "See whether this machine may call slack.com (proxy, firewall).",
        ) from error


def _explain(error: str, setting: str) -> SlackError:
    if error in REFUSED_TOKENS:
        return SlackError(
            f"Slack refuses the token ({error}).", f"Copy {setting} again from {WHERE[setting]}."
        )
    if error == "missing_scope":
        return SlackError(f"{setting} lacks a scope (missing_scope).", WHERE_SCOPES[setting])
    switch = " and whether Socket Mode is on" if setting == "SLACK_APP_TOKEN" else ""
    return SlackError(
        f"Slack refused {setting} ({error}).",
        f"Try again in a moment; if that does not help, see {WHERE[setting]}{switch}.",
    )


def _missing(settings: Settings, mode: Mode) -> list[str]:
    wanted: dict[str, SecretStr | str | int | None] = {"SLACK_BOT_TOKEN": settings.slack_bot_token}
    if mode == "many":
        wanted = {
            "SLACK_CLIENT_ID": settings.slack_client_id,
            "SLACK_CLIENT_SECRET": settings.slack_client_secret,
        }
    if mode == "socket":
        wanted["SLACK_APP_TOKEN"] = settings.slack_app_token
    else:
        wanted["SLACK_SIGNING_SECRET"] = settings.slack_signing_secret
        wanted["PORT"] = settings.port
    return [name for name, value in wanted.items() if value is None]


def _describe_missing(settings: Settings) -> str:
    socket, http, many = (_missing(settings, mode) for mode in MODES)
    wanted = dict.fromkeys(many if settings.slack_client_id else socket + http)
    where = [f"  {name}: {WHERE[name]}" for name in wanted]
    return "\n".join(
        [
            "The bot cannot start: settings for Slack are missing.",
            f"For Socket Mode (no public address needed): {', '.join(socket)}.",
            f"For HTTP: {', '.join(http)}.",
            f"For many workspaces by OAuth: {', '.join(many)}.",
            "Where to get them:",
            *where,
            "Set them in the environment or in a file .env.",
            "No Slack app yet? `onrecord manifest` prints one to paste at api.slack.com/apps.",
        ]
    )
