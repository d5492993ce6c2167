"""Where a thing that is told ends: how long, until when, on what condition, among what."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.frames import Frame
from bot.language.page import Page, Range
from bot.language.tails import opens_by_pronoun
from bot.language.wordlists import read_words

_WHEN = frozenset({"before", "if", "once", "unless", "until", "when"})
_DUE = frozenset({"before", "by", "until", "within"})
_COMPARING = frozenset({"for", "in", "of", "on", "since"})
_ACROSS = frozenset(
    {"across", "along", "among", "around", "behind", "beyond", "between", "near", "throughout"}
)
_MEASURES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_VERBS = frozenset({"AUX", "VERB"})


def with_among(tokens: Range, page: Page) -> Range:
    """With some of the things told: "pledged help for ten towns, | among them Dover and Deal"."""
    at, end = page.trim(tokens)[1], page.sentences[tokens[1] - 1][1]
    if at + 2 >= end or page.doc[at + 1].lower_ != "among" or page.doc[at + 2].lower_ != "them":
        return tokens
    words = page.doc[at + 3 : end]
    named = all(word.is_title or word.pos_ not in _VERBS for word in words)
    return page.trim((tokens[0], end)) if named else tokens


def with_compared(tokens: Range, cue: Token, page: Page) -> Range:
    """With what a superlative is measured by: "called it the worst storm | in ten years"."""
    if not any(page.doc[i].tag_ in {"JJS", "RBS"} for i in range(*tokens)):
        return tokens
    for behind in cue.children:
        measure = behind.dep_ == "prep" and behind.lower_ in _COMPARING
        known = behind.tag_ == "VBN" and opens_by_pronoun(behind)
        if behind.left_edge.i == tokens[1] and (measure or known):
            return tokens[0], page.subtree(behind)[1]
    return tokens


def with_limit(tokens: Range, frame: Frame, page: Page) -> Range:
    """With until when, on what condition or how much: "called for a ban | until 2027".

    Of what a thing is called with whom it is that to: "called it “a blow” | to the town".
    """
    named = any(slot.name == "pred" for slot in frame.slots)
    for behind in frame.cue.children:
        if behind.left_edge.i != tokens[1]:
            continue
        limits = _limits(behind) or (named and _is_to(behind)) or _tells_how_far(behind)
        limits = limits or _is_announced(behind) or _likens(behind)
        if limits or _lasts(behind, tokens):
            tokens = tokens[0], page.subtree(behind)[1]
    return tokens


def _limits(behind: Token) -> bool:
    """Whether it limits what the cue before it demands or foretells."""
    if not demands(behind.head):
        return False
    if behind.dep_ == "advcl":
        return any(c.i == behind.left_edge.i and c.lower_ in _WHEN for c in behind.children)
    through = behind.lower_ == "through" and any(c.ent_type_ == "DATE" for c in behind.children)
    due = behind.dep_ == "prep" and (behind.lower_ in _DUE or through)
    return due or behind.lower_ == "instead"


def _tells_how_far(behind: Token) -> bool:
    """Whether it tells how much of a thing, or where: "warned of gusts | up to 60 mph"."""
    if behind.dep_ == "prep":
        return behind.lower_ in _ACROSS and demands(behind.head)
    measured = any(token.ent_type_ in _MEASURES for token in behind.subtree)
    return measured and behind.dep_ in {"advmod", "npadvmod"}


def _lasts(behind: Token, tokens: Range) -> bool:
    """Whether it tells how long a deed went on: "accused it of hiding files | for four years"."""
    if behind.dep_ != "prep" or behind.lower_ != "for":
        return False
    times = (c for c in behind.children if c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"})
    deeds = (token for token in behind.doc[slice(*tokens)] if token.tag_ == "VBG")
    return any(times) and any(deeds)


def _is_announced(behind: Token) -> bool:
    """Whether it tells where or until when an announced thing holds: "a ban | until April"."""
    announced = behind.head.lemma_ in read_words("announcing_cues") and behind.dep_ == "prep"
    return announced and behind.lower_ in _ACROSS | {"through", "until"}


def _likens(behind: Token) -> bool:
    """Whether it is what a thing is called, misread: "described them | as all but dead"."""
    first = behind.left_edge
    return first.lower_ == "as" and first.dep_ == "advmod" and behind.dep_ in {"advmod", "acomp"}


def _is_to(behind: Token) -> bool:
    return behind.dep_ == "prep" and behind.lower_ in {"for", "to"}


def leave_medium(tokens: Range, page: Page) -> Range:
    """Without what a thing was said in: "confirmed the deal | in a radio message"."""
    start, end = page.trim(tokens)
    if start >= end or page.doc[end - 1].lemma_ not in read_words("media_nouns"):
        return tokens
    at = end - 2
    while at > start and page.doc[at].dep_ in {"compound", "amod"}:
        at -= 1
    told = page.doc[at].lower_ in {"a", "an"} and page.doc[at - 1].lower_ in {"in", "on"}
    return (start, at - 1) if told and at - 1 > start else tokens


def demands(cue: Token) -> bool:
    """Whether it tells what shall be, or what will."""
    return cue.lemma_ in read_words("demand_cues", "forecast_cues")
