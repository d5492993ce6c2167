"""What the words of a description tell: an age, a place, an office, which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from bot.language.complements import is_set_off
from bot.language.headlines import find_headline_tokens
from bot.language.offices import has_capital
from bot.language.sources import Source
from bot.language.wordlists import read_table, read_words

_DEFINITE = frozenset({"the", "this", "that"})
_AGE = re.compile(r"\b(\d{1,3})-year-old\b")


def is_definite(span: Span) -> bool:
    """Whether a phrase speaks of something known: "the minister"."""
    first: Token = span[0]
    return first.lower_ in _DEFINITE


def find_age(span: Span) -> str:
    """The age that a description gives: "34" of "the 34-year-old"; "" if it gives none."""
    match = _AGE.search(span.text)
    return match.group(1) if match else ""


def is_general(noun: Token) -> bool:
    """Whether a noun may mean anybody, whatever they do: "the man", "the Spaniard"."""
    if noun.ent_type_ == "NORP" and noun.lower_ not in read_table("person_nouns"):
        return True
    return noun.lower_ in read_words("general_person_nouns", "inhabitants")


def is_title_like(head: Token) -> bool:
    """Whether a noun has a capital that no office gives it: in "The Advocate" it is a name."""
    word = head.lower_
    origin = word in read_table("party_words") or word in read_words("demonyms", "inhabitants")
    if origin or head.ent_type_ == "NORP" or head.is_sent_start or has_capital(head):
        return False
    if _is_lettered(head):
        return False
    return head.text[0].isupper() and head.i not in find_headline_tokens(head.doc)


def is_in_name(head: Token) -> bool:
    """Whether a noun ends a name in capitals: "The Daily Caller"."""
    before = head.doc[head.i - 1] if head.i else head
    capitals = head.text[0].isupper() and before.text[0].isupper() and not before.is_sent_start
    named = capitals and before.pos_ != "DET" and before.ent_type_ not in ("GPE", "NORP")
    return named and not _is_lettered(head)


def _is_lettered(head: Token) -> bool:
    """Whether letters stand for an office: "the Roeham MP"."""
    return head.is_upper and len(head) > 1


def is_office_of_matter(head: Token) -> bool:
    """Whether an office is told with its matter or place: "the Minister for Health"."""
    after = head.doc[head.i + 1 : head.i + 3]
    joined = len(after) > 1 and after[0].lower_ in ("for", "of") and after[1].is_title
    return joined and has_capital(head)


def find_places(source: Source) -> frozenset[str]:
    """The places in a description: "Ohio" of "the Ohio governor"."""
    return frozenset(token.lower_ for token in source.span if token.ent_type_ == "GPE")


def find_modifiers(source: Source) -> Iterator[str]:
    """The words of a description that tell which one is meant: "Indiana" in "Indiana governor"."""
    head, loose = source.head, read_words("loose_modifiers")
    for token in source.span:
        if token.i == head.i or not token.text[0].isalpha() or token.lower_ in loose:
            continue
        if any(each.text == "-" for each in source.span.doc[token.i - 1 : token.i + 2]):
            continue  # "first-term"
        if token.pos_ == "PROPN" or (token.i < head.i and token.pos_ in ("ADJ", "NOUN")):
            yield token.text
    for child in head.children:
        if child.dep_ in ("relcl", "acl") and child.i > head.i and not is_set_off(head):
            yield child.text
