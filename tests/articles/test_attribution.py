"""How much of our own articles is understood; lower figures than these are a regression.

Each figure is asked for twice: of the articles open to rule writers, and of those held back.
The held ones fail with their figures only, as their mistakes would tell what stands in them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from bot.language import analyse_many
from store.records import Analysis, Kind
from tests.articles.gold import (
    FOLDER,
    HELD,
    GoldArticle,
    GoldAttribution,
    Score,
    load_articles,
    measure,
)

Pairs = list[tuple[GoldArticle, Analysis]]


@pytest.fixture(scope="session", params=[FOLDER, HELD], ids=["open", "held"])
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="session")
def analysed(folder: Path, nlp: Language) -> Pairs:
    articles = load_articles(folder)
    analyses = analyse_many([(article.text, None) for article in articles], nlp)
    return list(zip(articles, analyses, strict=True))


def list_mistakes(score: Score, folder: Path) -> str:
    return "\n".join(score.mistakes) if folder == FOLDER else f"{len(score.mistakes)} mistakes"


@pytest.mark.parametrize(
    ("kind", "found", "with_speaker"),
    [("direct", 0.80, 0.60), ("mixed", 0.80, 0.65), ("indirect", 0.65, 0.55)],
)
def test_statements_are_found_and_given_to_their_speaker(
    analysed: Pairs, folder: Path, kind: Kind, found: float, with_speaker: float
) -> None:
    def is_kind(gold: GoldAttribution) -> bool:
        return gold.kind == kind

    score = measure(analysed, is_kind)
    assert score.recall >= found, list_mistakes(score, folder)
    assert score.end_to_end >= with_speaker, list_mistakes(score, folder)


def test_hardly_anything_is_shown_under_a_wrong_name(analysed: Pairs, folder: Path) -> None:
    score = measure(analysed)
    assert score.wrong <= 0.2, list_mistakes(score, folder)


def test_speakers_are_shown_with_their_role(analysed: Pairs) -> None:
    assert measure(analysed).role >= 0.7


def test_little_is_found_that_nobody_said(analysed: Pairs) -> None:
    assert measure(analysed).precision >= 0.8


def test_what_was_not_said_is_never_shown_as_said(analysed: Pairs, folder: Path) -> None:
    shown = []
    for article, analysis in analysed:
        unsaid = {
            position
            for gold in article.attributions
            if gold.standing != "stated"
            for start, end in gold.content
            for position in range(start, end)
        }
        for attribution in analysis.attributions:
            if attribution.standing == "stated":
                said = {p for start, end in attribution.content for p in range(start, end)}
                if len(said & unsaid) > len(said) / 2:
                    shown.append(attribution.text if folder == FOLDER else "held")
    assert not shown


def test_every_quote_is_the_articles_own_text(analysed: Pairs) -> None:
    for article, analysis in analysed:
        for attribution in analysis.attributions:
            parts = [article.text[slice(*span)] for span in attribution.content]
            assert all(part in attribution.text for part in parts)
