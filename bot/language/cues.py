"""The cue lexicon: which words report, in which frames, and which complements they report.

`data/cues.json` holds counts over annotated news text: for each cue and frame how often it was
seen and how often it reported. Rare words lean on what is usual for their frame.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from bot.language.wordlists import read_words

Counts = dict[str, dict[str, list[int]]]
"""Lemma -> frame (or slot) -> [reported, seen]; "*" is any lemma."""

ANY = "*"
_SHAPE_WEIGHT = 8.0
_LEANING_WEIGHT = 2.0
_SLOT_WEIGHT = 2.0
_FEATURE_WEIGHT = 6.0
_KEPT = 0.5
_SPELLINGS = (("ise", "ize"), ("yse", "yze"), ("our", "or"))
_PARTS = {"NOUN": ".n", "ADJ": ".a"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the counts say about a cue."""

    shapes: Counts = field(default_factory=dict)
    slots: Counts = field(default_factory=dict)
    leaning: dict[str, float] = field(default_factory=dict)
    """Cue -> by how much it reports more often than its frames let expect."""
    factors: dict[str, float] = field(default_factory=dict)
    """Feature -> by how much it moves the odds."""
    speech: frozenset[str] = frozenset()

    def probability(self, cue: Token, shape: str) -> float:
        """How often this cue reports in this frame, 0 to 1."""
        name = self._spell(cue)
        hits, seen = self.shapes.get(name, {}).get(shape, (0, 0))
        odds = _odds(_usual(self.shapes, shape)) * self.leaning.get(name, 1.0)
        return (hits + _SHAPE_WEIGHT * odds / (1 + odds)) / (seen + _SHAPE_WEIGHT)

    def judge(self, cue: Token, shape: str, features: tuple[str, ...]) -> float:
        """The probability, moved by what stands around the cue."""
        odds = _odds(self.probability(cue, shape))
        for feature in features:
            odds *= self.factors.get(feature, 1.0)
        return odds / (1 + odds)

    def is_speech(self, cue: Token) -> bool:
        """Whether the cue reports speech or writing, not a thought or a deed."""
        return name_cue(cue) in self.speech

    def keeps(self, cue: Token, slot: str) -> bool:
        """Whether this complement is part of what the cue reports."""
        return _estimate(self.slots, self._spell(cue), slot, _SLOT_WEIGHT) >= _KEPT

    def _spell(self, cue: Token) -> str:
        """A cue as American papers spell it, which were counted: "apologise" as "apologize"."""
        name = name_cue(cue)
        for british, american in _SPELLINGS:
            if (
                name.endswith(british)
                and (spelt := name.removesuffix(british) + american) in self.shapes
            ):
                return spelt
        return name


def name_cue(cue: Token) -> str:
    """A cue as the lexicon names it: "plan" is the verb, "plan.n" the noun."""
    return cue.lemma_.lower() + _PARTS.get(cue.pos_, "")


def _odds(probability: float) -> float:
    return probability / max(1e-6, 1 - probability)


def _usual(counts: Counts, key: str) -> float:
    hits, seen = counts.get(ANY, {}).get(key, (0, 0))
    return (hits + 0.1) / (seen + 1.0)


def _estimate(counts: Counts, lemma: str, key: str, weight: float) -> float:
    hits, seen = counts.get(lemma, {}).get(key, (0, 0))
    return (hits + weight * _usual(counts, key)) / (seen + weight)


def lean(shapes: Counts) -> dict[str, float]:
    """How much more often each cue reports than its frames let expect."""
    return {
        name: (sum(hits for hits, _ in frames.values()) + _LEANING_WEIGHT)
        / (sum(seen * _usual(shapes, key) for key, (_, seen) in frames.items()) + _LEANING_WEIGHT)
        for name, frames in shapes.items()
    }


def weigh_context(context: dict[str, list[float]]) -> dict[str, float]:
    """By how much each feature moves the odds: of [reported, expected by cue and frame, seen]."""
    return {feature: _factor(*counts) for feature, counts in context.items()}


def _factor(reported: float, expected: float, seen: float) -> float:
    usual = max(expected, 0.05) / seen
    return _odds((reported + _FEATURE_WEIGHT * usual) / (seen + _FEATURE_WEIGHT)) / _odds(usual)


@cache
def load_lexicon() -> Lexicon:
    """Read the lexicon that lies beside the code."""
    path = files("bot.language") / "data" / "cues.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    shapes, factors = held["shapes"], weigh_context(held["context"])
    return Lexicon(shapes, held["slots"], lean(shapes), factors, read_words("speech_cues"))
