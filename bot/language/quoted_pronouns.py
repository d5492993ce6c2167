"""Whom "he" and "she" mean within direct quotes: not who is quoted, who would say "I"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from bot.language.cast import Cast
from bot.language.discourse import SURE
from bot.language.guesses import Guess
from bot.language.pronouns import find_meant
from bot.language.salience import Salience
from store.records import Attribution, Span


def find_quoted(
    doc: Doc, quoted: Mapping[int, Salience], attributions: Sequence[Attribution], cast: Cast
) -> dict[int, Guess]:
    """Who is surely meant by pronouns within direct quotes, by the token.

    Args:
        doc: the text.
        quoted: who is on the mind at each of the pronouns.
        attributions: what is said in the text, and by whom.
        cast: who is named in it.
    """
    quotes = sorted(
        (span, each.speaker.name if each.speaker else "")
        for each in attributions
        if each.kind == "direct"
        for span in each.content
    )
    found = {}
    for index, salience in quoted.items():
        speaker = _speaker_at(quotes, doc[index].idx)
        guess = find_meant(doc[index], None, salience.copy(without=speaker), cast)
        if guess and guess.confidence > SURE and guess.speaker.name != speaker:
            found[index] = guess
    return found


def _speaker_at(quotes: Sequence[tuple[Span, str]], start: int) -> str:
    """Who is quoted there."""
    at = bisect_right(quotes, ((start + 1, 0), "")) - 1
    return quotes[at][1] if at >= 0 and quotes[at][0][1] > start else ""
