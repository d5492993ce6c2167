"""Articles and all that was found in them: saved whole, loaded whole."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from bot.errors import StoreError
from store.actors import look_around
from store.attributions import load_attributions, save_attributions
from store.checking import check_offsets
from store.claims import load_claims, save_claims
from store.corrected import apply_corrections
from store.corrections import load_corrections
from store.database import insert, plain_errors, saving, to_json
from store.entities import NOBODY, Cast, load_entities, save_entities, who_was_there
from store.moments import from_text, to_text
from store.outlets import save_outlet
from store.records import Analysis, Article, ArticleRef, Report
from store.stories import forget_story, save_story
from store.versions import mark_fates


@plain_errors
def save_report(
    db: Database,
    article: Article,
    analysis: Analysis,
    *,
    now: datetime | None = None,
    everybody: bool = False,
) -> int:
    """Save an article with all that was found in it, in one transaction; returns its id.

    A text that is stored already is not stored again. A changed one becomes the current
    version; the old one stays with what was found in it, but no longer answers questions.

    Args:
        db: The archive.
        article: As it was read.
        analysis: As it was found in exactly this text.
        now: When it was read; aware. The default is when the archive is ours to write in, so
            that what a digest did not find yet counts as read after it.
        everybody: It came from no channel, so that every audience may see it. Without
            this an article is seen only by those whom a share of it admits.

    Raises:
        StoreError: a quote differs from the article's text; nothing is saved then.
    """
    check_offsets(article, analysis)
    with saving(db):
        old = _current(db, article.url)
        if old is not None and old["text"] == article.text:
            article_id = int(old["id"])
        else:
            article_id = _save_version(db, article, analysis, now or datetime.now(UTC))
        if everybody:
            db.execute("UPDATE articles SET open = 1 WHERE id = ?", [article_id])
    return article_id


@plain_errors
def find_article_id(db: Database, url: str) -> int | None:
    """The current version of the article with this canonical URL."""
    row = _current(db, url)
    return int(row["id"]) if row else None


@plain_errors
def load_report(db: Database, article_id: int) -> Report:
    """An article and what was found in it, as it was saved.

    Raises:
        StoreError: there is no such article (any more).
    """
    row = next(iter(db.query("SELECT * FROM articles WHERE id = ?", [article_id])), None)
    if row is None:
        raise StoreError("That article is not in the archive any more.")
    analysis = Analysis(
        attributions=load_attributions(db, article_id),
        claims=load_claims(db, article_id, row["text"]),
        entities=load_entities(db, article_id),
    )
    taken_out = (
        "SELECT corrected_by FROM attributions WHERE article_id = ? AND hidden ORDER BY number"
    )
    return Report(
        article=_to_article(row),
        analysis=analysis,
        article_id=article_id,
        taken_out=tuple(name for (name,) in db.execute(taken_out, [article_id]).fetchall()),
    )


@plain_errors
def load_refs(db: Database, ids: Iterable[int]) -> dict[int, ArticleRef]:
    """What is shown of these articles, by id."""
    wanted = ", ".join(map(str, ids))
    if not wanted:
        return {}
    sql = f"SELECT id, headline, publisher, url, published FROM articles WHERE id IN ({wanted})"
    return {row["id"]: to_ref(row) for row in db.query(sql)}


def to_ref(row: dict[str, Any]) -> ArticleRef:
    """What is shown of a row of `articles`."""
    return ArticleRef(
        id=row["id"],
        headline=row["headline"],
        publisher=row["publisher"],
        url=row["url"],
        published=from_text(row["published"]),
    )


def _current(db: Database, url: str) -> dict[str, Any] | None:
    sql = "SELECT id, text FROM articles WHERE url = ? AND superseded_by IS NULL"
    return next(iter(db.query(sql, [url])), None)


def _save_version(db: Database, article: Article, analysis: Analysis, now: datetime) -> int:
    old = _current(db, article.url)
    if old is not None:  # points to itself until the new id is known: one current row a URL
        db.execute("UPDATE articles SET superseded_by = id WHERE id = ?", [old["id"]])
        forget_story(db, int(old["id"]))
    outlet_id = save_outlet(db, article)
    article_id = _insert_article(db, article, outlet_id, now)
    around = look_around(article.text, analysis)
    before = who_was_there(db, int(old["id"])) if old else NOBODY
    cast = Cast(db, article_id, article.text, around, before)
    save_entities(cast, analysis.entities)
    save_attributions(cast, article, analysis.attributions, now)
    save_claims(cast, analysis.claims)
    save_story(db, article_id, article.signature)
    if old is not None:
        _supersede(db, int(old["id"]), article_id)
    apply_corrections(db, article_id, load_corrections(db, article.url))
    return article_id


def _insert_article(db: Database, article: Article, outlet_id: int, now: datetime) -> int:
    row = {
        "url": article.url,
        "headline": article.headline,
        "byline": article.byline,
        "publisher": article.publisher,
        "outlet_id": outlet_id,
        "published": to_text(article.published) if article.published else None,
        "language": article.language,
        "read_at": to_text(now),
        "origins": to_json(article.origins),
        "removed": to_json(article.removed),
        "text": article.text,
        "raw_text": _pack(article.raw_text, article.text),
    }
    return insert(db, "articles", row)


def _supersede(db: Database, old: int, new: int) -> None:
    """The shares go with the story, so that the same people may see its new version."""
    db.execute("UPDATE articles SET superseded_by = ? WHERE id = ?", [new, old])
    db.execute(
        "UPDATE articles SET open = (SELECT open FROM articles WHERE id = ?) WHERE id = ?",
        [old, new],
    )
    db.execute("UPDATE shares SET article_id = ? WHERE article_id = ?", [new, old])
    mark_fates(db, old, new)
    db.execute("UPDATE attributions SET shown = 0 WHERE article_id = ?", [old])


def _to_article(row: dict[str, Any]) -> Article:
    return Article(
        url=row["url"],
        text=row["text"],
        headline=row["headline"],
        byline=row["byline"],
        publisher=row["publisher"],
        published=from_text(row["published"]),
        language=row["language"],
        raw_text=_unpack(row["raw_text"], row["text"]),
        origins=json.loads(row["origins"]),
        removed=tuple(json.loads(row["removed"])),
    )


def _pack(raw_text: str, text: str) -> bytes | None:
    """The text before cleaning, as what it has beside the cleaned one; None: nothing."""
    if raw_text == text:
        return None
    packer = zlib.compressobj(9, zdict=text.encode()) if text else zlib.compressobj(9)
    return packer.compress(raw_text.encode()) + packer.flush()


def _unpack(packed: bytes | None, text: str) -> str:
    if packed is None:
        return text
    unpacker = zlib.decompressobj(zdict=text.encode()) if text else zlib.decompressobj()
    return unpacker.decompress(packed).decode()
