"""The few articles that are on a topic, with the places of all its parts.

Whoever asks for the mine disaster means an article that says mine, and flood: of light words, such
as disaster, it may lack any.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from store.alike import find_alike
from store.anaphora import Named
from store.audience import audience_values, visible_articles
from store.conditions import id_list
from store.database import to_json
from store.folding import without_accents
from store.gazetteer import find_headings
from store.given import Part, split_topic
from store.light import is_light
from store.mentions import PRONOUNS, is_name
from store.nearby import find_called, find_naming, load_named
from store.records import Audience, Reading, Span
from store.retellings import find_retellings
from store.same import find_same
from store.signs import Traced, find_entries, weigh_parts
from store.spoken_of import find_spoken_of
from store.topics import Topic, find_topics
from store.words import any_of, one_of

_FEW = 30
"""Articles at most that are looked into; where more speak of a topic, enough is found."""
_SURE = 5
"""Articles surely on a topic, at most, of which the retellings are looked for."""
_PHRASES = (2, 3)
"""Words of a phrase that has other ways to say it."""
_MANY = 5
"""Articles that speak of a topic: what others have of it is seldom what is asked for then."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """A part of what is asked about: ways to say it, and the entities that are called so."""

    ways: tuple[str, ...]
    words: re.Pattern[str]
    own: re.Pattern[str]
    """Finds it as it was asked for."""
    entities: frozenset[int] = frozenset()
    light: bool = False
    """An article on the topic need not have it."""
    headings: frozenset[str] = frozenset()
    """What headlines say for it: "Moscow" for Russia."""
    same: tuple[str, ...] = ()
    """Words of the very same meaning."""

    def widened(self) -> _Sought:
        """This, with the words of the same meaning as if they were asked for."""
        if not self.same:
            return self
        ways = tuple(dict.fromkeys((*self.ways, *self.same)))
        own = re.compile(one_of((*self.ways[:1], *self.same)))
        return replace(self, ways=ways, words=re.compile(one_of(ways)), own=own)

    def places(self, text: str, named: Sequence[Named], sources: Collection[int]) -> list[int]:
        """Where a text has it; of an entity not where it is who speaks."""
        own = {each.start for each in named if each.entity in self.entities}
        there = own | {found.start() for found in self.words.finditer(text)}
        return sorted(there.difference(sources) if self.entities else there)

    def called(self, text: str, named: Sequence[Named]) -> re.Pattern[str] | None:
        """Finds what else the text calls it: by a shorter name, or "the lake" for a thing."""
        own = [each for each in named if each.entity in self.entities]
        names = {text[each.start : each.end] for each in own if not each.person}
        ways = {name if is_name(name) else name.split()[-1].lower() for name in names} - PRONOUNS
        ways |= self.headings
        return re.compile(one_of(ways)) if ways else None

    def is_worded(self, *texts: str) -> bool:
        """Whether one of the texts has it as it was asked for."""
        return bool(self.entities) or any(map(self.own.search, texts))


@dataclass(frozen=True, slots=True)
class _Found:
    """A part of what is asked about, as an article has it."""

    sought: _Sought
    places: Sequence[int]
    called: re.Pattern[str] | None

    def headed(self, title: str) -> bool:
        """Whether a headline has it."""
        ways = filter(None, [self.sought.words, self.called])
        return any(way.search(title) for way in ways)


@dataclass(frozen=True, slots=True)
class _Aim:
    """All that is asked about."""

    parts: Sequence[_Sought]
    people: frozenset[int]
    """The persons among it."""
    named: bool
    """Whether the archive knows anything of it by name."""
    alone: float
    """How few articles speak of it directly."""
    shared: bool = False
    """Whether what is looked into shares a quote with an article that is surely on it."""


def trace_articles(
    db: Database, query: Reading, audience: Audience, seen: Collection[int]
) -> dict[int, list[Traced]]:
    """The articles, or the entries of live stories, that have enough of a question's topics.

    Args:
        db: The archive.
        query: What is asked for.
        audience: Who asks.
        seen: Articles in which something speaks of the topics, and the audience may see it.
    """
    topics = find_topics(db, query, audience)
    split = [list(_seek(topic)) for topic in topics]
    if len(seen) > _FEW or not all(split):
        return {}
    kinds = {each: kind for topic in topics for each, kind in topic.entities.items()}
    people = frozenset(each for each, kind in kinds.items() if kind == "person")
    parts = _take_same(_relight([part for parts in split for part in parts]))
    aim = _Aim(parts, people, bool(kinds), alone=1 - min(len(seen), _MANY) / _MANY)
    known = set(seen).union(*(find_naming(db, topic, audience) for topic in topics))
    nameless = [topic for topic in topics if not topic.entities]
    known.update(*(find_called(db, each.name, audience) for each in nameless))
    known.update(find_spoken_of(db, query, audience)[:_FEW])
    texts = _load_texts(db, parts, known, audience)
    traced = _trace_all(db, texts, aim)
    again = _load_retellings(db, traced, audience)
    traced |= _trace_all(db, again, replace(aim, shared=True))
    return _compare(traced)


def _load_retellings(
    db: Database, traced: Mapping[int, Sequence[Traced]], audience: Audience
) -> dict[int, tuple[str, str]]:
    """Headline and text of what tells of the same events as the articles surely on the topic."""
    sure = [n for n, pieces in traced.items() if any(each.is_surely_on_it for each in pieces)]
    again = find_retellings(db, sure[:_SURE], audience) if sure else set()
    return _load_texts(db, (), again, audience) if again else {}


def _trace_all(
    db: Database, texts: Mapping[int, tuple[str, str]], aim: _Aim
) -> dict[int, list[Traced]]:
    named = load_named(db, texts) if texts and aim.named else {}
    sources = _load_sources(db, named) if named else {}
    return {
        number: _trace(article, aim, named.get(number, []), sources.get(number, set()))
        for number, article in texts.items()
    }


def _seek(topic: Topic) -> Iterator[_Sought]:
    """What must be found of a topic; nothing where its very words are asked for."""
    if '"' in topic.name:
        return
    entities, written = frozenset(topic.entities), topic.wanted.written
    for exactly in map(re.compile, () if entities else written):
        yield _Sought((), exactly, exactly)
    others = (Part(topic.ways(word)) for word in topic.wanted.others)
    parts = [*split_topic(topic), *(() if entities else others)]
    for part in parts if entities else _join_phrases(parts):
        words = written[0] if entities and written else one_of(part.ways)
        own = re.compile(one_of(part.ways[:1]))
        light = not entities and is_light(part.ways[0])
        headings = find_headings(topic.name)
        same = () if entities else find_same(part.ways[0])
        yield _Sought(part.ways, re.compile(words), own, entities, light, headings, same)


def _take_same(parts: Sequence[_Sought]) -> Sequence[_Sought]:
    """Several parts, each also in words of the very same meaning; alone it may be another one."""
    return [part.widened() for part in parts] if len(parts) > 1 else parts


def _join_phrases(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, each also in the ways to say some together: a server farm as a data center."""
    ways = [dict.fromkeys(part.ways) for part in parts]
    for length in _PHRASES:
        for start in range(len(parts) - length + 1):
            phrase = " ".join(part.ways[0] for part in parts[start : start + length])
            for beside in ways[start : start + length]:
                beside.update(dict.fromkeys(find_alike(phrase)))
    yield from (Part(tuple(each)) for each in ways)


