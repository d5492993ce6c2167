"""Finds whose a paper is that "says" something: "their letter", "its figures", "his message"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from bot.language.genders import PRONOUNS
from bot.language.page import NOUN_SUBJECTS
from bot.language.roles import is_person_noun
from bot.language.sentences import find_sentence
from bot.language.sources import Form, Source
from bot.language.wordlists import read_words

_THEIRS: dict[str, Form] = {"their": "plural", "its": "thing"}


def find_paper_owner(source: Source) -> Source | None:
    """The words for whoever a paper is by; None for what is no paper, or tells by itself whose."""
    noun = source.head
    owner = next((t for t in noun.children if t.dep_ == "poss"), None)
    if owner is None or source.form != "description" or not _is_paper(noun):
        return None
    if any(token.lower_ == "by" for token in source.span[1:]):  # "their report, prepared by Acme"
        return None
    span = owner.doc[owner.left_edge.i : owner.i + 1]
    if owner.lower_ in PRONOUNS:
        return Source(span, owner, "pronoun")
    if owner.lower_ in _THEIRS:
        return Source(span, owner, _THEIRS[owner.lower_])
    personal = noun.lemma_.lower() in read_words("personal_papers")
    return Source(span, owner, "description") if personal and is_person_noun(owner) else None


def _is_paper(noun: Token) -> bool:
    known = read_words("document_nouns", "personal_papers", "owned_pages")
    return not known.isdisjoint({noun.lower_, noun.lemma_.lower()})


def find_subject_before(pronoun: Token) -> Span | None:
    """The subject of the sentence before, in its paragraph: "Six MPs wrote. | Their letter"."""
    start = find_sentence(pronoun)[0].i
    if not start or "\n" in pronoun.doc[start - 1].text:
        return None
    root = find_sentence(pronoun.doc[start - 1]).root
    subject = next((t for t in root.children if t.dep_ in NOUN_SUBJECTS), None)
    if subject is None:
        return None
    end = max(t.i for t in (subject, *subject.conjuncts)) + 1  # "Roe and Doe"
    return pronoun.doc[subject.left_edge.i : end]
