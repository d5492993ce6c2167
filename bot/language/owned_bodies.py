"""Finds where a body's name goes on behind a possessive or a small word within it.

"the Farmers' Union", "St. Anne's School", "the Food and Drug Administration", "Homes for Roe".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from spacy.tokens import Token

from bot.language.known_names import is_given_name, places
from bot.language.wordlists import read_table, read_words

OFFICE_JOINTS = frozenset({"of", "for", "on"})
AIMS = frozenset({"against", "for", "without"})
_PLACES = frozenset({"GPE", "LOC"})
_NO_AIMS = frozenset({"DATE", "NORP", "TIME"})
_NO_GROUP = _NO_AIMS | _PLACES | {"PERSON"}
"""What the model takes the words of a group's name for, if it is none."""
_BEFORE_NAMES = frozenset({"ADP", "NOUN", "PUNCT", "VERB"})
_DEPARTMENTS = frozenset(
    {"bureau", "commission", "committee", "department", "directorate", "ministry", "office"}
)
_MATTERS = 9
"""Tokens behind a comma in which a list of matters comes to its "and"."""
_MARKS = frozenset("'’")
_LONGEST = 4
"""Tokens of a name behind its possessive."""
SAINTS = frozenset({"st", "st."})
_OWNED = frozenset({"ADJ", "NOUN", "NUM"})
_IRREGULAR = ("men", "children", "people")
"""How plurals end that take an 's."""


def is_possessive(token: Token) -> bool:
    """Whether it is the mark of a possessive, by any guess of the model."""
    if token.tag_ == "POS":
        return True
    if token.text not in _MARKS or not token.i:
        return False
    inner = token.doc[token.i : token.i + 2]
    within = all(each.ent_iob_ == "I" for each in inner)  # "the Lecturers’ Association"
    return (token.dep_ == "case" or within) and token.nbor(-1).text_with_ws.endswith("s")


def is_inner_possessive(run: list[Token], mark: Token) -> bool:
    """Whether a body has the possessive in its name: "Members' Costs", "St. Anne's School"."""
    if run[-1].whitespace_:
        return False
    after = mark.doc[mark.i + 1 : mark.i + 2]
    if names_saint(run, mark):
        return True
    joined = any(token.lower_ in OFFICE_JOINTS for token in run)
    if joined and mark.text in _MARKS and run[0].lower_ in read_words("joining_bodies"):
        return any(token.text[0].isupper() for token in after)
    if _owns_body(run, mark):
        return True
    return mark.text in _MARKS and any(
        token.ent_iob_ == "I" and token.ent_type_ == "ORG" for token in after
    )


def names_saint(run: list[Token], mark: Token) -> bool:
    """Whether a house is called after its saint: "St. Anne's said", but not "St. Louis's mayor"."""
    after = mark.doc[mark.i + 1 : mark.i + 2]
    if run[0].lower_ not in SAINTS or len(run) == 1 or not mark.text.endswith("s"):
        return False
    alone = all(token.text[0].isupper() or token.pos_ not in _OWNED for token in after)
    return alone or (mark.ent_iob_ == "I" and mark.ent_type_ not in _PLACES)


def _owns_body(run: list[Token], mark: Token) -> bool:
    """Whether a body is called after those it is for: "the Farmers' Union"."""
    doc, start = mark.doc, run[0].i
    if _is_office(run[-1], mark):
        return True
    plural = mark.text in _MARKS or run[-1].lower_.endswith(_IRREGULAR)
    if not plural or not start or doc[start - 1].lower_ != "the":
        return False
    named = list(takewhile(lambda token: token.text[0].isupper(), doc[mark.i + 1 :][:_LONGEST]))
    return bool(named) and (
        named[0].lower_ in read_words("member_bodies")
        or named[-1].lower_ in read_words("organisation_words")
    )


def _is_office(owner: Token, mark: Token) -> bool:
    """Whether a body is called after who leads it: "the Privacy Commissioner's Office"."""
    after = mark.doc[mark.i + 1 : mark.i + 3]
    named = after[:1].text == "Office" and not any(t.text[0].isupper() for t in after[1:])
    return named and owner.lower_ in read_table("person_nouns")


