"""The log: one plain line for each thing that happened, on stderr, never with a token in it."""

from __future__ import annotations

import logging
import re

TOKEN = re.compile(r"\bx(?:ox[a-z]|app)(?:\.[a-z]+)?-[\w.-]+")
LIBRARIES = {
    "apscheduler": logging.WARNING,
    "huey": logging.ERROR,  # warns of each task that a stop interrupts; `bot.work` says it once
    "slack_bolt": logging.ERROR,  # warns at each start that it got a client beside a token
    "slack_sdk": logging.WARNING,
    "waitress": logging.WARNING,
}


def start_log(level: str) -> None:
    """Write our own lines from `level` on; of libraries only what matters, unless DEBUG."""
    handler = logging.StreamHandler()
    handler.setFormatter(PlainFormatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    if level.upper() != "DEBUG":
        for name, least in LIBRARIES.items():
            logging.getLogger(name).setLevel(least)


class PlainFormatter(logging.Formatter):
    """Leaves tokens out, whoever put them in."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without tokens."""
        return TOKEN.sub("[token]", super().format(record))
