"""Whom "he" and "she" mean within direct quotes: not who is quoted, who would say "I".

There those are meant who are talked about, in the quote itself and in what was said before it,
rather than those who talk.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from bot.language.cast import Cast, Member
from bot.language.genders import PRONOUNS
from bot.language.guesses import SURE, Guess
from bot.language.owned_people import find_own
from bot.language.pronouns import find_meant
from bot.language.salience import Salience
from store.records import Attribution, Span

_TOLD = 2.0
"""What it weighs to be talked about in what somebody says."""
_OFTEN = 0.06
"""What is left of all mentions together: whom a text is about is talked about in its quotes."""
_MAIN = 6
"""People mentioned most who are remembered, however long ago it was."""


class Talk:
    """Who is talked about while a text is read, and the pronouns within its direct quotes."""

    def __init__(self) -> None:
        self.salience = Salience()
        self.pronouns: dict[int, Salience] = {}
        """Who is on the mind at each of them, by the token."""
        self._often: dict[int, float] = {}
        self._main: list[Member] = []

    def add(self, member: Member, weight: float, *, told: bool) -> None:
        """Count a mention; more if it stands within what somebody says."""
        weight *= _TOLD if told else 1.0
        self.salience.add(member, weight)
        if member.is_person and not member.unnamed:
            self._often[id(member)] = self._often.get(id(member), 0.0) + weight
            main = {id(each): each for each in (*self._main, member)}.values()
            self._main = sorted(main, key=lambda each: -self._often[id(each)])[:_MAIN]

    def hear(self, pronoun: Token) -> None:
        """Keep who is on the mind at a pronoun or at "my client", until it is known who speaks."""
        kept = self.pronouns[pronoun.i] = self.salience.copy()
        for member in self._main:
            kept.add(member, _OFTEN * self._often[id(member)])


def find_quoted(
    doc: Doc, talk: Talk, attributions: Sequence[Attribution], cast: Cast
) -> dict[int, Guess]:
    """Who is surely meant by pronouns within direct quotes, by the token.

    Args:
        doc: the text.
        talk: who is talked about at each of the pronouns.
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
    people = {member.entity.name: member for member in cast.people}
    for index, salience in talk.pronouns.items():
        speaker = _speaker_at(quotes, doc[index].idx)
        others = salience.copy(without=speaker)
        guess = _find_meant(doc[index], people.get(speaker), others, cast)
        if guess and guess.confidence > SURE and guess.speaker.name != speaker:
            found[index] = guess
    return found


def _find_meant(word: Token, speaker: Member | None, others: Salience, cast: Cast) -> Guess | None:
    """Who is meant by a pronoun, or by "my client"."""
    if word.lower_ in PRONOUNS:
        return find_meant(word, None, others, cast)
    return find_own(word, speaker, others, cast) if speaker is not None else None


def _speaker_at(quotes: Sequence[tuple[Span, str]], start: int) -> str:
    """Who is quoted there."""
    at = bisect_right(quotes, ((start + 1, 0), "")) - 1
    return quotes[at][1] if at >= 0 and quotes[at][0][1] > start else ""
