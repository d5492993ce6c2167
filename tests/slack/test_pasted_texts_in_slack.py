"""A text is pasted where the bot takes one, and read like an article."""

from __future__ import annotations

import pytest

from bot.blocks import escape
from tests.slack.conftest import Newsroom
from tests.slack.workspace import BOT_USER, Channel, Json

QUOTE = "We cannot let ferries tie up at a wall that moves"


@pytest.fixture
def failed(newsroom: Newsroom) -> tuple[Channel, Json]:
    """A private channel, and a message in it whose link could not be read."""
    channel = newsroom.slack.workspace.new_channel("group")
    message = newsroom.slack.post(channel, f"<{newsroom.site.new_url('missing')}>")
    assert "aste the" in newsroom.slack.wait_for_reply(channel, message)["text"]
    return channel, message


def wait_for_second(newsroom: Newsroom, channel: Channel, thread: Json) -> Json:
    workspace = newsroom.slack.workspace
    return workspace.wait_for(lambda: workspace.replies(channel, thread["ts"])[1:])[0]


def test_a_text_pasted_under_a_failed_link_is_read_there(
    newsroom: Newsroom, failed: tuple[Channel, Json]
) -> None:
    slack, (channel, start) = newsroom.slack, failed
    text = newsroom.site.new_text()
    slack.post(channel, escape(text), thread_ts=start["ts"], times=2)
    report = wait_for_second(newsroom, channel, start)
    assert text.splitlines()[0] in str(report["blocks"])
    assert QUOTE in report["text"]
    newsroom.expect_no_more(channel, posts=2)

    # It was pasted in private, so it stays there.
    elsewhere = slack.workspace.new_channel()
    again = slack.wait_for_reply(elsewhere, slack.post(elsewhere, f"<@{BOT_USER}> {escape(text)}"))
    assert "Shared before" not in again["text"]
    assert QUOTE in again["text"]


def test_a_text_sent_in_a_direct_message_is_read(newsroom: Newsroom) -> None:
    slack, direct = newsroom.slack, newsroom.slack.workspace.new_channel("im")
    message = slack.post(direct, escape(newsroom.site.new_text()))
    assert QUOTE in slack.wait_for_reply(direct, message)["text"]


def test_a_text_beside_a_mention_of_the_bot_is_read_once_and_known_again(
    newsroom: Newsroom,
) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    text = f"<@{BOT_USER}> {escape(newsroom.site.new_text())}"
    message = slack.post(channel, text)
    assert QUOTE in slack.wait_for_reply(channel, message)["text"]
    again = slack.post(channel, text)
    assert "Shared before" in slack.wait_for_reply(channel, again)["text"]
    newsroom.expect_no_more(channel, posts=2)


def test_people_may_talk_at_length_and_in_files_among_themselves(
    newsroom: Newsroom,
) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    start = slack.post(channel, escape(newsroom.site.new_text()))
    slack.post(channel, escape(newsroom.site.new_text()), thread_ts=start["ts"])
    slack.post(channel, "", subtype="file_share", files=[{"mode": "snippet"}])
    newsroom.expect_no_more(channel, posts=0)


def test_the_links_within_a_pasted_text_are_not_read(newsroom: Newsroom) -> None:
    slack, direct = newsroom.slack, newsroom.slack.workspace.new_channel("im")
    inner, shared = newsroom.site.new_url(), newsroom.site.new_url()
    text = escape(newsroom.site.new_text())
    message = slack.post(direct, f"<{shared}>\n{text} Read <{inner}|our earlier report>.")
    reply = slack.wait_for_reply(direct, message)
    numbers = [url.rpartition("/")[2] for url in (inner, shared)]
    seen = [f"Ellery pier to close, part {number}" in reply["text"] for number in numbers]
    assert seen == [False, True]
    assert "Pier & ferries" in str(reply["blocks"])


def test_a_text_that_slack_made_a_file_of_is_asked_for_as_a_message(
    newsroom: Newsroom,
) -> None:
    slack, direct = newsroom.slack, newsroom.slack.workspace.new_channel("im")
    file = {"id": "F1", "mode": "snippet", "permalink": "https://news.slack.com/files/U1/F1/text"}
    message = slack.post(direct, "", subtype="file_share", files=[file])
    assert "Paste it as a message" in slack.wait_for_reply(direct, message)["text"]


def test_a_pasted_text_that_cannot_be_read_gets_one_clear_line(
    newsroom: Newsroom,
) -> None:
    slack, direct = newsroom.slack, newsroom.slack.workspace.new_channel("im")
    line = "Der Hafen wird im Winter geschlossen, und die Fähren legen in der Stadt an, sagte sie. "
    reply = slack.wait_for_reply(direct, slack.post(direct, line * 6))
    assert "German" in reply["text"]
    assert len(reply["text"]) < 400
