"""Versions of an article: which of its statements the publisher changed, took out or added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz, process
from sqlite_utils import Database

from store.attributions import query_attributions, to_attribution
from store.database import plain_errors
from store.folding import fold
from store.moments import from_text
from store.records import Attribution

_SAME_STATEMENT = 60.0
"""Of rapidfuzz's ratio: from here two wordings of one speaker are one statement, changed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the statements of an article when its publisher edited it."""

    added: tuple[Attribution, ...] = ()
    """In the new version only."""
    changed: tuple[tuple[Attribution, Attribution], ...] = ()
    """As it was and as it is."""
    vanished: tuple[Attribution, ...] = ()
    """In the old version only; offsets into that version's text."""


@plain_errors
def changes_of(db: Database, article_id: int, since: int | None = None) -> Changes:
    """What differs between a version of an article and an earlier one.

    Args:
        db: The archive.
        article_id: The newer version.
        since: The earlier version; by default the one right before. Without one nothing differs.
    """
    if since is None:
        sql = "SELECT max(id) FROM articles WHERE superseded_by = ?"
        since = db.execute(sql, [article_id]).fetchone()[0]
    if since is None:
        return Changes()
    return compare(_load(db, since), _load(db, article_id))


@plain_errors
def changes_since_share(db: Database, share_id: int) -> Changes:
    """What differs between an article as it is now and as it was read for this share."""
    sql = (
        "SELECT now.id, (SELECT max(id) FROM articles WHERE url = now.url"
        " AND read_at <= shares.read_at) FROM shares JOIN articles AS now ON now.id = article_id"
        " WHERE shares.id = ?"
    )
    row = db.execute(sql, [share_id]).fetchone()
    if row is None or row[1] in {None, row[0]}:
        return Changes()
    return changes_of(db, row[0], since=row[1])


@plain_errors
def last_read(db: Database, url: str) -> datetime | None:
    """When the article with this canonical URL was last read; None if it never was."""
    sql = "SELECT read_at FROM articles WHERE url = ? AND superseded_by IS NULL"
    row = db.execute(sql, [url]).fetchone()
    return from_text(row[0]) if row else None


def compare(old: Sequence[Attribution], new: Sequence[Attribution]) -> Changes:
    """The same words are the same statement, whoever says them; the rest is paired by speaker."""
    before, after = ({fold(each.text) for each in version} for version in (old, new))
    gone = [each for each in old if fold(each.text) not in after]
    added = [each for each in new if fold(each.text) not in before]
    changed: list[tuple[Attribution, Attribution]] = []
    for one in gone:
        if other := _nearest(one, added):
            changed.append((one, other))
            added.remove(other)
    vanished = [each for each in gone if not any(each is one for one, _ in changed)]
    return Changes(tuple(added), tuple(changed), tuple(vanished))


def mark_fates(db: Database, old: int, new: int) -> None:
    """Note in an old version which of its statements the new one changed or left out."""
    rows = _rows(db, old)
    found = compare([each for _, each in rows], _load(db, new))
    fates = {id(one): "changed" for one, _ in found.changed}
    fates |= {id(one): "vanished" for one in found.vanished}
    marks = [(fates[id(each)], row) for row, each in rows if id(each) in fates]
    db.conn.executemany("UPDATE attributions SET fate = ? WHERE id = ?", marks)


def _nearest(one: Attribution, among: Sequence[Attribution]) -> Attribution | None:
    """What the same speaker says most alike; None if nothing is alike."""
    same = [each for each in among if _speaker(each) == _speaker(one)]
    found = process.extractOne(
        fold(one.text),
        [fold(each.text) for each in same],
        scorer=fuzz.ratio,
        score_cutoff=_SAME_STATEMENT,
    )
    return same[found[2]] if found else None


def _speaker(attribution: Attribution) -> str:
    return fold(attribution.speaker.name) if attribution.speaker else ""


def _load(db: Database, article_id: int) -> list[Attribution]:
    return [attribution for _, attribution in _rows(db, article_id)]


def _rows(db: Database, article_id: int) -> list[tuple[int, Attribution]]:
    """The statements that were or are shown, with their ids."""
    where = "article_id = ? AND standing = 'stated' ORDER BY number"
    rows = query_attributions(db, where, article_id)
    return [(row["id"], to_attribution(row)) for row in rows]
