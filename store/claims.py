"""Claims: sentences that state something checkable, best first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple

from sqlite_utils import Database

from store.database import insert, to_json
from store.entities import Cast
from store.records import Bound, Claim, Figure
from store.speakers import speaker_columns, to_speaker


def save_claims(cast: Cast, claims: Sequence[Claim]) -> None:
    """Save an article's claims, in the order they were ranked."""
    for claim in claims:
        row = {
            "article_id": cast.article_id,
            "span_start": claim.span[0],
            "span_end": claim.span[1],
            "check_worthiness": claim.check_worthiness,
            "figures": to_json([astuple(figure) for figure in claim.figures]),
            "about": to_json(claim.about),
            **speaker_columns("claimer", cast, claim.claimer),
        }
        insert(cast.db, "claims", row)


def load_claims(db: Database, article_id: int, text: str) -> tuple[Claim, ...]:
    """The claims of an article with this text, best first; without those taken out."""
    sql = "SELECT * FROM claims WHERE article_id = ? AND NOT hidden ORDER BY id"
    rows = db.query(sql, [article_id])
    return tuple(
        Claim(
            text=text[row["span_start"] : row["span_end"]],
            span=(row["span_start"], row["span_end"]),
            check_worthiness=row["check_worthiness"],
            claimer=to_speaker("claimer", row),
            figures=tuple(_to_figure(*each) for each in json.loads(row["figures"])),
            about=tuple(json.loads(row["about"])),
        )
        for row in rows
    )


def _to_figure(
    span: list[int], value: float, unit: str, bound: Bound, high: float | None
) -> Figure:
    return Figure((span[0], span[1]), value, unit, bound, high)
