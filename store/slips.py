"""Slips of the keyboard: "Wagner gruop" for the Wagner Group, never Austria for Australia.

A word is only taken for another one if the archive does not have it, if it is no word of the
language, and if at most a letter or two are wrong: a doubled one is no difference at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from itertools import islice, product

from rapidfuzz.distance import OSA
from sqlite_utils import Database

from store.database import plain_errors
from store.folding import fold, split_words, without_accents
from store.words import stopwords

IsWord = Callable[[str], bool]

_SHORTEST = 4
"""Letters of a word that may be a slip."""
_ONE_WRONG, _TWO_WRONG = 5, 8
"""Letters from which on one or two of them may be wrong."""
_EACH = 3
"""How many words are tried for one."""
_MOST = 12
"""How many phrases are tried in all."""
_ENDING = 4
"""Letters that a word has more than its stem, at most."""


@plain_errors
def respell(
    db: Database,
    words: str,
    is_word: IsWord,
    *,
    names_only: bool = False,
    offices: Collection[str] = (),
) -> list[str]:
    """What `words` may have been meant for, the nearest first; nothing where none is a slip.

    Args:
        db: The archive; who asks must search for what is returned, as it may come from what
            they may not see.
        words: As asked.
        is_word: Whether a word is rightly spelt, whatever it means.
        names_only: Take only words of names, as for a speaker.
        offices: Words for what people are, which are taken as well.
    """
    asked = split_words(words)
    named = [word for word in asked if word.casefold() not in offices]
    ways = [
        _ways(db, word, named, is_word, names_only=names_only)
        or _nearest(without_accents(word).casefold(), offices)
        for word in asked
    ]
    if not all(ways):
        return []
    phrases = (" ".join(way) for way in islice(product(*ways), _MOST))
    return [phrase for phrase in phrases if phrase != " ".join(asked)]


def _ways(
    db: Database, word: str, named: list[str], is_word: IsWord, *, names_only: bool
) -> list[str]:
    """The word itself if it is known or small, otherwise those that are near to it.

    Beside one of a name, `named` are the others.
    """
    plain = without_accents(word).casefold()
    beside = [each for each in named if each != word]
    there = _near_in_names(db, plain, beside)
    if there and there != [word]:
        return there
    if plain in stopwords() or _is_known(db, plain, stemmed=not names_only or is_word(word)):
        return [word]
    if len(plain) < _SHORTEST:
        return []
    if near := _one_letter_off(db, word, beside, is_word):
        return near
    near = _nearest(plain, _words_of_names(db, plain))
    if not near and not names_only:
        near = _nearest(plain, _words_said(db, plain))
    if is_word(word):  # "busses" may be buses, but a stroke is no strike
        near = [each for each in near if _collapse(_plain(each)) == _collapse(plain)] or [word]
    return near


def _near_in_names(db: Database, plain: str, beside: list[str]) -> list[str]:
    """Words of a name with all others asked for: an initial's, or with a letter doubled."""
    words = _words_beside(db, beside)
    if any(_plain(word) == plain for word in words):
        return []
    return sorted(word for word in words if _is_meant(plain, _plain(word)))[:_EACH]


def _one_letter_off(db: Database, asked: str, beside: list[str], is_word: IsWord) -> list[str]:
    """Words of such a name of which a letter is wrong, however short: "Marsden watr".

    Of a word of the language one is only left out or too many: Iran is not Iraq.
    """
    plain = _plain(asked)
    return sorted(
        word
        for word in _words_beside(db, beside)
        if OSA.distance(plain, other := _plain(word)) == 1
        and other[0] == plain[0]
        and not (is_word(asked) and len(other) == len(plain))
    )[:_EACH]


def _words_beside(db: Database, beside: list[str]) -> set[str]:
    """The words of names that have all of these."""
    if not beside:
        return set()
    match = " AND ".join(f'"{word}"' for word in beside)
    rows = db.execute("SELECT alias FROM aliases_fts WHERE aliases_fts MATCH ? LIMIT 50", [match])
    return {word for (alias,) in rows.fetchall() for word in split_words(alias)}


