"""ROUGE between summaries, of stemmed words: F1 of n-grams, and of longest common words.

After Lin (2004); `rouge-score`, which many papers use, is no dependency, as it has no wheel. With
stemming it gives the same figures (its ROUGE-Lsum is `measure_common`). The stems are SQLite's.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from functools import cache

_WORD = re.compile(r"[a-z0-9]+")
_SHORT = 3
"""Letters of words that have no ending."""


def split_words(text: str) -> list[str]:
    """Letters and figures in lower case, without their endings, and nothing else."""
    return [find_stem(word) for word in _WORD.findall(text.lower())]


@cache
def find_stem(word: str) -> str:
    """A word as Porter's stemmer cuts it, which SQLite's full-text search brings along."""
    if len(word) <= _SHORT:
        return word
    stemmer = _open_stemmer()
    stemmer.execute("DELETE FROM words")
    stemmer.execute("INSERT INTO words VALUES (?)", (word,))
    return str(stemmer.execute("SELECT term FROM stems").fetchone()[0])


@cache
def _open_stemmer() -> sqlite3.Connection:
    stemmer = sqlite3.connect(":memory:")
    stemmer.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize='porter ascii')")
    stemmer.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(words, row)")
    return stemmer


def measure_grams(summary: Sequence[str], reference: str, size: int) -> float:
    """ROUGE-N: F1 of the runs of `size` words; a summary comes as its sentences."""
    ours, theirs = (_count(split_words(text), size) for text in (" ".join(summary), reference))
    return _f1((ours & theirs).total(), ours.total(), theirs.total())


def measure_common(summary: Sequence[str], reference: str) -> float:
    """ROUGE-L of a summary: the reference's words in a longest common order with any sentence."""
    sentences, theirs = [split_words(each) for each in summary], split_words(reference)
    ours = [word for sentence in sentences for word in sentence]
    found = {place for each in sentences for place in find_common(each, theirs)}
    hits = (Counter(theirs[place] for place in found) & Counter(ours)).total()
    return _f1(hits, len(ours), len(theirs))


def find_common(ours: Sequence[str], theirs: Sequence[str]) -> set[int]:
    """The places in `theirs` of one longest common subsequence."""
    lengths = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i, word in enumerate(ours):
        for j, other in enumerate(theirs):
            beside = max(lengths[i][j + 1], lengths[i + 1][j])
            lengths[i + 1][j + 1] = lengths[i][j] + 1 if word == other else beside
    return _walk_back(lengths, ours, theirs)


def _walk_back(
    lengths: Sequence[Sequence[int]], ours: Sequence[str], theirs: Sequence[str]
) -> set[int]:
    places: set[int] = set()
    i, j = len(ours), len(theirs)
    while i and j:
        if ours[i - 1] == theirs[j - 1]:
            i, j = i - 1, j - 1
            places.add(j)
        elif lengths[i - 1][j] > lengths[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return places


def _count(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def _f1(hits: int, ours: int, theirs: int) -> float:
    return 2 * hits / (ours + theirs) if hits else 0.0
