"""Which language a text is in."""

from __future__ import annotations

import re

from bot.reading.wordlists import words

_FEW_WORDS = 20
_ENGLISH_SHARE = 0.25
_SAMPLE = 20_000


def find_language(text: str, declared: str = "") -> str:
    """ISO 639-1 code. The text decides; what the page declares, only where there is little text.

    Pages often declare the language of their template.
    """
    found = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    if len(found) < _FEW_WORDS and declared:
        return declared
    if sum(word in words("english.txt") for word in found) >= _ENGLISH_SHARE * len(found):
        return "en"
    from py3langid import classify  # type: ignore[import-untyped]  # noqa: PLC0415 - slow, rare

    return str(classify(text[:_SAMPLE])[0])
