from __future__ import annotations

import logging

import pytest

from bot.logs import PlainFormatter


@pytest.mark.parametrize(
    "token", ["xoxb-12-34-abcDEF", "xapp-1-A0-99-abc", "xoxe.xoxb-1-abc", "xoxp-1-2-3-abc"]
)
def test_a_token_never_reaches_the_log(token: str) -> None:
    record = logging.LogRecord("bot", logging.INFO, "", 0, "Sent %s.", (token,), None)
    line = PlainFormatter("%(message)s").format(record)
    assert "[token]" in line
    assert token[-3:] not in line
