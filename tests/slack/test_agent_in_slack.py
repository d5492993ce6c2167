"""Where the workspace has Slack's agent container, a conversation is a thread with a status."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.manifest import AGENT_SCOPE
from tests.slack.conftest import Newsroom, run_newsroom
from tests.slack.workspace import REPORTER, SCOPES, Channel, Json


@pytest.fixture(scope="module", params=["socket", "http"])
def agent_newsroom(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Newsroom]:
    folder = tmp_path_factory.mktemp("agent")
    yield from run_newsroom(folder, request.param, {*SCOPES, AGENT_SCOPE})


def calls(newsroom: Newsroom, method: str, channel: Channel) -> list[Json]:
    made = newsroom.slack.workspace.calls
    return [given for name, given in made if name == method and given["channel_id"] == channel.id]


def test_whoever_opens_it_gets_questions_to_begin_with(agent_newsroom: Newsroom) -> None:
    slack, direct = agent_newsroom.slack, agent_newsroom.slack.workspace.new_channel("im")
    opened = {"type": "app_home_opened", "user": REPORTER, "channel": direct.id}
    slack.send_event({**opened, "tab": "messages"})
    method = "assistant.threads.setSuggestedPrompts"
    suggested = slack.workspace.wait_for(lambda: calls(agent_newsroom, method, direct))
    assert suggested[0]["prompts"][0]["message"]


def test_links_and_questions_are_answered_in_threads_with_a_status(
    agent_newsroom: Newsroom,
) -> None:
    slack, direct = agent_newsroom.slack, agent_newsroom.slack.workspace.new_channel("im")
    link = slack.post(direct, f"<{agent_newsroom.site.new_url()}>")
    assert "Maren Oduya" in slack.wait_for_reply(direct, link)["text"]
    question = slack.post(direct, "who said what about ferries")
    assert "Maren Oduya" in slack.wait_for_reply(direct, question)["text"]
    shown = calls(agent_newsroom, "assistant.threads.setStatus", direct)
    assert [each["thread_ts"] for each in shown] == [link["ts"], question["ts"]]


def test_a_channel_has_no_status(agent_newsroom: Newsroom) -> None:
    slack, channel = agent_newsroom.slack, agent_newsroom.slack.workspace.new_channel()
    slack.wait_for_reply(channel, slack.post(channel, f"<{agent_newsroom.site.new_url()}>"))
    assert calls(agent_newsroom, "assistant.threads.setStatus", channel) == []
