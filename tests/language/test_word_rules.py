"""The ruler that keeps its answers says what spaCy's own says."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bot.language.pipeline import DEFAULT_MODEL
from bot.language.word_rules import remember_rules
from tests.articles.gold import load_articles

TOLD = ("text", "tag_", "pos_", "lemma_", "dep_")


@pytest.fixture(scope="module")
def bare() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["senter"])


@pytest.fixture(scope="module")
def remembering() -> Language:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["senter"])
    remember_rules(nlp)
    return nlp


def tell(doc: Doc) -> list[tuple[str, ...]]:
    return [(*(getattr(token, name) for name in TOLD), str(token.morph)) for token in doc]


def test_every_word_of_an_article_is_told_the_same(bare: Language, remembering: Language) -> None:
    text = "\n\n".join(article.text for article in load_articles()[:6])
    assert tell(remembering(text)) == tell(bare(text))


def test_rules_on_two_words_hold(bare: Language, remembering: Language) -> None:
    text = "Let's go. I'm gonna see y'all. It ain't over, and there's no way.\n\n  Nothin' is."
    assert tell(remembering(text)) == tell(bare(text))
