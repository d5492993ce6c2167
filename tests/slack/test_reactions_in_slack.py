"""What stands on a message itself while its links are read, and afterwards."""

from __future__ import annotations

from tests.slack.conftest import Newsroom
from tests.slack.workspace import Json, Refusal


def wait_for_reactions(newsroom: Newsroom, message: Json, *names: str) -> None:
    reactions = newsroom.slack.workspace.reactions
    newsroom.slack.workspace.wait_for(lambda: reactions[message["ts"]] == list(names))


def test_a_message_shows_that_it_is_read_and_that_it_is_done(newsroom: Newsroom) -> None:
    slack, channel = newsroom.slack, newsroom.slack.workspace.new_channel()
    newsroom.site.gate.clear()
    message = slack.post(channel, f"<{newsroom.site.new_url()}>")
    try:
        if newsroom.url:  # its bot started without this scope, and must not ask
            slack.workspace.wait_for(lambda: newsroom.site.visits)
        else:
            wait_for_reactions(newsroom, message, "eyes")
    finally:
        newsroom.site.gate.set()
    slack.wait_for_reply(channel, message)
    wait_for_reactions(newsroom, message, *([] if newsroom.url else ["white_check_mark"]))
    calls = [name for name, params in slack.workspace.calls if params.get("channel") == channel.id]
    assert ("reactions.add" in calls) is (not newsroom.url)


def test_a_link_that_could_not_be_read_leaves_a_warning(socket_newsroom: Newsroom) -> None:
    slack, channel = socket_newsroom.slack, socket_newsroom.slack.workspace.new_channel()
    site = socket_newsroom.site
    message = slack.post(channel, f"<{site.new_url()}> <{site.new_url('missing')}>")
    wait_for_reactions(socket_newsroom, message, "warning")


def test_a_reaction_that_slack_refuses_costs_nothing(socket_newsroom: Newsroom) -> None:
    slack, channel = socket_newsroom.slack, socket_newsroom.slack.workspace.new_channel()
    refusals = [Refusal(error="too_many_reactions")] * 3
    slack.refuse("reactions.add", *refusals[:2])
    slack.refuse("reactions.remove", refusals[2])
    message = slack.post(channel, f"<{socket_newsroom.site.new_url()}>")
    assert slack.wait_for_reply(channel, message)["blocks"]
    slack.workspace.wait_for(lambda: not slack.workspace.refusals["reactions.remove"])
    assert slack.workspace.reactions[message["ts"]] == []
