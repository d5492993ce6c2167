"""What a reader meets in a text, in its order: names, sources, quotes, pronouns, descriptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from bot.language.cast import Cast, Member
from bot.language.genders import PRONOUNS
from bot.language.headlines import find_headline_tokens
from bot.language.relations import Relation
from bot.language.roles import is_spoken_of
from bot.language.sources import Source, read_source
from bot.language.unnamed import is_one_of_people
from store.records import Span


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a reader meets: a name, or a source, or else a word that may mean somebody."""

    index: int
    """Token."""
    member: Member | None = None
    source: Source | None = None
    relation: int = -1


def find_events(doc: Doc, relations: Sequence[Relation], cast: Cast) -> list[Event]:
    """Everything that tells who is on the mind; where one token is both, sources come first."""
    events = [Event(start, member=member) for start, _, member in cast.mentions()]
    sources: dict[Span, Source | None] = {}
    for number, relation in enumerate(relations):
        if relation.source is None:
            events.append(Event(_find_token(doc, relation), relation=number))
            continue
        if relation.source not in sources:
            sources[relation.source] = read_source(doc, relation.source, cast)
        source = sources[relation.source]
        if source is not None:
            events.append(Event(source.head.i, source=source, relation=number))
    headline = find_headline_tokens(doc)
    told = (t for t in doc if t.lower_ in PRONOUNS or is_spoken_of(t) or is_one_of_people(t))
    events += [Event(t.i) for t in told if t.i not in headline]
    return sorted(events, key=lambda e: (e.index, e.relation < 0, e.relation))


def _find_token(doc: Doc, relation: Relation) -> int:
    span = doc.char_span(*relation.content[0], alignment_mode="expand")
    return span.start if span is not None else 0
