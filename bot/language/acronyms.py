"""Finds names by the letters that explain them: "Citizens for Clean Rivers (CCR)", ", or CCR,"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.known_names import places
from bot.language.name_words import JOINTS
from bot.language.names import Mention
from bot.language.texts import read_text

_SHORTEST, _LONGEST = 2, 7
"""Letters of what stands in brackets."""
_OPENERS = {"(": ("(",), ",": (",", "or")}
"""What stands before letters that explain a name."""
_CLOSERS = {"(": frozenset({")"}), ",": frozenset({",", ".", ":", ";"})}
_BETWEEN = frozenset({"-", "'", "’", "'s", "’s"})
"""Marks within a name that give no letter."""
_REACH = 14
"""Tokens before the bracket in which the name must begin."""


def add_explained(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those made whole whose initials follow in brackets; in order."""
    text = read_text(doc)
    explained = "(" in text or ", or " in text
    whole = [_with_place(each, mentions) for each in _find_explained(doc)] if explained else []
    taken = {index for mention in whole for index in range(mention.start, mention.end)}
    kept = [m for m in mentions if not taken.intersection(range(m.start, m.end))]
    return sorted([*kept, *whole], key=lambda m: m.start)


def _with_place(whole: Mention, mentions: Sequence[Mention]) -> Mention:
    """With the place that its letters leave out: "Ohio | Bureau of Mines (BOM)"."""
    longer = (m for m in mentions if m.end == whole.end and m.start == whole.start - 1)
    place = next((m for m in longer if m.words[0] in places() and m.text[1] != "."), None)
    return replace(place, kind="organisation") if place else whole


def _find_explained(doc: Doc) -> Iterator[Mention]:
    for token in doc[1:-2]:
        if not _opens_letters(token):
            continue
        at = token.i + len(_OPENERS[token.text])
        letters = doc[at].text.replace(".", "")
        if letters.isupper() and letters.isalpha() and _SHORTEST <= len(letters) <= _LONGEST:
            start = _find_start(doc, token.i, letters)
            if start is not None:
                text = " ".join(doc[start : token.i].text.split())
                yield Mention(start, token.i, tuple(text.lower().split()), text, "organisation")


def _opens_letters(mark: Token) -> bool:
    """Whether letters follow between marks: "| (CCR)", "| , or CCR,"."""
    opener = _OPENERS.get(mark.text)
    if opener is None:
        return False
    words = mark.doc[mark.i : mark.i + len(opener) + 2]
    closed = len(words) == len(opener) + 2 and words[-1].text in _CLOSERS[mark.text]
    return closed and tuple(t.lower_ for t in words[: len(opener)]) == opener


def _find_start(doc: Doc, end: int, letters: str) -> int | None:
    """Where the name begins of whose words each gives a letter; None if they do not fit."""
    left = list(letters)
    for token in reversed(doc[max(0, end - _REACH) : end]):
        if token.text[0] == left[-1]:
            left.pop()
        elif token.lower_ not in JOINTS and token.text not in _BETWEEN:
            return None
        if not left:
            return token.i
    return None
