"""*Extract quotes* on a message: whoever posted it, and whatever stands in it."""

from __future__ import annotations

import pytest

from bot.manifest import EXTRACT
from tests.slack.conftest import Newsroom
from tests.slack.events import build_message
from tests.slack.workspace import Channel, Json


def add_message(newsroom: Newsroom, channel: Channel, text: str, **more: object) -> Json:
    """A message of which the bot was not told."""
    workspace = newsroom.slack.workspace
    return workspace.add(channel, build_message(text, workspace.new_ts(), **more))


def test_a_feeds_link_is_read_for_who_wants_it(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = add_message(
        newsroom, channel, f"<{newsroom.site.new_url()}>", bot_id="B0FEED", subtype="bot_message"
    )
    response = slack.use_shortcut(channel, message, EXTRACT)
    assert "in the thread" in slack.wait_for_response(response)["text"]
    assert "Maren Oduya" in slack.wait_for_reply(channel, message)["text"]

    again = slack.use_shortcut(channel, message, EXTRACT)
    assert "already" in slack.wait_for_response(again)["text"]
    newsroom.expect_no_more(channel, posts=1)


def test_a_statement_in_a_message_is_read_itself(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    text = newsroom.site.new_text().replace("&", "and")
    message = add_message(newsroom, channel, text)
    slack.use_shortcut(channel, message, EXTRACT)
    assert "Maren Oduya" in slack.wait_for_reply(channel, message)["text"]


@pytest.mark.parametrize(("text", "told"), [("lunch?", "nothing"), ("", "nothing")])
def test_a_message_with_nothing_to_read_says_so(newsroom: Newsroom, text: str, told: str) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = add_message(newsroom, channel, text)
    response = slack.use_shortcut(channel, message, EXTRACT)
    assert told in slack.wait_for_response(response)["text"]


@pytest.mark.parametrize("kind", ["channel", "group"])
def test_where_the_bot_is_not_it_asks_to_be_invited(newsroom: Newsroom, kind: str) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel(kind)
    channel.has_bot = False
    message = add_message(newsroom, channel, f"<{newsroom.site.new_url()}>")
    response = slack.use_shortcut(channel, message, EXTRACT)
    assert "/invite" in slack.wait_for_response(response)["text"]
