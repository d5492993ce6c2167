"""What corrections make of an article: its rows hold what is right, and beside it what was found.

Whatever reads the archive so needs to know nothing of corrections, and stays as fast.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from store.bodies import Surroundings
from store.changes import Correction
from store.claims import OF_ARTICLE
from store.entities import Cast
from store.folding import hash_words
from store.moments import dated, from_text
from store.records import Entity, Span, Speaker

Row = dict[str, Any]

_PARTS = ("id", "name", "role", "kind", "sure")
_SPOKEN = (
    *(f"speaker_{part}" for part in _PARTS),
    *("said_on", "said_on_words", "dated", "confidence", "shown", "hidden", "corrected_by"),
)
_CLAIMED = (*(f"claimer_{part}" for part in _PARTS), "hidden")
_KEPT = {"attributions": _SPOKEN, "claims": _CLAIMED}
"""The columns that a correction may change."""
_OWN = {"attributions": "article_id = :article", "claims": OF_ARTICLE.format(article=":article")}
"""Rows of an article."""


def reapply_corrections(db: Database, article_id: int, corrections: Sequence[Correction]) -> None:
    """Put back what the program had found, then let those corrections take effect that hold."""
    for table, columns in _KEPT.items():
        back = ", ".join(f"{name} = {_found(table, name)}" for name in columns)
        db.execute(
            f"UPDATE {table} SET {back}, machine = NULL"
            f" WHERE {_OWN[table]} AND machine IS NOT NULL",
            {"article": article_id},
        )
    apply_corrections(db, article_id, corrections)
    db.execute(_FORGET_UNNAMED, {"article": article_id})


def _found(table: str, column: str) -> str:
    """What the program had found; of who was merged or split since, whom the article names so."""
    value = f"json_extract({table}.machine, '$.{column}')"
    if not column.endswith("_id"):
        return value
    name = f"json_extract({table}.machine, '$.{column.removesuffix('id')}name')"
    return (
        f"coalesce((SELECT coalesce(max(iif(entity_id = {value}, entity_id, NULL)), min(entity_id))"
        f" FROM article_entities AS named WHERE named.article_id = {table}.article_id"
        f" AND named.name = {name}), (SELECT id FROM entities WHERE id = {value}))"
    )


def apply_corrections(db: Database, article_id: int, corrections: Iterable[Correction]) -> None:
    """Let corrections take effect, oldest first; one whose words are not there waits for them.

    What somebody said in the whole article, or is there, does not hang on the one statement.
    """
    for correction in corrections:
        row = find_statement(db, article_id, correction)
        if row is not None:
            _apply(db, row, correction)
        elif (row := _find_said_by(db, article_id, correction)) is not None:
            whole = replace(correction.change, hidden=False, said_on=None)
            _apply(db, row, replace(correction, change=whole))


def _find_said_by(db: Database, article_id: int, correction: Correction) -> Row | None:
    """Anything by the speaker whom a correction means, if it means all that they say."""
    if not (correction.change.everywhere or correction.change.role is not None):
        return None
    sql = "SELECT * FROM attributions WHERE article_id = ? AND speaker_name = ? LIMIT 1"
    return next(iter(db.query(sql, [article_id, correction.of])), None)


def find_statement(db: Database, article_id: int, correction: Correction) -> Row | None:
    """The statement with the words that were corrected, or the one that most of them stand in."""
    rows = list(
        db.query("SELECT * FROM attributions WHERE article_id = ? ORDER BY number", [article_id])
    )
    words = hash_words(correction.text)
    same = [row for row in rows if row["words"] == words]
    if same:
        return same[min(correction.nth, len(same) - 1)]
    text = db.execute("SELECT text FROM articles WHERE id = ?", [article_id]).fetchone()[0]
    part = max(re.split(r" \.\.\. |\n", correction.text), key=len)
    at = text.find(part)
    near = [(_share((at, at + len(part)), _spans(row)), row) for row in rows] if at >= 0 else []
    likeness, row = max(near, key=lambda each: each[0], default=(0.0, None))
    return row if likeness > _MOST else None


_MOST = 0.5
"""More than so much must be the same: of the longer text, for words to be found again."""


def _apply(db: Database, row: Row, correction: Correction) -> None:
    change, values = correction.change, {"by": correction.by.name, "id": row["id"]}
    if change.hidden:
        _update(db, "attributions", {"shown": 0, "hidden": 1}, "id = :id", values)
        _update_claims(db, row, {"hidden": 1})
    if change.said_on:
        article = next(iter(db.query(_MOMENTS, [row["article_id"]])))
        read_at = from_text(article["read_at"])
        assert read_at is not None, "an article has the moment of its reading"
        day = dated(change.said_on, from_text(article["published"]), read_at)
        new = {"said_on": change.said_on.isoformat(), "said_on_words": "", "dated": day}
        _update(db, "attributions", new, "id = :id", values)
    if change.speaker:
        _change_speaker(db, row, correction, _columns(db, row["article_id"], change.speaker))
    elif change.role is not None:
        _add_role(db, row["speaker_id"], change.role)
        _change_everywhere(db, row, correction, {"role": change.role})


_MOMENTS = "SELECT published, read_at FROM articles WHERE id = ?"


def _change_speaker(db: Database, row: Row, correction: Correction, new: Row) -> None:
    """The claims in what somebody said were theirs, too."""
    if correction.change.everywhere and correction.of is not None:
        _change_everywhere(db, row, correction, new)
        return
    values = {"by": correction.by.name, "id": row["id"]}
    _update(
        db, "attributions", {**_prefixed("speaker", new), "confidence": 1.0}, "id = :id", values
    )
    _update_claims(db, row, _prefixed("claimer", new), claimer=row["speaker_name"])


def _update_claims(db: Database, row: Row, new: Row, claimer: str | None = None) -> None:
    """Change the claims in what somebody said; only those of a claimer, if one is named."""
    sql = f"SELECT id, span_start, span_end, claimer_name FROM claims WHERE {_OWN['claims']}"
    for claim in list(db.query(sql, {"article": row["article_id"]})):
        within = _share((claim["span_start"], claim["span_end"]), _spans(row), of=min) > _MOST
        if within and claimer in {None, claim["claimer_name"]}:
            _update(db, "claims", new, "id = :id", {"id": claim["id"]})


def _change_everywhere(db: Database, row: Row, correction: Correction, new: Row) -> None:
    values = {"by": correction.by.name, "article": row["article_id"], "of": correction.of}
    for table, prefix in (("attributions", "speaker"), ("claims", "claimer")):
        where = f"{_OWN[table]} AND {prefix}_name = :of"
        _update(db, table, _prefixed(prefix, new), where, values)


def _update(db: Database, table: str, new: Row, where: str, values: Row) -> None:
    """Change rows, after what the program found there was put aside."""
    found = ", ".join(f"'{name}', {name}" for name in _KEPT[table])
    by = {"corrected_by": values["by"]} if table == "attributions" else {}
    assigned = ", ".join(f"{name} = :new_{name}" for name in {**new, **by})
    db.execute(
        f"UPDATE {table} SET machine = coalesce(machine, json_object({found})), {assigned}"
        f" WHERE {where}",
        {**values, **{f"new_{name}": value for name, value in {**new, **by}.items()}},
    )


def _columns(db: Database, article_id: int, speaker: Speaker) -> Row:
    """The parts of a speaker's columns; the article then names the speaker in any case."""
    named = {"article": article_id, "name": speaker.name, "kind": speaker.kind}
    known = db.execute(_NAMED, named).fetchone()
    if known:
        entity_id = int(known[0])
    else:
        cast = Cast(db, article_id, "", Surroundings())
        entity_id = cast.find(speaker.name, speaker.kind, speaker.role)
        if not db.execute(_PRESENT, [article_id, entity_id]).fetchone():
            kind = "person" if speaker.kind == "anonymous" else speaker.kind
            cast.add_presence(entity_id, Entity(speaker.name, kind), -entity_id)
    _add_role(db, entity_id, speaker.role)
    parts = (entity_id, speaker.name, speaker.role, speaker.kind, 1)
    return dict(zip(_PARTS, parts, strict=True))


