"""Finds what body is meant by a noun that has not introduced it: "the agency", "the company".

A noun that a name tells of means the body of that name: "the agency" the Food Administration. One
for any business means the business that the text is about, or the only one that is in mind.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token

from bot.language.described_bodies import may_be_business
from bot.language.described_things import NEAR, OWNERS, tells_which
from bot.language.known_bodies import find_callings, last_words, read_calling
from bot.language.known_names import places
from bot.language.namings import find_head
from bot.language.texts import read_text
from bot.language.wordlists import read_phrases, read_table, read_words
from store.records import Entity

_INDEFINITE = frozenset({"a", "an", "another"})
_BESIDE = frozenset({"appos", "attr"})
_RIVAL = 200
"""Characters before a noun in which another business may be meant, too."""
_MANY = 50
"""Of so many bodies, those named most often, a noun may mean one: a book names thousands."""
_FEW = 2
"""So many times less often named, a business is only spoken of by the way."""


@dataclass(slots=True)
class _Body:
    """A body, and where the text has spoken of it."""

    entity: Entity
    words: Sequence[str]
    places: list[int]
    """The characters at which it is named or meant, in order."""
    agency: bool
    """It is called by its letters behind "the", as businesses seldom are: "the FTC"."""
    called: set[str] = field(default_factory=set)
    """The nouns that are known to mean it."""

    def fits(self, noun: str) -> bool:
        """Whether its name tells that it is called so, or everybody knows it is."""
        if callings := find_callings(self.entity.name):
            return noun in callings or noun in self.words
        if noun not in _told_nouns():
            return False
        last = self.words[-1]
        if noun in read_words("team_nouns") and last.endswith(("s", "men")):
            other = last in read_words("organisation_words") or self.called - read_words(
                "team_nouns"
            )
            return len(self.words) > 1 and not other
        meanings = {noun, *read_table("body_meanings").get(noun, "").split()}
        return len(self.words) > 1 and self.words[find_head(self.words)] in meanings

    @property
    def is_business(self) -> bool:
        """Whether nothing in its name tells that it is none."""
        name = self.entity.name.lower()
        others = name in places() or name in read_words("organisation_nouns")
        others = others or self.words[0] in read_words("leading_nouns")
        outlet = name in read_phrases("outlet_names")
        head = self.words[find_head(self.words)]
        known = bool(find_callings(self.entity.name))
        told = others or outlet or known or self.agency or self.fits("tribe")
        return may_be_business(head) and not told

    @property
    def is_surely_business(self) -> bool:
        """Whether its name tells that it is one."""
        return len(self.words) > 1 and self.words[-1] in read_words("business_endings")


def find_stand_ins(
    doc: Doc, entities: Sequence[Entity], described: Collection[tuple[Entity, Token]]
) -> Iterator[tuple[Entity, Token]]:
    """What body is meant by every noun that can mean but one.

    Args:
        doc: the text.
        entities: by name.
        described: nouns of which it is known what they mean.
    """
    text = read_text(doc)
    bodies = [_meet(text, each) for each in entities if _is_body(each)]
    by_entity = {id(body.entity): body for body in bodies}
    for entity, noun in described:
        if id(entity) in by_entity:
            insort(by_entity[id(entity)].places, noun.idx)
            by_entity[id(entity)].called.add(noun.lower_)
    bodies.sort(key=lambda body: -len(body.places))
    firms = [body for body in bodies if body.is_business][:_MANY]
    told: dict[str, list[_Body]] = {}
    known = {noun.i for _, noun in described}
    for noun in _find_nouns(doc, {place for body in bodies for place in body.places}):
        called = read_calling(noun)
        if called not in told:
            told[called] = [body for body in bodies if body.fits(called)][:_MANY]
        body = _find_meant(noun, told[called], firms) if noun.i not in known else None
        if body is not None:
            yield body.entity, noun
            insort(body.places, noun.idx)


def _is_body(entity: Entity) -> bool:
    """Whether it is an organisation, or one that everybody knows and the model does not.

    A union of states may be taken for a place.
    """
    known = find_callings(entity.name)
    taken = bool(known) if entity.kind == "other" else entity.kind == "place" and "bloc" in known
    return entity.kind == "organisation" or taken


@cache
def _told_nouns() -> frozenset[str]:
    """Nouns that mean a body whose name tells of them."""
    return read_words("body_descriptions", "stand_in_nouns", "named_nouns")


def _meet(text: str, entity: Entity) -> _Body:
    places = sorted(start for start, _ in entity.mentions)
    letters = entity.name.isupper() and " " not in entity.name
    agency = letters and any(text[max(0, at - 4) : at].lower() == "the " for at in places)
    return _Body(entity, entity.name.lower().split(), places, agency)


def _find_nouns(doc: Doc, named: set[int]) -> Iterator[Token]:
    """Nouns such as "group" right behind "the", with no words that tell another one."""
    nouns = _told_nouns() | last_words()
    wanted = np.array([doc.vocab.strings.add(noun) for noun in nouns], dtype=np.uint64)
    strangers: dict[str, int] = {}
    for index in np.flatnonzero(np.isin(doc.to_array("LOWER"), wanted)).tolist():
        token = doc[index]
        if not index or token.idx in named or not _is_common(token):
            continue
        if _is_anothers(token) or next(token.lefts, token).lower_ in _INDEFINITE:
            if token.dep_ not in _BESIDE:
                strangers[token.lower_] = token.idx
        elif _is_known(token) and strangers.get(token.lower_, -NEAR) <= token.idx - NEAR:
            yield token


def _is_common(token: Token) -> bool:
    """Whether it is a common noun, also where the tagger takes a rare one for a name."""
    return token.tag_ == "NN" or (token.tag_ == "NNP" and token.is_lower)


def _is_anothers(noun: Token) -> bool:
    """Whether it is that of somebody who is named: "Turkey's central bank"."""
    owned = " " in read_calling(noun)
    return owned and any(each.dep_ == "poss" and each.lower_ not in OWNERS for each in noun.lefts)


def _is_known(noun: Token) -> bool:
    """Whether it stands by itself right behind "the" or its owner."""
    first = noun.i - read_calling(noun).count(" ")
    before = noun.doc[max(first - 1, 0)].lower_
    if before not in OWNERS and before not in ("the", "this"):
        return False
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is None:
        return True
    return following.pos_ not in ("NOUN", "PROPN") and not tells_which(following)


def _find_meant(noun: Token, told: Sequence[_Body], firms: Sequence[_Body]) -> _Body | None:
    """The body whose name tells of the noun, or the business that is meant by it."""
    told, firms = ([b for b in each if _last(b, noun) >= 0] for each in (told, firms))
    if told:
        return _choose_told(noun, told)
    business = noun.lower_ in read_words("stand_in_nouns")
    return _find_business(noun, firms) if business else None


def _choose_told(noun: Token, told: Sequence[_Body]) -> _Body | None:
    """The only one nearby, or of several the one that is named most often."""
    owned = noun.nbor(-1).lower_ in OWNERS
    near = [body for body in told if _last(body, noun) > noun.idx - (_RIVAL if owned else NEAR)]
    often = [body for body in told if len(body.places) > 1]
    return _find_most(near if near or owned else often)


def _find_business(noun: Token, firms: Sequence[_Body]) -> _Body | None:
    """The business that the text is about, unless another has just been named."""
    near = [body for body in firms if _last(body, noun) > noun.idx - NEAR]
    if noun.lower_ not in read_words("any_business_nouns"):
        return near[0] if len(near) == 1 and near[0] is _find_most(firms) else None
    if any(body.is_surely_business for body in near):
        firms = [body for body in firms if body.is_surely_business]
    most = _find_most(firms)
    return most if most and not _has_rival(noun, most, firms) else None


def _has_rival(noun: Token, most: _Body, firms: Sequence[_Body]) -> bool:
    """Whether another that is named nearly as often as the most frequent has just been named."""
    often = (body for body in firms if len(body.places) * _FEW > len(most.places))
    since = max(_last(most, noun), noun.idx - _RIVAL)
    return any(_last(body, noun) > since for body in often)


def _last(body: _Body, noun: Token) -> int:
    """Where the text has spoken of a body last before a noun; below 0 if it has not."""
    at = bisect_left(body.places, noun.idx)
    return body.places[at - 1] if at else -1


def _find_most(bodies: Sequence[_Body]) -> _Body | None:
    """The one of which the text speaks more often than of any other."""
    most = max((len(body.places) for body in bodies), default=0)
    best = [body for body in bodies if len(body.places) == most]
    sure = [body for body in best if body.is_surely_business]
    return next((each[0] for each in (best, sure) if len(each) == 1), None)
