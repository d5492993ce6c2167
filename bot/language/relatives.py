"""Finds the word that a relative pronoun stands for: Roe in "Roe, head of Acme, who ..."."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.cast import Cast
from bot.language.roles import is_person_noun
from bot.language.sources import Source, read_source
from bot.language.wordlists import read_words

_HIGHEST = 5
"""Steps from a "who" up to whom it means."""


def read_antecedent(pronoun: Token, cast: Cast) -> Source | None:
    """The phrase that a relative pronoun belongs to, looked at; None if it is nowhere near."""
    antecedent = _find_antecedent(pronoun, cast)
    if antecedent is None:
        return None
    start = antecedent if cast.at(antecedent.i) else antecedent.left_edge
    return read_source(pronoun.doc, (start.idx, antecedent.idx + len(antecedent)), cast)


def _find_antecedent(pronoun: Token, cast: Cast) -> Token | None:
    """The noun or name that "who" or "which" stands for; None if its clause hangs on none."""
    named = _find_named_before(pronoun, cast)
    if named is not None:
        return named
    before = pronoun.nbor(-1) if pronoun.i else pronoun
    if pronoun.lower_ == "who" and before.tag_ == "NNS":
        return before  # "the officials who"
    verb = pronoun.head
    while verb.dep_ in ("conj", "xcomp", "aux") and verb.head is not verb:
        verb = verb.head
    if verb.dep_ != "relcl":
        return None
    if pronoun.lower_ == "who":
        return _find_subject(verb.head, cast) or _climb_to_person(verb.head, cast)
    return None if pronoun.lower_ == "which" and _is_mute(verb.head, cast) else verb.head


def _is_mute(noun: Token, cast: Cast) -> bool:
    """Whether a noun names a thing that says nothing: "cancer"; no person, body or paper."""
    lists = ("organisation_nouns", "organisation_words", "document_nouns", "media_nouns")
    names = {noun.lower_, noun.lemma_.lower()}
    speaks = any(names & read_words(each) for each in lists) or is_person_noun(noun)
    return noun.pos_ == "NOUN" and noun.tag_ == "NN" and not speaks and cast.at(noun.i) is None


def _find_subject(noun: Token, cast: Cast) -> Token | None:
    """The person of whom a noun tells what they are: Roe in "Roe is a lawyer who"."""
    if noun.dep_ != "attr":
        return None
    subjects = (child for child in noun.head.children if child.dep_ == "nsubj")
    subject = next(subjects, None)
    member = cast.at(subject.i) if subject is not None else None
    return subject if member is not None and member.is_person else None


def _find_named_before(pronoun: Token, cast: Cast) -> Token | None:
    """Whoever is named right before the comma: the last one of a list, not its first."""
    if pronoun.lower_ not in ("who", "which") or pronoun.i < 2:  # noqa: PLR2004  a comma and a name
        return None
    comma, last = pronoun.nbor(-1), pronoun.nbor(-2)
    member = cast.at(last.i) if comma.text == "," else None
    if member is None or member.is_person != (pronoun.lower_ == "who"):
        return None
    if not member.is_person:
        return last if member.entity.kind == "organisation" else None
    return None if _is_owner(last) else last


def _is_owner(name: Token) -> bool:
    """Whether a name tells whose somebody is: "a lawyer for Roe, who"."""
    return name.dep_ == "pobj" and is_person_noun(name.head.head)


def _climb_to_person(token: Token, cast: Cast) -> Token:
    """The person, or the noun for one, that a phrase such as "head of Acme" hangs on."""
    lowest = token
    for _ in range(_HIGHEST):
        member = cast.at(token.i)
        if member is not None and member.is_person and not _is_owner(token):
            return token
        if is_person_noun(token) and token.dep_ != "appos":
            return token
        if token.dep_ not in ("pobj", "prep", "appos", "conj"):
            break
        token = token.head
    return lowest
