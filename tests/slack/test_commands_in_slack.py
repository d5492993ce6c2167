"""`/onrecord` beyond a first question: more of an answer, showing it to others, people."""

from __future__ import annotations

import pytest

from tests.slack.conftest import Newsroom
from tests.slack.workspace import Channel, Json


@pytest.fixture
def channel(newsroom: Newsroom) -> Channel:
    """Where several reports stand."""
    if newsroom.known is None:
        newsroom.known = newsroom.slack.workspace.new_channel()
        share(newsroom, newsroom.known, "article")
    return newsroom.known


def share(newsroom: Newsroom, channel: Channel, kind: str) -> None:
    slack = newsroom.slack
    slack.wait_for_reply(channel, slack.post(channel, f"<{newsroom.site.new_url(kind)}>"))


def answer(newsroom: Newsroom, channel: Channel, words: str) -> Json:
    path = newsroom.slack.command(channel, words)
    return newsroom.slack.wait_for_response(path)


def actions(message: Json) -> list[str]:
    rows = [block["elements"] for block in message["blocks"] if block["type"] == "actions"]
    return [element["action_id"] for row in rows for element in row]


@pytest.mark.usefixtures("channel")
def test_an_answer_is_posted_only_when_somebody_wants_that(newsroom: Newsroom) -> None:
    slack, place = newsroom.slack, newsroom.slack.workspace.new_channel()
    shown = answer(newsroom, place, "who said what about ferries")
    assert slack.workspace.posts(place) == []
    path = slack.click(place, {**shown, "ts": "1.1"}, "answer_post")
    posted = slack.workspace.wait_for(lambda: slack.workspace.posts(place))[0]
    assert "We cannot let ferries tie up" in posted["text"]
    assert actions(posted) == []
    assert slack.wait_for_response(path)["delete_original"] is True


def test_more_brings_the_next_page_in_the_place_of_this_one(
    newsroom: Newsroom,
) -> None:
    slack, place = newsroom.slack, newsroom.slack.workspace.new_channel("group")
    share(newsroom, place, "long")
    first = answer(newsroom, place, "who said what about boats")
    path = slack.click(place, {**first, "ts": "1.2"}, "answer_more")
    second = slack.wait_for_response(path)
    assert second["replace_original"] is True
    assert second["text"].splitlines()[-1] != first["text"].splitlines()[-1]
    assert "Showing 11 to 20" in second["text"]


@pytest.mark.usefixtures("channel")
def test_an_answer_in_a_direct_message_has_nobody_to_be_posted_to(newsroom: Newsroom) -> None:
    direct = newsroom.slack.workspace.new_channel("im")
    assert "answer_post" not in actions(answer(newsroom, direct, "ask who said what about ferries"))


def test_people_are_listed_shown_and_merged(newsroom: Newsroom, channel: Channel) -> None:
    listed = answer(newsroom, channel, "people Brandt")["text"]
    assert "Tomas Brandt" in listed
    profile = answer(newsroom, channel, "people show Tomas Brandt")["text"]
    assert "Every family on the island depends on that crossing" in profile
    assert "mayor of Port Ellery" in profile
    assert "could be" not in profile


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("people merge Brandt", "For example"),
        ("people show", "For example"),
        ("people undo x", "no number"),
        ("people undo 999", "no decision 999"),
        ("people Nobody Atall", "Nobody in the archive"),
    ],
)
def test_what_cannot_be_done_is_said(newsroom: Newsroom, typed: str, told: str) -> None:
    place = newsroom.slack.workspace.new_channel()
    assert told in answer(newsroom, place, typed)["text"]


def test_people_of_a_private_channel_are_unknown_elsewhere(newsroom: Newsroom) -> None:
    private = newsroom.slack.workspace.new_channel("group")
    share(newsroom, private, "secret")
    assert "Edda Holm" in answer(newsroom, private, "people Holm")["text"]
    elsewhere = newsroom.slack.workspace.new_channel()
    assert "Nobody" in answer(newsroom, elsewhere, "people Holm")["text"]
