"""The workspaces that the bot serves, each with its own token: one by setting, many by OAuth."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from typing import Protocol

from slack_sdk import WebClient
from slack_sdk.oauth.installation_store import Bot, InstallationStore
from slack_sdk.oauth.token_rotation import TokenRotator

from bot.connection import Workspace, build_client, identify
from bot.errors import NotInstalledError
from bot.settings import Settings

log = logging.getLogger(__name__)

MINUTES_BEFORE_EXPIRY = 60
"""A token that lives no longer is exchanged; Bolt does so at 120 where events still come."""


class Workspaces(Protocol):
    """Who the bot is in a workspace, and how it speaks there."""

    def workspace_of(self, team: str) -> Workspace:
        """The workspace, as Slack described it. Raises SlackError where the bot is not."""

    def client_of(self, team: str) -> WebClient:
        """A client for posting there: it does not repeat a call whose answer got lost."""

    def forget(self, team: str) -> None:
        """The app was removed there: no token is kept."""


@dataclass(frozen=True)
class OneWorkspace:
    """The workspace of the bot token; there is no other."""

    workspace: Workspace
    client: WebClient

    def workspace_of(self, _team: str) -> Workspace:
        """This one."""
        return self.workspace

    def client_of(self, _team: str) -> WebClient:
        """Its client."""
        return self.client

    def forget(self, team: str) -> None:
        """Nothing: the token is in the settings."""
        log.warning("The app was removed from the workspace %s: its token is worthless now.", team)


@dataclass
class ManyWorkspaces:
    """Every workspace that installed the app; its tokens lie in the main file."""

    settings: Settings
    installations: InstallationStore
    _known: dict[str, Workspace] = field(default_factory=dict)
    """By token: a reinstallation brings another, perhaps with other scopes."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def workspace_of(self, team: str) -> Workspace:
        """The workspace; Slack is asked once for each token."""
        token = self._token(team)
        if token not in self._known:
            self._known[token] = identify(build_client(self.settings, token=token))
        return self._known[token]

    def client_of(self, team: str) -> WebClient:
        """A client with this workspace's token."""
        return build_client(self.settings, token=self._token(team), resend=False)

    def is_installed(self, team: str) -> bool:
        """Whether there is a token of this workspace."""
        return self.installations.find_bot(enterprise_id=None, team_id=team) is not None

    def forget(self, team: str) -> None:
        """Delete its tokens."""
        self.installations.delete_all(enterprise_id=None, team_id=team)

    def _token(self, team: str) -> str:
        with self._lock:  # two exchanges of one token would make the first one's worthless
            bot = self.installations.find_bot(enterprise_id=None, team_id=team)
            if bot is None or not bot.bot_token:
                raise NotInstalledError(f"The app is not installed in the workspace {team}.")
            return self._renew(bot).bot_token

    def _renew(self, bot: Bot) -> Bot:
        """The same, with another token if this one is about to expire."""
        secret = self.settings.slack_client_secret
        rotator = TokenRotator(
            client=build_client(self.settings, token=""),
            client_id=self.settings.slack_client_id or "",
            client_secret=secret.get_secret_value() if secret else "",
        )
        renewed = rotator.perform_bot_token_rotation(
            bot=bot, minutes_before_expiration=MINUTES_BEFORE_EXPIRY
        )
        if renewed is None:
            return bot
        self.installations.save_bot(renewed)
        return renewed
