"""The queue of messages whose links wait to be read: huey, in threads of this process.

The queue is only an order of work. What is to be done stands in the shares table, from
which the queue is filled again at each start.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from huey import SqliteHuey
from huey.consumer import Consumer

from bot.desk import Desk
from bot.desk.desks import Desks
from bot.desk.links import give_up, open_shares, unanswered_messages
from store.workspace import Share

log = logging.getLogger(__name__)

WORKERS = 3
SECONDS_TO_STOP = 5
PAUSES = (2, 10, 60, 300, 1800, 7200)
"""Seconds before each further attempt to answer; after the last one the share has failed."""
SECONDS_TO_WAIT = 1
"""Until a message is looked at again whose link is being read for another message."""

Answer = Callable[[Desk, Sequence[Share]], None]
IsHopeless = Callable[[Exception], bool]
Message = tuple[str, str, str]
"""Team, channel and time."""


class Queue:
    """Reads messages' links one after another, and again if Slack did not take the answer."""

    def __init__(self, desks: Desks, answer: Answer, is_hopeless: IsHopeless) -> None:
        self._desks = desks
        self._answer = answer
        self._is_hopeless = is_hopeless
        self._turns = _Turns()
        self._huey = SqliteHuey(
            filename=str(_queue_path(desks.settings.onrecord_db)), results=False
        )
        self._task = self._huey.task(name="read_message")(self._run)
        self._consumer = _Consumer(
            self._huey,
            workers=WORKERS,
            periodic=False,
            initial_delay=0.05,
            max_delay=0.2,
            shutdown_timeout=SECONDS_TO_STOP,
        )

    def start(self) -> None:
        """Queue again what a crash or a restart left behind, and begin to work."""
        self._huey.flush()
        for message in self._unanswered():
            self.read_later(*message)
        self._consumer.start()

    def stop(self) -> None:
        """Finish what is being read, if that takes seconds; the rest is read after a restart."""
        self._consumer.stop(graceful=True)
        if left := self._unanswered():
            log.info("Messages whose links will be read after the restart: %s.", len(left))

    def read_later(self, team: str, channel: str, ts: str) -> None:
        """Have a message's links read and answered."""
        self._task(team, channel, ts, 0)

    def _run(self, team: str, channel: str, ts: str, attempt: int) -> None:
        message = (team, channel, ts)
        try:
            pause = None if self._answer_in_turn(message) else SECONDS_TO_WAIT
        except Exception as error:  # noqa: BLE001  # what stops an answer must not lose it
            if self._is_hopeless(error) or attempt >= len(PAUSES):
                self._give_up(message, error)
                return
            pause, attempt = PAUSES[attempt], attempt + 1
            reason = " ".join(str(error).split())
            log.warning("No answer to %s yet, again in %s s: %s", ts, pause, reason)
        if pause is not None:
            self._task.schedule((*message, attempt), delay=pause)

    def _unanswered(self) -> list[Message]:
        return [each for desk in self._desks.existing() for each in unanswered_messages(desk)]

    def _answer_in_turn(self, message: Message) -> bool:
        """Answer, unless another task is at this message or, in this workspace, at its links."""
        team, desk = message[0], self._desks.of(message[0])
        links = (f"{team} {share.url}" for share in open_shares(desk, *message))
        with self._turns.take({"/".join(message), *links}) as taken:
            if taken and (shares := open_shares(desk, *message)):
                self._answer(desk, shares)
        return taken

    def _give_up(self, message: Message, error: Exception) -> None:
        log.error("%s in %s gets no answer.", message[2], message[1], exc_info=error)
        for desk in self._desks.existing(message[0]):
            give_up(desk, open_shares(desk, *message), f"Not posted: {error}")


class _Consumer(Consumer):  # type: ignore[misc]  # huey is not typed
    """Huey's consumer, without its signal handlers: the program has its own."""

    def _set_signal_handlers(self) -> None:
        pass


class _Turns:
    """Lets only one task at a time work on a message, or on a link."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: set[str] = set()

    @contextmanager
    def take(self, keys: Collection[str]) -> Iterator[bool]:
        with self._lock:
            taken = self._held.isdisjoint(keys)
            if taken:
                self._held.update(keys)
        try:
            yield taken
        finally:
            if taken:
                with self._lock:
                    self._held.difference_update(keys)


def _queue_path(database: Path) -> Path:
    return database.with_name(f"{database.stem}-queue.db")
