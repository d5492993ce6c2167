"""How much a sentence is worth checking: 0 to 1, from features that can be read off.

For it: figures, comparisons, causes, named actors, an official speaker, verbs of events, the
past tense. Against it: questions, predictions, opinion, the first person, pleasantries, and
sentences too short to state anything. After ClaimBuster (Hassan et al. 2017), which found
figures, past-tense verbs and names to tell most.
"""

from __future__ import annotations

import math
from collections.abc import Collection

from spacy.tokens import Span, Token

from bot.language.figures import Figure
from bot.language.wordlists import read_words

WEIGHTS = {
    "bias": -2.1,
    "figures": 1.1,
    "money or share": 0.8,
    "comparison": 0.45,
    "cause": 0.3,
    "named actors": 0.35,
    "official speaker": 0.3,
    "event verb": 0.45,
    "past tense": 0.5,
    "length": 0.9,
    "question": -1.6,
    "prediction": -0.5,
    "opinion": -0.45,
    "first person": -0.35,
    "second person": -0.45,
}
"""What each feature adds to the log-odds."""
_FIRST = frozenset({"i", "me", "my", "myself", "i'm", "we"})
_SECOND = frozenset({"you", "your", "yours", "yourself"})
_PREDICTIONS = frozenset({"will", "would", "could", "may", "might", "shall", "'ll", "’ll", "if"})
_PAST = frozenset({"VBD", "VBN"})
_LONG_ENOUGH = 20
"""Words: from here on length adds nothing more."""


def find_features(
    sentence: Span, figures: Collection[Figure], actors: int, official: bool
) -> dict[str, float]:
    """The features of a sentence, each about 0 to 1 (counts up to 3).

    Args:
        sentence: the sentence.
        figures: its figures.
        actors: how many different people, bodies and places it names.
        official: whether somebody with a role says it.
    """
    words = [token for token in sentence if not token.is_punct and not token.is_space]
    return {
        "bias": 1.0,
        "figures": min(len(figures), 3) ** 0.5,
        "money or share": float(any(_is_money_or_share(figure) for figure in figures)),
        "comparison": min(_count(words, read_words("comparison_words")), 3),
        "cause": float(_count(words, read_words("cause_words")) > 0),
        "named actors": min(actors, 3) ** 0.5,
        "official speaker": float(official),
        "event verb": float(any(_is_event(token) for token in words)),
        "past tense": float(any(token.tag_ in _PAST for token in words)),
        "length": min(len(words), _LONG_ENOUGH) / _LONG_ENOUGH,
        "question": float(sentence.text.rstrip("\"”' \n").endswith("?")),
        "prediction": min(_count(words, _PREDICTIONS), 2),
        "opinion": min(_count(words, read_words("opinion_words")), 3),
        "first person": min(_count(words, _FIRST), 2),
        "second person": min(_count(words, _SECOND), 2),
    }


def weigh(features: dict[str, float]) -> float:
    """Check-worthiness from features: 0 to 1."""
    score = sum(WEIGHTS[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-score))


def _count(words: list[Token], known: Collection[str]) -> int:
    return sum(token.lower_ in known for token in words)


def _is_event(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_ in read_words("event_verbs")


def _is_money_or_share(figure: Figure) -> bool:
    return figure.unit.startswith(("$", "%", "£", "€"))
