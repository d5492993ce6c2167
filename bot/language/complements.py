"""What stands around a noun and tells which one is meant: whose, of what, from where."""

from __future__ import annotations

from spacy.tokens import Token

_ELECTED = frozenset({"mp", "msp", "councillor", "candidate", "member"})


def has_complement(head: Token) -> bool:
    """Whether more follows that tells one from others: not in "secretary of state"."""
    return any(
        (child.dep_ == "poss" and not is_past(head))
        or (child.dep_ in ("relcl", "acl") and not is_set_off(head))
        or (child.dep_ == "prep" and not _is_plain(child) and not _is_home(child))
        for child in head.children
    )


def is_past(head: Token) -> bool:
    """Whether somebody is no longer what a noun says: "Roe's former adviser" is known already."""
    return any(child.lower_ == "former" for child in head.children)


def _is_home(preposition: Token) -> bool:
    """Whether a preposition brings where somebody is from: "the senator from Ohio"."""
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    if preposition.lower_ == "for":  # "the MP for Roeham"
        return preposition.head.lower_ in _ELECTED and any(t.pos_ == "PROPN" for t in objects)
    return preposition.lower_ == "from" and any(each.ent_type_ == "GPE" for each in objects)


def is_set_off(head: Token) -> bool:
    """Whether a comma parts a noun from what follows: it tells more, and not which one."""
    after = head.doc[head.i + 1 : head.i + 2]
    return after.text == ","


def _is_plain(preposition: Token) -> bool:
    """Whether a preposition brings a bare common noun or a number: "of state", "of three"."""
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    return preposition.lower_ == "of" and all(
        each.is_lower and not any(True for _ in each.children) for each in objects
    )
