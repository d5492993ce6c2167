"""Puts claims in the order in which a desk editor would pull them out.

One after the other: the claim that adds most to those before it. What it tells of the topic counts
for its length, as in a summary of a few lines; what was told already counts no more. News leads
with what matters, so the place counts; so does how much a claim is worth checking.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.language.topics import Terms

_SUMMARY = 30
"""Words of a summary: a sentence much longer must tell much more."""
_SUMMING = 3
"""Claims that sum the article up; of those behind them it counts more what is worth checking."""
_WORTH = 0.03
"""What check-worthiness adds."""
_WORTH_BEHIND = 0.1
"""What it adds to the claims behind those that sum up."""
_QUOTED = 0.05
"""What being all quote takes."""
_WEIGHTY = 0.07
"""What a figure that matters adds."""
_LEANS = 0.02
"""What needing the sentence before takes."""
_COMPARED = 60
"""Claims that are weighed against each other."""
_CHOSEN = 12
"""Claims that are chosen one by one; the rest follows by its own weight."""
_ALIKE = 0.6
"""Share of a sentence's words that another one may have before it says the same."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the order asks of a claim."""

    length: int
    """Words."""
    terms: Terms
    words: frozenset[str]
    """Those with a meaning of their own."""
    worth: float
    quoted: float
    """How much of it stands between quotation marks, 0 to 1."""
    leans: bool
    """Whether it is on "he", "this" or the like, and so needs the sentence before."""
    numbers: frozenset[float]
    """What its figures come to."""
    weighty: bool
    """Whether it has a figure that matters: money, a share, or a large number."""


@dataclass(slots=True)
class _Told:
    """What the claims before tell."""

    terms: Terms
    value: float = 0.0
    length: int = 0

    def add(self, claim: Weighed) -> None:
        self.terms |= claim.terms
        self.value = sum(self.terms.values())
        self.length += claim.length


def order(claims: Sequence[Weighed]) -> Iterator[int]:
    """The numbers of the claims, best first, without those that say the same as a better one."""
    told = _Told({})
    new = [sum(claim.terms.values()) for claim in claims]
    ranked = sorted(
        range(len(claims)), key=lambda number: -_weigh(claims[number], new[number], told, _WORTH)
    )
    kept: list[int] = []
    waiting = ranked[:_COMPARED]
    while waiting and len(kept) < _CHOSEN:
        worth = _WORTH if len(kept) < _SUMMING else _WORTH_BEHIND
        best = max(waiting, key=lambda n: _weigh(claims[n], new[n], told, worth))
        waiting.remove(best)
        if _is_new(claims[best], claims, kept):
            kept.append(best)
            fresh = claims[best].terms.keys() - told.terms.keys()
            told.add(claims[best])
            for number in waiting:
                terms = claims[number].terms
                new[number] -= sum(terms[term] for term in fresh & terms.keys())
            yield best
    for number in [*waiting, *ranked[_COMPARED:]]:
        if _is_new(claims[number], claims, kept[:_COMPARED]):
            kept.append(number)
            yield number


def _weigh(claim: Weighed, new: float, told: _Told, worth: float) -> float:
    """What all claims tell together with this one, for each word, and what speaks for it alone.

    `new` is what it tells that was not told.
    """
    return (
        2 * (told.value + new) / (told.length + claim.length + _SUMMARY)
        + worth * claim.worth
        + _WEIGHTY * claim.weighty
        - _QUOTED * claim.quoted
        - _LEANS * claim.leans
    )


def _is_new(claim: Weighed, claims: Sequence[Weighed], kept: Sequence[int]) -> bool:
    return not any(_says_no_more(claim, claims[other]) for other in kept)


def _says_no_more(claim: Weighed, other: Weighed) -> bool:
    """Whether a claim has the words of another one, and no figure that the other one lacks."""
    shared = len(claim.words & other.words)
    return shared > _ALIKE * min(len(claim.words), len(other.words)) and (
        claim.numbers <= other.numbers
    )
