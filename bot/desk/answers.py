"""A question is answered from the archive, and from nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.desk import Desk
from bot.desk.questions import read_question
from store.names import names_in, nearest_names
from store.records import Answer, Audience, Reading
from store.statements import Part, search_statements


def answer(  # noqa: PLR0913  # the page is asked for with the question
    desk: Desk,
    question: str,
    audience: Audience,
    *,
    now: datetime,
    limit: int = 10,
    offset: int = 0,
) -> Answer:
    """What the archive holds on a question, one page of it.

    Args:
        desk: Where it is asked.
        question: In plain words, without the mention of the bot.
        audience: Who will see the answer; it draws on nothing that they may not see.
        now: When it was asked, in the asker's time zone.
        limit: How many statements a page has.
        offset: How many statements came before this page.

    Raises:
        QuestionError: there is nothing in the question to look for.
    """
    db = desk.store.db
    reading = read_question(question, now, names_in(db, question, audience))
    page = search_statements(db, reading, audience, Part(limit, offset), now.tzinfo or UTC)
    nearest = () if page.total else _find_nearest(desk, reading, audience)
    return Answer(question, reading, page.statements, page.total, page.speakers, nearest)


def _find_nearest(desk: Desk, reading: Reading, audience: Audience) -> tuple[str, ...]:
    """Names near to the part of the question of which the archive holds nothing."""
    db = desk.store.db
    for part in ("speaker", "topic"):
        asked = getattr(reading, part)
        alone = Reading(**{part: asked})
        if asked and not search_statements(db, alone, audience, Part(limit=1)).total:
            return tuple(nearest_names(db, asked, audience))
    return ()
