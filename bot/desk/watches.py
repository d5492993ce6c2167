"""Watches: standing questions, told of each new article that answers them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.desk import Desk
from bot.desk.questions import read_question, understand
from bot.desk.straightening import EXAMPLE
from bot.errors import QuestionError
from store.folding import fold
from store.names import known_in
from store.records import Answer, ArticleRef, Audience
from store.statements import Part, search_statements
from store.watches import claim_news, delete_watch, list_watches, save_watch
from store.workspace import Watch

MOST = 50
"""Of one channel."""
SHOWN = 5
"""Statements of an article that a watch is told of."""


def add_watch(desk: Desk, watch: Watch, *, now: datetime) -> None:
    """Watch a question from now on.

    Raises:
        QuestionError: it is none, no archive can answer it, it is watched already, or there are
            too many.
    """
    known = known_in(desk.store.db, watch.words, Audience(watch.team, watch.channel))
    if unknown := understand(watch.words, now, known).unknown:
        raise QuestionError(f"The archive does not know {unknown}.", EXAMPLE)
    if len(watches_of(desk, watch.team, watch.channel)) >= MOST:
        raise QuestionError(f"More than {MOST} things cannot be watched in one place.")
    if _find(desk, watch) or not save_watch(desk.store.db, watch, now=now):
        raise QuestionError(f"\u201c{watch.words}\u201d is watched here already.")


def end_watch(desk: Desk, watch: Watch) -> None:
    """Watch a question no longer.

    Raises:
        QuestionError: it is not watched here.
    """
    found = _find(desk, watch)
    if found is None or found.id is None:
        hint = "/onrecord watch lists what is."
        raise QuestionError(f"\u201c{watch.words}\u201d is not watched here.", hint)
    delete_watch(desk.store.db, found.id)


def watches_of(desk: Desk, team: str, channel: str) -> list[Watch]:
    """What is watched in a place, oldest first."""
    return list_watches(desk.store.db, team, channel)


def find_news(
    desk: Desk, team: str, article: ArticleRef, *, now: datetime
) -> Iterator[tuple[Watch, Answer]]:
    """The watches that an article answers, each with what it says; for each watch only once.

    What a channel may not see is no news for it.
    """
    for watch in list_watches(desk.store.db, team):
        found = _ask(desk, watch, article, now)
        told = found.total and found.statements[0].nearness != "article"
        if told and claim_news(desk.store.db, watch.id or 0, article.url):
            yield watch, found


def _ask(desk: Desk, watch: Watch, article: ArticleRef, now: datetime) -> Answer:
    db, audience = desk.store.db, Audience(watch.team, watch.channel)
    reading = read_question(watch.words, now, known_in(db, watch.words, audience))
    within = replace(reading, since=None, until=None, article_id=article.id)
    page = search_statements(db, within, audience, Part(SHOWN))
    return Answer(watch.words, reading, page.statements, page.total, page.speakers)


def _find(desk: Desk, watch: Watch) -> Watch | None:
    """The same words in the same place, however they are written."""
    known = watches_of(desk, watch.team, watch.channel)
    return next((each for each in known if fold(each.words) == fold(watch.words)), None)
