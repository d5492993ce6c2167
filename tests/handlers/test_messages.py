from __future__ import annotations

from typing import Any

import pytest

from handlers.messages import read_message

EVENT = {
    "type": "message",
    "channel": "C1",
    "channel_type": "channel",
    "user": "U1",
    "ts": "10.5",
    "text": "<https://a.example/>",
}


def body(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  # any part of Slack's JSON
    return {"team_id": "T1", "event": {**EVENT, **changes}}


@pytest.mark.parametrize("kind", ["group", "im", "mpim", None])
def test_what_is_not_known_to_be_public_is_private(kind: str | None) -> None:
    message = read_message(body(channel_type=kind), "U0")
    assert message is not None
    assert message.private


def test_a_public_channel_is_public() -> None:
    message = read_message(body(), "U0")
    assert message is not None
    assert not message.private
    assert message.urls == ("https://a.example/",)
    assert message.answer_ts == "10.5"


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
def test_files_and_broadcast_replies_are_messages_too(subtype: str) -> None:
    assert read_message(body(subtype=subtype), "U0") is not None


@pytest.mark.parametrize(
    "changes",
    [
        {"user": "U0"},
        {"subtype": "channel_join"},
        {"subtype": "message_deleted", "previous_message": EVENT},
        {"subtype": "message_changed", "message": EVENT, "previous_message": EVENT},
        {"subtype": "message_changed", "message": {**EVENT, "user": "U0"},
         "previous_message": {"text": ""}},
        {"ts": None},
        {"channel": ""},
    ],
)  # fmt: skip
def test_what_is_not_for_the_bot_is_passed_over(changes: dict[str, Any]) -> None:
    assert read_message(body(**changes), "U0") is None


def test_an_event_without_content_is_passed_over() -> None:
    assert read_message({"team_id": "T1", "event": None}, "U0") is None


def test_a_link_that_an_edit_added_belongs_to_the_first_message() -> None:
    before = {**EVENT, "text": "soon"}
    event = {
        "ts": "99.9",
        "subtype": "message_changed",
        "message": EVENT,
        "previous_message": before,
    }
    place = {"channel": "C1", "channel_type": "channel"}
    message = read_message({"team_id": "T1", "event": {**event, **place}}, "U0")
    assert message is not None
    assert (message.ts, message.urls) == ("10.5", ("https://a.example/",))


@pytest.mark.parametrize("changes", [{"subtype": "bot_message"}, {"bot_id": "B1"}])
def test_a_bot_is_never_answered(changes: dict[str, Any]) -> None:
    message = read_message(body(**changes, text="<@U0> hello", channel_type="im"), "U0")
    assert message is not None
    assert message.by_bot
    assert not message.is_to("U0")
