"""Questions that follow each other in one place: the next one goes on from the last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.desk import Desk
from bot.desk.answers import answer, look_up
from bot.desk.failures import Search
from bot.desk.follow_ups import asks_for_more, is_plain
from store.names import known_in
from store.records import Answer, Audience
from store.statements import Part
from store.threads import KEPT, Asked, last_asked, save_asked
from store.workspace import Thread

RECENT = timedelta(minutes=30)
"""In a direct message outside a thread: how long the last question is gone on from."""
PAGE = 10


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a conversation, with one page of its answer."""

    answer: Answer
    offset: int = 0
    """How many of its statements were shown before."""


def take_turn(desk: Desk, question: str, thread: Thread, audience: Audience, now: datetime) -> Turn:
    """Answer a question as the next one of its thread; "more" gives the next page.

    Raises:
        QuestionError: there is nothing in the question to look for.
    """
    before = _last(desk, thread, now)
    if before and asks_for_more(question):
        search = Search(desk, audience, now.tzinfo or UTC)
        found = look_up(search, question, before.reading, Part(PAGE, before.shown))
        return Turn(found, before.shown)
    after = before.reading if before else None
    return Turn(answer(desk, question, audience, now=now, limit=PAGE, after=after))


def shorten(desk: Desk, turn: Turn, kept: int, audience: Audience, now: datetime) -> Turn:
    """The same turn with a page of only so many statements: the first of them."""
    search, found = Search(desk, audience, now.tzinfo or UTC), turn.answer
    page = look_up(search, found.question, found.reading, Part(kept, turn.offset))
    return replace(turn, answer=replace(page, taken_for=found.taken_for))


def remember(desk: Desk, thread: Thread, turn: Turn, *, begun: bool, now: datetime) -> None:
    """Keep what was asked and how much of it was shown; a question in vain changes nothing."""
    if not turn.answer.unknown:
        before = last_asked(desk.store.db, thread, since=now - KEPT)
        shown = turn.offset + len(turn.answer.statements)
        asked = Asked(turn.answer.reading, shown, begun or bool(before and before.begun))
        save_asked(desk.store.db, thread, asked, now=now)


def goes_on(desk: Desk, question: str, thread: Thread, audience: Audience, now: datetime) -> bool:
    """Whether words that nobody addressed to the bot go on from a question to it.

    Only in a thread that began with one, and only where they cannot well be anything else.
    """
    before = _last(desk, thread, now)
    if before is None or not before.begun or not thread.ts:
        return False
    known = known_in(desk.store.db, question, audience)
    return asks_for_more(question) or is_plain(question, now, known)


def _last(desk: Desk, thread: Thread, now: datetime) -> Asked | None:
    kept = KEPT if thread.ts else RECENT
    return last_asked(desk.store.db, thread, since=now - kept)