def _is_meant(plain: str, word: str) -> bool:
    """Whether it is the same but for a doubled letter, or begins with what is only an initial."""
    return word.startswith(plain) if len(plain) == 1 else _collapse(word) == _collapse(plain)


def _is_known(db: Database, plain: str, *, stemmed: bool) -> bool:
    """Whether a name has the word; if `stemmed` a headline or what was said may, in any form.

    A misspelt name may well have the stem of the right one: Kowalsky that of Kowalski.
    """
    for table in ("aliases_fts", *(_TEXTS if stemmed else ())):
        sql = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"
        if db.execute(sql, [f'"{plain}"']).fetchone():
            return True
    return False


def _words_of_names(db: Database, plain: str) -> set[str]:
    """The words of names that begin like this one, as they are written there."""
    terms = [term for term in _terms(db, "aliases_fts_words", plain) if _is_near(plain, term)]
    return {
        word
        for term in terms
        for (alias,) in db.execute(
            "SELECT alias FROM aliases_fts WHERE aliases_fts MATCH ? LIMIT 1", [f'"{term}"']
        ).fetchall()
        for word in split_words(alias)
        if _plain(word) == term
    }


def _words_said(db: Database, plain: str) -> set[str]:
    """The words of headlines and of what was said that are of the stems nearest to this one."""
    found = set[str]()
    for table, words in _TEXTS.items():
        for stem in _terms(db, f"{table}_words", plain):
            if _may_have(plain, stem):
                sql = f"SELECT {words} FROM {table} WHERE {table} MATCH ? LIMIT 5"
                for (text,) in db.execute(sql, [f'"{stem}"']).fetchall():
                    said = {word.casefold() for word in split_words(text)}
                    found |= {word for word in said if _has_stem(word, stem)}
    return found


_TEXTS = {"attributions_fts": "text || ' ' || around", "articles_fts": "headline"}
"""The full-text indexes of what is no name, and their words."""


def _may_have(plain: str, stem: str) -> bool:
    """Whether a misspelt word may have a stem; it can have a letter too few or too many."""
    if not -1 <= len(plain) - len(stem) <= _ENDING:
        return False
    lengths = range(len(stem) - 1, len(stem) + 2)
    return any(_distance(plain[:length], stem) <= _allowed(plain) for length in lengths)


def _has_stem(word: str, stem: str) -> bool:
    """Whether a word may have a stem, of which the last letter may be changed: `deni` of deny."""
    return word.casefold().startswith(stem[:-1]) and len(word) <= len(stem) + _ENDING


def _terms(db: Database, table: str, plain: str) -> list[str]:
    """The terms of a vocabulary that begin with the same letter."""
    first = plain[0]
    sql = f"SELECT term FROM {table} WHERE term >= ? AND term < ?"
    return [term for (term,) in db.execute(sql, [first, chr(ord(first) + 1)]).fetchall()]


def _nearest(plain: str, words: Iterable[str]) -> list[str]:
    near = [word for word in words if _is_near(plain, _plain(word))]
    return sorted(near, key=lambda word: (_distance(plain, _plain(word)), word))[:_EACH]


def _is_near(plain: str, word: str) -> bool:
    allowed = min(_allowed(plain), _allowed(word))
    return abs(len(plain) - len(word)) <= allowed + 1 and _distance(plain, word) <= allowed


def _allowed(word: str) -> int:
    """How many of its letters may be wrong."""
    return (len(word) >= _ONE_WRONG) + (len(word) >= _TWO_WRONG)


def _distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap; those that stand twice count once."""
    return min(OSA.distance(one, other), OSA.distance(_collapse(one), _collapse(other)))


@lru_cache(maxsize=50_000)
def _collapse(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _plain(word: str) -> str:
    return fold(word)
