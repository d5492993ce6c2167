"""Tells apart several people of one surname by who is on the reader's mind."""

from __future__ import annotations

from bot.language.cast import Cast, Member
from bot.language.genders import ask_pronoun
from bot.language.guesses import Guess, to_speaker
from bot.language.salience import Salience
from bot.language.sources import Source

_CONFIDENCE = 0.9
_TAKEN = 1.8
"""What it weighs that a bare surname was taken for somebody by how the names stand."""
_MISFIT = 0.5
"""Weight left to somebody of another gender than the next pronoun tells."""


def tell_namesakes(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """Who a bare surname means, where the text names several people by it; else None."""
    namesakes = cast.namesakes(source.head) if len(source.span) == 1 else []
    if len(namesakes) < 2:  # noqa: PLR2004  one is no choice
        return None
    weights = {id(member): weight for weight, member in salience.rank()}
    told = ask_pronoun(source.span.doc, source.head.i, source.head.i + 1)

    def weigh(member: Member) -> float:
        misfit = bool(told and member.gender) and told != member.gender
        taken = _TAKEN if member is source.named[0] else 1.0
        return weights.get(id(member), 0.0) * taken * (_MISFIT if misfit else 1.0)

    best = max(namesakes, key=weigh)
    return Guess(to_speaker(best), _CONFIDENCE, best) if id(best) in weights else None
