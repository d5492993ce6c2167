"""Tells apart several people of one surname by who is on the reader's mind."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from bot.language.cast import Cast, Member
from bot.language.genders import ask_honorific, ask_pronoun
from bot.language.guesses import Guess, to_speaker
from bot.language.name_words import is_title
from bot.language.roles import find_roles
from bot.language.salience import Salience
from bot.language.sources import Source
from bot.language.wordlists import read_table, read_words

_CONFIDENCE = 0.9
_DOUBT = 0.4
_TAKEN = 1.8
"""What it weighs that a bare surname was taken for somebody by how the names stand."""
_FAINT = 0.1
"""Up to this weight somebody on the mind counts for less than how the names stand."""
_MISFIT = 0.5
"""Weight left to somebody of another gender than the next pronoun tells."""


def tell_namesakes(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """Who a bare surname means, where the text names several people by it; else None."""
    titles = source.span[: source.head.i - source.span.start]
    plain = source.head.i == source.span.end - 1 and all(map(is_title, titles))
    if plain and _may_be_relative(source, cast):
        return Guess(to_speaker(source.named[0]), _DOUBT, source.named[0])
    namesakes = cast.namesakes(source.head) if plain else []
    if len(namesakes) < 2:  # noqa: PLR2004  one is no choice
        return None
    if len(titles):
        return _tell_by_title(titles, namesakes)
    weights = {id(member): weight for weight, member in salience.rank()}
    told = ask_pronoun(source.span.doc, source.head.i, source.head.i + 1)

    def weigh(member: Member) -> float:
        misfit = bool(told and member.gender) and told != member.gender
        taken = _TAKEN if member is source.named[0] else 1.0
        return weights.get(id(member), 0.0) * taken * (_MISFIT if misfit else 1.0)

    best = max(namesakes, key=weigh)
    known = weights.get(id(best), 0.0) > _FAINT
    return Guess(to_speaker(best), _CONFIDENCE, best) if known else None


def _may_be_relative(source: Source, cast: Cast) -> bool:
    """Whether "Mr Roe" may be somebody of whom only a first name stands: "his father, Neil,"."""
    doc, at = source.span.doc, source.head.i
    gender = read_table("honorifics").get(ask_honorific(doc, at), "")
    known = any(ask_honorific(doc, start) for start, _ in source.named[0].spans if start < at)
    if not gender or known:
        return False
    people = [(start, m) for start, _, m in cast.mentions() if m.is_person and start < at]
    return any(
        before is source.named[0]
        and " " not in kin.entity.name
        and _follows_kin(doc, start, gender)
        for (_, before), (start, kin) in pairwise(people)
    )


def _follows_kin(doc: Doc, start: int, gender: str) -> bool:
    """Whether a noun for a relative of a gender stands before a name, with or without a comma."""
    before = [token for token in doc[max(0, start - 2) : start] if token.text != ","]
    noun = before[-1].lower_ if before else ""
    return noun in read_words("kin_nouns") and read_table("person_nouns").get(noun) == gender


def _tell_by_title(titles: Span, namesakes: Sequence[Member]) -> Guess | None:
    """The only one of them who has the title that stands before the surname: "Sen. Roe"."""
    title = titles[-1].lower_
    fitting = [m for m in namesakes if any(_holds(role, title) for role in _find_full(titles, m))]
    return Guess(to_speaker(fitting[0]), _CONFIDENCE, fitting[0]) if len(fitting) == 1 else None


def _find_full(titles: Span, member: Member) -> frozenset[str]:
    """The roles that stand with somebody's full name."""
    return find_roles(titles.doc, (span for span in member.spans if span[1] - span[0] > 1))


def _holds(role: str, title: str) -> bool:
    words = role.lower().split()
    return title in words or bool({*read_table("title_meanings").get(title, "").split()} & {*words})
