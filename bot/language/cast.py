"""The people and bodies of one text as candidates for a speaker, found by where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

from bot.language.accused import is_accused
from bot.language.affiliations import find_affiliations
from bot.language.genders import find_gender
from bot.language.named_bodies import find_body_nouns
from bot.language.offices import leave_kinship
from bot.language.roles import PAST, find_roles
from bot.language.wordlists import read_words
from store.records import Entity, Span

Starts = npt.NDArray[np.uint64]
"""For each token the character that it begins at."""


_AGE_BEFORE = re.compile(r"(\d{1,3})-year-old$")
_LONGEST_AGE = 3
_SHORTEST_INITIALS, _LONGEST_INITIALS = 2, 4
_ASIDE = frozenset({"compound", "nmod", "poss"})


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
        self._told: set[tuple[int, str]] = set()
        self._ages: dict[int, str] = {}
        self._places: dict[int, frozenset[str]] = {}
        self._nouns: dict[int, frozenset[str]] = {}
        self._speaking: set[int] = set()
        self.meant: dict[int, Member] = {}
        """Whom pronouns and descriptions mean, by the token; names are none of them."""
        self._by_surname: defaultdict[str, list[Member]] | None = None
        self.members = [_build_member(doc, entity, starts) for entity in entities]
        self._mentions = sorted(
            ((start, end, member) for member in self.members for start, end in member.spans),
            key=lambda mention: mention[0],
        )
        self.people = [member for member in self.members if member.is_person]
        self._by_token = {
            index: member
            for member in self.members
            for start, end in member.spans
            for index in range(start, end)
        }

    @cached_property
    def accused(self) -> list[Member]:
        """The people of whom the text tells that they are charged with a deed, or tried for it."""
        return [m for m in self.people if any(is_accused(self._doc, *span) for span in m.spans)]

    def at(self, index: int) -> Member | None:
        """Who is named by the token at `index`."""
        return self._by_token.get(index)

    def who(self, index: int) -> Member | None:
        """Who is meant by the token at `index`, by name or otherwise."""
        return self.at(index) or self.meant.get(index)

    def has_gender_by_name(self, member: Member) -> bool:
        """Whether nothing but a person's name tells the gender."""
        return not find_gender(self._doc, "", member.entity.role, member.spans)

    def token(self, index: int) -> Token:
        """The word of the text at `index`."""
        return self._doc[index]

    def namesakes(self, surname: Token) -> list[Member]:
        """The people of the text who are named in full with this surname."""
        if self._by_surname is None:
            self._by_surname = defaultdict(list)
            for member in self.people:
                if " " in member.entity.name:
                    self._by_surname[member.entity.name.split()[-1].lower()].append(member)
        return self._by_surname.get(surname.lower_, [])

    def by_initials(self, text: str) -> Member | None:
        """The one person whose initials stand for the name in an interview: "RM" of "R M"."""
        letters = text.replace(".", "").replace("-", "")
        short = _SHORTEST_INITIALS <= len(letters) <= _LONGEST_INITIALS
        if not short or not letters[0].isupper() or not letters[-1].isupper():
            return None
        fitting = [m for m in self.people if letters.upper() in _initials(m.entity.name)]
        return fitting[0] if len(fitting) == 1 else None

    def roles_of(self, member: Member) -> frozenset[str]:
        """Every role that the text gives a person."""
        if id(member) not in self._roles:
            found = find_roles(self._doc, member.spans)
            title = member.entity.name.split()[0]
            named = {title} if title.lower() in read_words("naming_titles") else set()
            told = find_affiliations(self._doc, member.spans)
            self._roles[id(member)] = found.union(named, told)
        return self._roles[id(member)]

    def nouns_of(self, member: Member) -> frozenset[str]:
        """The nouns for a body that stand with its name: "lender" of "Roe Bank, a lender"."""
        if id(member) not in self._nouns:
            self._nouns[id(member)] = find_body_nouns(self._doc, member.spans)
        return self._nouns[id(member)]

    def tell_office(self, member: Member, office: str) -> None:
        """Remember by what office the text speaks of somebody."""
        self._roles[id(member)] = self.roles_of(member) | {office}
        self._told.add((id(member), office))

    def offices_of(self, member: Member) -> frozenset[str]:
        """Every role that tells what somebody does, not only whose they are."""
        roles = (role for role in self.roles_of(member) if not role.startswith("who "))
        return frozenset(filter(None, map(leave_kinship, roles)))

    def has_named_office(self, member: Member) -> bool:
        """Whether an office that somebody holds now stands with their name, and no description."""
        held = (each for each in self.offices_of(member) if not each.lower().startswith(PAST))
        return any((id(member), office) not in self._told for office in held)

    def tell_places(self, member: Member, places: frozenset[str]) -> None:
        """Remember where a description says that somebody is from."""
        if places:
            self._places[id(member)] = places

    def is_otherwise(self, member: Member, places: frozenset[str]) -> bool:
        """Whether somebody is known to be from elsewhere."""
        known = self._places.get(id(member))
        return bool(places) and known is not None and not known & places

    def age_of(self, member: Member) -> str:
        """A person's age as the text gives it, in digits; "" if it gives none."""
        if id(member) not in self._ages:
            ages = (_find_age(self._doc, start, end) for start, end in member.spans)
            self._ages[id(member)] = next(filter(None, ages), "")
        return self._ages[id(member)]

    def tell_speaking(self, sources: Iterable[Span]) -> None:
        """Remember who is named in the source of any attribution."""
        for start, end in sources:
            self._speaking.update(
                id(member)
                for first, last, member in self.mentions_within(start, end)
                if self._doc[first].idx == start or not self._is_aside(first, last)
            )
            source = self._doc.char_span(start, end)
            if source is not None and source.text == "who" and start:
                before = self._doc[max(0, source.start - 2) : source.start]  # "Roe, who"
                named = filter(None, (self.at(token.i) for token in before))
                self._speaking.update(map(id, named))

    def _is_aside(self, first: int, last: int) -> bool:
        """Whether a name only tells whose or where from the source is: "a Roetown teacher"."""
        return self._doc[first - 1].pos_ == "ADP" or self._doc[last - 1].dep_ in _ASIDE

    def is_speaking(self, member: Member) -> bool:
        """Whether somebody is named anywhere as the source of an attribution."""
        return id(member) in self._speaking

    def mentions(self) -> Iterator[tuple[int, int, Member]]:
        """Every mention as token indices, in the order of the text."""
        yield from self._mentions

    def mentions_within(self, start: int, end: int) -> Iterator[tuple[int, int, Member]]:
        """The mentions that begin between two characters, as token indices, in order."""
        at = bisect_left(self._mentions, start, key=lambda mention: self._doc[mention[0]].idx)
        while at < len(self._mentions) and self._doc[self._mentions[at][0]].idx < end:
            yield self._mentions[at]
            at += 1


