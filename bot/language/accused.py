"""Tells who may be "the gunman": somebody who is charged with a deed, or tried for it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from bot.language.wordlists import read_words

_CONFESSING = frozenset({"confess", "plead"})


def is_accused_noun(noun: Token) -> bool:
    """Whether a noun is for one who is accused: "the suspect"."""
    return noun.tag_ == "NN" and noun.lower_ in read_words("accused_nouns")


def is_accused(doc: Doc, start: int, end: int) -> bool:
    """Whether of somebody who is named there stands that they are: "Jane Roe was charged with"."""
    name: Token = doc[start:end].root
    if name.dep_ == "appos" and is_accused_noun(name.head):  # "The defendant, | Jim Roe, 29,"
        return True
    return any(
        verb.lemma_ in (_CONFESSING if subject.dep_ == "nsubj" else read_words("accusing_verbs"))
        for subject, verb in _find_clauses(name)
    )


def _find_clauses(name: Token) -> Iterator[tuple[Token, Token]]:
    """The clauses of which a name is the subject, by itself or as "who": subject and verb."""
    clauses = [child for child in name.children if child.dep_ == "relcl"]
    for subject in (name, *(child for verb in clauses for child in verb.children)):
        if subject.dep_ in ("nsubj", "nsubjpass") and subject.i < subject.head.i:
            yield subject, subject.head