# A state speaks as an organisation does.
_NAMED = """
SELECT entity_id FROM article_entities AS named JOIN entities ON entities.id = entity_id
WHERE article_id = :article AND named.name = :name
  AND iif(entities.kind IN ('place', 'other'), 'organisation', entities.kind) = :kind
"""
_PRESENT = "SELECT 1 FROM article_entities WHERE article_id = ? AND entity_id = ?"

# Positions below 0 are of those whom the article names only as speakers.
_FORGET_UNNAMED = f"""
DELETE FROM presences WHERE article_id = :article AND position < 0 AND entity_id NOT IN (
  SELECT speaker_id FROM attributions WHERE article_id = :article AND speaker_id IS NOT NULL
  UNION SELECT json_extract(machine, '$.speaker_id') FROM attributions
    WHERE article_id = :article AND json_extract(machine, '$.speaker_id') IS NOT NULL
  UNION SELECT claimer_id FROM claims WHERE {_OWN["claims"]} AND claimer_id IS NOT NULL
  UNION SELECT json_extract(machine, '$.claimer_id') FROM claims
    WHERE {_OWN["claims"]} AND json_extract(machine, '$.claimer_id') IS NOT NULL
)
"""


def _add_role(db: Database, entity_id: int | None, role: str) -> None:
    if entity_id is not None and role:
        sql = "INSERT OR IGNORE INTO roles (entity_id, role) VALUES (?, ?)"
        db.execute(sql, [entity_id, role])


def _prefixed(prefix: str, parts: Row) -> Row:
    return {f"{prefix}_{part}": value for part, value in parts.items()}


def _spans(row: Row) -> list[Span]:
    return [(start, end) for start, end in json.loads(row["content"])]


def _share(span: Span, others: Sequence[Span], of: Callable[[int, int], int] = max) -> float:
    """How much of two texts is the same, of the longer or the shorter one."""
    shared = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in others)
    return shared / of(span[1] - span[0], sum(end - start for start, end in others))
