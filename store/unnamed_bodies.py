"""Who speaks for a body that has no name: the junta's spokesman, "who speaks for the rebels".

Their role is "spokesman"; only the words around their name tell whose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sqlite_utils import Database

from store.folding import fold
from store.gazetteer import find_owner, gazetteer
from store.kept import keep
from store.lists import read_list
from store.named import Named, load_named
from store.officials import find_articles_on
from store.records import Audience, Span
from store.voices import find_voices

_BESIDE = 90
"""Characters beside a name in which it stands for whom somebody speaks."""
_FIRST = 3
"""Times that an article names somebody first, by which it tells what they are."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """How a text tells it: each right before a name, and right behind it."""

    officers: tuple[re.Pattern[str], re.Pattern[str]]
    """That somebody speaks for the body."""
    names: tuple[re.Pattern[str], re.Pattern[str]]
    """That something is the body."""


def find_of_unnamed(
    db: Database, asked: str, topic: str | None, audience: Audience
) -> frozenset[int]:
    """Those whom articles on a topic tell to speak for such a body, and what they call so.

    Args:
        db: The archive.
        asked: In the words of the question: "the junta", "Velmara's rebels".
        topic: What is asked about; without one, articles that speak of the body tell it.
        audience: Who asks.
    """
    state, called = _part(fold(asked))
    called, office = _part_office(called)
    if called not in read_list("unnamed")["called"]:
        return frozenset()
    key = ("unnamed", asked, topic, audience)
    found = keep(db, key, lambda: _find(db, state, called, topic or called, audience))
    return _in_office(db, found, office) if office else found


def _part_office(called: str) -> tuple[str, str]:
    """The body, and the office in it if one was asked for: of "junta spokesman" the spokesman."""
    lists = read_list("unnamed")
    body, _, office = called.rpartition(" ")
    of_one = lists["speaking"]["of_one"].get(body, body)
    known = called not in lists["called"] and of_one in lists["called"]
    offices = "|".join(lists["speaking"]["offices"])
    return (of_one, office) if known and re.fullmatch(offices, office) else (called, "")


def _in_office(db: Database, people: frozenset[int], office: str) -> frozenset[int]:
    """Those of them who hold an office somewhere, a woman for a man."""
    stem = re.sub(r"(?<=spokes)(?:man|woman|person)$", "", office)
    sql = (
        "SELECT DISTINCT speaker_id FROM attributions"
        f" WHERE speaker_id IN ({', '.join(map(str, people))}) AND instr(lower(speaker_role), ?)"
    )
    return frozenset(one for (one,) in db.execute(sql, [stem]))


def _part(asked: str) -> tuple[str, str]:
    """The code of the state whose body it is, if that is told, and the body."""
    words = asked.split()
    code, length = find_owner(tuple(words)) or ("", 0)
    return code, " ".join(words[length:])


def _find(db: Database, state: str, called: str, about: str, audience: Audience) -> frozenset[int]:
    articles = find_articles_on(db, about, audience)
    ways, naming = _write_ways(called), _write_naming(state)
    found = set[int]()
    for named in load_named(db, articles).values() if articles else ():
        if naming.search(fold(named.text)):
            found.update(_find_officers(named, ways))
            for entity, name in _find_names(named, ways).items():
                officers = find_voices(db, name, audience).officers
                found.update((entity, *(person for person, _ in officers)))
    return frozenset(found)


def _find_officers(named: Named, ways: _Ways) -> Iterator[int]:
    """Those of whom a text tells that they speak for the body."""
    for person, places in named.people.items():
        if any(_is_told(named.text, place, *ways.officers) for place in places[:_FIRST]):
            yield person


def _find_names(named: Named, ways: _Ways) -> dict[int, str]:
    """What a text calls so, and its name."""
    return {
        body.entity: body.name
        for body in named.bodies
        if _is_told(named.text, (body.start, body.end), *ways.names)
    }


def _is_told(text: str, place: Span, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    """Whether the words right before a name, or right behind it, tell it."""
    start, end = place
    found = before.search(text, max(0, start - _BESIDE), start)
    return bool(found or behind.match(text, end, end + _BESIDE))


@cache
def _write_ways(called: str) -> _Ways:
    lists = read_list("unnamed")
    body, offices = "|".join(lists["called"][called]), "|".join(lists["speaking"]["offices"])
    few, title = r"(?:[\w-]+ ){0,2}?", r"(?:[A-Z][\w.]*\.? ){0,2}"
    office, one = rf"{few}(?:{offices})", r"(?:an?|the|one of the)"
    bodies = rf"(?:the |an? )?{few}(?:{body})\b"
    behind = (
        rf"{office} (?:of|for|in|with|from) {bodies}",
        rf"(?:{body})(?:['’]s?)? {office}\b",
        rf"who (?:speaks for|leads|heads|commands) {bodies}",
        rf"of {bodies}",
    )
    officers = (
        rf"\b(?i:{body})(?:['’]s?)? (?i:{office}),? {title}$",
        rf"(?i),? (?:{one} )?(?:{'|'.join(behind)})",
    )
    names = (
        rf"(?i)\b(?:the|an?) {few}(?:{body}),? (?:known as |called |calling itself )?(?:the )?$",
        rf"(?i)(?: \([^)]*\))?, (?:as )?(?:the|an?) {few}(?:{body})\b(?!['’])",
    )
    return _Ways(_compile(officers), _compile(names))


def _compile(beside: tuple[str, str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, behind = beside
    return re.compile(before), re.compile(behind)


@cache
def _write_naming(state: str) -> re.Pattern[str]:
    """Finds a state in a folded text by any name of it or of its people; all texts without one."""
    known = gazetteer()
    groups = (known.states, known.people, known.capitals)
    names = (each for group in groups for each in group if group[each] == state)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b" if state else "")
