"""Finds who speaks behind the place that opens a sentence: "In Oslo, Norway, | Jane Roe said"."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.page import NAMES, word_at
from bot.language.roles import is_person_noun
from bot.language.wordlists import read_words

_PLACING = frozenset({"inside", "outside"})
_AREAS = frozenset({"GPE", "LOC"})
_LEAST = 4
"""Tokens of "In Oslo Roe,"."""
_HUNG = frozenset({"appos", "conj"})
_LOOSE = _HUNG | {"dep", "dobj"}
_DEEDS = frozenset({"advcl", "csubj"})


def leave_place(subject: Token) -> Token:
    """Who is named behind a place that the parser takes for the subject: "Outside court, | Roe"."""
    named = find_behind_deed(subject.head) if subject.dep_ == "csubj" else None
    named = named or _find_joined(subject) or _find_apposed(subject) or _find_explained(subject)
    if named is not None:
        return named
    first = subject.left_edge
    first = first.nbor(-1) if first.i and first.nbor(-1).dep_ == "prep" else first
    area = first.lower_ in {"at", "in"} and subject.ent_type_ in _AREAS
    if not first.is_sent_start or not (area or first.lower_ in _PLACING):
        return subject
    if subject.doc[subject.i + 1 : subject.i + 2].text != ",":
        return subject
    hung = _find_apart(subject)
    return subject if hung is None else hung


def find_behind_place(verb: Token) -> Token | None:
    """The subject that is taken for another place: "In Oslo, | Jane Roe, a baker, said"."""
    opening = next(filter(_opens, verb.children), None)
    place = next((c for c in opening.children if c.dep_ == "pobj"), None) if opening else None
    if place is None or opening is None or opening.i > verb.i:
        return None
    if _follows_area(place) and any(c.dep_ == "appos" and is_person_noun(c) for c in place.rights):
        return place
    if is_person_noun(place) and place.left_edge.lower_ in read_words("names_of_days"):
        return place  # "On Sunday | Roe's lawyer said"
    hung = None if any(c.dep_ == "cc" for c in place.children) else _find_apart(place)
    apart = (
        hung is not None and hung.pos_ in NAMES and word_at(hung.doc, hung.left_edge.i - 1) == ","
    )
    return hung if apart and hung is not None and hung.i < verb.i else None


def _opens(word: Token) -> bool:
    """Whether it is the preposition that opens a sentence: "In Oslo,"."""
    return word.dep_ == "prep" and bool(word.is_sent_start)


def find_behind_deed(verb: Token) -> Token | None:
    """The subject behind what somebody does meanwhile: "Speaking in court, | Jane Roe, 34, said".

    The parser takes it for one more of the things or places that are told of there.
    """
    openings = (c for c in verb.children if c.dep_ in _DEEDS and c.tag_ == "VBG" and c.i < verb.i)
    deed = next((c for c in openings if c.is_sent_start), None)
    if deed is None:
        return None
    hung = (t for t in deed.subtree if t.dep_ in _LOOSE and t.pos_ == "PROPN")
    parted = (
        t for t in hung if word_at(t.doc, t.left_edge.i - 1) == "," and t.ent_type_ not in _AREAS
    )
    return next((t for t in parted if word_at(t.doc, t.i + 1) == "," or t.i + 1 == verb.i), None)


def _find_explained(subject: Token) -> Token | None:
    """The person behind what only tells of a place: "In Oslo, the home of jazz, | Jane Roe"."""
    first = subject.left_edge
    if first.tag_ != "DT" or is_person_noun(subject) or not subject.is_lower or not first.i:
        return None
    opening = next(filter(_opens, subject.head.children), None)
    place = next((c for c in opening.children if c.dep_ == "pobj"), None) if opening else None
    if place is None or place.right_edge.i + 2 != first.i or first.nbor(-1).text != ",":
        return None
    if any(c.dep_ == "cc" for c in subject.children):
        return None
    hung = (c for c in subject.children if c.dep_ in _HUNG and c.pos_ == "PROPN")
    named = (c for c in hung if c.ent_type_ not in _AREAS)
    return next((c for c in named if word_at(c.doc, c.left_edge.i - 1) == ","), None)


def _find_joined(subject: Token) -> Token | None:
    """The name before what is taken for the subject: "In Oslo Jane Roe, | a baker, said"."""
    doc, start = subject.doc, subject.left_edge.i
    if start < _LEAST or doc[start - 1].text != "," or not is_person_noun(subject):
        return None
    if doc[subject.i + 1 : subject.i + 2].text != ",":
        return None
    name = doc[start - 2]
    opens = name.dep_ == "pobj" and bool(name.head.is_sent_start) and _follows_area(name)
    return name if opens else None


def _find_apposed(subject: Token) -> Token | None:
    """The name before what only tells of a body: "In Oslo, Jane Roe, head of Acme, | a firm"."""
    opening = next((c for c in subject.head.children if c.dep_ == "prep" and c.is_sent_start), None)
    place = next((c for c in opening.children if c.dep_ == "pobj"), None) if opening else None
    first = subject.left_edge
    if place is None or place.ent_type_ not in _AREAS or first.tag_ != "DT":
        return None
    hung = _find_apart(place)
    person = hung is not None and any(is_person_noun(c) for c in hung.children if c.dep_ == "appos")
    apart = person and hung is not None and hung.i < first.i and first.nbor(-1).text == ","
    return hung if apart else None


def _follows_area(name: Token) -> bool:
    """Whether a name is joined to the place before it: "In Oslo | Jane Roe, a baker, said"."""
    return name.left_edge.ent_type_ in _AREAS and name.ent_type_ not in _AREAS


def _find_apart(place: Token) -> Token | None:
    """Who is hung on a place, or on the state that it lies in: "Dayton, Ohio, | Jane Roe"."""
    behind = [c for c in place.children if c.dep_ in _HUNG and c.i > place.i]
    named = next((c for c in behind if c.pos_ == "PROPN" and c.ent_type_ not in _AREAS), None)
    further = (_find_apart(c) for c in behind)
    found = named or next((each for each in further if each is not None), None)
    return found or next(iter(behind), None)
