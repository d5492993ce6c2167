"""A topic in plain words becomes a full-text query; nothing in it is syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import permutations

from store.folding import split_words, without_accents
from store.spellings import american, other_spelling

_PIECE = re.compile(r'"([^"]+)"|(\S+)')
_WORD = re.compile(r"\w+")
_COUNTRIES = frozenset({"us", "uk", "eu", "un"})
_SHORT = range(2, 5)
_LINK = re.compile(
    r" (?:of|in|on|at|by|for|from|to|with|against|between|over|during|about|after|who|that|which) ",
    re.IGNORECASE,
)
_MOST_NEAR = 3
_NEAR = 80
"""Characters between the words of a topic, at most."""
_APART = 3
"""Words between those of a phrase at most: "cut 430 jobs"."""
_STEMMED = ("s", "ed", "ing")
_BETWEEN = r"\W+(?:and\W+)?"
"""What stands between the words of a name or a phrase."""
_ENDINGS = "(?:ies|ied|ying|y|es|ed|e|s|ing)"
_WITH_E = "(?:e|es|ed|ing)"
_BARE = re.compile(
    rf"(?P<stem>[b-df-hj-np-tv-z]{{1,3}}[aeiouy][bcdfgklmnprtv]){_WITH_E}", re.IGNORECASE
)
"""A word that is another one without its e: a fare is not far, and notes are no "not"."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What statements on a topic contain."""

    match: str
    """A full-text query, of quoted words only; empty where the topic has no words."""
    written: tuple[str, ...] = ()
    """Patterns of what must be written exactly so, which the stemmed index cannot tell."""
    parts: tuple[str, ...] = ()
    """The words of a topic, one by one; none if any must be written exactly so."""
    others: tuple[str, ...] = ()
    """Those of them, if any must be written exactly so, that need not be."""
    head: str = ""
    """The one of them that says what it is: of "the rent on Canal Street" the rent."""


def want_topic(topic: str) -> Wanted:
    """All words of a topic that say something; those in quotation marks side by side.

    Of "trains or trams" those of either.

    Whatever looks like full-text syntax in it is taken as words.
    """
    if topic.isupper() and " " in topic:  # capitals throughout are no abbreviations
        topic = topic.lower()
    first, either, other = topic.partition(" or ")
    if either and '"' not in topic and first.strip() and other.strip():
        one, two = want_topic(first), want_topic(other)
        return Wanted(" OR ".join(f"({each.match})" for each in (one, two) if each.match))
    terms = [term for piece in _PIECE.finditer(topic) if (term := _read_piece(piece))]
    kept = [term for term in terms if not _says_nothing(term[0])] or terms
    matches = dict.fromkeys(_match(term) for term in kept)
    parts = tuple(dict.fromkeys(without_accents(term[0]) for term in kept))
    written = _in_capitals(_without_small_words(topic, kept))
    before = set(map(without_accents, split_words(_LINK.split(topic)[0])))
    others = tuple(part for part in parts if not _is_abbreviation(part)) if written else ()
    parts = () if written else parts
    head = next((part for part in reversed(parts) if part in before), "")
    return Wanted(" AND ".join(matches), written, parts, others, head)


def want_name(name: str, *, person: bool) -> Wanted:
    """The words of a name, side by side.

    Of a person's name they must be written so: Williams is not William, Harding not hard.
    """
    words = split_words(name)
    stemmed = [word for word in words if person and word.lower().endswith(_STEMMED)]
    written = tuple(rf"(?i)\b{re.escape(without_accents(word))}\b" for word in stemmed)
    return Wanted(_match((" ".join(words),)), written + _in_capitals(words))


def any_of(parts: Sequence[str]) -> str:
    """A full-text query for one of these words; those of a phrase stand near each other."""
    return " OR ".join(_quote_loosely(way) for part in parts for way in _spellings(part))


def _spellings(words: str) -> Iterator[str]:
    """Words as they are, and as papers elsewhere spell them."""
    yield words
    if other := other_spelling(words):
        yield other


def _quote_loosely(words: str) -> str:
    each = " ".join(map(_quote, words.split()))
    return f"NEAR({each}, {_APART})" if " " in words else each


def near_each_other(parts: Sequence[str]) -> str:
    """A pattern for all of a topic's words, in any order, with little text between them.

    Of more than three, only for those that stand last: there would be too many orders.
    """
    words = [_pattern(part) for part in parts[-_MOST_NEAR:]]
    orders = (rf"\W.{{0,{_NEAR}}}?".join(order) for order in permutations(words))
    return rf"(?is)(?:{'|'.join(orders)})"


