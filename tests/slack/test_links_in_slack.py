"""A link is shared; what the newsroom then sees in Slack, from a real bot process."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from store import Store
from store.shares import shares_of
from store.workspace import Share
from tests.slack.conftest import Newsroom
from tests.slack.workspace import BOT_USER, TEAM, Channel, Json, Refusal


def words(message: Json) -> str:
    """Everything that a message says."""
    return str(message.get("text", ""))


def test_a_link_is_answered_with_one_report_in_its_thread(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"Worth a look: <{newsroom.site.new_url()}|the pier>")
    reply = slack.wait_for_reply(channel, message)
    assert "We cannot let ferries tie up at a wall that moves" in words(reply)
    assert "Maren Oduya" in words(reply)
    assert "Ellery Courier" in words(reply)
    assert reply["blocks"]
    assert reply["unfurl_links"] is False
    assert not reply.get("reply_broadcast")
    assert slack.workspace.posts(channel) == [reply]


def test_events_are_acknowledged_long_before_the_article_is_read(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    newsroom.site.gate.clear()
    message = slack.post(channel, f"<{newsroom.site.new_url()}>")
    assert slack.workspace.posts(channel) == []  # acknowledged, for else `post` would not return
    newsroom.site.gate.set()
    slack.wait_for_reply(channel, message)


def test_a_link_delivered_twice_is_answered_once(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"<{newsroom.site.new_url()}>", times=3)
    slack.wait_for_reply(channel, message)
    newsroom.expect_no_more(channel, posts=1)


def test_a_link_beside_a_mention_of_the_bot_is_answered_once(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"<@{BOT_USER}> <{newsroom.site.new_url()}>")
    slack.wait_for_reply(channel, message)
    newsroom.expect_no_more(channel, posts=1)


def test_several_links_of_a_message_are_answered_in_one_reply(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    first, second = newsroom.site.new_url(), newsroom.site.new_url()
    message = slack.post(channel, f"<{first}> and <{second}>")
    reply = slack.wait_for_reply(channel, message)
    newsroom.expect_no_more(channel, posts=1)
    for number in (first.rpartition("/")[2], second.rpartition("/")[2]):
        assert f"Ellery pier to close, part {number}" in words(reply)


def test_a_link_in_a_thread_is_answered_in_that_thread(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    start = slack.post(channel, "Anything on the pier?")
    slack.post(channel, f"<{newsroom.site.new_url()}>", thread_ts=start["ts"])
    assert "Maren Oduya" in words(slack.wait_for_reply(channel, start))


@pytest.mark.parametrize("kind", ["group", "mpim", "im"])
def test_a_link_is_answered_in_every_kind_of_place(newsroom: Newsroom, kind: str) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel(kind)
    message = slack.post(channel, f"<{newsroom.site.new_url()}>")
    assert "Maren Oduya" in words(slack.wait_for_reply(channel, message))


def test_a_hostile_page_mentions_nobody_and_forges_no_link(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"<{newsroom.site.new_url('hostile')}>")
    reply = slack.wait_for_reply(channel, message)
    blocks = json.dumps(reply["blocks"])
    assert "&lt;@U0REPORTER&gt;" in words(reply)
    assert "<!" not in words(reply)
    assert "<@" not in words(reply)
    assert "|Reuters>" not in words(reply)
    assert not re.search(r'"type": "(mrkdwn|broadcast|user|usergroup|markdown)"', blocks)


def test_an_article_of_three_hundred_quotes_gets_a_report_that_slack_takes(
    newsroom: Newsroom,
) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"<{newsroom.site.new_url('long')}>")
    reply = slack.wait_for_reply(channel, message)
    assert "All 300 quotes" in str(reply["blocks"])


def test_a_link_that_was_shared_before_gets_a_pointer_to_that_thread(
    newsroom: Newsroom,
) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    url = newsroom.site.new_url()
    first = slack.post(channel, f"<{url}>")
    slack.wait_for_reply(channel, first)
    elsewhere = slack.workspace.new_channel()
    again = slack.post(elsewhere, f"<{url}?utm_source=feed>")
    pointer = slack.wait_for_reply(elsewhere, again)
    assert "Shared before" in words(pointer)
    assert f"/archives/{channel.id}/p{first['ts'].replace('.', '')}" in str(pointer["blocks"])
    assert "Maren Oduya" not in words(pointer)


def test_two_people_sharing_a_link_at_once_get_one_report(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    here, there = slack.workspace.new_channel(), slack.workspace.new_channel()
    url = newsroom.site.new_url()
    messages = {here.id: slack.post(here, f"<{url}>"), there.id: slack.post(there, f"<{url}>")}
    replies = [slack.wait_for_reply(each, messages[each.id]) for each in (here, there)]
    assert sum("Shared before" in words(reply) for reply in replies) == 1


def test_a_link_from_a_private_channel_is_never_pointed_to_from_elsewhere(
    newsroom: Newsroom,
) -> None:
    slack, private = newsroom.slack, newsroom.slack.workspace.new_channel("group")
    url = newsroom.site.new_url()
    slack.wait_for_reply(private, slack.post(private, f"<{url}>"))
    channel = slack.workspace.new_channel()
    reply = slack.wait_for_reply(channel, slack.post(channel, f"<{url}>"))
    assert "Shared before" not in words(reply)
    assert private.id not in str(reply)


def test_a_link_shared_again_in_the_thread_of_its_report_stays_quiet(
    newsroom: Newsroom,
) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    url = newsroom.site.new_url()
    start = slack.post(channel, f"<{url}>")
    slack.wait_for_reply(channel, start)
    slack.post(channel, f"As said, <{url}>", thread_ts=start["ts"])
    newsroom.expect_no_more(channel, posts=1)


def test_a_link_that_leads_nowhere_gets_one_clear_line(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    url = newsroom.site.new_url("missing")
    reply = slack.wait_for_reply(channel, slack.post(channel, f"<{url}>"))
    assert "Not read" in words(reply)
    assert "404" in words(reply) or "not there" in words(reply).lower() or "no page" in words(reply)
    assert len(words(reply)) < 400


def test_pages_without_an_article_get_one_clear_line(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel("im")
    for kind in ("image", "empty"):
        message = slack.post(channel, f"<{newsroom.site.new_url(kind)}>")
        reply = slack.wait_for_reply(channel, message)
        assert "Not read" in words(reply)
        assert "Paste" in words(reply)


def test_an_address_inside_the_house_is_not_followed(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"<{slack.base_url}/api/auth.test>")
    calls = len(slack.workspace.calls)
    assert "Not read" in words(slack.wait_for_reply(channel, message))
    asked = [method for method, _ in slack.workspace.calls[calls:]]
    assert "auth.test" not in asked


def test_an_edit_that_adds_a_link_has_it_read(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = slack.post(channel, "The pier story, link follows")
    slack.edit(channel, message, f"The pier story: <{newsroom.site.new_url()}>")
    assert "Maren Oduya" in words(slack.wait_for_reply(channel, message))


def test_an_edit_of_the_words_alone_changes_nothing(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    url = newsroom.site.new_url()
    message = slack.post(channel, f"See <{url}>")
    slack.edit(channel, message, f"Do see <{url}>, it matters")
    slack.wait_for_reply(channel, message)
    newsroom.expect_no_more(channel, posts=1)


def test_slack_unfurling_a_link_changes_nothing(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"<{newsroom.site.new_url()}>")
    slack.edit(channel, message)
    slack.wait_for_reply(channel, message)
    newsroom.expect_no_more(channel, posts=1)


def test_messages_of_bots_are_not_read(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    slack.post(channel, f"<{newsroom.site.new_url()}>", subtype="bot_message", bot_id="B9")
    slack.post(channel, f"<{newsroom.site.new_url()}>", bot_id="B9")
    newsroom.expect_no_more(channel, posts=0)


def test_events_that_make_no_sense_are_acknowledged(newsroom: Newsroom) -> None:
    slack = newsroom.slack
    for event in (
        {"type": "message"},
        {"type": "message", "channel": 7, "ts": None, "text": ["x"], "blocks": "x"},
        {"type": "message", "subtype": "message_changed", "channel": "C1", "message": None},
        {"type": "app_mention", "channel": "C1", "blocks": [{"type": "rich_text"}, 3]},
        {"type": "reaction_added"},
    ):
        slack.send_event(event)
    assert newsroom.bot.is_running()


@pytest.fixture(scope="module")
def untaken(newsroom: Newsroom) -> tuple[Channel, list[Json]]:
    """Links to whose reply Slack at first said: not so fast; no; and nothing that arrived."""
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    refusals = slack.workspace.refusals["chat.postMessage"]
    messages = []
    for refusal in (
        Refusal(status=429, error="ratelimited", headers={"Retry-After": "1"}),
        Refusal(error="internal_error"),
        Refusal(status=502, after=True),
    ):
        slack.refuse("chat.postMessage", refusal)
        messages.append(slack.post(channel, f"<{newsroom.site.new_url()}>"))
        slack.workspace.wait_for(lambda: not refusals)
    return channel, messages


def test_a_rate_limit_is_waited_out(
    newsroom: Newsroom, untaken: tuple[Channel, list[Json]]
) -> None:
    channel, (limited, _, _) = untaken
    assert "Maren Oduya" in words(newsroom.slack.wait_for_reply(channel, limited))


def test_a_reply_that_slack_did_not_take_is_posted_later(
    newsroom: Newsroom, untaken: tuple[Channel, list[Json]]
) -> None:
    channel, (_, refused, _) = untaken
    assert "Maren Oduya" in words(newsroom.slack.wait_for_reply(channel, refused))


def test_a_reply_whose_receipt_got_lost_is_not_posted_again(
    newsroom: Newsroom, untaken: tuple[Channel, list[Json]]
) -> None:
    slack, (channel, (_, _, lost)) = newsroom.slack, untaken
    slack.wait_for_reply(channel, lost)
    slack.workspace.wait_for(
        lambda: [call for call in slack.workspace.calls if is_look(call, channel)]
    )
    newsroom.expect_no_more(channel, posts=3)


def is_look(call: tuple[str, Json], channel: Channel) -> bool:
    """The bot looks whether its reply stands there."""
    return call[0] == "conversations.replies" and call[1]["channel"] == channel.id


def test_a_reply_that_cannot_be_posted_is_noted_as_failed(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    slack.refuse("chat.postMessage", Refusal(error="is_archived"))
    message = slack.post(channel, f"<{newsroom.site.new_url()}>")
    store = Store(Path(newsroom.environment["ONRECORD_DB"]))

    def failed() -> list[Share]:
        shares = shares_of(store.db, TEAM, channel.id, message["ts"])
        return [share for share in shares if share.state == "failed"]

    found = slack.workspace.wait_for(failed)
    store.close()
    assert "is_archived" in found[0].failure
    assert slack.workspace.posts(channel) == []


def test_a_layout_that_slack_refuses_is_posted_as_words(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    slack.refuse("chat.postMessage", Refusal(status=200, error="invalid_blocks"))
    message = slack.post(channel, f"<{newsroom.site.new_url()}>")
    reply = slack.wait_for_reply(channel, message)
    assert "Maren Oduya" in words(reply)
    assert "blocks" not in reply
