"""Who speaks for a state where a paragraph begins with it: "Rome was not amused.", a minister.

A reporter need not say then whose minister it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.database import to_json
from store.folding import fold
from store.gazetteer import UNIONS, find_capital, find_state, gazetteer
from store.lists import read_list, read_words
from store.records import Audience

_NEWEST = 25
"""Articles that name the state at most of which the paragraphs are read."""
_SENTENCE = re.compile(r"[.!?][”\"’]? ")
_BEFORE = 50
"""Characters before an office in which it stands that it is a state's."""
_RIGHT_BEHIND = 70
"""Characters in which stands who speaks, behind where."""
_MOST = 600
"""Statements of these at most."""


def find_framed(db: Database, called: str, audience: Audience) -> tuple[tuple[int, int], ...]:
    """Speakers, each with an article in which they speak for the state that a name means."""
    code = find_state(called) or find_capital(called)
    if not code or code in UNIONS:
        return ()
    names = _names_of(code)
    ids = ", ".join(map(str, _find_articles(db, names, audience)))
    rows = db.execute(_SPEAKERS.format(ids=ids)).fetchall()
    texts = dict(db.execute(f"SELECT id, text FROM articles WHERE id IN ({ids})").fetchall())
    ways, others = _write_ways(code), _write_others(code)
    return tuple(
        dict.fromkeys(
            (speaker, article)
            for article, speaker, name, told, at in rows
            if _may_speak(told, others) and _speaks(texts[article], name, told, at, ways)
        )
    )


def _speaks(text: str, name: str, told: str, at: int, ways: _Ways) -> bool:
    """Whether the text tells by one of the ways that somebody speaks for the state."""
    return (
        _is_framed(text, at, ways.opening)
        or (_names_no_body(told) and _is_framed(text, at, ways.body))
        or (_stays(told) and _is_heard_in(text, at, ways.there))
        or _is_introduced(text, name, told, ways.people)
    )


@dataclass(frozen=True, slots=True)
class _Ways:
    """How a text tells that somebody speaks for a state."""

    opening: re.Pattern[str]
    """A sentence that begins with the state."""
    body: re.Pattern[str]
    """One that begins with a body of the state's: "Mali's military government"."""
    there: re.Pattern[str]
    """What says that somebody speaks in it."""
    people: re.Pattern[str]
    """What tells right before an office that it is the state's."""


@cache
def _write_ways(code: str) -> _Ways:
    names, known = _names_of(code), gazetteer()
    people = "|".join(re.escape(each) for each in known.people if known.people[each] == code)
    written = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)
    bodies = "|".join(read_list("framed")["bodies"])
    owner = rf"(?:{written})['’]s{rf'|{people}' if people else ''}"
    body = rf"(?:the )?(?:{owner}) (?:[\w-]+ ){{0,2}}?(?:{bodies})\b[^.\n]*\. "
    before = rf"\b(?:{people or '(?!)'}) (?:[\w-]+ ){{0,2}}$"
    return _Ways(
        _write_opening(tuple(names)),
        re.compile(body, re.IGNORECASE),
        _write_in(names),
        re.compile(before, re.IGNORECASE),
    )


def _names_of(code: str) -> list[str]:
    """What a state is called, by its own names and its capital's."""
    known = gazetteer()
    groups = (known.states, known.capitals)
    return sorted(each for group in groups for each in group if group[each] == code)


def _find_articles(db: Database, names: list[str], audience: Audience) -> list[int]:
    """The newest articles that name it."""
    called = (
        "SELECT DISTINCT entity_id FROM aliases WHERE folded IN (SELECT value FROM json_each(?))"
    )
    entities = db.execute(called, [to_json(names)]).fetchall()
    sql, values = _NAMING.format(seen=visible_articles(audience)), audience_values(audience)
    found = (db.execute(sql, {"entity": each, **values}).fetchall() for (each,) in entities)
    return sorted({article for rows in found for (article,) in rows})[-_NEWEST:]


