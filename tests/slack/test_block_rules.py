"""The test Slack refuses what Slack refuses; otherwise the other tests would prove little."""

from __future__ import annotations

from typing import Any

import pytest

from tests.slack.block_rules import find_faults, is_too_long


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def rich(element: dict[str, Any]) -> dict[str, Any]:
    part = {"type": "rich_text_section", "elements": [element]}
    return {"type": "rich_text", "elements": [part]}


@pytest.mark.parametrize(
    "block",
    [
        {"type": "sektion"},
        {"type": "section"},
        section(""),
        section("x" * 3001),
        {"type": "header", "text": {"type": "mrkdwn", "text": "bold"}},
        {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}},
        {"type": "context", "elements": []},
        {"type": "actions", "elements": [{"type": "button"}]},
        {"type": "rich_text"},
        {"type": "rich_text", "elements": [{"type": "rich_text_table", "elements": []}]},
        rich({"type": "text", "text": ""}),
        rich({"type": "link", "url": "javascript:alert(1)"}),
        {**section("fine"), "block_id": "x" * 256},
    ],
)
def test_a_block_that_slack_refuses_is_refused(block: dict[str, Any]) -> None:
    assert find_faults([block])


def test_blocks_that_slack_takes_are_taken() -> None:
    link = {"type": "link", "url": "https://example.org/", "text": "there"}
    assert find_faults([section("fine"), rich(link), {"type": "divider"}]) == []


def test_more_than_fifty_blocks_are_refused() -> None:
    assert find_faults([{"type": "divider"}] * 51)


def test_blocks_that_are_too_long_together_are_refused() -> None:
    assert is_too_long([section("x" * 2900)] * 5)
