"""The last question of each thread: what "and before that?" goes on from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from rapidfuzz import fuzz
from sqlite_utils import Database

from store.database import plain_errors, saving
from store.folding import fold
from store.moments import day_of, to_text
from store.records import Reading
from store.workspace import Thread

KEPT = timedelta(days=30)
"""How long a thread's question can be gone on from."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The last question of a thread, and how much of its answer was shown."""

    reading: Reading
    shown: int
    begun: bool
    """Whether the thread began with a question."""


_SHORTEST = 3
"""Letters of a word by which somebody is recognised."""
_NEARLY = 75.0
"""Of rapidfuzz's ratio between such a word and one of a question: a slip of one letter in four."""


@plain_errors
def save_asked(db: Database, thread: Thread, asked: Asked, *, now: datetime) -> None:
    """Keep the last question in place of the one before it; forget what is old everywhere."""
    with saving(db):
        db.execute("DELETE FROM threads WHERE asked < ?", [to_text(now - KEPT)])
        db.execute(
            "INSERT OR REPLACE INTO threads VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                *(thread.team, thread.channel, thread.ts, to_text(now), int(asked.begun)),
                *(json.dumps(asdict(asked.reading), default=date.isoformat), asked.shown),
            ],
        )


@plain_errors
def last_asked(db: Database, thread: Thread, *, since: datetime) -> Asked | None:
    """The last question of a thread, if it was asked since then."""
    row = db.execute(
        "SELECT reading, shown, begun FROM threads"
        " WHERE team = ? AND channel = ? AND thread_ts = ? AND asked >= ?",
        [thread.team, thread.channel, thread.ts, to_text(since)],
    ).fetchone()
    return Asked(_to_reading(json.loads(row[0])), row[1], bool(row[2])) if row else None


def forget_questions_about(db: Database, names: Iterable[str]) -> None:
    """Delete the last questions in which a word of these names stands, or nearly; inside `saving`.

    Rather one too many than one too few: a thread can be begun again.
    """
    words = {word for name in names for word in fold(name).split() if len(word) >= _SHORTEST}
    rows = db.execute("SELECT team, channel, thread_ts, reading FROM threads").fetchall()
    db.conn.executemany(
        "DELETE FROM threads WHERE team = ? AND channel = ? AND thread_ts = ?",
        [place for *place, reading in rows if _has_one_of(words, json.loads(reading))],
    )


def _has_one_of(words: Iterable[str], kept: Mapping[str, Any]) -> bool:
    names = (kept["topic"], kept["speaker"], kept["role"], kept.get("not_by"))
    asked = (*names, *kept["and_about"])
    said = fold(" ".join(text for text in asked if text)).split()
    return any(fuzz.ratio(word, each) >= _NEARLY for word in words for each in said)


def _to_reading(kept: Mapping[str, Any]) -> Reading:
    days = {name: day_of(kept[name]) for name in ("since", "until")}
    return Reading(**{**kept, **days, "and_about": tuple(kept["and_about"])})