def _is_framed(text: str, at: int, opening: re.Pattern[str]) -> bool:
    """Whether the state is what the paragraph begins with, or the sentence right before."""
    start = text.rfind("\n", 0, at) + 1
    found = opening.match(text, start)
    if found is not None and found.end() <= at:
        return True
    own = max((each.end() for each in _SENTENCE.finditer(text, start, at)), default=start)
    begun = max((each.end() for each in _SENTENCE.finditer(text, start, own - 1)), default=start)
    before = opening.match(text, begun, own)
    return before is not None and before.end() == own


def _is_introduced(text: str, name: str, told: str, people: re.Pattern[str]) -> bool:
    """Whether it stands right before the name whose office it is: "Chinese President Liang"."""
    for tie in (" ", ", "):
        at = text.lower().find(f"{told}{tie}{name}".lower()) if name and told else -1
        if at >= 0 and people.search(text, max(0, at - _BEFORE), at):
            return True
    return False


def _names_no_body(told: str) -> bool:
    """Whether no word of a role is a name: the army's spokesman may be the state's."""
    known = read_words("bodies", "common_words") | read_words("framed", "in_capitals")
    words = re.findall(r"\b[A-Z][\w-]*", told)
    return all(word.lower() in known for word in words)


def _is_heard_in(text: str, at: int, there: re.Pattern[str]) -> bool:
    """Whether somebody speaks at the state's place: "In Paris, a foreign ministry spokesman"."""
    found = there.match(text, text.rfind("\n", 0, at) + 1)
    return found is not None and found.end() <= at < found.end() + _RIGHT_BEHIND


def _stays(told: str) -> bool:
    """Whether it is somebody who does not go abroad as ministers do."""
    return any(word in told.lower() for word in read_words("framed", "staying"))


def _write_in(names: Collection[str]) -> re.Pattern[str]:
    written = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)
    return re.compile(rf"In (?:the )?(?:{written}), ", re.IGNORECASE)


def _may_speak(told: str, others: re.Pattern[str]) -> bool:
    """Whether it tells of an office of a state, and of no other state's."""
    return bool(_speaking().search(told)) and not others.search(fold(told))


@cache
def _speaking() -> re.Pattern[str]:
    lists = read_list("framed")
    speaking, others = "|".join(lists["speaking"]), "|".join(lists["not_speaking"])
    return re.compile(rf"^(?!.*\b(?:{others})\b).*\b(?:{speaking})\b", re.IGNORECASE)


@cache
def _write_opening(names: tuple[str, ...]) -> re.Pattern[str]:
    """A first sentence that says what the state does, or what is so in it."""
    written = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)
    acting = read_list("framed")["acting"]
    sentence = r"[^.\n]*\. "
    return re.compile(
        rf"(?:In )?(?:the )?(?:{written})(?:,? the\b|{acting}\b){sentence}", re.IGNORECASE
    )


@cache
def _write_others(code: str) -> re.Pattern[str]:
    """The names of all other states, and what their people and capitals are called; folded."""
    known = gazetteer()
    groups = (known.states, known.people, known.capitals)
    names: Iterator[str] = (each for group in groups for each in group if group[each] != code)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


_NAMING = f"""
SELECT article_id FROM presences JOIN articles ON articles.id = article_id
WHERE entity_id = :entity AND {{seen}} ORDER BY article_id DESC LIMIT {_NEWEST}
"""
_SPEAKERS = f"""
SELECT article_id, speaker_id, coalesce(speaker_name, ''),
  iif(speaker_kind = 'person', coalesce(speaker_role, ''), speaker_name) AS told,
  coalesce(source_start, sentence_start) AS at
FROM attributions INDEXED BY attributions_article
WHERE article_id IN ({{ids}}) AND speaker_id IS NOT NULL AND shown = 1 LIMIT {_MOST}
"""
