"""Finds the checkable statements of a text and ranks them as a desk editor would."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from bot.language.claim_spans import ClaimSpans
from bot.language.figures import Figure, find_figures
from bot.language.headlines import find_headline_tokens
from bot.language.wordlists import read_phrases
from bot.language.worthiness import find_features, weigh
from store.records import Attribution, Claim, Entity, Span, Speaker

LEAST = 0.1
"""Check-worthiness below which a sentence is no claim."""
_SHORTEST = 6
"""Words of a claim."""
_GOOD_LENGTH = 22
"""Tokens of a sentence that states one thing well."""
_QUOTED = re.compile(r"(?:[\"“]|(?<!\w)['‘])[^\"“”‘]{15,}?(?:[\"”]|['’](?!\w)|$)")
_MUCH_QUOTED = 0.4
_TERMINAL = tuple(".!\"”'’)…")
_GOOD_PART = 3
"""A claimer says at least a third of a sentence."""
_MOST_AROUND = 200
_TOP = 80
"""Claims that later ones are compared with."""
_ALIKE = 0.6
"""Share of a sentence's words that another one may have before it says the same."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    span: Span
    text: str
    figures: tuple[Figure, ...]
    claimer: Speaker | None
    words: frozenset[str]
    worth: float


def find_claims(
    doc: Doc, attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[Claim, ...]:
    """Every checkable statement of the text, best first, none that says the same as a better one.

    The order weighs the place in the text (news leads with what matters), then
    check-worthiness; quotes and very short or long sentences come a little later.
    """
    mentions = sorted(
        (span[0], number) for number, entity in enumerate(entities) for span in entity.mentions
    )
    candidates = list(_find_candidates(doc, attributions, mentions))
    weights = {c.span: _weigh_order(place, c) for place, c in enumerate(candidates)}
    ranked = sorted(candidates, key=lambda candidate: -weights[candidate.span])
    return tuple(_build(candidate) for candidate in _drop_repeated(ranked))


def _find_candidates(
    doc: Doc, attributions: Sequence[Attribution], mentions: Sequence[tuple[int, int]]
) -> Iterator[_Candidate]:
    headline = find_headline_tokens(doc)
    said = _Said(attributions)
    article = doc.text
    spans = ClaimSpans(article)
    at = 0
    for sentence in doc.sents:
        text = sentence.text
        span = _trim(sentence.start_char, text)
        named = set()
        while at < len(mentions) and mentions[at][0] < sentence.end_char:
            named.add(mentions[at][1])
            at += 1
        if sentence.start in headline or not _is_statement(sentence, text.strip()):
            continue
        span = spans.balance(span)
        words = article[slice(*span)]
        figures = find_figures(words)
        claimer = said.find_claimer(span)
        official = claimer is not None and bool(claimer.role)
        worth = weigh(find_features(sentence, figures, len(named), official))
        if worth >= LEAST:
            content = _content_words(sentence)
            yield _Candidate(sentence, span, words, figures, claimer, content, worth)


def _trim(start: int, text: str) -> Span:
    begin = start + len(text) - len(text.lstrip())
    return begin, start + len(text.rstrip())


def _is_statement(sentence: Sentence, text: str) -> bool:
    lowered = text.lower()
    if not text.endswith(_TERMINAL) or any(
        phrase in lowered for phrase in read_phrases("page_junk")
    ):
        return False
    words = sum(token.is_alpha for token in sentence)
    return words >= _SHORTEST and any(token.pos_ in ("VERB", "AUX") for token in sentence)


class _Said:
    """Who says what stands where."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        said = sorted(
            (start, end, number)
            for number, attribution in enumerate(attributions)
            if attribution.speaker is not None and attribution.standing == "stated"
            for start, end in attribution.content
        )
        self._attributions = attributions
        self._spans = said
        self._longest = max((end - start for start, end, _ in said), default=0)

    def find_claimer(self, span: Span) -> Speaker | None:
        """Who says a good part of a sentence; None when it is the outlet's own voice."""
        lengths: Counter[Speaker] = Counter()
        first = bisect_left(self._spans, (span[0] - self._longest, 0, 0))
        for start, end, number in self._spans[first : first + _MOST_AROUND]:
            if start >= span[1]:
                break
            speaker = self._attributions[number].speaker
            if speaker is not None:
                lengths[speaker] += max(0, min(end, span[1]) - max(start, span[0]))
        speaker, length = max(lengths.items(), key=lambda pair: pair[1], default=(None, 0))
        return speaker if length * _GOOD_PART >= span[1] - span[0] else None


def _content_words(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        token.lemma_.lower() for token in sentence if token.is_alpha and not token.is_stop
    )


def _weigh_order(place: int, candidate: _Candidate) -> float:
    """What puts a claim high in the list: its place first, for news leads with what matters."""
    fit = 1 - abs(math.log(max(1, len(candidate.sentence)) / _GOOD_LENGTH))
    quoted = sum(len(match.group()) for match in _QUOTED.finditer(candidate.sentence.text))
    mostly_quoted = quoted > _MUCH_QUOTED * len(candidate.sentence.text)
    return 5.0 / (1 + place) + 0.6 * candidate.worth + 0.8 * fit - 0.8 * mostly_quoted


def _drop_repeated(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    kept: list[_Candidate] = []
    for candidate in candidates:
        if not any(_say_the_same(candidate, other) for other in kept[:_TOP]):
            kept.append(candidate)
            yield candidate


def _say_the_same(one: _Candidate, other: _Candidate) -> bool:
    smaller = min(len(one.words), len(other.words))
    return len(one.words & other.words) > _ALIKE * smaller


def _build(candidate: _Candidate) -> Claim:
    start = candidate.span[0]
    return Claim(
        text=candidate.text,
        span=candidate.span,
        check_worthiness=round(candidate.worth, 3),
        claimer=candidate.claimer,
        figures=tuple((start + f.span[0], start + f.span[1]) for f in candidate.figures),
    )
