"""Analysis in several processes: many articles, faster than one after another.

Each process is a fresh interpreter with a model of its own, and ends when this one does,
however that ends.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from multiprocessing.connection import wait

from spacy.language import Language

from bot.language import analyse, load_language
from store.records import Analysis

_LOADED: list[Language] = []
"""In a process: its model."""


class Workers:
    """Processes that analyse."""

    def __init__(self, model: str, number: int) -> None:
        self._model = model
        self._number = number
        self._pool = self._start()

    def analyse(self, text: str, published: date | None) -> Future[Analysis]:
        """Analyse a text; should a process have died of one, others take its place."""
        try:
            return self._pool.submit(_analyse, text, published)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = self._start()
            return self._pool.submit(_analyse, text, published)

    def language(self) -> str:
        """The language of the model: `en`.

        Raises:
            BrokenProcessPool: the model cannot be loaded.
        """
        return self._pool.submit(_language).result()

    def close(self) -> None:
        """End all processes; what they are at is lost."""
        for process in list((getattr(self._pool, "_processes", None) or {}).values()):
            process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)
        del self._pool
        gc.collect()  # gives the pool's semaphores back even if a signal ends the program next

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._number, context, _load, (self._model,))


def _load(model: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which then ends us
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _LOADED.append(load_language(model))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _analyse(text: str, published: date | None) -> Analysis:
    return analyse(text, _LOADED[0], published=published)


def _language() -> str:
    return _LOADED[0].lang or ""
