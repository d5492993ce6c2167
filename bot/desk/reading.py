"""Read a source: a link, a file or a text becomes a report that stays in the archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot import language, reading
from bot.desk import Desk
from bot.desk.pages import open_link
from bot.errors import ReadingError
from bot.reading.languages import check_language
from bot.reading.stories import sign_story
from store.articles import find_article_id, load_report, save_report
from store.records import Analysis, Article, Report

_LONGEST_PATH = 1000


def read_source(desk: Desk, source: str, *, now: datetime | None = None) -> Report:
    """Read what somebody names on the command line, and keep it.

    It is seen by every audience of this installation, as it came from no channel.

    Args:
        desk: Where it is kept.
        source: A URL, the path of a file, or the text itself.
        now: When it was read; aware. The default is the moment of saving.

    Raises:
        ReadingError: no article could be read there.
    """
    article = _open_source(desk, source)
    return analyse_article(desk, article, now, everybody=True)


def analyse_article(
    desk: Desk, article: Article, now: datetime | None = None, *, everybody: bool = False
) -> Report:
    """Find out who says what in an article, and keep it; a text known already is not read again.

    Args:
        desk: Where it is kept.
        article: As it was read.
        now: When it was read; aware. The default is the moment of saving.
        everybody: Every audience may see it; otherwise those whom a share of it admits.

    Raises:
        OtherLanguageError: it is in another language than the model's.
    """
    stored = _find_same(desk, article)
    if stored and not everybody:
        return stored
    analysis = stored.analysis if stored else _analyse(desk, article)
    signed = replace(article, signature=sign_story(article.text))
    db = desk.store.db
    article_id = save_report(db, signed, analysis, now=now, everybody=everybody)
    return load_report(db, article_id)


def _open_source(desk: Desk, source: str) -> Article:
    if source.strip().lower().startswith(("http://", "https://")):
        return open_link(desk, source.strip())
    if _is_path(source):
        return reading.read_file(Path(source))
    return reading.read_text(source)


def _is_path(source: str) -> bool:
    """Whether it names a file; one word that names none is a slip, not a text."""
    words = source.split()
    if len(source) > _LONGEST_PATH or not words or "\n" in source.strip():
        return False
    if _exists(source):
        return True
    if len(words) == 1:
        raise ReadingError(
            f"There is no file {source}.", "See whether its name is right; a link begins with http."
        )
    return False


def _exists(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # no path could be called this
        return False


def _find_same(desk: Desk, article: Article) -> Report | None:
    article_id = find_article_id(desk.store.db, article.url)
    if article_id is None:
        return None
    report = load_report(desk.store.db, article_id)
    return report if report.article.text == article.text else None


def _analyse(desk: Desk, article: Article) -> Analysis:
    nlp = desk.language()
    check_language(article.language, nlp.lang or article.language)
    published = article.published
    return language.analyse(article.text, nlp, published=published)
