"""Claims: sentences that state something checkable, best first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple

from sqlite_utils import Database

from store.database import to_json
from store.entities import Cast
from store.records import Bound, Claim, Figure
from store.speakers import speaker_columns, to_speaker

OF_ARTICLE = "id BETWEEN {article} << 16 AND {article} << 16 | 65535"
"""Whose number begins with that of the article: a condition for rows of `claims`."""
BY_CLAIMER = f"""claimer_id = {{who}} AND id IN (
  SELECT kept_claims.id
  FROM presences JOIN kept_claims ON kept_claims.{OF_ARTICLE.format(article="article_id")}
  WHERE entity_id = {{who}}
)"""
"""Whose claims: an article lists who claims something in it, and only the list has an index."""


def save_claims(cast: Cast, claims: Sequence[Claim]) -> None:
    """Save an article's claims, in the order they were ranked."""
    for place, claim in enumerate(claims):
        about = [cast.positions.get(name, name) for name in claim.about]
        row = {
            "id": cast.article_id << 16 | place,
            "span_start": claim.span[0],
            "span_end": claim.span[1],
            "thousandths": round(claim.check_worthiness * 1000),
            "figures": to_json([_columns(figure) for figure in claim.figures]),
            "about": to_json(about),
            **dict.fromkeys(_CLAIMER),
            **speaker_columns("claimer", cast, claim.claimer),
        }
        cast.db.execute(_ADD_CLAIM, row)


_CLAIMER = ("claimer_id", "claimer_name", "claimer_role", "claimer_kind", "claimer_sure")

# What is the same as the archive knows it, or usual, stays empty.
_ADD_CLAIM = """
INSERT INTO kept_claims
  (id, span_start, span_end, thousandths, figures, about,
   claimer_id, claimer_name, claimer_role, claimer_kind, claimer_sure)
SELECT :id, :span_start, :span_end, :thousandths, nullif(:figures, '[]'),
  nullif(:about, '[]'), :claimer_id, nullif(:claimer_name, name), nullif(:claimer_role, ''),
  nullif(:claimer_kind, kind), :claimer_sure
FROM (SELECT 1) LEFT JOIN entities ON entities.id = :claimer_id
"""


def load_claims(db: Database, article_id: int, text: str) -> tuple[Claim, ...]:
    """The claims of an article with this text, best first; without those taken out."""
    own = OF_ARTICLE.format(article="?1")
    rows = db.query(f"SELECT * FROM claims WHERE {own} AND NOT hidden ORDER BY id", [article_id])
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


def _columns(figure: Figure) -> tuple[object, ...]:
    """The parts of a figure; without bound and upper end where these are the usual ones."""
    parts = astuple(figure)
    return parts[:_TOLD] if parts[_TOLD:] == _USUAL else parts


_TOLD = 3
_USUAL: tuple[Bound, None] = ("exactly", None)


def _to_figure(
    span: list[int], value: float, unit: str, bound: Bound = "exactly", high: float | None = None
) -> Figure:
    return Figure((span[0], span[1]), value, unit, bound, high)
