"""A standing question: whoever put it is told of each article that answers it."""

from __future__ import annotations

from tests.slack.conftest import Newsroom
from tests.slack.workspace import Channel, Json


def command(newsroom: Newsroom, channel: Channel, words: str) -> str:
    path = newsroom.slack.command(channel, words)
    return str(newsroom.slack.wait_for_response(path)["text"])


def share(newsroom: Newsroom, channel: Channel, kind: str = "article") -> Json:
    slack = newsroom.slack
    return slack.wait_for_reply(channel, slack.post(channel, f"<{newsroom.site.new_url(kind)}>"))


def test_a_watch_is_told_once_of_an_article_read_elsewhere(newsroom: Newsroom) -> None:
    slack, watching = newsroom.slack, newsroom.slack.workspace.new_channel()
    assert "From now on" in command(newsroom, watching, "watch ferries")
    url = newsroom.site.new_url()
    for _ in range(2):
        channel = slack.workspace.new_channel()
        slack.wait_for_reply(channel, slack.post(channel, f"<{url}>"))
    news = slack.workspace.wait_for(lambda: slack.workspace.posts(watching))[0]
    assert "ferries" in news["text"]
    assert "We cannot let ferries tie up" in news["text"]
    assert "thread_ts" not in news
    command(newsroom, watching, "unwatch Ferries")
    share(newsroom, slack.workspace.new_channel())
    newsroom.expect_no_more(watching, posts=1)


def test_what_is_said_in_private_is_no_news_elsewhere(newsroom: Newsroom) -> None:
    slack, watching = newsroom.slack, newsroom.slack.workspace.new_channel()
    command(newsroom, watching, "watch lighthouses")
    share(newsroom, slack.workspace.new_channel("group"), "secret")
    share(newsroom, watching)
    command(newsroom, watching, "unwatch lighthouses")
    newsroom.expect_no_more(watching, posts=1)


def test_where_the_report_stands_no_news_is_needed(newsroom: Newsroom) -> None:
    workspace = newsroom.slack.workspace
    channel, other = workspace.new_channel(), workspace.new_channel()
    for place in (channel, other):
        command(newsroom, place, "watch who said what about the pier")
    share(newsroom, channel)
    workspace.wait_for(lambda: workspace.posts(other))  # told after the first watch
    for place in (channel, other):
        command(newsroom, place, "unwatch who said what about the pier")
    newsroom.expect_no_more(channel, posts=1)


def test_what_no_archive_can_tell_is_not_watched(newsroom: Newsroom) -> None:
    channel = newsroom.slack.workspace.new_channel()
    refusal = command(newsroom, channel, "watch what did women say about oil")
    assert "The archive does not know whether a speaker is a woman or a man" in refusal
    assert "Nothing is watched" in command(newsroom, channel, "watch")


def test_watches_are_listed_and_ended_by_their_words(newsroom: Newsroom) -> None:
    channel = newsroom.slack.workspace.new_channel()
    assert "Nothing is watched" in command(newsroom, channel, "watch")
    command(newsroom, channel, "watch Tomas Brandt")
    assert "already" in command(newsroom, channel, "watch tomas brandt")
    assert "Tomas Brandt" in command(newsroom, channel, "watch")
    assert "no longer" in command(newsroom, channel, "unwatch tomas brandt")
    assert "not watched" in command(newsroom, channel, "unwatch Tomas Brandt")
