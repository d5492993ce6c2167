"""Nothing was found: which part of the question failed, and what would work instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import tzinfo
from typing import Any

from bot.desk import Desk
from bot.desk.proposals import write_question
from bot.desk.question_slots import is_office, person_nouns
from bot.desk.spelling import is_word
from store.articles import load_report
from store.folding import fold
from store.gazetteer import find_headings, find_owner
from store.names import known_in, nearest_names
from store.records import Audience, Missing, Proposal, Reading, Statement
from store.slips import respell
from store.statements import Page, Part, search_statements
from store.words import stopwords

_PROPOSED = 3
_MOST = 50
"""Statements by holders of one office at most whose articles are looked into."""
_WHOSE = re.compile(r"^.+'s? (?=\S)")
_OF_WHAT = re.compile(r" (?:of|at|for|in|from) (?:the )?(?P<body>.+)$", re.IGNORECASE)
_WHERE = re.compile(r" (?:in|from|at) (?:the )?(?P<place>.+)$", re.IGNORECASE)
_LIMITS: tuple[tuple[Missing, dict[str, Any]], ...] = (
    ("kind", {"kind": None}),
    ("verb", {"verb": None}),
    ("period", {"since": None, "until": None}),
    ("outlet", {"outlet": None}),
    ("others", {"not_by": None}),
)
"""What narrows a question, and the fields that do."""


@dataclass(frozen=True, slots=True)
class Search:
    """The archive as one asker sees it."""

    desk: Desk
    audience: Audience
    zone: tzinfo
    _pages: dict[tuple[Reading, Part], Page] = field(default_factory=dict, compare=False)
    _totals: dict[Reading, int] = field(default_factory=dict, compare=False)
    """What was counted before: the parts of a question are looked at again and again."""

    def page(self, reading: Reading, part: Part) -> Page:
        """One page of what a reading means."""
        if (reading, part) not in self._pages:
            db = self.desk.store.db
            page = search_statements(db, reading, self.audience, part, self.zone)
            self._pages[reading, part], self._totals[reading] = page, page.total
        return self._pages[reading, part]

    def total(self, reading: Reading) -> int:
        """How many statements it means."""
        known = self._totals.get(reading)
        return self.page(reading, Part(limit=1)).total if known is None else known


def correct(search: Search, reading: Reading) -> tuple[Reading, tuple[tuple[str, str], ...]]:
    """The reading without slips, and what was taken for what; as it was if there are none.

    Only a part of which the archive has nothing may be one, and only if it then has something.
    """
    reading, taken = _shorten_office(search, _part_role(search, _as_outlet(search, reading)))
    for part in ("speaker", "topic"):
        near = respellings(search, part, reading)
        found = next((each for each in near if search.total(_alone(part, each[1]))), None)
        if found:
            fields: dict[str, Any] = {part: found[1]}
            reading = replace(reading, **fields)
            taken.append(found)
    return reading, tuple(taken)


def _shorten_office(search: Search, reading: Reading) -> tuple[Reading, list[tuple[str, str]]]:
    """Who speaks without "of Hadley", if the archive has no such office but one like it.

    Only if that is one person, in an article that names Hadley: another mayor is not the one
    who was asked for.
    """
    asked = reading.speaker or ""
    office = _drop_state(_OF_WHAT.sub("", _WHOSE.sub("", asked)).strip())
    if office == asked or not is_office(office) or search.total(Reading(speaker=asked)):
        return reading, []
    shorter = replace(reading, speaker=office)
    page = search.page(shorter, Part(limit=1))
    whose = asked.replace(office, " ")
    if page.speakers == 1 and _names(search, page.statements[0], whose):
        return shorter, [(asked, office)]
    name = _find_only(search, shorter, whose) if find_owner(tuple(fold(asked).split())) else ""
    return (replace(reading, speaker=name), [(asked, name)]) if name else (reading, [])


def _part_role(search: Search, reading: Reading) -> Reading:
    """A group with where it is as a further topic, where the archive has none called so.

    Of "doctors in Sudan" doctors, on Sudan.
    """
    asked = reading.role or ""
    found = _WHERE.search(asked)
    if found is None or search.total(Reading(role=asked)):
        return reading
    topics = [*filter(None, (reading.topic, *reading.and_about)), found["place"]]
    parted = replace(
        reading, role=asked[: found.start()], topic=topics[0], and_about=tuple(topics[1:])
    )
    return parted if search.total(parted) else reading


def _find_only(search: Search, reading: Reading, whose: str) -> str:
    """The one of several who hold an office whose article names the state; "" if none or more."""
    statements = search.page(Reading(speaker=reading.speaker), Part(limit=_MOST)).statements
    first = {
        each.speaker.name: each
        for each in statements
        if each.speaker and each.speaker.kind == "person" and each.speaker.role
    }
    home = [
        name
        for name, each in first.items()
        if find_owner(tuple(fold(each.speaker.role if each.speaker else "").split())) is None
        and _names(search, each, whose)
    ]
    return home[0] if len(home) == 1 else ""


def _drop_state(office: str) -> str:
    """An office without whose it is: of "nz transport minister" the transport minister."""
    _, length = find_owner(tuple(fold(office).split())) or ("", 0)
    return " ".join(office.split()[length:])


def _as_outlet(search: Search, reading: Reading) -> Reading:
    """What is "from" a paper that nobody quotes on it is what was said in it."""
    asked = reading.speaker or ""
    outlet = known_in(search.desk.store.db, asked, search.audience).outlets.get(fold(asked))
    if outlet is None or reading.outlet:
        return reading
    return replace(reading, speaker=None, outlet=outlet)


def _names(search: Search, statement: Statement, words: str) -> bool:
    """Whether the article around a statement has these words."""
    report = load_report(search.desk.store.db, statement.article.id)
    text = fold(report.article.text)
    if any(re.search(rf"\b{re.escape(name)}", text) for name in find_headings(words.strip(" '’s"))):
        return True  # the state by another name
    known = set(text.split())
    return all(word in known or word in stopwords() for word in fold(words).split())


def respellings(search: Search, part: str, reading: Reading) -> Iterator[tuple[str, str]]:
    """A part of which the archive has nothing, and each of what it may have been meant for."""
    asked = getattr(reading, part)
    if asked and not search.total(_alone(part, asked)):
        db, speaks = search.desk.store.db, part == "speaker"
        offices = person_nouns() if speaks else ()
        near = respell(db, asked, is_word, names_only=speaks, offices=offices)
        yield from ((asked, meant) for meant in near)


def _alone(part: str, words: str) -> Reading:
    fields: dict[str, Any] = {part: words}
    return Reading(**fields)


def find_missing(search: Search, reading: Reading) -> Missing:
    """Which part of a reading failed that finds nothing."""
    who = Reading(speaker=reading.speaker, role=reading.role)
    what = Reading(topic=reading.topic, and_about=reading.and_about)
    if who != Reading() and not search.total(who):
        return "speaker"
    if reading.outlet and not search.total(Reading(outlet=reading.outlet)):
        return "outlet"
    if what != Reading() and not search.total(what):
        return "topic"
    if not search.total(_unlimited(reading)):
        return "both"
    return next(_failing_limits(search, reading), "period")


def _unlimited(reading: Reading) -> Reading:
    """Who and what of alone."""
    for _, fields in _LIMITS:
        reading = replace(reading, **fields)
    return reading


def _failing_limits(search: Search, reading: Reading) -> Iterator[Missing]:
    for missing, fields in _LIMITS:
        wider = replace(reading, **fields)
        if wider != reading and search.total(wider):
            yield missing


def find_nearest(search: Search, reading: Reading, missing: Missing) -> tuple[str, ...]:
    """Names near to the speaker or the topic of which the archive holds nothing."""
    asked = {"speaker": reading.speaker, "topic": reading.topic}.get(missing)
    return tuple(nearest_names(search.desk.store.db, asked, search.audience)) if asked else ()


def propose(
    search: Search, reading: Reading, missing: Missing, nearest: tuple[str, ...]
) -> tuple[Proposal, ...]:
    """Questions near to this one that have an answer, as they can be typed."""
    found: dict[str, Proposal] = {}
    for wider in _near_readings(reading, missing, nearest):
        question = write_question(wider)
        if wider != Reading() and question not in found and (total := search.total(wider)):
            found[question] = Proposal(question, total)
        if len(found) == _PROPOSED:
            break
    return tuple(found.values())


def _near_readings(
    reading: Reading, missing: Missing, nearest: tuple[str, ...]
) -> Iterator[Reading]:
    bare = _unlimited(reading)
    match missing:
        case "speaker":
            named = (*nearest, *_body_and_office(reading))
            yield from (replace(reading, speaker=name, role=None) for name in named)
            yield replace(reading, speaker=None, role=None, verb=None)
            yield Reading(topic=reading.speaker or reading.role)
        case "topic":
            yield from (replace(reading, topic=name) for name in nearest)
            yield Reading(speaker=reading.topic)
            yield from (replace(reading, topic=each, and_about=()) for each in reading.and_about)
            yield replace(reading, and_about=())
            yield from (replace(reading, topic=part, and_about=()) for part in _parts(reading))
            yield replace(reading, topic=None, and_about=(), verb=None)
        case "both":
            yield from (replace(reading, topic=part, and_about=()) for part in _parts(reading))
            yield replace(bare, topic=None, and_about=())
            yield replace(bare, speaker=None, role=None)
        case "unknown":
            yield reading
            yield bare
        case _:
            yield from (replace(reading, **fields) for name, fields in _LIMITS if name == missing)
            yield bare


def _parts(reading: Reading) -> Iterator[str]:
    """A topic of several words without its first or its last ones, the longest first."""
    words = (reading.topic or "").split()
    for length in range(len(words) - 1, 0, -1):
        for part in (words[-length:], words[:length]):
            if not stopwords() & {fold(part[0]), fold(part[-1])}:
                yield " ".join(part)


def _body_and_office(reading: Reading) -> Iterator[str]:
    """Of "the bosses of Vessel Water" Vessel Water, and whoever is such a boss elsewhere."""
    asked = reading.speaker or reading.role or ""
    if of := _OF_WHAT.search(asked):
        yield from (of["body"], asked[: of.start()])
