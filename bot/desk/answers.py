"""A question is answered from the archive, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from bot.desk import Desk
from bot.desk.failures import Search, correct, find_missing, find_nearest, propose, respellings
from bot.desk.follow_ups import refine
from bot.desk.gist import holds_asking, holds_question
from bot.desk.question_forms import JOINS_A_QUESTION
from bot.desk.questions import Understood, understand
from bot.desk.referring import ask_instead
from bot.desk.straightening import straighten
from store.folding import fold
from store.names import Known, known_in
from store.records import Answer, Audience, Reading
from store.statements import Part


def answer(  # noqa: PLR0913  # the page is asked for with the question
    desk: Desk,
    question: str,
    audience: Audience,
    *,
    now: datetime,
    limit: int = 10,
    offset: int = 0,
    after: Reading | None = None,
) -> Answer:
    """What the archive holds on a question, one page of it.

    Args:
        desk: Where it is asked.
        question: In plain words, without the mention of the bot.
        audience: Who will see the answer; it draws on nothing that they may not see.
        now: When it was asked, in the asker's time zone.
        limit: How many statements a page has.
        offset: How many statements came before this page.
        after: How the question before it in the same thread was read; this one may refine it.

    Raises:
        QuestionError: there is nothing in the question to look for.
    """
    asked = straighten(question)  # "state dept" names the State Department
    about = f"{after.speaker or ''}, {after.topic or ''}" if after else ""  # persons, or places?
    asked = f"{asked}, {about}" if after else asked
    known = known_in(desk.store.db, asked, audience)
    understood = _understand(question, now, known, after)
    search = Search(desk, audience, now.tzinfo or UTC)
    if understood.unknown:
        return _say_unknown(search, question, understood)
    part = Part(limit, offset)
    reading = _choose(search, understood, part)
    found = look_up(search, question, reading, part)
    return found if after else _read_again(search, found, part, now)


def look_up(search: Search, question: str, reading: Reading, part: Part) -> Answer:
    """One page of what a reading means; where that is nothing, without its slips, or why."""
    page = search.page(reading, part)
    taken: tuple[tuple[str, str], ...] = ()
    if not page.total:
        corrected, taken = correct(search, reading)
        page = search.page(corrected, part) if corrected != reading else page
        reading = corrected
    if page.total:
        found = (page.statements, page.total, page.speakers)
        return Answer(question, reading, *found, taken_for=taken, more=page.more, also=page.also)
    missing = find_missing(search, reading)
    nearest = find_nearest(search, reading, missing)
    instead = propose(search, reading, missing, nearest)
    return Answer(question, reading, (), 0, 0, nearest, taken, missing, instead=instead)


def _understand(question: str, now: datetime, known: Known, after: Reading | None) -> Understood:
    refined = refine(after, question, now, known) if after else None
    if after and refined:
        return Understood(refined, otherwise=ask_instead(after, refined))
    return understand(question, now, known)


def _choose(search: Search, understood: Understood, part: Part) -> Reading:
    """What else a question may mean, where it finds nothing as it is read."""
    reading, otherwise, gist = understood.reading, understood.otherwise, understood.gist
    read = [*filter(None, (reading.topic, *reading.and_about, reading.speaker))]
    if search.page(reading, part).total:
        instead = gist if any(map(holds_question, read)) else None
        return instead if instead and search.total(instead) else reading
    if otherwise and search.total(otherwise):
        return otherwise
    return gist if gist and any(map(holds_asking, read)) else reading


def _read_again(search: Search, found: Answer, part: Part, now: datetime) -> Answer:
    """The answer to the question with the slip in its topic put right, if it then has one.

    Of "Severnmaed Water quotes" only the right name tells that it asks for what that body said,
    and of "holander tax" or "Dana Ortz on Rainey" that it asks for what that person said.
    """
    if spoken := _read_with_speaker(search, found, now):
        return look_up(search, found.question, spoken, part)
    for asked, meant in _slips_in(search, found):
        question = found.question.replace(asked, meant)
        known = known_in(search.desk.store.db, question, search.audience)
        reading = understand(question, now, known).reading
        if (reading.speaker or not found.total) and search.total(reading):
            answered = look_up(search, found.question, reading, part)
            return replace(answered, taken_for=((asked, meant),))
    return found


def _read_with_speaker(search: Search, found: Answer, now: datetime) -> Reading | None:
    """Where nothing is found, with what begins the topic as a name of who speaks, if it has words.

    No article need name it so: "no 10 on steel" asks Downing Street, and an agency may be asked
    for by its letters.
    """
    reading = found.reading
    name, *_ = JOINS_A_QUESTION.split(reading.topic or "", maxsplit=1)
    alone = Reading(speaker=name)
    if found.total or reading.speaker or reading.role or name in ("", reading.topic):
        return None
    if not search.total(alone):
        return None
    known = known_in(search.desk.store.db, found.question, search.audience)
    folded = {fold(name)}
    known = replace(known, names=known.names | folded, speakers=known.speakers | folded)
    again = understand(found.question, now, known).reading
    return again if again.speaker else None


def _slips_in(search: Search, found: Answer) -> Iterator[tuple[str, str]]:
    """What may be a slip in the topic, and what was meant: all of it, or whoever begins it."""
    reading = found.reading
    if found.total:
        yield from () if reading.speaker or reading.role else found.taken_for
        return
    yield from respellings(search, "topic", reading)
    name = JOINS_A_QUESTION.split(reading.topic or "", maxsplit=1)[0]
    if name and not (reading.speaker or reading.role):
        yield from respellings(search, "speaker", Reading(speaker=name))


def _say_unknown(search: Search, question: str, understood: Understood) -> Answer:
    reading = understood.reading
    instead = propose(search, reading, "unknown", ())
    return Answer(
        question, reading, (), 0, missing="unknown", unknown=understood.unknown, instead=instead
    )
