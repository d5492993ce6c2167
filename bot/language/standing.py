"""Whether a statement was made at all: "did not say whether", "if she says", "did she say?"."""

from __future__ import annotations

from spacy.tokens import Token

from bot.language.frames import is_passive
from bot.language.page import Page
from bot.language.wordlists import read_table
from store.records import Standing

_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "advmod", "det", "preconj"})


def find_standing(cue: Token, page: Page) -> Standing:
    """The standing of what this cue reports."""
    if cue.pos_ not in {"VERB", "AUX"}:
        return "stated"
    if _is_negated(cue):
        return "negated"
    if _is_asked(cue, page):
        return "asked"
    return "hypothetical" if _is_hypothetical(cue) else "stated"


def _is_negated(cue: Token) -> bool:
    negations = _words("negated")
    if any(c.dep_ in _AUXILIARIES and c.lower_ in negations for c in cue.children):
        return True
    if cue.lemma_ in _words("refusing") and any(c.dep_ == "xcomp" for c in cue.children):
        return True
    subject = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    if subject is not None and (
        subject.lower_ in negations or any(c.lower_ in {"no", "neither"} for c in subject.children)
    ):
        return True
    if cue.dep_ == "pcomp":
        return cue.head.lower_ == "without"
    leads = cue.dep_ == "xcomp" and cue.head.pos_ == "VERB"
    return leads and (cue.head.lemma_ in _words("refusing") or _is_negated(cue.head))


def _is_hypothetical(cue: Token) -> bool:
    helpers = {c.lower_ for c in cue.children if c.dep_ == "aux"}
    if helpers & _words("modal") or (cue.lemma_ == "expect" and is_passive(cue)):
        return True
    marks = {c.lower_ for c in cue.children if c.dep_ in {"mark", "advmod"}}
    if marks & _words("conditional") and cue.dep_ == "advcl":
        return True
    if "to" in helpers and cue.dep_ == "xcomp":
        return cue.head.lemma_ in _words("wishing") or _is_hypothetical(cue.head)
    return cue.dep_ == "conj" and cue.head.pos_ == "VERB" and "to" in helpers


def _is_asked(cue: Token, page: Page) -> bool:
    """The cue stands in a question of the writer's: "Did the mayor say that ...?"."""
    if page.quoted[cue.i] >= 0:
        return False
    helpers = [c for c in cue.children if c.dep_ == "aux"]
    subjects = [c for c in cue.children if c.dep_ in {"nsubj", "nsubjpass"}]
    inverted = bool(helpers and subjects) and helpers[0].i < subjects[0].left_edge.i < cue.i
    who = bool(subjects) and subjects[0].tag_ == "WP" and cue.dep_ == "ROOT"
    end = cue.sent[-1]
    while end.i > cue.i and (end.is_space or end.text in "\"”’'"):
        end = end.nbor(-1)
    return (inverted or who) and end.text == "?" and page.quoted[end.i] < 0


def _words(name: str) -> frozenset[str]:
    return frozenset(read_table("standing_words")[name].split())
