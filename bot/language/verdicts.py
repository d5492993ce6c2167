"""What nouns report: "his estimate was that", "“Never,” was the mayor's reply"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from bot.language.asides import around
from bot.language.clauses import Candidate
from bot.language.page import Page, Range, find_root, is_word, word_at
from bot.language.subjects import SUBJECTS
from bot.language.tails import cut_tail
from bot.language.wordlists import read_words

_NOBODYS = frozenset({"my", "our", "your", "one", "which", "whose"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl"})
_WIDEST = 8
"""Tokens of an owner with its noun: "one Western envoy's blunt verdict"."""
_SHORTEST = 3


def find_verdicts(page: Page) -> Iterator[Candidate]:
    """What a noun with its owner tells: in a clause behind it, or in its sentence."""
    for token in page.doc:
        if page.quoted[token.i] >= 0:
            continue
        if token.lower_ in read_words("told_nouns"):
            found = _read_being(token, page) or _read_colon(token, page)
        elif token.lower_ == "per":
            found = _read_per(token, page)
        else:
            found = None
        if found is not None:
            yield found


def find_quoted_verdicts(page: Page) -> Iterator[Candidate]:
    """Quotes that are somebody's: "“It was a circus,” was one diplomat's verdict"."""
    for index, quote in enumerate(page.ranges):
        start, end = page.segment_behind(index)
        if start + 1 >= end or page.doc[start].lower_ not in {"was", "is", "came", "were"}:
            continue
        nouns = (page.doc[i] for i in range(start + 1, min(end, start + 1 + _WIDEST)))
        noun = next((each for each in nouns if each.lower_ in read_words("told_nouns")), None)
        owner = _find_owner(noun, page) if noun is not None else None
        if noun is not None and owner is not None and owner[0] == start + 1:
            cue = (start, start + 1)
            yield Candidate(page.doc[start], "quote", (quote,), owner, cue)


def _read_being(noun: Token, page: Page) -> Candidate | None:
    """A clause behind a noun and "be": "The union's fear is that", "For Roe the worry is that"."""
    being = noun.head
    if being.lemma_ != "be" or noun.dep_ not in SUBJECTS or noun.i > being.i:
        return None
    clauses = (c for c in being.children if c.dep_ in _CLAUSES and c.i > being.i)
    clause = next((c for c in clauses if _opens(page, c, being)), None)
    source = _find_owner(noun, page) or _find_beneficiary(noun, page)
    if clause is None or source is None:
        return None
    content = page.trim(cut_tail((being.i + 1, page.subtree(clause)[1]), page, finite=True))
    return Candidate(being, "phrase", (content,), source, (being.i, being.i + 1))


def _opens(page: Page, clause: Token, being: Token) -> bool:
    """Whether a clause begins right behind "be", and tells what is: by "that" or a subject."""
    first = page.subtree(clause)[0]
    parts = {child.dep_ for child in clause.children}
    told = page.doc[first].lower_ == "that" or bool(parts & {"nsubj", "nsubjpass", "expl"})
    return told and not any(is_word(page.doc[i]) for i in range(being.i + 1, first))


def _find_owner(noun: Token, page: Page) -> Range | None:
    """Whose it is, before the noun or behind its "of": "his", "the union's", "the view of Roe"."""
    owner = next(filter(_owns, noun.children), None)
    if owner is not None:
        start, end = noun.left_edge.i, page.subtree(owner)[1]
        end = end - 1 if page.doc[end - 1].tag_ == "POS" else end
        return None if owner.lower_ in _NOBODYS or start >= end else (start, end)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of" and word_at(noun.doc, noun.i - 1) == "the":
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            return page.noun_phrase(inner, child) if inner is not None else None
    return None


def _owns(word: Token) -> bool:
    """Whether a noun is somebody's: "his", "the union's", and "one Western envoy's", misread."""
    return word.dep_ == "poss" or (
        word.dep_ == "nmod" and any(c.dep_ == "case" for c in word.children)
    )


def _find_beneficiary(noun: Token, page: Page) -> Range | None:
    """For whom it is so, at the head of the sentence: "For the Red Cross the worry is that"."""
    first = page.doc[page.sentences[noun.i][0]]
    if first.lower_ != "for" or word_at(noun.doc, noun.i - 1) != "the":
        return None
    named = next((c for c in first.children if c.dep_ == "pobj"), None)
    return page.noun_phrase(named, first) if named is not None and named.i < noun.i else None


def _read_colon(noun: Token, page: Page) -> Candidate | None:
    """Words behind a colon: "Her verdict: too little, “and far too late”"."""
    first, last = page.sentences[noun.i]
    colon = noun.i + 1
    if colon >= last or page.doc[colon].text != ":" or page.quoted[colon + 1] >= 0:
        return None
    source = _find_owner(noun, page)
    content = page.trim((colon + 1, last))
    if source is None or any(is_word(page.doc[i]) for i in range(first, source[0])):
        return None
    words = sum(is_word(page.doc[i]) for i in range(*content))
    if words < _SHORTEST:
        return None
    return Candidate(page.doc[colon], "phrase", (content,), source, (colon, colon + 1))


def _read_per(token: Token, page: Page) -> Candidate | None:
    """A sentence with its source behind "per": "It struck at dawn, per the Met Office"."""
    source = next((c for c in token.children if c.dep_ == "pobj"), None)
    if source is None or page.doc[token.i - 1].text != ",":
        return None
    named = source.pos_ == "PROPN" or any(c.lower_ == "the" for c in source.children)
    start, end = page.noun_phrase(source, token)
    comma = next((i for i in range(start, end) if page.doc[i].text == ","), end)
    cue = (token.i, token.i + 1)
    return _build_around(page, token, (token.i, end), (start, comma), cue) if named else None


def _build_around(
    page: Page, cue: Token, aside: Range, source: Range, words: Range
) -> Candidate | None:
    """The sentence without the aside; none where a verb of speech says who speaks."""
    root = find_root(cue)
    content = around(page, aside, page.sentences[cue.i], cue)
    told = (page.doc[i] for each in content for i in range(*each))
    clause = any(word.pos_ in {"VERB", "AUX"} for word in told)
    if root.lemma_ in read_words("speech_cues") or not clause:
        return None
    return Candidate(cue, "phrase", content, source, words)
