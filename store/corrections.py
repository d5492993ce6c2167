"""Corrections: who changed what and when; saved, listed and undone.

A statement is found again by the article's URL and its own words, so that a correction
outlives a new version of the article as long as the words are there.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.errors import StoreError
from store.changes import Author, Change, Correction
from store.corrected import find_statement, reapply_corrections
from store.database import insert, plain_errors, saving
from store.merges import merge_entities, undo_decision
from store.moments import day_of, from_text, to_text
from store.records import Speaker
from store.who import Maker

_GONE = "Those words are not in the article any more; nothing was corrected."


@plain_errors
def save_correction(
    db: Database, statement_id: int, change: Change, by: Author, *, now: datetime
) -> Correction:
    """Keep a correction and let it take effect, in one transaction.

    Raises:
        StoreError: the statement, or its words in the present version, are gone.
        PeopleError: two that are to be one cannot be.
    """
    with saving(db):
        row = _load_statement(db, statement_id)
        merge_id = _merge(db, statement_id, change, Maker(by.name, now, change.note))
        new = {**row, **_columns(change, by, now), "merge_id": merge_id}
        correction_id = insert(db, "corrections", new)
        correction = load_correction(db, correction_id)
        article_id = _current_article(db, correction.url)
        if article_id is None or find_statement(db, article_id, correction) is None:
            raise StoreError(_GONE)
        reapply_corrections(db, article_id, load_corrections(db, correction.url))
    return correction


@plain_errors
def undo_correction(db: Database, correction_id: int, by: str, *, now: datetime) -> Correction:
    """Take a correction back; what others corrected stays.

    Raises:
        StoreError: there is none of this number, or it was undone already.
    """
    with saving(db):
        correction = load_correction(db, correction_id)
        if correction.undone:
            raise StoreError(f"Correction {correction_id} was undone already.")
        db.execute(
            "UPDATE corrections SET undone = ?, undone_by = ? WHERE id = ?",
            [to_text(now), by, correction_id],
        )
        _reapply(db, correction.url)
        if _unmerge(db, correction_id, Maker(by, now)):
            _reapply(db, correction.url)  # whose words are whose, now that they are two again
    return load_correction(db, correction_id)


@plain_errors
def load_correction(db: Database, correction_id: int) -> Correction:
    """One correction.

    Raises:
        StoreError: there is none of this number.
    """
    rows = list(db.query("SELECT * FROM corrections WHERE id = ?", [correction_id]))
    if not rows:
        raise StoreError(f"There is no correction {correction_id}.")
    return _to_correction(rows[0])


@plain_errors
def load_corrections(db: Database, url: str) -> list[Correction]:
    """The corrections of an article that hold, oldest first."""
    sql = "SELECT * FROM corrections WHERE url = ? AND undone IS NULL ORDER BY id"
    return [_to_correction(row) for row in db.query(sql, [url])]


@plain_errors
def all_corrections(db: Database) -> list[Correction]:
    """Every correction, those that were undone too, newest first."""
    return [_to_correction(row) for row in db.query("SELECT * FROM corrections ORDER BY id DESC")]


def _merge(db: Database, statement_id: int, change: Change, maker: Maker) -> int | None:
    """Make the present and the new speaker one, as `onrecord people merge` does."""
    if not (change.same_person and change.speaker):
        return None
    sql = (
        "SELECT speaker_id, entity_id FROM attributions AS a JOIN article_entities AS named"
        " ON named.article_id = a.article_id WHERE a.id = ? AND named.name = ?"
    )
    row = db.execute(sql, [statement_id, change.speaker.name]).fetchone()
    if row is None or row[0] is None:
        raise StoreError("Two names of one person must both stand in the article.")
    other, kept = row
    return None if kept == other else merge_entities(db, kept, other, maker)


def _reapply(db: Database, url: str) -> None:
    article_id = _current_article(db, url)
    if article_id is not None:
        reapply_corrections(db, article_id, load_corrections(db, url))


def _unmerge(db: Database, correction_id: int, maker: Maker) -> bool:
    """Part again whom the correction made one; whether it had, and nobody has done so since."""
    sql = (
        "SELECT merges.id FROM corrections JOIN merges ON merges.id = merge_id"
        " WHERE corrections.id = ? AND merges.undone IS NULL"
    )
    row = db.execute(sql, [correction_id]).fetchone()
    if row:
        undo_decision(db, row[0], maker)
    return row is not None


def _load_statement(db: Database, statement_id: int) -> dict[str, Any]:
    """By what a statement is found again."""
    sql = (
        "SELECT url, said.text, words, article_id, number, attributions.speaker_name"
        " FROM attributions JOIN attribution_words AS said USING (id)"
        " JOIN articles ON articles.id = article_id WHERE attributions.id = ?"
    )
    row = next(iter(db.query(sql, [statement_id])), None)
    if row is None:
        raise StoreError("That statement is not in the archive any more.")
    nth = db.execute(
        "SELECT count(*) FROM attributions WHERE article_id = ? AND words = ? AND number < ?",
        [row["article_id"], row["words"], row["number"]],
    ).fetchone()[0]
    return {"url": row["url"], "text": row["text"], "nth": nth, "of_name": row["speaker_name"]}


def _current_article(db: Database, url: str) -> int | None:
    sql = "SELECT id FROM articles WHERE url = ? AND superseded_by IS NULL"
    row = db.execute(sql, [url]).fetchone()
    return int(row[0]) if row else None


def _columns(change: Change, by: Author, now: datetime) -> dict[str, object]:
    speaker = change.speaker
    return {
        "everywhere": int(change.everywhere),
        "speaker_name": speaker.name if speaker else None,
        "speaker_role": speaker.role if speaker else change.role,
        "speaker_kind": speaker.kind if speaker else None,
        "said_on": change.said_on.isoformat() if change.said_on else None,
        "hidden": int(change.hidden),
        "note": change.note,
        "by_name": by.name,
        "user": by.user,
        "team": by.team,
        "channel": by.channel,
        "made": to_text(now),
    }


def _to_correction(row: dict[str, Any]) -> Correction:
    made = from_text(row["made"])
    assert made is not None, "a correction has its moment"
    return Correction(
        id=row["id"],
        url=row["url"],
        text=row["text"],
        nth=row["nth"],
        of=row["of_name"],
        change=_to_change(row),
        by=Author(row["by_name"], row["user"], row["team"], row["channel"]),
        made=made,
        undone=from_text(row["undone"]),
        undone_by=row["undone_by"],
    )


def _to_change(row: dict[str, Any]) -> Change:
    name, role, kind = (row[f"speaker_{part}"] for part in ("name", "role", "kind"))
    return Change(
        speaker=Speaker(name, role or "", kind) if name is not None else None,
        role=role if name is None else None,
        said_on=day_of(row["said_on"]),
        hidden=bool(row["hidden"]),
        everywhere=bool(row["everywhere"]),
        same_person=row["merge_id"] is not None,
        note=row["note"],
    )
