"""Who speaks for a state where a paragraph begins with it: "Rome was not amused.", a minister.

A reporter need not say then whose minister it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sqlite_utils import Database

from store.audience import audience_values, visible_articles
from store.database import to_json
from store.folding import fold
from store.gazetteer import UNIONS, find_capital, find_state, gazetteer
from store.lists import read_list, read_words
from store.records import Audience

_Row = tuple[int, int, str, str, int]
"""Article, speaker, their name, what they are told to be, and where they speak."""
_NEWEST = 25
"""Articles that name the state at most of which the paragraphs are read."""
_SENTENCE = re.compile(r"[.!?][”\"’]? ")
_ASIDE = re.compile(r", (?:an?|the) (?P<aside>[^,.;\n]{3,60})(?=[,.;])")
_BEFORE = 50
"""Characters before an office in which it stands that it is a state's."""
_RIGHT_BEHIND = 70
"""Characters in which stands who speaks, behind where."""
_MOST = 600
"""Statements of these at most."""
_ACCENTED = {
    "a": "[aáàâãäå]",
    "c": "[cç]",
    "e": "[eéèêë]",
    "i": "[iíìîï]",
    "n": "[nñ]",
    "o": "[oóòôõöø]",
    "u": "[uúùûü]",
    "y": "[yýÿ]",
}
_HALVES = {"KP": "North", "KR": "South"}
"""What an article on both calls a state, once it has named them."""


def find_framed(db: Database, called: str, audience: Audience) -> tuple[tuple[int, int], ...]:
    """Speakers, each with an article in which they speak for the state that a name means."""
    code = find_state(called) or find_capital(called)
    if not code or code in UNIONS:
        return ()
    names = _names_of(code)
    ids = ", ".join(map(str, _find_articles(db, names, audience)))
    rows = db.execute(_SPEAKERS.format(ids=ids)).fetchall()
    texts = dict(db.execute(f"SELECT id, text FROM articles WHERE id IN ({ids})").fetchall())
    return tuple(dict.fromkeys(_choose(rows, texts, code)))


def _choose(rows: Iterable[_Row], texts: Mapping[int, str], code: str) -> Iterator[tuple[int, int]]:
    """Those of the speakers who speak for the state."""
    ways, others = _write_ways(code), _write_others(code)
    for article, speaker, name, role, at in rows:
        told = role or _read_aside(texts[article], name)
        if _may_speak(told, others) and _speaks(texts[article], name, told, at, ways):
            yield speaker, article


def _read_aside(text: str, name: str) -> str:
    """What stands behind a name where no role was told: "Ri Song, a senior party official"."""
    at = text.find(f"{name}, ") if name else -1
    found = _ASIDE.match(text, at + len(name)) if at >= 0 else None
    return found["aside"] if found else ""


def _speaks(text: str, name: str, told: str, at: int, ways: _Ways) -> bool:
    """Whether the text tells by one of the ways that somebody speaks for the state."""
    return (
        _is_framed(text, at, ways.opening)
        or (_names_no_body(told) and _is_framed(text, at, ways.body))
        or (_stays(told) and _is_heard_in(text, at, ways.there))
        or _is_met_in(text, name, told, ways.there)
        or ways.own.match(told) is not None
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
    own: re.Pattern[str]
    """A role that tells it."""


@cache
def _write_ways(code: str) -> _Ways:
    names, known = _names_of(code), gazetteer()
    people = "|".join(re.escape(each) for each in known.people if known.people[each] == code)
    written = _write_names(names)
    bodies = "|".join(read_list("framed")["bodies"])
    half = f"|(?-i:{_HALVES[code]})" if code in _HALVES else ""
    owned = rf"(?:{written}{half})['’]s?"
    owner = rf"{owned}{rf'|{people}' if people else ''}"
    body = rf"(?:the )?(?:{owner}) (?:[\w-]+ ){{0,2}}?(?:{bodies})\b[^.\n]*\. "
    other = r"(?:counterparts?|opposite numbers?)(?: in (?:the )?[\w-]+)?,? (?:the )?"
    before = rf"\b(?:{owner}) (?:{other})?(?:[\w-]+ ){{0,2}}$"
    return _Ways(
        _write_opening(tuple(names), owner),
        re.compile(body, re.IGNORECASE),
        _write_in(names),
        re.compile(before, re.IGNORECASE),
        re.compile(rf"(?:the )?(?:{owned}) ", re.IGNORECASE),
    )


def _write_names(names: Iterable[str]) -> str:
    """Folded names as texts have them, some with accents: Lomé."""
    written = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)
    return re.sub(r"(?<!\\)[aceinouy]", lambda letter: _ACCENTED[letter[0]], written)


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
    """Whether it stands right before the name whose office it is: "Chinese President Liang".

    Or right behind it: "Liang Wei, China's president".
    """
    if not (name and told):
        return False
    one = re.escape(name)
    ahead = re.compile(rf"(?: (?:to|at|for|in) [^,\n]{{2,30}})?,? {one}", re.IGNORECASE)
    behind = re.compile(rf"{one},? [^.\n]*$", re.IGNORECASE)
    for office in re.finditer(re.escape(told), text, re.IGNORECASE):
        at, end = office.span()
        first = max(0, at - _BEFORE - len(name))
        beside = ahead.match(text, end) or behind.search(text, first, at)
        if beside and people.search(text, max(0, at - _BEFORE), at):
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


def _is_met_in(text: str, name: str, told: str, there: re.Pattern[str]) -> bool:
    """Whether they are named first at the state's place: "In Rome, Prime Minister Ada Holt".

    Whoever has come from elsewhere is told to be from there, or was named before.
    """
    at = text.find(name) if name and told else -1
    found = there.match(text, text.rfind("\n", 0, at) + 1) if at >= 0 else None
    before = text[found.end() : at].lower().strip(", ") if found else ""
    return before.removeprefix("the ") == told.lower()


def _stays(told: str) -> bool:
    """Whether it is somebody who does not go abroad as ministers do."""
    return any(word in told.lower() for word in read_words("framed", "staying"))


def _write_in(names: Collection[str]) -> re.Pattern[str]:
    written = _write_names(names)
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
def _write_opening(names: tuple[str, ...], owner: str) -> re.Pattern[str]:
    """A first sentence that says what the state does, what is so in it, or how it takes a thing."""
    written = _write_names(names)
    lists = {name: "|".join(listed) for name, listed in read_list("framed").items() if listed}
    acting, moods = read_list("framed")["acting"], lists["moods"]
    first = rf"(?:In )?(?:the )?(?:{written})"
    going_on = rf",? (?:{lists['going_on']})\b|{acting}\b"
    taking = rf"(?:the )?(?:{owner}) (?:[\w-]+ )?(?:{moods})\b"
    taken = rf"(?:the|an?) (?:[\w-]+ ){{0,2}}(?:{moods}) (?:from|in|of) (?:the )?(?:{written})\b"
    last = rf"(?:{lists['so_in']})[^.\n]{{0,60}} (?:in|from) (?:the )?(?:{written})\. "
    sentence = r"[^.\n]*\. "
    return re.compile(
        rf"(?:(?:{first}(?:{going_on})|{taking}|{taken}){sentence}|{last})", re.IGNORECASE
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