def _relight(parts: Sequence[_Sought]) -> Sequence[_Sought]:
    """The parts; if all are light none is."""
    if all(part.light for part in parts):
        return [replace(part, light=False) for part in parts]
    return parts


def _load_texts(
    db: Database, parts: Sequence[_Sought], known: Collection[int], audience: Audience
) -> dict[int, tuple[str, str]]:
    """Headline and text of articles that are known, and of the newest so headed."""
    sql = (
        "SELECT id, headline, text FROM articles"
        " WHERE id IN (SELECT value FROM json_each(:known) UNION SELECT * FROM (SELECT rowid"
        f" FROM articles_fts WHERE articles_fts MATCH :match ORDER BY rowid DESC LIMIT {_FEW}))"
        f" AND {visible_articles(audience)}"
        f" ORDER BY id IN (SELECT value FROM json_each(:known)) DESC, id DESC LIMIT {_FEW}"
    )
    match = any_of([way for part in parts for way in (*part.ways, *part.headings)]) or '""'
    values = {"match": match, "known": to_json(sorted(known)), **audience_values(audience)}
    rows = db.execute(sql, values)
    return {number: (headline, text) for number, headline, text in rows}


def _load_sources(db: Database, articles: Collection[int]) -> dict[int, set[int]]:
    """The places in each article that say who speaks."""
    sql = (
        "SELECT article_id, source_start, source_end FROM attributions"
        f" WHERE source_start IS NOT NULL AND article_id IN ({id_list(articles)})"
    )
    sources: defaultdict[int, set[int]] = defaultdict(set)
    for article_id, start, end in db.execute(sql):
        sources[article_id].update(range(start, end))
    return sources


def _trace(
    article: tuple[str, str], aim: _Aim, named: Sequence[Named], sources: Collection[int]
) -> list[Traced]:
    """An article, or its entries, with the places of what is sought; none if it lacks too much."""
    title, text = map(without_accents, article)
    found = [
        _Found(part, part.places(text, named, sources), part.called(text, named))
        for part in aim.parts
    ]
    there = [part for part in found if part.places or part.headed(title)]
    lacking = [part for part in found if part not in there]
    if not there or not (aim.shared or all(part.sought.light for part in lacking)):
        return []
    worded = sum(part.sought.is_worded(title, text) for part in there) / len(found)
    rare = weigh_parts([len(part.places) for part in there])
    entries = find_entries(text)
    titles = [text[start:end].partition("\n")[0] for start, end in entries]
    pieces = zip(entries, titles, strict=True) if entries else [((0, len(text)), title)]
    return [
        Traced(
            text,
            span,
            headed=[part.headed(own) for part in there],
            worded=worded,
            alone=aim.alone,
            places=_within(there, span),
            rare=rare,
            people=aim.people,
            shared=aim.shared,
        )
        for span, own in pieces
    ]


def _compare(traced: Mapping[int, Sequence[Traced]]) -> dict[int, list[Traced]]:
    """The articles, each told how near it comes to the one that has most of the words.

    Where one has all of them, those that have only others for each of them are on something else.
    """
    most = max((piece.worded for pieces in traced.values() for piece in pieces), default=1.0)
    return {
        number: [replace(piece, closest=1 - most + piece.worded) for piece in pieces]
        for number, pieces in traced.items()
        if most < 1 or any(piece.worded or piece.shared for piece in pieces)
    }


def _within(there: Sequence[_Found], span: Span) -> list[list[int]]:
    """The places in a piece of the text."""
    start, end = span
    return [[place for place in each.places if start <= place < end] for each in there]
