"""The made-up archive that speed is measured on holds what the store itself would have saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from store import Store
from store.articles import load_report
from store.records import Analysis, Article, Audience, Reading
from store.statements import Part, search_statements
from tests.bench import archive
from tests.bench.archive import FIRST_DAY, build_archive, days_of


@pytest.fixture
def twice(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Four articles that are saved, and the same row by row."""
    monkeypatch.setattr(archive, "WRITTEN", 4)
    build_archive(store, 8)
    return store


def undated(article: Article, analysis: Analysis) -> tuple[Article, Analysis]:
    return replace(article, url="", published=None), analysis


def test_what_is_repeated_is_what_was_saved_on_other_days(twice: Store) -> None:
    db = twice.db
    for number in (1, 2, 3, 4):
        saved, repeated = load_report(db, number), load_report(db, number + 4)
        assert undated(saved.article, saved.analysis) == undated(
            repeated.article, repeated.analysis
        )
        assert saved.article.published
        assert repeated.article.published
        assert repeated.article.published - saved.article.published == timedelta(days=days_of(4))
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    check = "INSERT INTO attributions_fts (attributions_fts, rank) VALUES ('integrity-check', 1)"
    db.execute(check)


def test_what_is_repeated_is_found_on_its_days(twice: Store) -> None:
    after = (FIRST_DAY + timedelta(days=days_of(4))).date()
    audience = Audience(archive.TEAM, "C0")
    every, later = (
        search_statements(twice.db, Reading(since=since), audience, Part(100))
        for since in (None, after)
    )
    assert 0 < later.total < every.total
    assert {each.article.id for each in later.statements} == {5, 6, 7, 8}


def test_the_same_number_gives_the_same_article() -> None:
    world = archive.make_world()
    assert archive.write_article(world, 3, 9) == archive.write_article(world, 3, 9)
    assert archive.write_article(world, 3, 9) != archive.write_article(world, 4, 9)
