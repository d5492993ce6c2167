"""The log: one plain line for each thing that happened, on stderr, never with a token in it."""

from __future__ import annotations

import logging
import re

TOKEN = re.compile(r"\bx(?:ox[a-z]|app)(?:\.[a-z]+)?-[\w.-]+")
LIBRARIES = ("apscheduler", "huey", "slack_sdk", "waitress")
BOLT = "slack_bolt"
"""Warns at each start that it was given a client and a token, which is as it should be."""


def start_log(level: str) -> None:
    """Write our own lines from `level` on; those of libraries from WARNING on, unless DEBUG."""
    handler = logging.StreamHandler()
    handler.setFormatter(PlainFormatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    if level.upper() != "DEBUG":
        for name in LIBRARIES:
            logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger(BOLT).setLevel(logging.ERROR)


class PlainFormatter(logging.Formatter):
    """Leaves tokens out, whoever put them in."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without tokens."""
        return TOKEN.sub("[token]", super().format(record))
