"""Modals: opened, changed, and told in when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.blocks import build_text
from bot.blocks.modals_quotes import build_notice
from bot.blocks.views import View
from bot.errors import SlackError
from handlers.errors import describe

TOO_LATE = {"expired_trigger_id", "trigger_expired", "exchanged_trigger_id"}


def open_view(client: WebClient, trigger: str, view: View) -> None:
    """Open a modal for who pressed.

    Raises:
        SlackError: Slack waited too long for it.
    """
    try:
        client.views_open(trigger_id=trigger, view=view)
    except SlackApiError as error:
        if error.response.get("error") not in TOO_LATE:
            raise
        raise SlackError("That took too long for Slack.", "Press the button again.") from error


def change_view(client: WebClient, view_id: str, view: View) -> None:
    """Show another view in the place of an open one; nothing if that was closed meanwhile."""
    try:
        client.views_update(view_id=view_id, view=view)
    except SlackApiError as error:
        if error.response.get("error") != "not_found":
            raise


@contextmanager
def telling_in_view(client: WebClient, body: Mapping[str, Any]) -> Iterator[None]:
    """Tell whoever pressed in a modal what went wrong with it, in that modal."""
    try:
        yield
    except Exception as error:  # noqa: BLE001  # who pressed waits for a word, whatever it was
        change_view(client, body["view"]["id"], build_notice(build_text(describe(error))))


@contextmanager
def telling_at(ack: Ack, field: str) -> Iterator[None]:
    """Tell whoever submitted a modal what is wrong with it, beside a field of it."""
    try:
        yield
    except Exception as error:  # noqa: BLE001  # who submitted waits for a word, whatever it was
        ack(response_action="errors", errors={field: build_text(describe(error))})
