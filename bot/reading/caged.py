"""What runs inside the cage: extract one page after the other until the bot hangs up."""

from __future__ import annotations

import logging
import os
import signal
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]  # as it says

from bot.errors import ExtractError
from bot.reading.cage import OUT_OF_MEMORY, receive, send
from bot.reading.extract import extract
from bot.reading.extracted import Source

_SECONDS_MORE = 2.0
"""After the time limit, should the bot itself be gone by then and nobody left to kill us."""


def main() -> None:
    """Serve until standard input ends."""
    seconds, memory = float(sys.argv[2]), int(sys.argv[3])
    requests, answers = _take_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the bot, which then hangs up
    logging.disable(logging.CRITICAL)
    _limit_memory(memory)
    while message := receive(requests):
        _set_alarm(seconds + _SECONDS_MORE)
        send(answers, {**_answer(*message), "memory": _peak_memory()})
        _set_alarm(0)


def _answer(head: dict[str, Any], content: bytes) -> dict[str, Any]:
    now = datetime.fromisoformat(head.pop("now"))
    try:
        return {"found": extract(Source(content=content, **head), now).to_dict()}
    except ExtractError as error:
        return {"error": [error.message, error.hint]}
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # what is left of the memory is in no state to go on with
    except Exception:  # noqa: BLE001 - whatever a parser makes of a page is the page's fault
        return {"error": ["This page is broken in a way that I cannot read."]}


def _take_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the pipes to ourselves: what a library prints must not get into the answers."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    return requests, answers


def _peak_memory() -> int:
    """Bytes; 0 where the system does not say.

    Linux hands the peak of `getrusage` on from the program that started this one: the bot,
    with its language model, needs more than any page. Its `/proc` tells ours alone.
    """
    with suppress(OSError):
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
        own = [int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")]
        if own:
            return own[0]
    if resource is None:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _limit_memory(memory: int) -> None:
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _set_alarm(seconds: float) -> None:
    """End this process by the system's own hand, which also stops C code."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
