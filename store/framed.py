"""Who speaks for a state where a paragraph begins with it: "Rome was not amused.", a minister.

A reporter need not say then whose minister it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
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
    opening, others, there = _write_opening(tuple(names)), _write_others(code), _write_in(names)
    return tuple(
        dict.fromkeys(
            (speaker, article)
            for article, speaker, told, at in rows
            if _may_speak(told, others)
            and (
                _is_framed(texts[article], at, opening)
                or (_stays(told) and _is_heard_in(texts[article], at, there))
            )
        )
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
    """Whether the state is what the paragraph begins with, in another sentence."""
    start = text.rfind("\n", 0, at) + 1
    found = opening.match(text, start)
    return found is not None and found.end() <= at


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
SELECT article_id, speaker_id,
  iif(speaker_kind = 'person', coalesce(speaker_role, ''), speaker_name) AS told,
  coalesce(source_start, sentence_start) AS at
FROM attributions INDEXED BY attributions_article
WHERE article_id IN ({{ids}}) AND speaker_id IS NOT NULL AND shown = 1 LIMIT {_MOST}
"""
