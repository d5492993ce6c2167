"""The Home tab, and the hello on being invited."""

from __future__ import annotations

import json

import pytest

from tests.slack.conftest import Newsroom
from tests.slack.workspace import ADMINISTRATOR, BOT_USER, REPORTER, Json


def open_home(newsroom: Newsroom, user: str, tab: str = "home") -> None:
    newsroom.slack.send_event({"type": "app_home_opened", "user": user, "tab": tab})


def home_of(newsroom: Newsroom, user: str) -> str:
    """What stands in somebody's Home after opening it now."""
    slack = newsroom.slack
    before = slack.newest_view()
    open_home(newsroom, user)
    view = slack.wait_for_view(unlike=before)
    assert (view["type"], view["user_id"]) == ("home", user)
    return json.dumps(view["blocks"], ensure_ascii=False)


def test_home_shows_what_was_read_where_everybody_may_look(newsroom: Newsroom) -> None:
    slack, url = newsroom.slack, newsroom.site.new_url()
    for kind, address in (("channel", url), ("group", newsroom.site.new_url("secret"))):
        channel = slack.workspace.new_channel(kind)
        slack.wait_for_reply(channel, slack.post(channel, f"<{address}>"))
    home = home_of(newsroom, REPORTER)
    assert f"Ellery pier to close, part {url.rpartition('/')[2]}" in home
    assert "secret" not in home
    assert "The archive" not in home


def test_home_lists_the_digests_of_public_channels(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    public, private = slack.workspace.new_channel(), slack.workspace.new_channel("group")
    for channel in (public, private):
        slack.wait_for_response(slack.command(channel, "digest at 07:15 Europe/Madrid"))
    home = home_of(newsroom, REPORTER)
    assert public.id in home
    assert "07:15 (Europe/Madrid), on weekdays" in home
    assert private.id not in home


def test_home_lists_what_this_person_watches(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    slack.wait_for_response(slack.command(channel, "watch the north breakwater"))
    assert "the north breakwater" in home_of(newsroom, REPORTER)
    assert "the north breakwater" not in home_of(newsroom, ADMINISTRATOR)


def test_administrators_see_how_the_archive_does(newsroom: Newsroom) -> None:
    assert "Only administrators see this" in home_of(newsroom, ADMINISTRATOR)


def hello(user: str, channel: str) -> Json:
    joined = {"type": "member_joined_channel", "user": user, "channel": channel}
    return {**joined, "channel_type": "C", "inviter": REPORTER}


def test_one_short_hello_on_being_invited(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    slack.send_event(hello("U0SOMEBODY", channel.id))
    slack.send_event(hello(BOT_USER, channel.id))
    slack.send_event(hello(BOT_USER, channel.id))
    said = slack.workspace.wait_for(lambda: slack.workspace.posts(channel))[0]
    assert "/onrecord settings" in said["text"]
    assert "thread_ts" not in said
    newsroom.expect_no_more(channel, posts=1)


@pytest.mark.parametrize("event", [{"user": BOT_USER}, {"channel": "C1"}, {}])
def test_a_hello_without_its_place_is_passed_over(newsroom: Newsroom, event: Json) -> None:
    newsroom.slack.send_event({"type": "member_joined_channel", **event})
    channel = newsroom.slack.workspace.new_channel()
    newsroom.slack.send_event(hello(BOT_USER, channel.id))
    newsroom.slack.workspace.wait_for(lambda: newsroom.slack.workspace.posts(channel))
