"""Questions to the bot, in every place where it takes them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.slack.conftest import Newsroom
from tests.slack.workspace import BOT_USER, Channel, Json

QUESTION = "who said what about ferries"


@pytest.fixture
def known(newsroom: Newsroom) -> Channel:
    """A public channel in which the pier story was read."""
    if newsroom.known is None:
        newsroom.known = newsroom.slack.workspace.new_channel()
        message = newsroom.slack.post(newsroom.known, f"<{newsroom.site.new_url()}>")
        newsroom.slack.wait_for_reply(newsroom.known, message)
    return newsroom.known


@pytest.fixture
def channel(newsroom: Newsroom) -> Channel:
    """Another public channel, of this test alone."""
    return newsroom.slack.workspace.new_channel()


@pytest.mark.usefixtures("known")
def test_a_mention_is_answered_in_its_thread(newsroom: Newsroom, channel: Channel) -> None:
    message = newsroom.slack.post(channel, f"<@{BOT_USER}> {QUESTION}?", times=2)
    answer = newsroom.slack.wait_for_reply(channel, message)
    assert "Maren Oduya" in answer["text"]
    assert "We cannot let ferries tie up" in answer["text"]
    newsroom.expect_no_more(channel, posts=1)


@pytest.mark.usefixtures("known")
def test_a_direct_message_is_answered_beside_it(newsroom: Newsroom) -> None:
    slack, direct = newsroom.slack, newsroom.slack.workspace.new_channel("im")
    slack.post(direct, QUESTION, times=2)
    answer = slack.workspace.wait_for(lambda: slack.workspace.posts(direct))[0]
    assert "Maren Oduya" in answer["text"]
    assert "thread_ts" not in answer
    newsroom.expect_no_more(direct, posts=1)


@pytest.mark.usefixtures("known")
def test_the_command_answers_only_the_asker(newsroom: Newsroom, channel: Channel) -> None:
    answer = newsroom.slack.wait_for_response(newsroom.slack.command(channel, f"ask {QUESTION}"))
    assert "Maren Oduya" in answer["text"]
    assert answer.get("response_type", "ephemeral") == "ephemeral"
    assert answer["blocks"]
    newsroom.expect_no_more(channel, posts=0)


@pytest.mark.usefixtures("known")
def test_a_question_gets_the_same_answer_wherever_it_is_put(
    newsroom: Newsroom, channel: Channel
) -> None:
    slack, direct = newsroom.slack, newsroom.slack.workspace.new_channel("im")
    mention = slack.wait_for_reply(channel, slack.post(channel, f"<@{BOT_USER}> {QUESTION}"))
    slack.post(direct, QUESTION)
    message = slack.workspace.wait_for(lambda: slack.workspace.posts(direct))[0]
    typed = slack.wait_for_response(slack.command(channel, QUESTION))
    assert mention["text"] == message["text"] == typed["text"]


@pytest.mark.parametrize("verb", ["ask ", ""])
def test_a_question_without_an_answer_says_so(newsroom: Newsroom, verb: str) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    path = slack.command(channel, f"{verb}who said what about zeppelins")
    assert "Nothing on record" in slack.wait_for_response(path)["text"]


def test_what_was_shared_in_private_is_not_told_elsewhere(newsroom: Newsroom) -> None:
    slack, private = newsroom.slack, newsroom.slack.workspace.new_channel("group")
    url = newsroom.site.new_url("secret")
    slack.wait_for_reply(private, slack.post(private, f"<{url}>"))
    public = slack.workspace.new_channel()
    inside = slack.wait_for_response(slack.command(private, "ask who said what about lighthouses"))
    outside = slack.wait_for_response(slack.command(public, "ask who said what about lighthouses"))
    assert "Edda Holm" in inside["text"]
    assert "Edda Holm" not in outside["text"]


def test_times_are_told_in_the_askers_zone(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    shown = slack.wait_for_response(slack.command(channel, "digest"))
    now = datetime.now(ZoneInfo("Asia/Tokyo"))
    times = {f"{now - timedelta(minutes=late):%H:%M}" for late in (0, 1)}
    assert any(time in shown["text"] for time in times)


def test_help_is_given_when_nothing_is_asked(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"<@{BOT_USER}>")
    assert "/onrecord ask" in slack.wait_for_reply(channel, message)["text"]
    assert "/onrecord ask" in slack.wait_for_response(slack.command(channel, "help"))["text"]


def test_a_wrong_digest_time_is_explained(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    for words in ("digest at dawn", "digest at 08:00 Atlantis"):
        answer: Json = slack.wait_for_response(slack.command(channel, words))
        assert "/onrecord digest at 08:00 Europe/London" in answer["text"]


@pytest.mark.usefixtures("known")
def test_the_digest_is_shown_and_its_time_can_be_set(newsroom: Newsroom, channel: Channel) -> None:
    slack = newsroom.slack
    shown = slack.wait_for_response(slack.command(channel, "digest"))
    assert "Ellery pier to close" in shown["text"]
    set_to = slack.wait_for_response(slack.command(channel, "digest at 8:05 europe/london"))
    assert "08:05 (Europe/London)" in set_to["text"]
    off = slack.wait_for_response(slack.command(channel, "digest off"))
    assert "No digest" in off["text"]
