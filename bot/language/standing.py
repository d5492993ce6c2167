"""Whether what an attribution reports was said: stated, negated, hypothetical, asked, intended.

"did not say whether", "declined to say", "if he says", "is expected to say", "Did he say that?":
the words of a cue stand there, and nothing was said. A denial is a statement ("denied that"),
and a negation within the content is part of it ("said he did not").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.language.conditions import is_hypothetical
from bot.language.governors import Bearing, find_bearing, read_group, subject_of, tells
from bot.language.negation import is_negated
from bot.language.relations import Relation
from bot.language.texts import read_text
from store.records import Standing

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})


def mark_standings(doc: Doc, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Every relation with its standing."""
    return tuple(replace(each, standing=_weigh_deed(doc, each)) for each in relations)


def _weigh_deed(doc: Doc, relation: Relation) -> Standing:
    standing = find_standing(doc, relation)
    return "intended" if relation.deed and standing == "stated" else standing


def find_standing(doc: Doc, relation: Relation) -> Standing:
    """How a relation's cue stands: only "stated" is shown as a statement."""
    if relation.cue is None:
        return "stated"
    bearing = find_bearing(doc, relation)
    if bearing is None:
        return "asked" if _is_question_turn(doc, relation) else "stated"
    if _is_questioned(bearing):
        return "asked"
    if is_negated(bearing):
        return "negated"
    if _asks(bearing):
        return "asked"
    return "hypothetical" if is_hypothetical(bearing) else "stated"


def _is_question_turn(doc: Doc, relation: Relation) -> bool:
    """Whether somebody who is there only to ask puts words in another's mouth in a transcript."""
    words = read_text(doc)[slice(*relation.source)].lower().split() if relation.source else []
    if len(words) != 1 or words[0].strip(".:") not in read_group("askers"):
        return False
    turn = doc.char_span(relation.content[0][0], relation.content[-1][1], alignment_mode="expand")
    if turn is None or turn[-1].text != "?" or any(token.text in ".?!" for token in turn[:-1]):
        return False
    return any(t.lower_ == "you" and t.dep_ == "nsubj" and tells(t.head) for t in turn)


def _is_questioned(bearing: Bearing) -> bool:
    """Whether it is asked: "Did he say ...?", "So you say ...?", "asked whether he said"."""
    if bearing.ends_with("?"):
        verb = bearing.verb
        subject = subject_of(verb)
        helper = next((c for c in bearing.parts(verb) if c.dep_ in {"aux", "auxpass"}), None)
        if subject is not None and helper is not None and helper.i < subject.i < verb.i:
            return not any(c.tag_ in _WH and c.i < helper.i for c in verb.subtree)
        if subject is not None and subject.lower_ == "you":
            return True
    marked = bearing.marked("yes_no")
    return marked is not None and marked.head.lemma_.lower() in read_group("asking")


def _is_put_to(word: Token) -> bool:
    """Whether it is put to somebody: "was asked to", "Asked what he thought, she said"."""
    parts = {child.dep_ for child in word.children}
    passive = word.tag_ == "VBN" or (word.tag_ == "VBD" and word.dep_ == "advcl")
    return passive and ("auxpass" in parts or not parts & {"aux", "nsubj"})


def _asks(bearing: Bearing) -> bool:
    """The cue itself asks: "asked whether", "wants to know if"; a quoted question is stated."""
    first = bearing.first_told()
    lemma = bearing.word.lemma_.lower()
    if bearing.relation.kind == "direct":
        return False
    if _is_put_to(bearing.word) and (lemma in read_group("asking") or bearing.word.is_sent_start):
        return first in read_group("question_words") or first == "to"
    if lemma in read_group("asking"):
        return first in read_group("yes_no")
    above = {each.lemma_.lower() for each in bearing.chain[1:]}
    return (
        lemma == "know" and first in read_group("yes_no") and above & read_group("wanting") != set()
    )
