"""Resolves descriptions, "the minister", "the company", and keeps unnamed sources as described."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from bot.language.antecedents import Antecedents
from bot.language.cast import Cast, Member
from bot.language.guesses import Guess, to_speaker
from bot.language.roles import is_person_noun
from bot.language.salience import Salience
from bot.language.sources import Source
from bot.language.unnamed import describe, is_body, name_unnamed
from bot.language.wordlists import read_table, read_words

_SHARPNESS = 1.6
_OF = frozenset({"of", "for", "at", "with", "in", "to", "from", "who", "on"})
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_DEFINITE = frozenset({"the", "this", "that"})
_MATCHED, _SHARED, _GENERIC, _BODY, _LOOKED_UP = 0.92, 0.8, 0.6, 0.85, 0.75


def resolve_description(
    source: Source, salience: Salience, cast: Cast, antecedents: Antecedents
) -> Guess:
    """Who a description means: someone named in the text, or the unnamed source it describes."""
    guess = None
    if is_person_noun(source.head):
        guess = find_person(source, salience, cast)
    elif is_body(source.head) and is_definite(source.span):
        guess = _find_body(source, salience)
    unsure = guess is None or guess.confidence < _LOOKED_UP
    if unsure and is_definite(source.span) and not list(_find_modifiers(source)):
        guess = _look_back(source, cast, antecedents) or guess or _take_body(source, salience)
    return guess or name_unnamed(source)


def is_definite(span: Span) -> bool:
    """Whether a phrase speaks of something known: "the minister"."""
    first: Token = span[0]
    return first.lower_ in _DEFINITE


def find_person(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """The person whose role fits a description; a bare "the man" is whoever is in mind."""
    told = read_table("person_nouns").get(source.head.lower_, "")
    fitting = [m for m in cast.people if not (told and m.gender and told != m.gender)]
    modifiers = set(_find_modifiers(source))
    if is_definite(source.span):
        matched = [m for m in fitting if _matches(source, m, cast, modifiers)]
    else:
        owned = any(token.tag_ == "POS" for token in source.span)
        matched = [m for m in fitting if owned and _matches(source, m, cast, modifiers)]
    if matched:
        return _choose(matched, salience)
    if not is_definite(source.span) or _has_complement(source.head):
        return None
    return _take_salient(fitting, salience)


def _has_complement(head: Token) -> bool:
    return any(child.dep_ in ("prep", "relcl", "acl", "poss") for child in head.children)


def _choose(matched: list[Member], salience: Salience) -> Guess:
    if len(matched) == 1:
        return Guess(to_speaker(matched[0]), _MATCHED, matched[0])
    weights = {id(member): weight for weight, member in salience.rank()}
    best = max(matched, key=lambda m: weights.get(id(m), 0.0))
    total = sum(weights.get(id(m), 0.01) for m in matched)
    share = weights.get(id(best), 0.0) / total
    return Guess(to_speaker(best), _SHARED * share, best)


def _take_salient(fitting: list[Member], salience: Salience) -> Guess | None:
    known = {id(member) for member in fitting}
    ranked = [(weight, member) for weight, member in salience.rank() if id(member) in known]
    if not ranked:
        return None
    weight, best = ranked[0]
    share = weight**_SHARPNESS / sum(w**_SHARPNESS for w, _ in ranked)
    return Guess(to_speaker(best), _GENERIC * share, best)


def _matches(source: Source, member: Member, cast: Cast, modifiers: set[str]) -> bool:
    word = source.head.lower_
    meanings = {word, *read_table("title_meanings").get(word, "").split()}
    meanings.update(read_table("party_words").get(word, "").split())
    return any(_fits_role(role, meanings, modifiers) for role in cast.roles_of(member))


def _fits_role(role: str, meanings: set[str], modifiers: set[str]) -> bool:
    if not meanings.intersection(_office_words(role)):
        return False
    words = role.lower().replace("'s", "").replace("’s", "").split()
    known = set(words)
    for word in words:
        known.update(read_table("party_words").get(word, "").split())
    return all(modifier.lower() in known for modifier in modifiers)


def _office_words(role: str) -> list[str]:
    """The words of a role that say the office itself: not whose, not of what."""
    words = role.lower().split()
    begin = max(
        (n for n, w in enumerate(words, 1) if w.endswith(("'s", "’s", "s'", "s’"))), default=0
    )
    ends = (n for n, word in enumerate(words) if word in _OF and n > begin)
    return words[begin : next(ends, len(words))]


def _find_modifiers(source: Source) -> Iterator[str]:
    """The words of a description that tell which one is meant: "Indiana" in "Indiana governor"."""
    head, loose = source.head, read_words("loose_modifiers")
    for token in source.span:
        if token.i == head.i or not token.text[0].isalpha() or token.lower_ in loose:
            continue
        if token.pos_ == "PROPN" or (token.i < head.i and token.pos_ in ("ADJ", "NOUN")):
            yield token.text
    for child in head.children:
        if child.dep_ in ("relcl", "acl") and child.i > head.i:
            yield child.text


def _find_body(source: Source, salience: Salience) -> Guess | None:
    """The body that "the company" means: of that kind by its name, nothing else."""
    word = source.head.lower_
    if list(_find_modifiers(source)):
        return None
    for _, member in salience.rank():
        named = member.entity.name.lower().split()
        if member.entity.kind == "organisation" and word in named:
            return Guess(to_speaker(member), _BODY, member)
    return None


def _take_body(source: Source, salience: Salience) -> Guess | None:
    """The body in mind, where the noun commonly stands in for a name: "the company"."""
    bodies = [(w, m) for w, m in salience.rank() if m.entity.kind == "organisation"]
    if not bodies or source.head.lower_ not in read_words("body_descriptions"):
        return None
    weight, best = bodies[0]
    return Guess(to_speaker(best), _BODY * weight / sum(w for w, _ in bodies), best)


def _look_back(source: Source, cast: Cast, antecedents: Antecedents) -> Guess | None:
    """What the same noun meant before: "the spokesman" after "a spokesman for Acme"."""
    before = antecedents.find(source.head)
    if before is None:
        return None
    for index in (before.head.i, *(t.i for t in before.head.children if t.dep_ == "appos")):
        member = cast.at(index)
        if member is not None:
            return Guess(to_speaker(member), _LOOKED_UP, member)
    unnamed = name_unnamed(before)
    return Guess(unnamed.speaker, _LOOKED_UP) if describe(before) else None
