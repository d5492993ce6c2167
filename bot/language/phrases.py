"""Cues of several words: "made it clear that", "was quoted as saying", "put the cost at £8bn"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from bot.language.clauses import Candidate
from bot.language.estimates import read_estimate
from bot.language.given_figures import read_figure
from bot.language.page import Page, is_word
from bot.language.subjects import PASSIVE_SUBJECTS, SUBJECTS, find_quoted, find_source
from bot.language.told_objects import read_told_object
from bot.language.wordlists import read_words

_SHORTEST = 3
_PARTS = frozenset({"aux", "auxpass", "neg", "advmod"})


def find_phrases(page: Page) -> Iterator[Candidate]:
    """Every such phrase with its subject and the clause behind it."""
    for verb in page.doc:
        if verb.pos_ in {"VERB", "AUX"}:
            found = (
                _read(verb, page)
                or read_estimate(verb, page)
                or read_figure(verb, page)
                or _read_quoted(verb, page)
                or read_told_object(verb, page)
            )
            if found is not None:
                yield found


@cache
def _list_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words behind a verb, by its lemma; the longest first."""
    phrases = sorted((tuple(each.split("-")) for each in read_words("cue_phrases")), key=len)
    return {lemma: tuple(p[1:] for p in phrases[::-1] if p[0] == lemma) for lemma, *_ in phrases}


def _read(verb: Token, page: Page) -> Candidate | None:
    doc, i = page.doc, verb.i + 1
    for words in _list_phrases().get(verb.lemma_.lower(), ()):
        end = i + len(words)
        if tuple(token.lower_ for token in doc[i:end]) == words:
            return _build(verb, end, page)
    return None


def _read_quoted(saying: Token, page: Page) -> Candidate | None:
    """What somebody else passes on: "The paper quoted Jane Roe as | saying she would leave"."""
    quoting = saying.head.head
    quoted = find_quoted(quoting) if saying.dep_ == "pcomp" else None
    if quoted is None:
        return None
    content = page.trim((saying.i + 1, page.subtree(saying)[1]))
    if content[0] >= content[1]:
        return None
    source = page.noun_phrase(quoted, quoting)
    return Candidate(saying, "phrase", (content,), source, (saying.i, saying.i + 1))


def _build(verb: Token, end: int, page: Page) -> Candidate | None:
    """What follows to the end of the sentence, or of the quote that the phrase stands in."""
    stop = page.sentences[verb.i][1]
    if page.quoted[verb.i] >= 0:
        stop = min(stop, page.ranges[page.quoted[verb.i]][1])
    content = page.trim((end, stop))
    words = sum(is_word(page.doc[i]) for i in range(*content))
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)
    head = verb.head if verb.dep_ in {"auxpass", "aux"} else verb
    if subject is None:
        subject = next((c for c in head.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)
    source = page.noun_phrase(subject, verb) if subject is not None else find_source(verb, page)
    if words < _SHORTEST or source is None:
        return None
    parts = {c.i for c in (*verb.children, *head.children) if c.dep_ in _PARTS}
    start = verb.i
    while start - 1 in parts:
        start -= 1
    return Candidate(verb, "phrase", (content,), source, (start, end))
