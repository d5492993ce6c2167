"""Adds to a body's mentions the nouns that mean it: "the group", after "Wagner".

Only where no other body is named nearby, for a mention leads a reader to what is said about it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.described_bodies import may_be_business
from bot.language.wordlists import read_words
from store.records import Entity, Span

_BUSINESS = frozenset({"company", "firm", "business", "group", "giant"})
_NEAR = 400
"""Characters before a noun in which a body must be named, and no other."""


def add_described(doc: Doc, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, with mentions by a noun added in their places; names and kinds stay."""
    bodies = [entity for entity in entities if entity.kind == "organisation"]
    named = sorted((span, entity.name) for entity in bodies for span in entity.mentions)
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for token in _find_nouns(doc, {span[0] for span, _ in named}):
        name = _find_meant(token, named)
        if name:
            found[name].append((doc[token.i - 1].idx, token.idx + len(token)))
    return tuple(
        replace(entity, mentions=tuple(sorted({*entity.mentions, *found[entity.name]})))
        if entity.kind == "organisation" and entity.name in found
        else entity
        for entity in entities
    )


def _find_nouns(doc: Doc, named: set[int]) -> Iterator[Token]:
    """Nouns such as "group" right behind "the", with no words that tell another one."""
    nouns = read_words("body_descriptions")
    for token in doc:
        if token.lower_ not in nouns or token.tag_ != "NN" or not token.i or token.idx in named:
            continue
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        alone = following is None or (following.pos_ not in ("NOUN", "PROPN", "NUM"))
        told = following is not None and following.lower_ in ("of", "for", "that", "which")
        if doc[token.i - 1].lower_ == "the" and alone and not told:
            yield token


def _find_meant(noun: Token, named: Sequence[tuple[Span, str]]) -> str:
    """The one body named shortly before, or the one of several that has the noun in its name."""
    first = bisect_left(named, ((noun.idx - _NEAR, 0), ""))
    last = bisect_left(named, ((noun.idx, 0), ""))
    near = {name for _, name in named[first:last]}
    fitting = {name for name in near if noun.lower_ in name.lower().split()}
    if not fitting and noun.lower_ in _BUSINESS:
        often = Counter(name for _, name in named)
        fitting = {name for name in near if may_be_business(name)}
        fitting = {name for name in fitting if often[name] == max(often.values())}
    return fitting.pop() if len(fitting) == 1 and len(near) == 1 else ""
