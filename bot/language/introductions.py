"""Finds whom a description means that is named only afterwards.

News likes to begin with what somebody is and to give the name later: "A farmer told the court
... Jane Roe said ...", or "“It is over,” said Jane Roe, ...".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from bot.language.cast import Cast, Member
from bot.language.described_bodies import is_called, is_told, may_be_called
from bot.language.described_people import fits_role_of
from bot.language.description_words import (
    find_modifiers,
    is_definite,
    is_general,
    is_title_like,
)
from bot.language.genders import ask_honorific
from bot.language.guesses import Guess, to_speaker
from bot.language.owners import is_of_another
from bot.language.page import NOUN_SUBJECTS
from bot.language.roles import find_title
from bot.language.sentences import find_sentence
from bot.language.sources import Source
from bot.language.unnamed import find_reason
from bot.language.wordlists import read_table, read_words

_MATCHED, _LIKELY = 0.8, 0.6
_REACH, _LEAD_REACH = 60, 150
"""Tokens from the end of a sentence to the name that explains it."""
_OPENING = 3
"""Tokens in which a sentence names its subject."""
_LEAD = 60
"""Tokens from the start of the text in which any description may be explained."""
_MAIN = frozenset({"ROOT", "ccomp"})
"""Verbs that tell what happened: not those of relative clauses."""
_IDENTIFYING = frozenset({"identify", "name"})
_IDENTIFIED = frozenset({"dobj", "nsubjpass"})
_CANDIDATES = 3
"""People who may be meant; the second and third only if the first is known to be something else."""


def find_introduced(source: Source, cast: Cast) -> Guess | None:
    """The person who is first named soon after a description: of that office, or speaking."""
    if source.head.tag_ == "NNS" or is_title_like(source.head) or not _may_be_explained(source):
        return None
    if (body := _find_speaking_body(source, cast)) is not None:
        return Guess(to_speaker(body), _LIKELY, body)
    following = list(_find_new(source, cast))
    for member in following:
        if fits_role_of(source, member, cast):
            return Guess(to_speaker(member), _MATCHED, member)
    if source.head.lower_ in read_words("guarded_nouns"):
        return None
    told_little = is_general(source.head) or source.head.lower_ in read_table("party_words")
    accused = cast.accused if _is_kin_of_another(source.head) else []
    for place, member in enumerate(following[:_CANDIDATES]):
        known = (cast.has_named_office(member) and not told_little) or member in accused
        opens = place == 0 and _opens_sentence(cast.token(member.spans[0][0]))
        if not known and (opens or cast.is_speaking(member)):
            return Guess(to_speaker(member), _LIKELY, member)
    return None


def _find_speaking_body(source: Source, cast: Cast) -> Member | None:
    """The body that speaks next, if a noun may mean one: "its owner said ... Acme said"."""
    doc, end = source.span.doc, find_sentence(source.head).end
    if source.head.lemma_ not in read_words("body_roles") or end >= len(doc):
        return None
    last = doc[min(end + _OPENING, len(doc) - 1)]
    first = next(cast.mentions_within(doc[end].idx, last.idx + 1), None)
    if first is None or first[2].entity.kind != "organisation":
        return None
    opens = _opens_sentence(cast.token(first[0]))
    return first[2] if opens and cast.is_speaking(first[2]) else None


def _is_kin_of_another(noun: Token) -> bool:
    """Whether a noun tells whose somebody is: "the victim's brother" is not who is on trial."""
    owned = any(child.dep_ == "poss" for child in noun.children)
    return owned and noun.lower_ in read_words("kin_nouns")


def find_named_later(source: Source, cast: Cast) -> Guess | None:
    """The person of whom the first words tell what happened: "A farmer was held", then "Roe, 34,".

    They do not speak there, so that only an age or a fitting role tells that it is they.
    """
    told = source.head.dep_ in NOUN_SUBJECTS and source.head.head.dep_ in _MAIN
    guess = find_introduced(source, cast) if told and source.head.i < _LEAD else None
    if guess is None or guess.confidence == _MATCHED:
        return guess
    following = islice(_find_new(source, cast), _CANDIDATES)
    aged = (m for m in following if cast.age_of(m) and not cast.has_named_office(m))
    member = next(aged, None)
    return Guess(to_speaker(member), _LIKELY, member) if member is not None else None


def find_identified(noun: Token) -> list[int]:
    """The tokens that say who it is: "police named the man as Jim Roe"."""
    verb = noun.head
    if noun.dep_ not in _IDENTIFIED or verb.lemma_ not in _IDENTIFYING:
        return []
    named = (child for child in verb.children if child.lower_ == "as")
    return [each.i for preposition in named for each in preposition.children]


def find_introduced_body(source: Source, cast: Cast) -> Guess | None:
    """The body that a headline or the first words describe: "House panel" before its full name."""
    if source.head.i >= _LEAD:
        return None
    end = find_sentence(source.head).end
    doc = source.span.doc
    if end >= len(doc):
        return None
    last = doc[min(end + _LEAD_REACH, len(doc) - 1)]
    named = list(cast.mentions_within(doc[end].idx, last.idx + 1))
    told = (m for _, _, m in named if is_told(m, source))
    member = next(told, None) if list(find_modifiers(source)) else None
    member = member or _find_next_speaker(source, named, cast)
    return Guess(to_speaker(member), _MATCHED, member) if member is not None else None


def _find_next_speaker(
    source: Source, named: list[tuple[int, int, Member]], cast: Cast
) -> Member | None:
    """The body that speaks next: "the watchdog has found", then "In a report, Acme said".

    Its name tells that it is called so, or what it says it says in a paper.
    """
    bodies = ((at, m) for at, _, m in named if m.entity.kind == "organisation")
    start, member = next(bodies, (0, None))
    if member is None or member.spans[0][0] < start or not cast.is_speaking(member):
        return None
    before = source.span.doc[find_sentence(cast.token(start)).start : start]
    paper = before[:1].text == "In" and any(
        token.lemma_ in read_words("document_nouns") for token in before
    )
    if is_of_another(source.span, member.entity.name):
        return None
    fits = is_called(member, source.head.lower_, cast)
    return member if fits or (paper and may_be_called(member, source.head.lower_, cast)) else None


def _may_be_explained(source: Source) -> bool:
    """Whether a description opens the text, or tells so much that a name must follow.

    Who is not to be named is not named further on.
    """
    if find_reason(source.head):
        return False
    if source.head.i < _LEAD:
        return not source.head.lower_.startswith("spokes")
    if source.span[0].is_sent_start and source.span[0].tag_ not in ("DT", "PRP$", "CD"):
        return True  # a headline within the text
    complement = any(child.dep_ in ("prep", "relcl", "acl") for child in source.head.children)
    return is_definite(source.span) and complement


def _find_new(source: Source, cast: Cast) -> Iterator[Member]:
    """The people first named, and in full, within reach behind a description's sentence."""
    end = find_sentence(source.head).end
    reach = _LEAD_REACH if source.head.i < _LEAD else _REACH
    doc = source.span.doc
    if end >= len(doc):
        return
    last = doc[min(end + reach, len(doc) - 1)]
    for start, _, member in cast.mentions_within(doc[end].idx, last.idx + 1):
        new = start == member.spans[0][0] or _is_explained_surname(source, start, member)
        named = new and member.is_person and " " in member.entity.name
        if named and _fits_gender(source.head, member):
            yield member


def _is_explained_surname(source: Source, start: int, member: Member) -> bool:
    """Whether somebody whom the headline names by surname is now named in full."""
    full = next((first for first, last in member.spans if last - first > 1), None)
    sentence = find_sentence(source.head)
    beside = any(sentence.start <= first < sentence.end for first, _ in member.spans)
    return start == full and source.head.i < _LEAD and not beside


def _opens_sentence(first: Token) -> bool:
    doc, start = first.doc, first.i
    if ask_honorific(doc, start):
        start -= 1
    start -= len(find_title(doc, start).split())
    return start >= 0 and (doc[start].is_sent_start or doc[start - 1].is_space)


def _fits_gender(head: Token, member: Member) -> bool:
    told = read_table("person_nouns").get(head.lower_, "")
    return not (told and member.gender) or told == member.gender
