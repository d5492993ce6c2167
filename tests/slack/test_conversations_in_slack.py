"""Questions that go on from the one before them, in threads and in direct messages."""

from __future__ import annotations

import pytest

from tests.slack.conftest import Newsroom
from tests.slack.workspace import BOT_USER, Channel, Json


@pytest.fixture
def channel(newsroom: Newsroom) -> Channel:
    """A public channel, in an archive that knows the pier story."""
    slack = newsroom.slack
    if newsroom.known is None:
        newsroom.known = slack.workspace.new_channel()
        slack.wait_for_reply(
            newsroom.known, slack.post(newsroom.known, f"<{newsroom.site.new_url()}>")
        )
    return slack.workspace.new_channel()


def ask_on(newsroom: Newsroom, channel: Channel, first: Json, words: str) -> str:
    """Say something in the thread of a message, and wait for the answer there."""
    slack, ts = newsroom.slack, first["ts"]
    before = len(slack.workspace.replies(channel, ts))
    slack.post(channel, words, thread_ts=ts)

    answers = slack.workspace.wait_for(lambda: slack.workspace.replies(channel, ts)[before:])
    return str(answers[0]["text"])


def test_a_thread_that_began_with_a_question_goes_on_without_a_mention(
    newsroom: Newsroom, channel: Channel
) -> None:
    first = newsroom.slack.post(channel, f"<@{BOT_USER}> what did Brandt say")
    answer = newsroom.slack.wait_for_reply(channel, first)
    assert "We will need buses" in answer["text"]
    assert "only paraphrases" in ask_on(newsroom, channel, first, "paraphrases only?")
    about = ask_on(newsroom, channel, first, "what about Oduya?")
    assert "Maren Oduya" in about
    assert "only paraphrases" in about
    assert "Nothing until" in ask_on(newsroom, channel, first, "and before 2020?")


def test_people_who_talk_among_themselves_are_left_alone(
    newsroom: Newsroom, channel: Channel
) -> None:
    first = newsroom.slack.post(channel, f"<@{BOT_USER}> what did Brandt say")
    newsroom.slack.wait_for_reply(channel, first)
    for words in ("thanks!", "so should we call Brandt?", "and the pier is closing in may?"):
        newsroom.slack.post(channel, words, thread_ts=first["ts"])
    elsewhere = newsroom.slack.post(channel, "who wants coffee")
    newsroom.slack.post(channel, "what about Oduya?", thread_ts=elsewhere["ts"])
    newsroom.expect_no_more(channel, posts=1)


def test_a_direct_message_goes_on_from_the_one_before(newsroom: Newsroom, channel: Channel) -> None:
    slack, direct = newsroom.slack, newsroom.slack.workspace.new_channel("im")
    assert channel.messages == []
    slack.post(direct, "who said what about ferries")
    slack.workspace.wait_for(lambda: slack.workspace.posts(direct))
    slack.post(direct, "only paraphrases")
    answers = slack.workspace.wait_for(
        lambda: posts if len(posts := slack.workspace.posts(direct)) == 2 else []
    )
    assert "only paraphrases" in answers[1]["text"]
