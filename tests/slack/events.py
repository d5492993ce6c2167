"""What Slack sends to an app, as payloads."""

from __future__ import annotations

import itertools
import re
import time

from tests.slack.workspace import APP, BOT_USER, REPORTER, TEAM, Channel, Json

_numbers = itertools.count(1)

BARE_ENVELOPE = {"type", "team_id", "event_id", "event"}
BARE_EVENT = {"type", "channel", "user", "text", "ts", "thread_ts"}


def wrap_event(event: Json, team: str = TEAM) -> Json:
    """The envelope of the Events API, with an `event_id` of its own."""
    return {
        "token": "legacy",
        "team_id": team,
        "api_app_id": APP,
        "type": "event_callback",
        "event_id": f"Ev{next(_numbers):08d}",
        "event_time": int(time.time()),
        "authorizations": [{"team_id": team, "user_id": BOT_USER, "is_bot": True}],
        "event": event,
    }


def strip(payload: Json) -> Json:
    """The envelope with no more in it than the least server sends."""
    event = payload["event"]
    kept = {key: value for key, value in payload.items() if key in BARE_ENVELOPE}
    return {**kept, "event": {key: value for key, value in event.items() if key in BARE_EVENT}}


def build_message(text: str, ts: str, **more: object) -> Json:
    """A person's message: links stand in `text` as `<url|label>` and in its rich text."""
    return {
        "type": "message",
        "user": REPORTER,
        "team": TEAM,
        "ts": ts,
        "text": text,
        "client_msg_id": f"client-{ts}",
        "blocks": [build_rich_text(text)],
        **more,
    }


def build_rich_text(text: str) -> Json:
    """The composer's rich text for a message with links and mentions."""
    parts = [_build_part(part) for part in re.split(r"(<[^>]+>)", text) if part]
    section = {"type": "rich_text_section", "elements": parts}
    return {"type": "rich_text", "block_id": "b1", "elements": [section]}


def _build_part(part: str) -> Json:
    if part.startswith("<@"):
        return {"type": "user", "user_id": part[2:-1]}
    if part.startswith("<http"):
        url, _, label = unescape(part[1:-1]).partition("|")
        return {"type": "link", "url": url, **({"text": label} if label else {})}
    return {"type": "text", "text": unescape(part)}


def unescape(text: str) -> str:
    """What a person typed, of what stands in `text`."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def place_in(event: Json, channel: Channel) -> Json:
    """The message as an event in a channel."""
    return {
        **event,
        "channel": channel.id,
        "channel_type": channel.kind,
        "event_ts": event["ts"],
    }


def build_mention(message: Json) -> Json:
    """The `app_mention` that Slack sends beside the message."""
    left_out = {"channel_type", "subtype"}
    return {
        **{key: value for key, value in message.items() if key not in left_out},
        "type": "app_mention",
    }


def build_edit(channel: Channel, before: Json, after: Json, ts: str) -> Json:
    """`message_changed`: an edit by a person, or Slack's own unfurl."""
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
        "channel": channel.id,
        "channel_type": channel.kind,
        "message": after,
        "previous_message": before,
    }


def build_command(text: str, channel: Channel, response_url: str) -> Json:
    """A slash command."""
    return {
        "token": "legacy",
        "team_id": channel.team,
        "team_domain": "newsroom",
        "channel_id": channel.id,
        "channel_name": "directmessage" if channel.kind == "im" else "desk",
        "user_id": REPORTER,
        "user_name": "reporter",
        "command": "/onrecord",
        "text": text,
        "api_app_id": APP,
        "response_url": response_url,
        "trigger_id": "1.2.3",
    }
