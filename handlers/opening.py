"""Pressed under a report or in a modal: acknowledged, and the article opened that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, Respond
from slack_sdk import WebClient

from bot.desk import Desk
from bot.desk.correcting import open_sheet
from handlers.errors import telling
from handlers.presses import Press, read_press
from handlers.reception import Reception
from handlers.views import telling_in_view
from store.changes import Sheet


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button, and the article that it is about."""

    press: Press
    reception: Reception

    @property
    def desk(self) -> Desk:
        """Of the workspace where it was pressed."""
        return self.reception.desk_of(self.press.team)

    def open_sheet(self) -> Sheet:
        """The article as it stands now.

        Raises:
            CorrectionError: it is gone, or not for those who see what is shown in answer.
        """
        return open_sheet(self.desk, self.press.article, self.press.audience)


def read_pressed(body: Mapping[str, Any], reception: Reception) -> Pressed:
    """What was pressed."""
    return Pressed(read_press(body), reception)


@contextmanager
def under_report(
    ack: Ack, body: Mapping[str, Any], respond: Respond, reception: Reception
) -> Iterator[Pressed]:
    """Acknowledge a button under a report; who pressed it is told what goes wrong."""
    ack()
    pressed = read_pressed(body, reception)
    with telling(respond, pressed.press.thread_ts):
        yield pressed


@contextmanager
def in_modal(
    ack: Ack, body: Mapping[str, Any], client: WebClient, reception: Reception
) -> Iterator[Pressed]:
    """Acknowledge a button in a modal; who pressed it is told there what goes wrong."""
    ack()
    with telling_in_view(client, body):
        yield read_pressed(body, reception)
