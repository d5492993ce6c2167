"""The gold itself: complete, consistent, and in the texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles.gold import FOLDER, HELD, NEWSROOMS, GoldArticle, load_article, load_articles

TEXTS = sorted([*FOLDER.glob("*.txt"), *HELD.glob("*.txt")])
NEWS = [path.with_suffix(".txt") for path in sorted(NEWSROOMS.glob("*/*/*.json"))]
SPOKEN = {"transcript", "interview"}


@pytest.fixture(params=TEXTS + NEWS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def article(request: pytest.FixtureRequest) -> GoldArticle:
    path: Path = request.param
    return load_article(path)


def test_every_text_has_its_gold_and_every_gold_its_text() -> None:
    golds = [*FOLDER.glob("*.json"), *HELD.glob("*.json")]
    assert sorted(golds) == [path.with_suffix(".json") for path in TEXTS]


def test_no_article_is_both_read_and_held() -> None:
    assert len({path.stem for path in TEXTS}) == len(TEXTS)


def test_there_are_articles_of_many_kinds_in_both_styles() -> None:
    articles = load_articles()
    assert len(articles) >= 12
    assert len({article.topic for article in articles}) >= 10
    assert {article.style for article in articles} == {"american", "british"}


def test_every_kind_and_standing_of_statement_occurs() -> None:
    golds = [gold for article in load_articles() for gold in article.attributions]
    assert {gold.kind for gold in golds} == {"direct", "indirect", "mixed"}
    assert {gold.standing for gold in golds} >= {"stated", "negated", "hypothetical"}
    assert {gold.speaker.kind for gold in golds} == {"person", "organisation", "anonymous"}


def test_no_statement_is_marked_twice(article: GoldArticle) -> None:
    contents = [gold.content for gold in article.attributions]
    assert len(set(contents)) == len(contents)


def test_a_speakers_name_stands_in_the_text(article: GoldArticle) -> None:
    text = article.text.casefold()
    for gold in article.attributions:
        assert gold.speaker.name.casefold() in text


def test_direct_quotes_stand_between_quotation_marks(article: GoldArticle) -> None:
    if article.topic in SPOKEN:
        pytest.skip("a transcript has no quotation marks")
    for gold in article.attributions:
        if gold.kind == "direct":
            assert all(article.text[start - 1] in "“‘\"'" for start, _ in gold.content)


def test_one_person_has_one_role_in_an_article(article: GoldArticle) -> None:
    roles: dict[str, set[str]] = {}
    for gold in article.attributions:
        roles.setdefault(gold.speaker.name, set()).add(gold.speaker.role)
    assert all(len(found) == 1 for found in roles.values())
