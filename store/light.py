"""Words that ask for a matter and are not said of it: to its article a mine disaster is a flood."""

from __future__ import annotations

from functools import cache

from store.folding import fold, split_words
from store.lists import read_list
from store.verbs import inflect


def is_light(word: str) -> bool:
    """Whether an article on a topic need not have this word of it."""
    return fold(word) in _light_words()


def without_light(topic: str) -> str:
    """A topic without its light words; empty if it has none, or nothing else."""
    words = split_words(topic)
    kept = [word for word in words if not is_light(word)]
    return " ".join(kept) if len(kept) < len(words) and '"' not in topic else ""


@cache
def _light_words() -> frozenset[str]:
    lists = read_list("light")
    matters = {form for word in lists["matters"] for form in inflect(word)}
    return frozenset(matters.union(lists["qualities"]))
