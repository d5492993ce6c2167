"""Whose statement a nested one stands within."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.language.guesses import Guess
from bot.language.relations import Relation
from store.records import Attribution, Speaker

_PRONOUN = 4
"""Letters of "they", the longest pronoun that says something."""
_LIKELY = 0.65
"""How sure it must be whom "he" means, where that is not who is quoted."""
_NEAR = 5
"""Statements before a nested one that are looked through for the one around it."""


def tell_via(
    relations: Sequence[Relation],
    attributions: Sequence[Attribution],
    others: Mapping[int, Guess],
) -> tuple[Attribution, ...]:
    """Every attribution, the nested ones with the outer speaker.

    What is told of the outer speaker's own words, or by nobody known, is left out: the outer
    statement holds it. Within what was not said, nothing was said.

    Args:
        relations: what was found, with who is nested.
        attributions: the same with their speakers.
        others: whom a pronoun within a quote means but for who is quoted, by its character.
    """
    kept: list[Attribution] = []
    outers: list[Attribution] = []
    waiting = sorted(zip(relations, attributions, strict=True), key=lambda pair: _place(pair[0]))
    for relation, attribution in waiting:
        if not relation.nested:
            outers.append(attribution)
            kept.append(attribution)
            continue
        around = (each for each in outers[: -_NEAR - 1 : -1] if _holds(each, attribution))
        outer = next(around, None)
        if outer is None:
            continue
        inner = _leave_outer(outer, attribution, others)
        if _adds(outer, inner):
            kept.append(_stand_within(outer, inner))
    return tuple(sorted(kept, key=lambda each: each.content))


def _stand_within(outer: Attribution, inner: Attribution) -> Attribution:
    """What is told of in March was said by then."""
    return replace(
        inner,
        speaker=_doubt(outer, inner),
        via=outer.speaker,
        standing=inner.standing if outer.standing == "stated" else outer.standing,
        said_on=inner.said_on or outer.said_on,
    )


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return any(start <= inner.content[0][0] < end for start, end in outer.content)


def _place(relation: Relation) -> tuple[int, bool]:
    return relation.content[0][0], relation.nested


def _leave_outer(
    outer: Attribution, inner: Attribution, others: Mapping[int, Guess]
) -> Attribution:
    """Under another name where "he" would be who is quoted, who would say "I".

    Whom the quoted speak of is likelier meant in their words than whom the article does.
    """
    other = others.get(inner.source[0]) if inner.source else None
    least = _LIKELY if _name(inner) == _name(outer) else inner.confidence
    if other is None or other.confidence < least:
        return inner
    return replace(inner, speaker=other.speaker, confidence=round(other.confidence, 3))


def _name(attribution: Attribution) -> str:
    return attribution.speaker.name if attribution.speaker else ""


def _adds(outer: Attribution, inner: Attribution) -> bool:
    """Whether somebody else speaks, of whom more than "they" is known, or who is quoted of then."""
    if _quotes_oneself(outer, inner):
        return True
    if inner.speaker is None or outer.speaker is None:
        return False
    known = inner.speaker.sure or inner.speaker.kind != "anonymous"
    return known and inner.speaker.name != outer.speaker.name


def _quotes_oneself(outer: Attribution, inner: Attribution) -> bool:
    """Whether who is quoted tells their own words of another time: “I told her, ‘Come in,’”."""
    by_itself = inner.source is not None and inner.source[1] - inner.source[0] == len("I")
    return by_itself and outer.kind == inner.kind == "direct" and outer.speaker is not None


def _doubt(outer: Attribution, inner: Attribution) -> Speaker | None:
    """A pronoun in somebody's own words means whom that one has on the mind, not the article."""
    if _quotes_oneself(outer, inner):
        return outer.speaker
    if outer.kind != "direct" or inner.source is None or inner.speaker is None:
        return inner.speaker
    means = inner.source[1] - inner.source[0] != len(inner.speaker.name)
    short = inner.source[1] - inner.source[0] <= _PRONOUN
    return replace(inner.speaker, sure=False) if short and means else inner.speaker
