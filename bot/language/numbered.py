"""Finds what is named by a noun and a number: "House Bill 4117", "SB 212", "Flight 370"."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.attrs import IS_DIGIT
from spacy.tokens import Doc

from bot.language.names import Mention
from bot.language.wordlists import read_table, read_words


def find_numbered(doc: Doc) -> Iterator[Mention]:
    """Every name that is made so, as one; what the model takes for a person in it is none."""
    nouns = read_table("numbered_nouns")
    for index in np.flatnonzero(doc.to_array(IS_DIGIT)).tolist():
        start = index - 1
        if start < 0 or doc[start].lower_ not in nouns or not doc[start].text[0].isupper():
            continue
        while start and doc[start - 1].text[0].isupper() and _leads(doc[start - 1].lower_):
            start -= 1
        text = doc[start : index + 1].text
        yield Mention(start, index + 1, tuple(text.lower().split()), text, "other")


def _leads(word: str) -> bool:
    """Whether a word may stand before the noun: "Senate Bill"."""
    return word in read_words("numbered_openers")
