"""The people and bodies of one text as candidates for a speaker, found by where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from bot.language.genders import find_gender
from store.records import Entity, Span


@dataclass(frozen=True, slots=True)
class Member:
    """An entity, with what its sources need."""

    entity: Entity
    gender: str
    """ "m", "f", or "" where nothing tells; always "" for what is no person."""
    spans: tuple[tuple[int, int], ...]
    """Its mentions, as token indices."""

    @property
    def is_person(self) -> bool:
        """Whether a pronoun of a gender may mean it."""
        return self.entity.kind == "person"


class Cast:
    """The members of one text."""

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        starts = {token.idx: token.i for token in doc}
        ends = {token.idx + len(token): token.i + 1 for token in doc}
        self.members = [_build_member(doc, entity, starts, ends) for entity in entities]
        self._by_token = {
            index: member
            for member in self.members
            for start, end in member.spans
            for index in range(start, end)
        }

    def at(self, index: int) -> Member | None:
        """Who is named by the token at `index`."""
        return self._by_token.get(index)

    def mentions(self) -> Iterator[tuple[int, int, Member]]:
        """Every mention as token indices, in the order of the text."""
        yield from sorted(
            ((start, end, member) for member in self.members for start, end in member.spans),
            key=lambda mention: mention[0],
        )


def _build_member(doc: Doc, entity: Entity, starts: dict[int, int], ends: dict[int, int]) -> Member:
    spans = tuple(_to_tokens(span, starts, ends) for span in entity.mentions)
    person = entity.kind == "person"
    gender = find_gender(doc, entity.name, entity.role, spans) if person else ""
    return Member(entity, gender, spans)


def _to_tokens(span: Span, starts: dict[int, int], ends: dict[int, int]) -> tuple[int, int]:
    return starts[span[0]], ends[span[1]]
