"""The same story under several URLs: found by how many runs of five words two texts share.

A wire report that ten outlets print, each with cuts and a headline of its own, is one story.
A signature (MinHash) estimates the share of common runs without keeping them; `store.stories`
keeps the signatures and finds those that are alike.
"""

from __future__ import annotations

import re
from struct import Struct

from rensa import RMinHash  # type: ignore[import-untyped]  # it ships no types

_RUN = 5
_PERMUTATIONS = 126
_SEED = 1
_FEWEST_WORDS = 40
_SIGNATURE = Struct(f">B{_PERMUTATIONS}I")


def sign_story(text: str) -> bytes:
    """A signature of 505 bytes to keep with the article; empty if the text is too short for one.

    Its first byte is the version of the algorithm: signatures of two versions are not alike.
    """
    words = re.findall(r"\w+", text.casefold())
    if len(words) < _FEWEST_WORDS:
        return b""
    runs = {" ".join(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update(sorted(runs))
    return _SIGNATURE.pack(RMinHash.ALGORITHM_VERSION, *sketch.digest())
