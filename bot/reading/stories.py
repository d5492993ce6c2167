"""The same story under several URLs: found by how many runs of five words two texts share.

A wire report that ten outlets print, each with cuts and a headline of its own, is one story.
A signature (MinHash) estimates the share of common runs without keeping them; bands let a
database find the few signatures that are worth comparing.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from struct import Struct

from rensa import RMinHash  # type: ignore[import-untyped]  # it ships no types

SAME_STORY = 0.4
"""Share of common runs from which two texts are one story."""
_RUN = 5
_PERMUTATIONS = 126
_SEED = 1
_BAND = 3
"""Numbers in a band: 42 bands of 3 find a pair with a share of 0.4 in 94 of 100 cases."""
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


def compare_stories(one: bytes, other: bytes) -> float:
    """About which share of their runs two texts have in common, 0 to 1."""
    if len(one) != _SIGNATURE.size or len(other) != _SIGNATURE.size or one[0] != other[0]:
        return 0.0
    pairs = zip(_SIGNATURE.unpack(one)[1:], _SIGNATURE.unpack(other)[1:], strict=True)
    return len([one for one, other in pairs if one == other]) / _PERMUTATIONS


def is_same_story(one: bytes, other: bytes) -> bool:
    """Whether two signatures are of one story."""
    return compare_stories(one, other) >= SAME_STORY


def story_bands(signature: bytes) -> list[str]:
    """Keys to look a signature up by: signatures of one story share at least one, mostly."""
    size = _BAND * 4
    parts = [signature[start : start + size] for start in range(1, len(signature), size)]
    version = signature[:1]
    return [
        blake2b(version + bytes([number]) + part, digest_size=8).hexdigest()
        for number, part in enumerate(parts)
    ]
