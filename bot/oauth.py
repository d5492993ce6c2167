"""Installing by OAuth: `/slack/install`, for as many workspaces as like."""

from __future__ import annotations

import logging

from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk.oauth.installation_store.sqlite3 import SQLite3InstallationStore
from slack_sdk.oauth.state_store.sqlite3 import SQLite3OAuthStateStore

from bot.connection import build_client
from bot.manifest import BOT_SCOPES, INSTALL_PATH, OPTIONAL_SCOPES, REDIRECT_PATH
from bot.settings import Settings

SECONDS_TO_INSTALL = 600

log = logging.getLogger("slack_bolt")


def build_oauth(settings: Settings) -> OAuthFlow:
    """Slack's own way to install; tokens are kept in the main file."""
    database, client_id = str(settings.onrecord_db), settings.slack_client_id or ""
    secret = settings.slack_client_secret
    return OAuthFlow(
        client=build_client(settings, token=""),
        logger=log,
        settings=OAuthSettings(
            client_id=client_id,
            client_secret=secret.get_secret_value() if secret else "",
            scopes=[*BOT_SCOPES, *OPTIONAL_SCOPES],
            install_path=INSTALL_PATH,
            redirect_uri_path=REDIRECT_PATH,
            installation_store=SQLite3InstallationStore(
                database=database, client_id=client_id, logger=log
            ),
            installation_store_bot_only=True,
            state_store=SQLite3OAuthStateStore(
                expiration_seconds=SECONDS_TO_INSTALL, database=database, logger=log
            ),
            logger=log,
        ),
    )
