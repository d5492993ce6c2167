"""Finds what a common noun means that the text has named before: "the lake", after "Lake Orsa".

A noun means what was introduced by it. It means nothing where it may be something else as well:
another that was introduced so, nearby, or one without a name ("a lake in the south"). Nouns of one
class stand for each other: a bill is "the measure", too, and "the men" are those of a militia.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from spacy.tokens import Doc, Token

from bot.language.alike import find_alike, find_people
from bot.language.described_bodies import may_be_business
from bot.language.namings import Naming, find_namings, find_words_before, tell_kind
from bot.language.wordlists import read_table, read_words
from store.records import Entity

TokenRange = tuple[int, int]

NEAR = 400
"""Characters before a noun in which what it means is surely on the mind."""
_DEFINITE = frozenset({"the", "this", "that", "its"})
OWNERS = frozenset({"his", "her", "their"})
_TELLING = frozenset({"of", "for", "that", "which", "where", "called", "named"})
"""Words behind a noun that tell one from others."""
_JOINED = frozenset({"NOUN", "PROPN", "NUM"})
_NOUNS = frozenset({"NN", "NNS"})
_MANY = 20
"""So many that are called by one noun cannot be told apart."""
_LEAD, _REACH = 60, 150
"""Tokens from the start in which a noun may be explained by a name, and how soon it must be."""


@dataclass(slots=True)
class _Known:
    """What the text names, and how lately and how often it has spoken of it so far."""

    entity: Entity
    names: Sequence[TokenRange]
    namings: Sequence[Naming]
    last: int = -NEAR
    times: int = 0

    def meet(self, place: int) -> None:
        """Note that the text speaks of it here."""
        self.last, self.times = place, self.times + 1

    def find_naming(self, noun: Token) -> Naming | None:
        """How it was introduced by a noun, if the noun's words tell of no other."""
        words = set(find_words_before(noun))
        fitting = (each for each in self.namings if _fits(noun, each))
        told = [each for each in fitting if each.place < noun.i and words <= each.words]
        told.sort(key=lambda each: each.noun != noun.lemma_)
        return told[0] if told and self.times else None


def _fits(noun: Token, naming: Naming) -> bool:
    """Whether something may be meant by a noun: by its own, by one like it, or by its people's."""
    if noun.lemma_ == naming.noun:
        return True
    one = noun.tag_ == "NN" and naming.noun in find_alike(noun.lemma_)
    return one or (noun.tag_ == "NNS" and noun.lemma_ in find_people(naming.noun, naming.words))


class _Nouns:
    """What may be meant by which nouns, while the text is read."""

    def __init__(self, known: Sequence[_Known]) -> None:
        self.known = known
        self._by_noun: defaultdict[str, list[_Known]] = defaultdict(list)
        self._by_other: defaultdict[str, list[_Known]] = defaultdict(list)
        """By nouns that only stand for those that introduced it."""
        self._most = 0
        """How often the text has spoken of the business that it has spoken of most."""
        self._others: dict[str, int] = {}
        self._recent: deque[tuple[int, _Known]] = deque()
        for each in known:
            own = {naming.noun for naming in each.namings}
            for noun in own:
                self._by_noun[noun].append(each)
            for noun in {noun for naming in each.namings for noun in _find_others(naming)} - own:
                self._by_other[noun].append(each)

    def walk(self, doc: Doc) -> Iterator[tuple[Token, _Known | None]]:
        """Each name, with what it names, and each noun that may mean something, in order."""
        names = {start: each for each in self.known for start, _ in each.names}
        inside = {at for each in self.known for name in each.names for at in range(*name)}
        inside.update(naming.place for each in self.known for naming in each.namings)
        spoken = {*self._by_noun, *self._by_other}
        wanted = [doc.vocab.strings.add(noun) for noun in spoken]
        nouns = np.flatnonzero(np.isin(doc.to_array("LEMMA"), np.array(wanted, dtype=np.uint64)))
        for index in sorted({*names, *(set(nouns.tolist()) - inside)}):
            if index in names or (doc[index].is_lower and doc[index].tag_ in _NOUNS):
                yield doc[index], names.get(index)

    def meet(self, known: _Known, place: int) -> None:
        """Note that the text speaks of something here."""
        known.meet(place)
        self._recent.append((place, known))
        if known.times > self._most and _is_business(known):
            self._most = known.times

    def find_meant(self, noun: Token) -> _Known | None:
        """The one thing that a definite noun can mean; None for any other noun."""
        own = self._by_noun[noun.lemma_]
        if noun.i < _LEAD and own and all(not each.times for each in own):
            return _find_introduced(noun, own)
        known = own if any(each.times for each in own) else self._by_other[noun.lemma_]
        if len(known) > _MANY:
            return None
        meant = self._choose(noun, known) if _is_definite(noun) else None
        if meant is None and _is_phrase(noun):
            self._others[noun.lower_] = noun.idx
        return meant if meant and self._find_other(noun, known is own) < meant.last else None

    def _find_other(self, noun: Token, own: bool) -> int:
        """Where the text has last spoken of something else that the noun may mean."""
        nouns = {noun.lower_, noun.lemma_} | (frozenset() if own else find_alike(noun.lemma_))
        return max(self._others.get(each, -1) for each in nouns)

    def _choose(self, noun: Token, known: Sequence[_Known]) -> _Known | None:
        """What was introduced by a noun; of several the one nearby that is named most often."""
        fitting = [each for each in known if each.find_naming(noun)]
        if len(fitting) > 1:
            often = max(each.times for each in fitting)
            near = [each for each in fitting if each.last > noun.idx - NEAR]
            fitting = near if len(near) == 1 and near[0].times == often else []
        best = fitting[0] if len(fitting) == 1 else None
        return best if best and self._is_clear(noun, best) else None

    def _is_clear(self, noun: Token, known: _Known) -> bool:
        """Whether no other of its kind is in mind, of which the text tells not what it is.

        A name that has the noun tells it from them: "the court" is no ministry.
        """
        naming, kind = known.find_naming(noun), tell_kind(noun.lemma_)
        own = naming is not None and naming.noun == noun.lemma_
        named = naming is not None and naming.in_name and own
        if noun.tag_ == "NNS" and own:  # "the pills"
            return kind == "other" and not named
        if noun.tag_ == "NNS" and noun.lemma_ in read_words("fighter_nouns"):
            return True
        place = noun.lower_ in read_table("place_nouns")
        if not place and (named or kind != "organisation") and noun.tag_ == "NN":
            return True
        while self._recent and self._recent[0][0] < noun.idx - NEAR:
            self._recent.popleft()
        wide = noun.lower_ in read_words("business_nouns") or not own
        near = noun.idx - NEAR if wide else known.last
        others = (each for at, each in self._recent if at > near and each is not known)
        may_be = _is_place if place else partial(_may_be_instead, known)
        often = own or place or known.times >= self._most
        return often and known.last >= near and not any(map(may_be, others))


