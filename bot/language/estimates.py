"""Finds what somebody gives for something: "put the cost at £8bn", "gave the cause as a fire"."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.clauses import Candidate, heal
from bot.language.page import Page, Range
from bot.language.subjects import find_source, is_passive
from bot.language.wordlists import read_words

_TO_NUMBER = 7
"""Tokens from "at" to the number."""
_PARTS = frozenset({"down", "half", "including", "less", "more", "most", "some", "up"})
_FOLLOWING = frozenset({"advcl", "npadvmod", "prep"})
_MARKS = frozenset({"“", '"'})
_STOPS = frozenset({".", ",", ";", ":"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_AT = frozenset({"above", "at", "below", "between", "closer", "near", "nearer", "under"})
_NAMED_AS = "as"
_MEASURES = frozenset({"double", "dozens", "half", "hundreds", "millions", "thousands", "twice"})


def read_estimate(verb: Token, page: Page) -> Candidate | None:
    """A figure, a cause or a date that somebody gives, from the thing to its measure."""
    forms = {verb.lemma_.lower(), verb.lower_}
    figure = not forms.isdisjoint(read_words("figure_cues"))
    if not (figure or "give" in forms) or is_passive(verb):
        return None
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    measure = _find_measure(verb, thing, figure=figure) if thing is not None else None
    source = find_source(verb, page) if measure is not None else None
    if thing is None or measure is None or source is None:
        return None
    content = _bound(page, verb, thing, measure)
    return Candidate(verb, "phrase", (content,), source, (verb.i, verb.i + 1))


def _bound(page: Page, verb: Token, thing: Token, measure: Token) -> Range:
    """From behind the verb to the end of the measure, and of what tells for when it is."""
    end = thing.i + 1 if measure.i < thing.i else measure.right_edge.i + 1
    end = next((t.i for t in page.doc[measure.i + 2 : end] if t.text in _STOPS), end)
    own = {verb.i, thing.i}
    for token in page.doc[end : page.sentences[verb.i][1]]:
        more = token.text == "," and _tells_parts(token)
        if more:
            return page.trim((verb.i + 1, _find_end(page, token)))
        if token.dep_ in _FOLLOWING and token.left_edge.i == end and token.head.i in own:
            end = token.right_edge.i + 1
        elif token.i >= end and (token.is_punct or token.dep_ == "cc" or token.tag_ in _FINITE):
            break
    second = (t.i for t in page.doc[measure.i + 1 : end] if t.dep_ == "conj" and t.pos_ == "VERB")
    end = min(end, next(second, end))
    return heal(page.trim((verb.i + 1, end)), verb.i, page)


def _find_measure(verb: Token, thing: Token, *, figure: bool) -> Token | None:
    """What stands beside the thing: "at | £8bn", "nearer | 200", "as | a fire"."""
    if not figure:
        known = thing.lemma_ in read_words("given_things")
        behind = (c for c in verb.children if known and c.i > thing.i and c.lower_ == _NAMED_AS)
        return next(behind, None)
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        ends = token.i > thing.i and (
            token.is_punct or token.tag_ in _FINITE or token.dep_ == "prt"
        )
        if ends or _puts_away(token):
            return None
        counted = token.i > thing.i and any(c.dep_ == "nummod" for c in thing.children)
        if token.lower_ in _AT and not counted and (token.i > thing.i or token.i == verb.i + 1):
            return token if _gives_number(token) else None
    return None


def _find_end(page: Page, comma: Token) -> int:
    """Where the second figure ends: at the next comma or verb of the sentence."""
    behind = page.doc[comma.i + 1 : page.sentences[comma.i][1]]
    return next((t.i for t in behind if t.text in _STOPS or t.dep_ == "cc"), behind.end)


def _tells_parts(comma: Token) -> bool:
    """Whether a figure is told in parts, or beside another: ", most of them men", ", up from 2"."""
    first = comma.doc[comma.i + 1 : comma.i + 2]
    return any(t.like_num or "d" in t.shape_ or t.lower_ in _PARTS for t in first)


def _puts_away(to: Token) -> bool:
    """Whether a thing is put somewhere: "put the child to bed at 8"."""
    bare = (c for c in to.children if c.dep_ == "pobj" and c.tag_ == "NN" and c.n_lefts == 0)
    return to.lower_ == "to" and any(bare)


def _gives_number(at: Token) -> bool:
    """Whether a number follows, which is no hour, or somebody's words: "at about 58 percent"."""
    near = at.doc[at.i + 1 : at.i + 1 + _TO_NUMBER]
    if near[:1].text in _MARKS:
        return True
    end = next((t.i - near.start for t in near if t.text in _STOPS), len(near))
    first = next((t for t in near[:end] if measures(t)), None)
    if first is None or first.ent_type_ == "TIME":
        return False
    return at.lower_ == "at" or "d" in first.shape_


def measures(token: Token) -> bool:
    """Whether it is a number, or a word for one: "half", "dozens"."""
    return token.like_num or "d" in token.shape_ or token.lower_ in _MEASURES
