"""Finds whom a description means that is named only afterwards.

News likes to begin with what somebody is and to give the name in the next sentence: "A farmer told
the court ... Jane Roe said ...".
"""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.cast import Cast, Member
from bot.language.described_people import fits_role_of, is_definite, is_general
from bot.language.genders import ask_honorific
from bot.language.guesses import Guess, to_speaker
from bot.language.roles import find_title
from bot.language.sentences import find_sentence
from bot.language.sources import Source
from bot.language.wordlists import read_table

_MATCHED, _LIKELY = 0.8, 0.6
_REACH = 60
"""Tokens from the end of a sentence to the name that explains it."""
_LEAD = 45
"""Tokens from the start of the text in which any description may be explained."""


def find_introduced(source: Source, cast: Cast) -> Guess | None:
    """The person who is first named soon after a description, opening a sentence."""
    if source.head.tag_ == "NNS" or not _may_be_explained(source):
        return None
    end = find_sentence(source.head).end
    member = _find_next(cast, end)
    if member is None or not _fits_gender(source.head, member):
        return None
    if fits_role_of(source, member, cast):
        return Guess(to_speaker(member), _MATCHED, member)
    told_little = is_general(source.head) or source.head.lower_ in read_table("party_words")
    if cast.roles_of(member) and not told_little:
        return None
    return Guess(to_speaker(member), _LIKELY, member)


def _may_be_explained(source: Source) -> bool:
    """Whether a description opens the text, or tells so much that a name must follow."""
    if source.head.i < _LEAD:
        return not source.head.lower_.startswith("spokes")
    if source.span[0].is_sent_start and source.span[0].tag_ not in ("DT", "PRP$"):
        return True  # a headline within the text
    complement = any(child.dep_ in ("prep", "relcl", "acl") for child in source.head.children)
    return is_definite(source.span) and complement


def _find_next(cast: Cast, end: int) -> Member | None:
    """The first person named after `end`, if that is the first time and opens a sentence."""
    named = ((s, e, member) for s, e, member in cast.mentions() if s >= end and member.is_person)
    start, _, member = next(named, (0, 0, None))
    if member is None or start - end > _REACH or min(member.spans)[0] < start:
        return None
    return member if " " in member.entity.name and _opens_sentence(cast.token(start)) else None


def _opens_sentence(first: Token) -> bool:
    doc, start = first.doc, first.i
    if ask_honorific(doc, start):
        start -= 1
    start -= len(find_title(doc, start).split())
    return start >= 0 and (doc[start].is_sent_start or doc[start - 1].is_space)


def _fits_gender(head: Token, member: Member) -> bool:
    told = read_table("person_nouns").get(head.lower_, "")
    return not (told and member.gender) or told == member.gender
