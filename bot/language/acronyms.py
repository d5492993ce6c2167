"""Finds names by the letters in brackets behind them: "Citizens for Clean Rivers (CCR)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from bot.language.name_words import JOINTS
from bot.language.names import Mention
from bot.language.texts import read_text

_SHORTEST, _LONGEST = 2, 7
"""Letters of what stands in brackets."""
_REACH = 14
"""Tokens before the bracket in which the name must begin."""


def add_explained(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those made whole whose initials follow in brackets; in order."""
    whole = list(_find_explained(doc)) if "(" in read_text(doc) else []
    taken = {index for mention in whole for index in range(mention.start, mention.end)}
    kept = [m for m in mentions if not taken.intersection(range(m.start, m.end))]
    return sorted([*kept, *whole], key=lambda m: m.start)


def _find_explained(doc: Doc) -> Iterator[Mention]:
    for token in doc[1:-2]:
        if token.text != "(" or doc[token.i + 2].text != ")":
            continue
        letters = doc[token.i + 1].text.replace(".", "")
        if letters.isupper() and letters.isalpha() and _SHORTEST <= len(letters) <= _LONGEST:
            start = _find_start(doc, token.i, letters)
            if start is not None:
                text = " ".join(doc[start : token.i].text.split())
                yield Mention(start, token.i, tuple(text.lower().split()), text, "organisation")


def _find_start(doc: Doc, end: int, letters: str) -> int | None:
    """Where the name begins of whose words each gives a letter; None if they do not fit."""
    left = list(letters)
    for token in reversed(doc[max(0, end - _REACH) : end]):
        if token.text[0] == left[-1]:
            left.pop()
        elif token.lower_ not in JOINTS and token.tag_ != "POS":
            return None
        if not left:
            return token.i
    return None
