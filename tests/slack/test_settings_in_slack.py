"""What a channel wants of the bot, changed in a modal and kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.slack.conftest import Newsroom
from tests.slack.interactions import find_element
from tests.slack.workspace import BOT_USER, REPORTER, Channel, Json


def open_settings(newsroom: Newsroom, channel: Channel) -> Json:
    before = newsroom.slack.newest_view()
    newsroom.slack.command(channel, "settings")
    return newsroom.slack.wait_for_view(unlike=before)


def choose(value: str) -> Json:
    return {"selected_option": {"value": value}}


def test_a_new_channel_works_with_sensible_defaults(newsroom: Newsroom) -> None:
    channel = newsroom.slack.workspace.new_channel()
    view = open_settings(newsroom, channel)
    chosen = find_element(view["blocks"], "mode")["initial_option"]
    assert chosen["value"] == "on"
    assert "calendar.google.com" in find_element(view["blocks"], "skipped")["initial_value"]


def test_what_was_changed_stands_there_the_next_time(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    answer = slack.submit(
        open_settings(newsroom, channel),
        mode=choose("mentioned"),
        other_languages=choose("leave"),
        skipped={"value": "https://www.video.example/watch, social.example"},
        digest={"selected_options": [{"value": "digest"}]},
        at={"selected_time": "06:45"},
        days={"selected_options": [{"value": "mon"}, {"value": "thu"}]},
        zone={"value": "america/new york"},
    )
    assert answer == {}
    blocks = open_settings(newsroom, channel)["blocks"]
    assert find_element(blocks, "mode")["initial_option"]["value"] == "mentioned"
    assert find_element(blocks, "skipped")["initial_value"] == "video.example\nsocial.example"
    assert find_element(blocks, "other_languages")["initial_option"]["value"] == "leave"
    assert find_element(blocks, "zone")["initial_value"] == "America/New_York"
    assert find_element(blocks, "at")["initial_time"] == "06:45"
    days = [day["value"] for day in find_element(blocks, "days")["initial_options"]]
    assert days == ["mon", "thu"]
    assert find_element(blocks, "digest")["initial_options"]


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [("skipped", "not a domain", "no domain"), ("zone", "Middle/Earth", "no time zone")],
)
def test_what_cannot_be_read_is_told_beside_its_field(
    newsroom: Newsroom, field: str, typed: str, told: str
) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    view = open_settings(newsroom, channel)
    answer = slack.submit(view, mode=choose("silent"), **{field: {"value": typed}})
    assert answer["response_action"] == "errors"
    assert told in answer["errors"][field]
    kept = find_element(open_settings(newsroom, channel)["blocks"], "mode")
    assert kept["initial_option"]["value"] == "on"


def test_only_when_mentioned_leaves_other_links_alone(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    slack.submit(open_settings(newsroom, channel), mode=choose("mentioned"))
    slack.post(channel, f"<{newsroom.site.new_url()}>")
    asked = slack.post(channel, f"<@{BOT_USER}> <{newsroom.site.new_url()}>")
    slack.wait_for_reply(channel, asked)
    newsroom.expect_no_more(channel, posts=1)


def test_a_silent_channel_stays_silent(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    slack.submit(open_settings(newsroom, channel), mode=choose("silent"))
    slack.post(channel, f"<@{BOT_USER}> <{newsroom.site.new_url()}>")
    slack.post(channel, f"<@{BOT_USER}> who said what about ferries?")
    shown = slack.workspace.wait_for(lambda: slack.workspace.ephemerals[-1:])
    assert (shown[0]["channel"], shown[0]["user"]) == (channel.id, REPORTER)
    newsroom.expect_no_more(channel, posts=0)


def test_skipped_sites_and_paused_messages_are_left_alone(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    site = newsroom.site
    slack.submit(open_settings(newsroom, channel), paused={"value": "embargoed\nnot for us"})
    slack.post(channel, f"EMBARGOED: <{site.new_url()}>")
    slack.post(channel, "<https://calendar.google.com/event/1>")
    read = slack.post(channel, f"no embargo: <{site.new_url()}> <https://youtu.be/1>")
    reply = slack.wait_for_reply(channel, read)
    assert "youtu.be" not in reply["text"]
    newsroom.expect_no_more(channel, posts=1)


def test_a_feed_is_read_only_where_that_is_wanted(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    site = newsroom.site
    feed: Json = {"bot_id": "B0FEED", "subtype": "bot_message"}
    slack.post(channel, f"<{site.new_url()}>", **feed)
    bots = {"selected_options": [{"value": "bots"}]}
    slack.submit(open_settings(newsroom, channel), bots=bots)
    wanted = slack.post(channel, f"<{site.new_url()}>", **feed)
    slack.wait_for_reply(channel, wanted)
    slack.post(channel, f"<@{BOT_USER}> who said what about ferries?", **feed)
    newsroom.expect_no_more(channel, posts=1)


def leave_other_languages(newsroom: Newsroom) -> Channel:
    channel = newsroom.slack.workspace.new_channel()
    newsroom.slack.submit(open_settings(newsroom, channel), other_languages=choose("leave"))
    return channel


def test_of_an_article_in_another_language_the_thread_is_told(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    posted = slack.post(channel, f"<{newsroom.site.new_url('german')}>")
    assert "in German; I read English only" in slack.wait_for_reply(channel, posted)["text"]


def test_an_article_in_another_language_is_left_alone_where_that_is_wanted(
    newsroom: Newsroom,
) -> None:
    slack, channel = newsroom.slack, leave_other_languages(newsroom)
    url = newsroom.site.new_url("german")
    left = slack.post(channel, f"<{url}>")
    mixed = slack.post(channel, f"<{newsroom.site.new_url('german')}> <{newsroom.site.new_url()}>")
    reply = slack.wait_for_reply(channel, mixed)
    assert "Maren Oduya" in reply["text"]
    assert "German" not in reply["text"]
    slack.workspace.wait_for(lambda: find_failure(newsroom, url))
    assert "in German" in find_failure(newsroom, url)
    slack.workspace.wait_for(lambda: not slack.workspace.reactions[left["ts"]])
    newsroom.expect_no_more(channel, posts=1)


def find_failure(newsroom: Newsroom, url: str) -> str:
    """What the archive holds of a link that failed."""
    with closing(sqlite3.connect(newsroom.environment["ONRECORD_DB"])) as db:
        sql = "SELECT failure FROM shares WHERE shared_url = ? AND state = 'failed'"
        row = db.execute(sql, [url]).fetchone()
        return str(row[0]) if row else ""


def test_whoever_asks_for_an_article_in_another_language_is_told(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, leave_other_languages(newsroom)
    asked = slack.post(channel, f"<@{BOT_USER}> <{newsroom.site.new_url('german')}>")
    assert "in German" in slack.wait_for_reply(channel, asked)["text"]