def _is_place(known: _Known) -> bool:
    return known.entity.kind == "place"


def _may_be_instead(known: _Known, other: _Known) -> bool:
    """Whether another may be called by a noun for a body, and is named as often."""
    return other.times >= known.times and _is_business(other)


def _is_business(known: _Known) -> bool:
    heads = (each.noun for each in known.namings if each.in_name)
    return known.entity.kind == "organisation" and all(map(may_be_business, heads))


def find_described(doc: Doc, entities: Sequence[Entity]) -> Iterator[tuple[Entity, Token]]:
    """Every noun such as "the lake" that can mean but one thing, with what it means."""
    nouns = _Nouns([_meet_entity(doc, entity) for entity in entities])
    for token, named in nouns.walk(doc):
        known = named or nouns.find_meant(token)
        if known is None:
            continue
        nouns.meet(known, token.idx)
        if named is None:
            yield known.entity, token


def _meet_entity(doc: Doc, entity: Entity) -> _Known:
    spans = (doc.char_span(*span, alignment_mode="expand") for span in entity.mentions)
    names = [span for span in spans if span is not None]
    found = [naming for name in names for naming in find_namings(name)]
    first = {(each.noun, each.words): each for each in reversed(found)}
    return _Known(entity, [(name.start, name.end) for name in names], list(first.values()))


def _find_introduced(noun: Token, known: Sequence[_Known]) -> _Known | None:
    """What the first words describe that is named soon after: "A glacial lake", then its name."""
    end = noun.i + _REACH
    soon = [each for each in known if each.names[0][0] < end]
    general = noun.tag_ == "NN" and not any(token.pos_ == "PROPN" for token in noun.lefts)
    return soon[0] if len(soon) == 1 and general and _is_phrase(noun) else None


def _find_others(naming: Naming) -> frozenset[str]:
    """The nouns that may mean something that was introduced so, besides its own."""
    return find_alike(naming.noun) | find_people(naming.noun, naming.words)


def _is_definite(noun: Token) -> bool:
    """Whether it is "the lake", with no words behind it that tell which one."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is not None and (tells_which(following) or following.pos_ in _JOINED):
        return False
    clause = following.head if following is not None else noun
    if clause.dep_ == "relcl" and clause.head == noun:  # "the lake she knew"
        return False
    first = next(noun.lefts, noun)
    may_own = noun.tag_ == "NNS" or tell_kind(noun.lemma_) == "organisation"  # "his company"
    known = first.lower_ in _DEFINITE or (may_own and first.lower_ in OWNERS)
    return known and first == noun.left_edge


def tells_which(following: Token) -> bool:
    """Whether the word behind a noun goes on to tell which: not "told it that", "accused it of"."""
    if following.lower_ == "of" and following.i + 1 < len(following.doc):
        return not following.nbor().lower_.endswith("ing")
    return following.lower_ in _TELLING and following.dep_ != "mark"


def _is_phrase(noun: Token) -> bool:
    """Whether it is one thing with an article or an owner: not "lake water", nor "lakes".

    Or many of which the text has not spoken: "nine men".
    """
    own = noun.dep_ not in ("compound", "nmod")
    if noun.tag_ == "NNS":
        return own and next(noun.lefts, noun).lower_ not in _DEFINITE | OWNERS
    return own and any(token.dep_ in ("det", "poss") for token in noun.lefts)
