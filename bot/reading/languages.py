"""Which language a text is in."""

from __future__ import annotations

import re

from bot.errors import OtherLanguageError
from bot.reading.wordlists import words

_FEW_WORDS = 20
_ENGLISH_SHARE = 0.18
"""Other languages with words of this form stay below a tenth."""
_SAMPLE = 20_000


def check_language(found: str, wanted: str) -> None:
    """Refuse a text in another language than the model's, rather than misread it.

    Args:
        found: the article's language, an ISO 639-1 code.
        wanted: the model's.

    Raises:
        OtherLanguageError: if they differ.
    """
    if found != wanted:
        theirs, ours = _name(found), _name(wanted)
        raise OtherLanguageError(
            f"This article is in {theirs}; I read {ours} only.",
            f"Share a version in {ours}, or paste a translation.",
        )


def _name(code: str) -> str:
    """A language's English name."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - for a message only

    try:
        return Locale.parse(code).english_name or code
    except (UnknownLocaleError, ValueError):
        return f"another language ({code})"


def find_language(text: str, declared: str = "") -> str:
    """ISO 639-1 code. The text decides; what the page declares, only where there is little text.

    Pages often declare the language of their template.
    """
    found = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    if len(found) < _FEW_WORDS:
        return declared or "en"
    if sum(word in words("english.txt") for word in found) >= _ENGLISH_SHARE * len(found):
        return "en"
    from py3langid import classify  # type: ignore[import-untyped]  # noqa: PLC0415 - slow, rare

    return str(classify(text[:_SAMPLE])[0])
