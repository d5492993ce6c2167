"""Against the least server that calls itself Slack-compatible, everything still has its answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.slack.conftest import Newsroom, run_newsroom
from tests.slack.workspace import BOT_USER, Channel, Json, Refusal


@pytest.fixture(scope="module")
def bare_newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """A server with three methods, whose events and answers lack all that can be lacking."""
    yield from run_newsroom(tmp_path_factory.mktemp("bare"), "socket", bare=True)


@pytest.fixture(scope="module", autouse=True)
def lost(bare_newsroom: Newsroom) -> tuple[Channel, Json]:
    """A link whose reply Slack did not take; it comes while other tests are at work."""
    slack, channel = bare_newsroom.slack, bare_newsroom.slack.workspace.new_channel()
    slack.refuse("chat.postMessage", Refusal(status=502))
    message = slack.post(channel, f"<{bare_newsroom.site.new_url()}>")
    slack.workspace.wait_for(lambda: not slack.workspace.refusals["chat.postMessage"])
    return channel, message


def test_a_link_gets_its_one_report_and_questions_their_answers(bare_newsroom: Newsroom) -> None:
    slack, channel = bare_newsroom.slack, bare_newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"<{bare_newsroom.site.new_url()}>", times=2)
    assert "Maren Oduya" in slack.wait_for_reply(channel, message)["text"]

    question = slack.post(channel, f"<@{BOT_USER}> who said what about ferries?")
    assert "Maren Oduya" in slack.wait_for_reply(channel, question)["text"]
    command = slack.command(channel, "ask who said what about ferries")
    assert "Maren Oduya" in slack.wait_for_response(command)["text"]

    bare_newsroom.expect_no_more(channel, posts=2)


def test_a_link_beside_a_mention_and_a_text_in_a_direct_message_are_read(
    bare_newsroom: Newsroom,
) -> None:
    slack, channel = bare_newsroom.slack, bare_newsroom.slack.workspace.new_channel()
    message = slack.post(channel, f"<@{BOT_USER}> <{bare_newsroom.site.new_url()}>")
    assert "Maren Oduya" in slack.wait_for_reply(channel, message)["text"]
    direct = slack.workspace.new_channel("im")
    pasted = slack.post(direct, bare_newsroom.site.new_text().replace("&", "and"))
    assert "Maren Oduya" in slack.wait_for_reply(direct, pasted)["text"]
    bare_newsroom.expect_no_more(channel, posts=1)


def test_a_reply_whose_receipt_got_lost_is_posted_again_where_nobody_can_look(
    bare_newsroom: Newsroom, lost: tuple[Channel, Json]
) -> None:
    assert "Maren Oduya" in bare_newsroom.slack.wait_for_reply(*lost)["text"]
    assert "Traceback" not in bare_newsroom.bot.read_log()


def test_the_bot_stops_within_seconds(bare_newsroom: Newsroom) -> None:
    bare_newsroom.check_expected()
    status, seconds = bare_newsroom.bot.stop()
    assert status == 0
    assert seconds < 15