def one_of(ways: Iterable[str]) -> str:
    """A pattern for one of several ways at least to say a thing."""
    return rf"(?i)(?:{'|'.join(map(_pattern, ways))})"


def all_somewhere(ways: Iterable[Iterable[str]]) -> str:
    """A pattern for one way at least to say each of several words, wherever in a text."""
    return r"(?is)\A" + "".join(rf"(?=.*?(?:{'|'.join(map(_pattern, way))}))" for way in ways)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its commonest endings: rough, but the same in the singular and the plural.

    Also the same whether a British or an American paper has it.
    """
    return _cut(american(word))


def _cut(word: str) -> str:
    if short := _BARE.fullmatch(word):
        return f"{short['stem']}e"
    return re.sub(rf"(?<=\w{{3}}){_ENDINGS}$", "", word)


def _pattern(part: str) -> str:
    """A word in its commonest forms: library, libraries; a name also with an "&" in it."""
    forms = list(map(_find_forms, _spellings(part)))
    return f"(?:{'|'.join(forms)})" if len(forms) > 1 else forms[0]


def _find_forms(part: str) -> str:
    short = _BARE.fullmatch(part)
    words = re.escape(short["stem"] if short else _cut(part)).replace(r"\ ", _BETWEEN)
    return rf"\b{words}{_WITH_E if short else f'{_ENDINGS}?'}\b"


def all_of(words: str) -> str:
    """A full-text query for all of these words."""
    return " AND ".join(_quote(word) for word in split_words(words))


def side_by_side(words: str) -> str:
    """A full-text query for these words in this order; empty where there are none."""
    found = split_words(words)
    return _quote(" ".join(found)) if found else ""


def is_written(pattern: str, text: str) -> bool:
    """The SQL function `written`: whether a pattern stands in a text, whatever its accents."""
    return bool(_compiled(pattern).search(without_accents(text)))


@cache
def stopwords() -> frozenset[str]:
    """Words that say nothing about a topic."""
    return frozenset(files("store").joinpath("stopwords.txt").read_text("utf-8").split())


def _read_piece(piece: re.Match[str]) -> tuple[str, ...]:
    """The ways in which a word or a phrase may be written: `air-strikes` also as one word.

    A phrase also as it stands there: `who's paying`.
    """
    quoted, word = piece.groups()
    words = split_words(quoted or word)
    spaced, joined = " ".join(words), "".join(words)
    if quoted and words:
        return tuple(dict.fromkeys((spaced, " ".join(_WORD.findall(quoted)))))
    return (spaced, joined) if "-" in (word or "") and len(words) > 1 else (spaced,) * bool(words)


def _match(term: tuple[str, ...]) -> str:
    """Any of the ways to write a term; an abbreviation also with dots, letter by letter."""
    dotted = (" ".join(_spell(word) for word in way.split()) for way in term)
    ways = dict.fromkeys(way for each in (*term, *dotted) for way in _spellings(each))
    return f"({' OR '.join(map(_quote, ways))})" if len(ways) > 1 else _quote(term[0])


def _spell(word: str) -> str:
    return " ".join(word) if _is_abbreviation(word) else word


def _is_abbreviation(word: str) -> bool:
    capitals = word.isupper() and word.isalpha() and len(word) in _SHORT
    return capitals or word.lower() in _COUNTRIES


def _says_nothing(word: str) -> bool:
    return word.lower() in stopwords() and not _is_abbreviation(word)


def _without_small_words(topic: str, terms: Sequence[tuple[str, ...]]) -> list[str]:
    """The words of a topic; an "us" in quotation marks was said so, and is no country."""
    quoted = {word for phrase, _ in _PIECE.findall(topic) for word in split_words(phrase)}
    words = " ".join(term[0] for term in terms).split()
    return [word for word in words if word.isupper() or word not in quoted]


def _in_capitals(words: list[str]) -> tuple[str, ...]:
    """Patterns for the abbreviations that look like small words: US and us, WHO and who."""
    alike = [word for word in words if _is_abbreviation(word)]
    return tuple(
        r"\b" + r"\.?".join(word.upper()) + r"\b"
        for word in dict.fromkeys(alike)
        if word.lower() in stopwords() or word.lower() == "us"
    )


def _quote(words: str) -> str:
    return f'"{words}"'


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
