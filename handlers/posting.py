"""Posting as a quiet guest: one message, in the thread, no unfurls, no broadcast."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from socket import gaierror
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.blocks import build_text
from bot.errors import NotInstalledError
from store.workspace import Share

log = logging.getLogger(__name__)

Blocks = list[dict[str, Any]]

REPORT = "onrecord_report"
"""Event type of the metadata by which a report is found again in its thread."""
BAD_LAYOUT = ("invalid_blocks", "msg_blocks_too_long", "invalid_blocks_format")
HOPELESS = {
    "channel_not_found",
    "not_in_channel",
    "is_archived",
    "thread_not_found",
    "message_not_found",
    "restricted_action",
}
"""Refusals that a second attempt does not change."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes; without `thread_ts` into the channel itself."""

    channel: str
    thread_ts: str = ""


def post(
    client: WebClient, place: Place, blocks: Blocks, *, metadata: dict[str, Any] | None = None
) -> str:
    """Post blocks with their fallback text, and return the message's time.

    Should Slack refuse the layout, the words are posted without it: nothing is lost.
    """
    text = build_text(blocks)
    try:
        return _send(client, place, text, {"blocks": blocks, "metadata": metadata})
    except SlackApiError as error:
        if error.response.get("error") not in BAD_LAYOUT:
            raise
        log.exception("Slack refused the layout of a message.")
        return _send(client, place, text, {"metadata": metadata})


def change(client: WebClient, place: Place, blocks: Blocks) -> None:
    """Put other blocks into a message of the bot's own; `place` names its time as the thread."""
    text = build_text(blocks)
    client.chat_update(channel=place.channel, ts=place.thread_ts, blocks=blocks, text=text)


def show(client: WebClient, place: Place, user: str, blocks: Blocks) -> None:
    """Show blocks to one person only, for as long as that person's Slack is open."""
    client.chat_postEphemeral(
        channel=place.channel,
        user=user,
        thread_ts=place.thread_ts or None,
        blocks=blocks,
        text=build_text(blocks),
    )


def is_hopeless(error: Exception) -> bool:
    """Whether posting again cannot help."""
    refused = isinstance(error, SlackApiError) and error.response.get("error") in HOPELESS
    return refused or isinstance(error, NotInstalledError)


def was_not_taken(error: Exception) -> bool:
    """Whether Slack surely did not post, and posting again may help."""
    if isinstance(error, SlackApiError):
        return error.response.status_code in {200, 429} and not is_hopeless(error)
    reason = error.reason if isinstance(error, URLError) else None
    return isinstance(reason, (ConnectionRefusedError, gaierror))


def _send(client: WebClient, place: Place, text: str, parts: dict[str, Any]) -> str:
    given = {name: value for name, value in parts.items() if value}
    answer = client.chat_postMessage(
        channel=place.channel,
        thread_ts=place.thread_ts or None,
        text=text,
        unfurl_links=False,
        unfurl_media=False,
        **given,
    )
    return str(answer.get("ts", ""))


def build_metadata(shares: Sequence[Share]) -> dict[str, Any]:
    """What a report carries, so that it is known again after a crash."""
    ids = [share.id for share in shares]
    return {"event_type": REPORT, "event_payload": {"message": shares[0].ts, "shares": ids}}


def find_reports(client: WebClient, place: Place, bot_user: str) -> Iterator[tuple[str, set[int]]]:
    """The bot's own reports in a thread: time, and the ids of the shares they answer.

    Slack gives the content of metadata only if asked for all of it.
    """
    cursor = ""
    while True:
        answer = client.conversations_replies(
            channel=place.channel,
            ts=place.thread_ts,
            include_all_metadata=True,
            limit=200,
            cursor=cursor or None,
        )
        for message in answer.get("messages") or []:
            metadata = message.get("metadata") or {}
            if message.get("user") == bot_user and metadata.get("event_type") == REPORT:
                yield message["ts"], set(metadata.get("event_payload", {}).get("shares", []))
        cursor = (answer.get("response_metadata") or {}).get("next_cursor", "")
        if not cursor:
            return
