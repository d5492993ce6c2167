"""Labels: what a statement is, as words of the full-text index.

One index then finds the statements of a speaker on a topic in an outlet at once, however many
there are of each. The view `attribution_words` makes them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from store.records import Nearness


def outlet_label(outlet_id: int) -> str:
    """`o7`."""
    return f"o{outlet_id}"


def speaker_label(entity_id: int) -> str:
    """`s12`."""
    return f"s{entity_id}"


def mention_label(how: Nearness, entity_id: int) -> str:
    """`wo12`, `pr12` or `se12`: about it in the words, by a pronoun, in the sentence."""
    return f"{how[:2]}{entity_id}"


def labelled(labels: Iterable[str]) -> str:
    """A full-text query for any of these labels; there must be one."""
    return f"labels : ({' OR '.join(labels)})"


def label_speakers(ids: Collection[int]) -> str:
    """A full-text query for what any of these says; empty where there is nobody."""
    return labelled(map(speaker_label, sorted(ids))) if ids else ""


def carries(labels: str, wanted: str) -> bool:
    """The SQL function `carries`: whether a statement has one of the labels, parted by spaces."""
    return not set(labels.split()).isdisjoint(wanted.split())
