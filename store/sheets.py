"""One article as it is looked through and corrected: all statements, and who may have said them."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from store.articles import load_refs
from store.attributions import load_attributions
from store.audience import audience_values, visible_articles
from store.changes import Correction, Sheet
from store.corrections import load_corrections
from store.database import plain_errors
from store.makers import show_maker
from store.records import ArticleRef, Attribution, Audience, Speaker, Statement
from store.wording import find_lead


@plain_errors
def load_sheet(db: Database, article_id: int, audience: Audience) -> Sheet | None:
    """The present version of an article; None: it is gone, or not for this audience."""
    present = find_present(db, article_id, audience)
    if present is None:
        return None
    ref = load_refs(db, [present])[present]
    return Sheet(
        article=ref,
        statements=_load_statements(db, ref, audience),
        people=load_people(db, present),
        corrections=tuple(
            each for each in reversed(load_corrections(db, ref.url)) if is_shown(each, audience)
        ),
        newer=present != article_id,
    )


def is_shown(correction: Correction, audience: Audience) -> bool:
    """Whether an audience is told of a correction: not of one from another workspace."""
    return audience.team is None or correction.by.team in {"", audience.team}


@plain_errors
def find_present(db: Database, article_id: int, audience: Audience) -> int | None:
    """The present version of an article, if the audience may see it."""
    sql = (
        "SELECT id FROM articles WHERE superseded_by IS NULL"
        " AND url = (SELECT url FROM articles WHERE id = :article)"
        f" AND {visible_articles(audience)}"
    )
    row = db.execute(sql, {"article": article_id, **audience_values(audience)}).fetchone()
    return int(row[0]) if row else None


@plain_errors
def find_article_of(db: Database, statement_id: int) -> int | None:
    """The article in which a statement stands."""
    sql = "SELECT article_id FROM attributions WHERE id = ?"
    row = db.execute(sql, [statement_id]).fetchone()
    return int(row[0]) if row else None


@plain_errors
def load_people(db: Database, article_id: int) -> dict[int, Speaker]:
    """Who may speak in an article, by entity: who says most first, then who is named most."""
    found: dict[int, Speaker] = {}
    for row in db.query(_PEOPLE, [article_id]):
        found.setdefault(row["id"], Speaker(row["name"], row["role"], row["kind"]))
    return found


_PEOPLE = """
SELECT entities.id, coalesce(max(speaker_kind), entities.kind) AS kind,
  coalesce(max(speaker_name), named.name) AS name,
  coalesce(max(speaker_role), named.role) AS role
FROM article_entities AS named JOIN entities ON entities.id = named.entity_id
  LEFT JOIN attributions AS a ON a.article_id = named.article_id
    AND a.speaker_id = named.entity_id AND a.shown
WHERE named.article_id = ?
  AND (entities.kind IN ('person', 'organisation', 'anonymous') OR a.id IS NOT NULL)
GROUP BY named.position
ORDER BY count(a.id) DESC, times DESC, named.position
"""


def _load_statements(db: Database, ref: ArticleRef, audience: Audience) -> tuple[Statement, ...]:
    text = db.execute("SELECT text FROM articles WHERE id = ?", [ref.id]).fetchone()[0]
    ids = "SELECT id FROM attributions WHERE article_id = ? AND NOT hidden ORDER BY number"
    rows = zip(db.execute(ids, [ref.id]).fetchall(), load_attributions(db, ref.id), strict=True)
    found = (
        _to_statement(number, said, text, ref)
        for (number,), said in rows
        if said.standing == "stated"
    )
    return tuple(
        replace(each, corrected_by=show_maker(db, ref.url, each.corrected_by, audience))
        for each in found
    )


def _to_statement(number: int, said: Attribution, text: str, ref: ArticleRef) -> Statement:
    return Statement(
        id=number,
        text=said.text,
        kind=said.kind,
        speaker=said.speaker,
        said_on=said.said_on,
        said_on_words=said.said_on_words,
        confidence=said.confidence,
        sentence=text[slice(*said.sentence)],
        article=ref,
        lead=find_lead(text, said.cue, said.source, said.content),
        corrected_by=said.corrected_by,
    )
