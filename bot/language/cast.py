"""The people and bodies of one text as candidates for a speaker, found by where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from bot.language.genders import find_gender
from bot.language.roles import find_roles
from store.records import Entity, Span

Starts = npt.NDArray[np.uint64]
"""For each token the character that it begins at."""


_SHORTEST_INITIALS, _LONGEST_INITIALS = 2, 3


@dataclass(frozen=True, slots=True)
class Member:
    """An entity, with what its sources need."""

    entity: Entity
    gender: str
    """ "m", "f", or "" where nothing tells; always "" for what is no person."""
    spans: tuple[tuple[int, int], ...]
    """Its mentions, as token indices."""

    unnamed: bool = False
    """It is described only: "a spokesman for Acme"."""

    @property
    def is_person(self) -> bool:
        """Whether a pronoun of a gender may mean it."""
        return self.entity.kind == "person"


class Cast:
    """The members of one text."""

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        starts: Starts = doc.to_array("IDX").astype(np.uint64)
        self._doc = doc
        self._roles: dict[int, frozenset[str]] = {}
        self.members = [_build_member(doc, entity, starts) for entity in entities]
        self.people = [member for member in self.members if member.is_person]
        self._by_token = {
            index: member
            for member in self.members
            for start, end in member.spans
            for index in range(start, end)
        }

    def at(self, index: int) -> Member | None:
        """Who is named by the token at `index`."""
        return self._by_token.get(index)

    def by_initials(self, text: str) -> Member | None:
        """The one person whose initials stand for the name in an interview: "RM" of "R M"."""
        if len(text) < _SHORTEST_INITIALS or len(text) > _LONGEST_INITIALS or not text.isupper():
            return None
        fitting = [m for m in self.people if _initials(m.entity.name) == text]
        return fitting[0] if len(fitting) == 1 else None

    def roles_of(self, member: Member) -> frozenset[str]:
        """Every role that the text gives a person."""
        if id(member) not in self._roles:
            self._roles[id(member)] = find_roles(self._doc, member.spans)
        return self._roles[id(member)]

    def mentions(self) -> Iterator[tuple[int, int, Member]]:
        """Every mention as token indices, in the order of the text."""
        yield from sorted(
            ((start, end, member) for member in self.members for start, end in member.spans),
            key=lambda mention: mention[0],
        )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).upper() if " " in name else ""


def _build_member(doc: Doc, entity: Entity, starts: Starts) -> Member:
    spans = tuple(_to_tokens(span, starts) for span in entity.mentions)
    person = entity.kind == "person"
    gender = find_gender(doc, entity.name, entity.role, spans) if person else ""
    return Member(entity, gender, spans)


def _to_tokens(span: Span, starts: Starts) -> tuple[int, int]:
    first = int(np.searchsorted(starts, span[0], side="right")) - 1
    return max(0, first), int(np.searchsorted(starts, span[1]))
