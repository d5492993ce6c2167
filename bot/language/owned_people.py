"""Finds whom a description means by whose they are: "his attorney", "Roe's wife".

Somebody else in the text may be named as just that ("An attorney for Roe, Jane Doe"), or bear
the family's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bot.language.cast import Cast, Member
from bot.language.described_people import find_person
from bot.language.genders import PRONOUNS
from bot.language.guesses import Guess, to_speaker
from bot.language.pronouns import find_meant
from bot.language.roles import is_person_noun
from bot.language.salience import Salience
from bot.language.sentences import find_sentence
from bot.language.sources import Source
from bot.language.wordlists import read_table, read_words

_NAMED, _FAMILY = 0.85, 0.7
_FIRST = 5
"""Mentions of somebody that may introduce them."""
_CLIENT, _LAWYER = "client", "lawyer"
_MINE = frozenset({"my", "our"})
_JOINTS = frozenset({",", "—", "–", "--"})


def find_owned(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """The person named as somebody's attorney or wife, where a description says just that.

    Or whose attorney somebody is, where a description says "his client".
    """
    if not is_person_noun(source.head):
        return None
    if source.head.lower_ == _CLIENT:
        return _find_client(source, salience, cast)
    possessor = _find_possessor(source)
    owner = _find_owner(possessor, salience, cast) if possessor is not None else None
    return _find_of(source, owner, cast) if owner is not None else None


def find_own(noun: Token, speaker: Member, salience: Salience, cast: Cast) -> Guess | None:
    """Whom a speaker means by "my client" or "my son"."""
    source = Source(noun.doc[noun.left_edge.i : noun.i + 1], noun, "description")
    if noun.lower_ == _CLIENT:
        return _find_client_of(speaker, salience, cast)
    return _find_of(source, speaker, cast)


def is_own(noun: Token) -> bool:
    """Whether a description tells that somebody belongs to who speaks: "my client"."""
    return any(t.dep_ == "poss" and t.lower_ in _MINE for t in noun.children)


def _find_of(source: Source, owner: Member, cast: Cast) -> Guess | None:
    """The person named as somebody's attorney or wife."""
    words = _same_words(source.head.lower_)
    others = [m for m in cast.people if m is not owner and _fits_gender(source.head, m)]
    named = [m for m in others if _is_called(m, owner, words, cast)]
    if len(named) == 1:
        return Guess(to_speaker(named[0]), _NAMED, named[0])
    if named or source.head.lower_ not in read_words("family_nouns"):
        return None
    family = [m for m in others if _has_name_of(m, owner)]
    return Guess(to_speaker(family[0]), _FAMILY, family[0]) if len(family) == 1 else None


def _find_client(source: Source, salience: Salience, cast: Cast) -> Guess | None:
    """Whom a lawyer speaks for: "a lawyer for Roe said | his client", or as their role tells."""
    lawyers = _same_words(_LAWYER)
    for noun in find_sentence(source.head):
        if noun.lower_ in lawyers and noun.i < source.head.i:
            for client in filter(None, map(cast.at, _find_served(noun))):
                if client.is_person:
                    return Guess(to_speaker(client), _NAMED, client)
    possessor = _find_possessor(source)
    lawyer = _find_owner(possessor, salience, cast) if possessor is not None else None
    return _find_client_of(lawyer, salience, cast) if lawyer is not None else None


def _find_client_of(lawyer: Member, salience: Salience, cast: Cast) -> Guess | None:
    lawyers = _same_words(_LAWYER)
    others = [m for m in cast.people if m is not lawyer]
    served = [m for m in others if _is_called(lawyer, m, lawyers, cast)]
    minded = [m for _, m in salience.rank() if m in served] or served
    return Guess(to_speaker(minded[0]), _NAMED, minded[0]) if minded else None


def _find_served(lawyer: Token) -> Iterator[int]:
    """The tokens of whoever a noun for a lawyer is followed by: "a lawyer for | Roe"."""
    for child in lawyer.children:
        if child.dep_ == "prep" and child.lower_ == "for":
            yield from (each.i for each in child.children if each.dep_ == "pobj")


def _find_possessor(source: Source) -> Token | None:
    return next((t for t in source.head.children if t.dep_ == "poss"), None)


def _find_owner(possessor: Token, salience: Salience, cast: Cast) -> Member | None:
    if possessor.lower_ in PRONOUNS:
        guess = find_meant(possessor, None, salience, cast)
        return guess.member if guess is not None else None
    member = cast.at(possessor.i)
    if member is None and is_person_noun(possessor):
        span = possessor.doc[possessor.left_edge.i : possessor.i + 1]
        guess = find_person(Source(span, possessor, "description"), salience, cast)
        member = guess.member if guess is not None else None
    return member if member is not None and member.is_person else None


def _same_words(word: str) -> set[str]:
    """A noun and what may stand for it: "attorney", "lawyer"; "ex-wife", "wife"."""
    return {word, word.removeprefix("ex-"), *read_table("title_meanings").get(word, "").split()}


def _fits_gender(noun: Token, member: Member) -> bool:
    told = read_table("person_nouns").get(noun.lower_, "")
    return not told or member.gender in (told, "")


def _is_called(member: Member, owner: Member, words: set[str], cast: Cast) -> bool:
    """Whether somebody has the role and it names the owner, or is introduced by "his NOUN"."""
    surname = owner.entity.name.split()[-1].lower()
    for role in cast.roles_of(member):
        told = role.lower().replace("’s", "'s").replace("'s", "").split()
        if words.intersection(told) and surname in told:
            return True
    return any(
        _is_introduced(cast.token(start), owner, words) for start, _ in member.spans[:_FIRST]
    )


def _is_introduced(first: Token, owner: Member, words: set[str]) -> bool:
    """In "his wife, Ada", "his wife Ada" or "Roe's wife, Ada" the name is introduced so."""
    before = list(_look_left(first))
    if not before or before[0].lower_ not in words:
        return False
    possessor = next((t for t in before[0].children if t.dep_ == "poss"), None)
    if possessor is None:
        return before[0].is_lower and first.i == before[0].i + 1
    if possessor.lower_ in PRONOUNS:
        return owner.gender in (PRONOUNS[possessor.lower_], "")
    return possessor.lower_ == owner.entity.name.split()[-1].lower()


def _look_left(first: Token) -> Iterator[Token]:
    if first.i:
        before = first.nbor(-1)
        if before.text in _JOINTS and before.i:
            before = before.nbor(-1)
        yield before


def _has_name_of(member: Member, owner: Member) -> bool:
    mine, theirs = (each.entity.name.lower().split() for each in (member, owner))
    return len(mine) > 1 and mine[-1] == theirs[-1] and mine[0] != theirs[0]
