"""One request at a time to each host, and about one a second."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

_FORGET_ABOVE = 1_000


@dataclass
class _Host:
    lock: Lock = field(default_factory=Lock)
    free_at: float = 0.0


class Pacer:
    """Keeps turns for each host; for one program, whatever its number of threads."""

    def __init__(self, seconds: float = 1.0) -> None:
        self._seconds = seconds
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()

    @contextmanager
    def turn(self, host: str) -> Iterator[float]:
        """Wait until it is this caller's turn at `host`; gives the seconds that this took."""
        started = time.monotonic()
        state = self._state(host, started)
        with state.lock:
            time.sleep(max(0.0, state.free_at - time.monotonic()))
            try:
                yield time.monotonic() - started
            finally:
                state.free_at = time.monotonic() + self._seconds

    def _state(self, host: str, now: float) -> _Host:
        with self._lock:
            if len(self._hosts) > _FORGET_ABOVE:
                self._hosts = {
                    name: state
                    for name, state in self._hosts.items()
                    if state.free_at > now or state.lock.locked()
                }
            return self._hosts.setdefault(host, _Host())
