"""Many articles into the archive: side by side, each once, and on from where it was stopped."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Literal

from bot.desk import Desk
from bot.errors import ExtractError, LanguageError, OnRecordError
from bot.reading.bulk import Item
from bot.reading.languages import check_language
from bot.reading.stories import sign_story
from store.articles import find_article_id
from store.backfilling import is_done, note_item, save_backfilled
from store.records import Analysis, Article
from store.wiping import tidy

log = logging.getLogger(__name__)

READERS = 8
"""Threads that fetch and extract; each site is asked for one page at a time all the same."""
AHEAD = 2 * READERS
"""Items under way at once, which bounds what is held in memory."""

What = Literal["read", "known", "left out", "failed"]
Analyse = Callable[[str, date | None], Future[Analysis]]


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one item."""

    name: str
    what: What
    reason: str = ""
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Language:
    """Who analyses, and in which language."""

    analyse: Analyse
    code: str


def backfill(
    desk: Desk, items: Iterable[Item], language: Language, *, again: bool = False
) -> Iterator[Settled]:
    """Read items into the archive; one result for each, as it is settled.

    An article that the archive has stays as it is. What an earlier run settled is not read
    again, nor what it left out (`again`: it is); what failed is tried again.
    """
    run = _Run(desk, language)
    try:
        for item in items:
            yield from run.begin(item, again=again)
            while run.is_full():
                yield from run.step()
        while run.is_busy():
            yield from run.step()
        tidy(desk.store.db)
    finally:
        run.stop()


class _Run:
    """Items under way: first read, then analysed, then saved by the one who calls."""

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk = desk
        self._language = language
        self._readers = ThreadPoolExecutor(READERS)
        self._reading: dict[Future[Article], tuple[Item, str]] = {}
        self._analysing: dict[Future[Analysis], tuple[Item, str, Article]] = {}

    def begin(self, item: Item, *, again: bool) -> Iterator[Settled]:
        """Have an item read, unless it is settled."""
        try:
            key = item.key
        except OnRecordError as error:
            yield Settled(item.name, "failed", str(error))
            return
        if not again and is_done(self._desk.store.db, key):
            yield Settled(item.name, "known")
            return
        settings = self._desk.settings
        future = self._readers.submit(
            item.read,
            allow_hosts=settings.onrecord_allow_hosts,
            contact=settings.onrecord_contact_url,
        )
        self._reading[future] = (item, key)

    def is_full(self) -> bool:
        return len(self._reading) + len(self._analysing) >= AHEAD

    def is_busy(self) -> bool:
        return bool(self._reading or self._analysing)

    def step(self) -> Iterator[Settled]:
        """Wait until something is ready, and take each ready item one step on."""
        under_way: list[Future[Any]] = [*self._reading, *self._analysing]
        done, _ = wait(under_way, return_when=FIRST_COMPLETED)
        for future in [each for each in self._reading if each in done]:
            yield from self._take_article(future, *self._reading.pop(future))
        for ready in [each for each in self._analysing if each in done]:
            yield self._take_analysis(ready, *self._analysing.pop(ready))

    def stop(self) -> None:
        """Leave what is under way; it is read by the next run."""
        self._readers.shutdown(wait=False, cancel_futures=True)

    def _take_article(self, future: Future[Article], item: Item, key: str) -> Iterator[Settled]:
        try:
            article = future.result()
            check_language(article.language, self._language.code or article.language)
        except (ExtractError, LanguageError) as error:
            note_item(self._desk.store.db, key, None, datetime.now(UTC))
            yield Settled(item.name, "left out", error.message)
            return
        except Exception as error:  # noqa: BLE001  # one page must not stop the others
            yield _fail(item, error)
            return
        article_id = find_article_id(self._desk.store.db, article.url)
        if article_id is not None:
            note_item(self._desk.store.db, key, article_id, datetime.now(UTC))
            yield Settled(item.name, "known")
            return
        published = article.published
        analysing = self._language.analyse(article.text, published)
        self._analysing[analysing] = (item, key, article)

    def _take_analysis(
        self, future: Future[Analysis], item: Item, key: str, article: Article
    ) -> Settled:
        try:
            analysis = future.result()
            signed = replace(article, signature=sign_story(article.text))
            db, now = self._desk.store.db, datetime.now(UTC)
            is_new = save_backfilled(db, key, signed, analysis, now)
        except Exception as error:  # noqa: BLE001  # the same
            return _fail(item, error)
        stated = sum(each.standing == "stated" for each in analysis.attributions)
        return Settled(item.name, "read", "", stated) if is_new else Settled(item.name, "known")


def _fail(item: Item, error: Exception) -> Settled:
    if isinstance(error, OnRecordError):
        return Settled(item.name, "failed", error.message)
    log.debug("reading %s failed", item.name, exc_info=error)
    name = type(error).__name__
    return Settled(item.name, "failed", f"Something unexpected went wrong: {name}.")
