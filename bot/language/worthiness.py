"""How much a sentence is worth checking: 0 to 1, from features that can be read off.

For it: figures, comparisons, named actors, an official speaker, events, the past tense, public
matters, somebody or something named as the subject. Against it: questions, plans and predictions,
opinion, vague words, the first person. After ClaimBuster (Hassan et al. 2017).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Span, Token

from bot.language.texts import read_text
from bot.language.wordlists import read_words
from store.records import Figure

WEIGHTS = {
    "bias": -3.2,
    "figures": 1.4,
    "large, money or share": 1.55,
    "comparison": 0.6,
    "cause": 0.3,
    "named actors": 0.6,
    "official speaker": 0.3,
    "event verb": 0.45,
    "past tense": 1.05,
    "participle": 0.55,
    "since when": 0.7,
    "by whom or against": 0.6,
    "public matters": 0.9,
    "nouns": 1.15,
    "subject named": 0.45,
    "third person": 0.5,
    "length": 0.8,
    "question": -1.95,
    "bare verb": -0.65,
    "prediction": -0.55,
    "opinion": -0.45,
    "vague": -0.8,
    "first person": -0.55,
}
"""What each feature adds to the log-odds: fitted by logistic regression on the sentences of
ClaimBuster and rounded, but for the official speaker, whom debates do not have."""
_FIRST = frozenset({"i", "me", "my", "mine", "myself", "i'm"})
_THIRD = frozenset({"he", "she", "his", "her", "him", "they", "their", "them"})
_PREDICTIONS = frozenset(
    {"will", "would", "could", "may", "might", "shall", "should", "must", "can", "ca", "wo"}
    | {"ought", "'ll", "’ll", "'d", "’d", "if"}
)
_SINCE = frozenset(
    {"now", "since", "today", "already", "ago", "currently", "yesterday", "last", "history"}
    | {"year", "years", "month", "months", "week", "weeks"}
)
_AGENTS = frozenset({"against", "by", "under"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LONG_ENOUGH = 20
"""Words: from here on length adds nothing more."""
_LARGE = 1e5


def find_features(
    sentence: Span, figures: Collection[Figure], actors: int, official: bool
) -> dict[str, float]:
    """The features of a sentence, each 0 to about 2.

    Args:
        sentence: the sentence.
        figures: its figures.
        actors: how many different people, bodies and places it names.
        official: whether somebody with a role says it.
    """
    words = [token for token in sentence if not token.is_punct and not token.is_space]
    text = read_text(sentence.doc)[sentence.start_char : sentence.end_char]
    return {
        "bias": 1.0,
        "figures": _root(len(figures)),
        "large, money or share": float(any(_is_heavy(figure) for figure in figures)),
        "named actors": _root(actors),
        "official speaker": float(official),
        "event verb": float(any(_is_event(token) for token in words)),
        "subject named": float(any(t.pos_ in ("NOUN", "PROPN") for t in find_subjects(words))),
        "length": min(len(words), _LONG_ENOUGH) / _LONG_ENOUGH,
        "question": float(text.rstrip("\"”' \n").endswith("?")),
        **_find_word_features(words),
    }


def _find_word_features(words: Sequence[Token]) -> dict[str, float]:
    lower = [token.lower_ for token in words]
    lemmas = [token.lemma_.lower() for token in words]
    tags = [token.tag_ for token in words]
    return {
        "cause": _has(lower, read_words("cause_words")),
        "nouns": _count(tags, _NOUNS) / max(1, len(words)),
        "comparison": _root(_count(lower, read_words("comparison_words"))),
        "past tense": _root(tags.count("VBD")),
        "participle": _root(tags.count("VBN")),
        "since when": _has(lower, _SINCE),
        "by whom or against": _has(lower, _AGENTS),
        "public matters": _root(_count(lemmas, read_words("public_matters"))),
        "third person": _has(lower, _THIRD),
        "bare verb": _root(tags.count("VB")),
        "prediction": _root(_count(lower, _PREDICTIONS)),
        "opinion": _root(_count(lower, read_words("opinion_words"))),
        "vague": _root(_count(lemmas, read_words("vague_words"))),
        "first person": _root(_count(lower, _FIRST)),
    }


def find_subjects(words: Sequence[Token]) -> list[Token]:
    """The subjects of a sentence's main verb; `Span.root` would read the whole text each time."""
    return [t for t in words if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ == "ROOT"]


def weigh(features: dict[str, float]) -> float:
    """Check-worthiness from features: 0 to 1."""
    score = sum(WEIGHTS[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-score))


def _root(count: int) -> float:
    """Of up to three things: the second and third tell less than the first."""
    return math.sqrt(min(count, 3))


def _count(words: Iterable[str], known: frozenset[str]) -> int:
    return sum(map(known.__contains__, words))


def _has(words: Iterable[str], known: frozenset[str]) -> float:
    return float(not known.isdisjoint(words))


def _is_event(token: Token) -> bool:
    return token.lemma_ in read_words("event_verbs") and token.pos_ == "VERB"


def _is_heavy(figure: Figure) -> bool:
    return figure.value >= _LARGE or figure.unit.startswith(("$", "%", "£", "€"))
