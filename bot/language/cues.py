"""The cue lexicon: which words report, in which frames, and which complements they report.

`data/cues.json` holds counts over annotated news text: for each cue and frame how often it was
seen and how often it reported. Rare words lean on what is usual for their frame.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

Counts = dict[str, dict[str, list[int]]]
"""Lemma -> frame (or slot) -> [reported, seen]; "*" is any lemma."""

ANY = "*"
_SHAPE_WEIGHT = 2.0
_SLOT_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the counts say about a cue."""

    shapes: Counts = field(default_factory=dict)
    slots: Counts = field(default_factory=dict)

    def probability(self, lemma: str, shape: str) -> float:
        """How often this cue reports in this frame, 0 to 1."""
        return _estimate(self.shapes, lemma, shape, _SHAPE_WEIGHT)

    def keeps(self, lemma: str, slot: str) -> bool:
        """Whether this complement is part of what the cue reports."""
        return _estimate(self.slots, lemma, slot, _SLOT_WEIGHT) >= 0.5


def _estimate(counts: Counts, lemma: str, key: str, weight: float) -> float:
    hits, seen = counts.get(lemma, {}).get(key, (0, 0))
    all_hits, all_seen = counts.get(ANY, {}).get(key, (0, 0))
    usual = (all_hits + 0.1) / (all_seen + 1.0)
    return (hits + weight * usual) / (seen + weight)


@cache
def load_lexicon() -> Lexicon:
    """Read the lexicon that lies beside the code."""
    text = (Path(__file__).parent / "data" / "cues.json").read_text(encoding="utf-8")
    held = json.loads(text)
    return Lexicon(held["shapes"], held["slots"])
