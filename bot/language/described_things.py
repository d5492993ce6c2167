"""Finds what a common noun means that the text has named before: "the lake", after "Lake Orsa".

A noun means what was introduced by it. It means nothing where it may be something else as well:
another that was introduced so, nearby, or one without a name ("a lake in the south").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Token

from bot.language.namings import Naming, find_namings, find_words_before
from store.records import Entity

TokenRange = tuple[int, int]

NEAR = 400
"""Characters before a noun in which what it means is surely on the mind."""
_DEFINITE = frozenset({"the", "this", "that", "its"})
_TELLING = frozenset({"of", "for", "that", "which", "where", "called", "named"})
"""Words behind a noun that tell one from others."""
_JOINED = frozenset({"NOUN", "PROPN", "NUM"})
_NOUNS = frozenset({"NN", "NNS"})
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

    def fits(self, noun: Token) -> bool:
        """Whether it was introduced by a noun, and the noun's words tell of no other."""
        words = set(find_words_before(noun))
        return self.times > 0 and any(
            naming.noun == noun.lemma_ and naming.place < noun.i and words <= naming.words
            for naming in self.namings
        )


class _Nouns:
    """What may be meant by which nouns, while the text is read."""

    def __init__(self, known: Sequence[_Known]) -> None:
        self.known = known
        self._by_noun: defaultdict[str, list[_Known]] = defaultdict(list)
        self._others: dict[str, int] = {}
        for each in known:
            for noun in {naming.noun for naming in each.namings}:
                self._by_noun[noun].append(each)

    def walk(self, doc: Doc) -> Iterator[tuple[Token, _Known | None]]:
        """Each name, with what it names, and each noun that may mean something, in order."""
        names = {start: each for each in self.known for start, _ in each.names}
        inside = {at for each in self.known for name in each.names for at in range(*name)}
        inside.update(naming.place for each in self.known for naming in each.namings)
        wanted = [doc.vocab.strings.add(noun) for noun in self._by_noun]
        nouns = np.flatnonzero(np.isin(doc.to_array("LEMMA"), np.array(wanted, dtype=np.uint64)))
        for index in sorted({*names, *(set(nouns.tolist()) - inside)}):
            if index in names or (doc[index].is_lower and doc[index].tag_ in _NOUNS):
                yield doc[index], names.get(index)

    def find_meant(self, noun: Token) -> _Known | None:
        """The one thing that a definite noun can mean; None for any other noun."""
        known = self._by_noun[noun.lemma_]
        if noun.i < _LEAD and all(not each.times for each in known):
            return _find_introduced(noun, known)
        meant = _choose(noun, known) if _is_definite(noun) else None
        if meant is None and _is_phrase(noun):
            self._others[noun.lemma_] = noun.idx
        return meant if meant and self._others.get(noun.lemma_, -1) < meant.last else None


def find_described(doc: Doc, entities: Sequence[Entity]) -> Iterator[tuple[Entity, Token]]:
    """Every noun such as "the lake" that can mean but one thing, with what it means."""
    nouns = _Nouns([_meet_entity(doc, entity) for entity in entities])
    for token, named in nouns.walk(doc):
        known = named or nouns.find_meant(token)
        if known is None:
            continue
        known.meet(token.idx)
        if named is None:
            yield known.entity, token


def _meet_entity(doc: Doc, entity: Entity) -> _Known:
    spans = (doc.char_span(*span, alignment_mode="expand") for span in entity.mentions)
    names = [span for span in spans if span is not None]
    namings = [naming for name in names for naming in find_namings(name)]
    return _Known(entity, [(name.start, name.end) for name in names], namings)


def _find_introduced(noun: Token, known: Sequence[_Known]) -> _Known | None:
    """What the first words describe that is named soon after: "A glacial lake", then its name."""
    end = noun.i + _REACH
    soon = [each for each in known if each.names[0][0] < end]
    general = not any(token.pos_ == "PROPN" for token in noun.lefts)
    return soon[0] if len(soon) == 1 and general and _is_phrase(noun) else None


def _choose(noun: Token, known: Sequence[_Known]) -> _Known | None:
    """What was introduced by a noun; of several the one nearby that is named most often."""
    fitting = [each for each in known if each.fits(noun)]
    if len(fitting) > 1:
        often = max(each.times for each in fitting)
        near = [each for each in fitting if each.last > noun.idx - NEAR]
        fitting = near if len(near) == 1 and near[0].times == often else []
    if noun.tag_ == "NNS":  # "the pills"
        fitting = [each for each in fitting if each.entity.kind == "other"]
    return fitting[0] if len(fitting) == 1 else None


def _is_definite(noun: Token) -> bool:
    """Whether it is "the lake", with no words behind it that tell which one."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is not None and (following.lower_ in _TELLING or following.pos_ in _JOINED):
        return False
    return noun.left_edge.lower_ in _DEFINITE


def _is_phrase(noun: Token) -> bool:
    """Whether it is one thing with an article or an owner: not "lake water", nor "lakes"."""
    own = noun.tag_ == "NN" and noun.dep_ not in ("compound", "nmod")
    return own and any(token.dep_ in ("det", "poss") for token in noun.lefts)