def _find_age(doc: Doc, start: int, end: int) -> str:
    """The age in "Roe, 34," or "Roe (34)" or "34-year-old Roe"."""
    after = doc[end : end + 2]
    if len(after) == 2 and after[0].text in (",", "(") and after[1].is_digit:  # noqa: PLR2004
        return after[1].text if len(after[1]) <= _LONGEST_AGE else ""
    match = _AGE_BEFORE.search(doc[max(0, start - 6) : start].text)
    return match.group(1) if match else ""


def _initials(name: str) -> set[str]:
    """What may stand for a full name: of "Jane van Roe-Doe" JVRD, JRD and JD."""
    titles = read_words("titles_of_honour")
    words = [word for word in re.split(r"[ -]", name) if word and word.lower() not in titles]
    if len(words) < 2:  # noqa: PLR2004  no full name
        return set()
    capitals = [word[0] for word in words if word[0].isupper()]
    letters = "".join(word[0] for word in words).upper()
    return {letters, "".join(capitals), words[0][0] + words[-1][0].upper()}


def _build_member(doc: Doc, entity: Entity, starts: Starts) -> Member:
    spans = tuple(_to_tokens(span, starts) for span in entity.mentions)
    person = entity.kind == "person"
    role = entity.role or max(sorted(find_roles(doc, spans)), key=len, default="") if person else ""
    gender = find_gender(doc, entity.name, role, spans) if person else ""
    return Member(entity, gender, spans)


def _to_tokens(span: Span, starts: Starts) -> tuple[int, int]:
    first = int(np.searchsorted(starts, span[0], side="right")) - 1
    return max(0, first), int(np.searchsorted(starts, span[1]))
