"""Finds the body that a description means: "the company", "the budget office"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Token

from bot.language.cast import Cast, Member
from bot.language.description_words import find_modifiers
from bot.language.guesses import Guess, to_speaker
from bot.language.known_bodies import find_callings
from bot.language.owners import is_of_another
from bot.language.page import DASHES
from bot.language.salience import Salience
from bot.language.sources import Source
from bot.language.wordlists import read_phrases, read_table, read_words

_BODY, _KIND = 0.85, 0.75
_CLEAR = 0.6
"""Confidence from which a business is meant of which only a place is told."""
_NAMED = 0.02
"""Weight of each time that somebody was named before, who may be off the mind."""
_MOST_WORDS = 3
"""Words before a noun for a business: "the online retail giant"."""
_CALLED, _ALIKE, _OTHER = 2.5, 1.5, 0.4
"""What it weighs that the text calls a body so, that its name tells of that kind, or of another."""
_MISFIT = 0.7
"""What is left of the confidence where even the likeliest one's name tells of another kind."""
_READ = frozenset({"heard", "obtained", "read", "reviewed", "seen", "viewed"})
_SHARPNESS = 1.3
"""How much the weightiest candidate stands out."""


def find_body(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """The body that has the words in its name, or the business on the mind."""
    modifiers = list(find_modifiers(source))
    before = [member for member in cast.members if member.spans[0][0] < source.head.i]
    told = [member for member in before if is_told(member, source)]
    if not modifiers:
        told = [m for m in told if _is_named(m, source.head.lower_)]
    if told:
        return _choose(told, salience)
    called = [m for m in before if _is_called(m, source, cast)] if modifiers else []
    if called:
        return _choose(called, salience)
    if _is_placed(source):
        return _find_placed(source, salience, cast)
    return _find_business(source, salience, cast) if modifiers else None


def _choose(told: list[Member], salience: Salience) -> Guess | None:
    """Of several the one on the mind; failing that the only one."""
    for _, member in salience.rank():
        if member in told:
            return Guess(to_speaker(member), _BODY, member)
    return Guess(to_speaker(told[0]), _KIND, told[0]) if len(told) == 1 else None


def _is_called(member: Member, source: Source, cast: Cast) -> bool:
    """Whether the text calls a body just so, with adjectives only: "the environmental group"."""
    plain = all(
        t.pos_ in ("ADJ", "DET") and t.is_lower for t in source.span if t.i != source.head.i
    )
    return plain and source.head.lower_ in cast.nouns_of(member)


def _is_named(member: Member, word: str) -> bool:
    named = member.entity.name.lower().split()
    return member.entity.kind == "organisation" and word in named and len(named) > 1


def is_told(member: Member, source: Source) -> bool:
    """Whether a body's name has every word of a description: "Congressional Budget Office"."""
    noun, modifiers = source.head.lower_, list(find_modifiers(source))
    if member.entity.kind != "organisation" or " " not in member.entity.name:
        return False
    if is_of_another(source.span, member.entity.name):
        return False
    named = _read_name(member.entity.name)
    meanings = {noun, *read_table("body_meanings").get(noun, "").split()}
    business = noun in read_words("business_nouns")  # "the water company"
    callings = find_callings(member.entity.name)
    if callings and not modifiers and noun not in callings | named:
        return False
    fits = bool(meanings & named) or (
        business and bool(modifiers) and may_be_business(member.entity.name)
    )
    return fits and all(_fold(word) in named for word in modifiers)


@lru_cache(maxsize=4096)
def _read_name(name: str) -> frozenset[str]:
    """The words of a name, and those of the same meaning: "british" for "UK"."""
    words = name.lower().split()
    alike = (word for each in words for word in read_table("party_words").get(each, "").split())
    return frozenset((*words, *map(_fold, words), *alike))


def _fold(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s").rstrip("s'’")


def _find_business(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """The body that "the furniture chain" means; "the city council" is one of its own."""
    modifiers = list(find_modifiers(source))
    plain = all(word.islower() for word in modifiers)
    if (
        not plain
        or len(modifiers) > _MOST_WORDS
        or source.head.lower_ not in read_words("business_nouns")
    ):
        return None
    return take_body(source, salience, cast)


def _is_placed(source: Source) -> bool:
    """Whether nothing but a place tells which business it is: "the London firm", "Oslo-based"."""
    if source.head.lower_ not in read_words("business_nouns"):
        return False
    words = [t for t in source.span[:-1] if t.is_alpha and t.pos_ != "DET"]
    if any(t.lower_ == "based" and t.nbor(-1).text == "-" for t in words if t.i):
        return True
    return bool(words) and all(
        t.ent_type_ in ("GPE", "LOC", "NORP") or t.lower_ in read_words("demonyms") for t in words
    )


def _find_placed(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """The business that is clearly in mind where only a place tells which one is meant."""
    guess = take_body(source, salience, cast)
    return guess if guess is not None and guess.confidence >= _CLEAR else None


def take_body(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """The body in mind, where the noun commonly stands in for a name: "the company"."""
    word = source.head.lower_
    if word not in read_words("body_descriptions") and word not in read_table("body_meanings"):
        return None
    own = [cast.at(token.i) for token in source.span]  # the place of "the Oslo firm"
    known = [m for m in cast.members if _is_body(m, cast) and m not in own]
    if "news" not in read_table("body_meanings").get(word, "").split():
        known = [m for m in known if not _only_hears(m, cast)]
    bodies = [
        ((weight * _weigh_kind(member, word, cast)) ** _SHARPNESS, member)
        for weight, member in weigh_named(known, source, salience)
    ]
    if not bodies:
        return None
    weight, best = max(bodies, key=lambda pair: pair[0])
    misfit = not may_be_called(best, word, cast)
    least = _OTHER if word in read_words("any_business_nouns") else 1.0
    told = [pair for pair in bodies if _weigh_kind(pair[1], word, cast) > least] if misfit else []
    if told:
        misfit, (weight, best) = False, max(told, key=lambda pair: pair[0])
    if misfit and word in read_words("naming_body_nouns"):
        return None
    share = weight / sum(w for w, _ in bodies)
    return Guess(to_speaker(best), _BODY * share * (_MISFIT if misfit else 1.0), best)


def _is_body(member: Member, cast: Cast) -> bool:
    """Whether it is known for a body, or says something and for no person."""
    kind = member.entity.kind
    named = kind == "other" and (" " in member.entity.name or _is_lone_name(member.entity.name))
    return kind == "organisation" or (named and cast.is_speaking(member))


def _is_lone_name(name: str) -> bool:
    """Whether a single word is nobody's origin or party: "RailCo", but not "Democrats"."""
    words = {name.lower(), name.lower().removesuffix("s")}
    return words.isdisjoint(read_words("demonyms") | read_table("party_words").keys())


def weigh_named(
    members: Iterable[Member], source: Source, salience: Salience
) -> Iterator[tuple[float, Member]]:
    """Those named before a description: who is on the mind, and a little for each mention."""
    on_mind = {id(member): weight for weight, member in salience.rank()}
    for member in members:
        times = bisect_left(member.spans, (source.head.i,))
        if times:
            yield on_mind.get(id(member), 0.0) + _NAMED * times, member


def _weigh_kind(member: Member, noun: str, cast: Cast) -> float:
    """How well a noun for a body goes with one: "the lender" with "Roe Bank", "Roe, the lender"."""
    if _nouns_like(noun) & cast.nouns_of(member):
        return _CALLED
    callings = find_callings(member.entity.name)
    if _is_told_otherwise(member, noun, cast) or (callings and noun not in callings):
        return _OTHER
    words = member.entity.name.split()
    named = {word.lower().rstrip("'’") for word in words}
    meanings = read_table("body_meanings").get(noun, "").split()
    if named.intersection(meanings):
        return _ALIKE
    if member.entity.name.lower() in read_phrases("outlet_names") and "news" not in meanings:
        return _OTHER
    if noun in read_words("naming_body_nouns"):
        return 1.0 if words[0].isupper() and noun[0].upper() in words[0] else _OTHER
    told = named & read_words("organisation_words")
    if noun in read_words("business_nouns"):
        told -= read_words("business_endings")
    seat = words[-1].lower() in read_words("place_words")  # "Downing Street", "the company"
    return _OTHER if told or seat else 1.0


def _is_told_otherwise(member: Member, noun: str, cast: Cast) -> bool:
    """Whether the text tells that a body is no business, and the noun is for one."""
    firms, told = read_words("business_nouns"), cast.nouns_of(member)
    return noun in firms and bool(told) and not told & firms


def _only_hears(member: Member, cast: Cast) -> bool:
    """Whether the text names a body only as the outlet that others speak to."""
    return all(_is_outlet(cast.token(start), cast.token(end - 1)) for start, end in member.spans)


def _is_outlet(first: Token, last: Token) -> bool:
    """Whether a name stands for an outlet: "(Acme Press) -", "told The Times", "seen by Acme"."""
    doc, start = first.doc, first.i
    after = doc[last.i + 1 : last.i + 3].text
    if doc[max(0, start - 1) : start].text == "(" and after[:1] == ")":
        return after.lstrip(") ") in DASHES
    start -= doc[max(0, start - 1) : start].text.lower() == "the"
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    return before[-1:] == ["told"] or (before[-1:] == ["by"] and before[0] in _READ)


def _nouns_like(noun: str) -> frozenset[str]:
    """The nouns by which a body may be called as well: "carmaker" of "the company"."""
    firms = read_words("business_nouns") - read_table("body_meanings").keys()
    meanings = read_table("body_meanings").get(noun, "").split()
    return firms if noun in firms else frozenset({noun, *meanings})


def is_called(member: Member, noun: str, cast: Cast) -> bool:
    """Whether a body's name, or a noun beside it, tells that it is called so."""
    return _weigh_kind(member, noun, cast) > 1


def may_be_called(member: Member, noun: str, cast: Cast) -> bool:
    """Whether nothing in a body's name speaks against a noun for it: "company" of a council."""
    return _weigh_kind(member, noun, cast) > _OTHER


def may_be_business(name: str) -> bool:
    """Whether nothing in a name tells that it is a court's, a council's or a paper's."""
    last = name.lower().split()[-1]
    return last not in read_words("organisation_words") or last in read_words("business_endings")
