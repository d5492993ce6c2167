"""Extraction in a process of its own: it can be killed, its memory is limited, it stays warm.

Parsing a hostile page can take minutes in C code that no signal interrupts, or gigabytes.
The process is a fresh interpreter, never a fork of the bot with its threads. It speaks JSON,
so that nothing from there is ever run here.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from struct import Struct
from typing import IO, Any

from bot.errors import ExtractError, ReadingError
from bot.reading.extracted import Extracted, Source

log = logging.getLogger(__name__)

OUT_OF_MEMORY = 3
SECONDS = 10.0
MEMORY = 768 * 2**20
LENGTHS = Struct(">II")
_LONGEST_MESSAGE = 64 * 2**20
"""Bytes; more than any page and any answer. The process is not trusted with our memory."""
_MOST_PAGES = 1_000
"""After so many pages a process is replaced, whatever its libraries may hold on to."""
_MOST_MEMORY = 320 * 2**20
"""A process that once needed more is replaced: it would not give it back."""
_NEEDED = (
    *("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "SYSTEMROOT"),
    *("PYTHONPATH", "PYTHONHOME", "PYTHONUTF8", "VIRTUAL_ENV", "LD_LIBRARY_PATH"),
)
_ROOT = Path(__file__).resolve().parents[2]
_START = "import sys; sys.path.append(sys.argv[1]); from bot.reading.caged import main; main()"
_BY_HAND = (sys.executable, "bot.reading.extract")
_TOO_MUCH = "This page is too complicated: I gave up on reading it."


class _Process:
    """One interpreter that extracts one page at a time."""

    def __init__(self, seconds: float, memory: int) -> None:
        self._seconds = seconds
        self._pages = self._memory = 0
        command = [sys.executable, "-P", "-c", _START, str(_ROOT), str(seconds), str(memory)]
        self._popen = subprocess.Popen(  # noqa: S603 - our own interpreter and words
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    @property
    def usable(self) -> bool:
        fit = self._pages < _MOST_PAGES and self._memory < _MOST_MEMORY
        return fit and self._popen.poll() is None

    def ask(self, head: dict[str, Any], content: bytes) -> dict[str, Any] | None:
        """Its answer; None if it died over the page, or was killed for taking too long."""
        self._pages += 1
        timer = threading.Timer(self._seconds, self._popen.kill)
        timer.daemon = True
        timer.start()
        try:
            send(_pipe(self._popen.stdin), head, content)
            answer = receive(_pipe(self._popen.stdout))
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            self._pages = _MOST_PAGES  # gone, or out of step: never ask it again
            return None
        self._memory = answer[0].get("memory", 0)
        return answer[0]

    @property
    def exit_code(self) -> int | None:
        with suppress(subprocess.TimeoutExpired):
            return self._popen.wait(timeout=1)
        return None

    def close(self) -> None:
        """End it; it holds nothing that could be lost."""
        self._popen.kill()
        self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout):
            with suppress(OSError):
                _pipe(pipe).close()


class Cage:
    """A few warm processes, shared by the threads of the program."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY, size: int = 0) -> None:
        self._limits = (seconds, memory)
        self._lock = threading.Lock()
        self._turns = threading.BoundedSemaphore(size or max(2, os.cpu_count() or 1))
        self._idle: list[_Process] = []

    def extract(self, source: Source, now: datetime) -> Extracted:
        """`extract.extract`, in one of the processes.

        Raises:
            ExtractError: as there, and when the page takes too much time or memory.
        """
        head = {**asdict(source), "now": now.isoformat()}
        content = head.pop("content")
        with self._turns:
            process = self._take()
            try:
                answer = process.ask(head, content)
            except BaseException:  # Ctrl-C, say: whatever it answers now would be for another page
                process.close()
                raise
            self._give_back(process)
        if answer is None:
            raise _explain_death(process.exit_code)
        if "error" in answer:
            raise ExtractError(*answer["error"])
        return Extracted.from_dict(answer["found"])

    def warm_up(self) -> None:
        """Start a process, if none is waiting, so that the next page finds it warm."""
        with self._lock:
            if not self._idle:
                self._idle.append(_Process(*self._limits))

    def close(self) -> None:
        """End all that wait for work; the cage can still be used, and starts anew."""
        with self._lock:
            waiting, self._idle = self._idle, []
        for process in waiting:
            process.close()

    def _take(self) -> _Process:
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.usable:
                    return process
                process.close()
        return _Process(*self._limits)

    def _give_back(self, process: _Process) -> None:
        if process.usable:
            with self._lock:
                self._idle.append(process)
        else:
            process.close()


def _environment() -> dict[str, str]:
    """What an interpreter needs, and no token or password: hostile pages are parsed there."""
    kept = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return {**kept, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _explain_death(exit_code: int | None) -> ReadingError:
    if exit_code == 1:  # Python's own: it did not come as far as reading a page
        log.error("The process that reads pages does not start: see `%s -m %s`.", *_BY_HAND)
        return ReadingError("I cannot read pages at the moment.", "Ask whoever runs me.")
    return ExtractError(_TOO_MUCH)


def send(pipe: IO[bytes], head: dict[str, Any], content: bytes = b"") -> None:
    """Write one message: lengths, a JSON head, and bytes as they are."""
    text = json.dumps(head).encode()
    pipe.write(LENGTHS.pack(len(text), len(content)) + text)
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """Read one message; None when the other side is gone, or makes no sense."""
    lengths = pipe.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head_length, content_length = LENGTHS.unpack(lengths)
    if max(head_length, content_length) > _LONGEST_MESSAGE:
        return None
    head, content = pipe.read(head_length), pipe.read(content_length)
    if len(head) < head_length or len(content) < content_length:
        return None
    try:
        loaded: dict[str, Any] = json.loads(head)
    except ValueError:
        return None
    return loaded, content


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "opened by Popen"
    return pipe


cage = Cage()
atexit.register(cage.close)