def joins_name(run: list[Token], joint: Token) -> bool:
    """Whether a body's name goes on behind a comma or a small word, by what stands around it."""
    if joint.text in (",", "and") and _joins_matters(run, joint):
        return True
    if joint.lower_ == "and":
        return any(joins(run, joint) for joins in (_joins_two, _joins_areas, _joins_agency))
    return joint.lower_ in AIMS and _joins_aim(run, joint)


def _joins_areas(run: list[Token], joint: Token) -> bool:
    """Whether a body is called after two areas: "Roe | and | Doe NHS Trust"."""
    area, after = run[0], joint.doc[joint.i + 1 :][:_LONGEST]
    named = [token.lower_ for token in takewhile(lambda token: token.text[0].isupper(), after)]
    if len(run) > 1 or not area.is_title or area.pos_ != "PROPN":
        return False
    known = area.lower_ in places() or is_given_name(area.lower_)
    return not known and len(named) > 1 and named[-1] in read_words("area_bodies")


def _joins_agency(run: list[Token], joint: Token) -> bool:
    """Whether a body is called after two matters of state: "Health | and | Roads Agency"."""
    after = joint.doc[joint.i + 1 :][:_LONGEST]
    named = list(takewhile(lambda token: token.text[0].isupper(), after))
    matter = len(run) == 1 and run[0].is_title and run[0].lower_ in read_words("department_words")
    return matter and len(named) > 1 and named[-1].lower_ in read_words("organisation_words")


def _joins_aim(run: list[Token], joint: Token) -> bool:
    """Whether a group is called after what it is for: "the campaign group Homes | for | Roe"."""
    last = run[-1]
    if not last.lower_.endswith("s") or last.ent_type_ in _NO_GROUP or is_given_name(last.lower_):
        return False
    party = last.lower_.rstrip("s") in read_table("party_words")
    aim = joint.doc[joint.i + 1 : joint.i + 2]
    if party or not all(t.is_title and t.ent_type_ not in _NO_AIMS for t in (last, *aim)):
        return False
    return _is_bare(run[0]) or any(map(_is_bare, _find_same(run, joint)))


def _is_bare(first: Token) -> bool:
    """Whether nothing before a plural's capital tells why it has it: "group | Homes for Roe"."""
    before = first.doc[max(0, first.i - 1) : first.i]
    return not first.is_sent_start and all(token.pos_ in _BEFORE_NAMES for token in before)


def _find_same(run: list[Token], joint: Token) -> Iterator[Token]:
    """Where the text has the same words again, with what they join."""
    doc, start, words = joint.doc, run[0].i, joint.doc[run[0].i : joint.i + 2].text
    for at in (doc.to_array("ORTH") == run[0].orth).nonzero()[0].tolist():
        if at != start and doc[at : at + joint.i + 2 - start].text == words:
            yield doc[at]


def _joins_matters(run: list[Token], joint: Token) -> bool:
    """Whether a department has several matters: "Department for Food | , | Farms and Sport"."""
    words = [token.lower_ for token in run]
    named = (one in _DEPARTMENTS and other in OFFICE_JOINTS for one, other in pairwise(words))
    after = joint.doc[joint.i + 1 : joint.i + _MATTERS]
    following = [token.lower_ for token in after if token.lower_ != "and"][:2]
    if not following or following[-1] in read_table("person_nouns"):
        return False
    if not any(named) or following[0] not in read_words("department_words"):
        return False
    listed = list(takewhile(lambda token: token.text[0].isupper() or token.text == ",", after))
    return joint.text == "and" or after[len(listed) :][:1].text == "and"


def _joins_two(run: list[Token], joint: Token) -> bool:
    """Whether "and" stands within a name by itself: "the Competition | and | Markets Authority"."""
    first, doc = run[-1], joint.doc
    if joint.lower_ != "and" or len(run) > 1 or first.dep_ not in {"compound", "nmod"}:
        return False
    named = doc[joint.i + 1 : first.head.i + 1]
    return (
        (doc[first.i - 1].lower_ if first.i else "") == "the"
        and first.head.lower_ in read_words("organisation_words")
        and len(named) > 1
        and all(token.text[0].isupper() for token in named)
    )
