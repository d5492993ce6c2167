"""Attributions: what was said and by whom, as rows and as records."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store.database import insert, to_json
from store.days import take_ids
from store.entities import Cast
from store.folding import hash_opening, hash_words
from store.mentions import find_mentions, save_mentions
from store.moments import dated, day_of
from store.records import Article, Attribution, Span, Speaker
from store.speakers import speaker_columns, to_speaker


def save_attributions(
    cast: Cast,
    article: Article,
    attributions: Sequence[Attribution],
    now: datetime,
) -> None:
    """Save an article's attributions, and whom and what each is about."""
    moments = [dated(each.said_on, article.published, now) for each in attributions]
    ids = take_ids(cast.db, moments)
    for number in sorted(range(len(ids)), key=ids.__getitem__):  # as the index likes them best
        attribution = attributions[number]
        speaker = speaker_columns("speaker", cast, attribution.speaker)
        mentions = find_mentions(cast, attribution)
        own = speaker.get("speaker_id")
        mentions = {e: how for e, how in mentions.items() if e != own or how == "words"}
        row = {
            "id": ids[number],
            "article_id": cast.article_id,
            "number": number,
            "dated": moments[number],
            **_columns(article.text, attribution),
            **speaker,
        }
        insert(cast.db, "attributions", row)
        save_mentions(cast.db, ids[number], mentions)
        if attribution.standing == "stated":  # only now, so that the index hears of it once
            cast.db.execute("UPDATE attributions SET shown = 1 WHERE id = ?", [ids[number]])


def load_attributions(db: Database, article_id: int) -> tuple[Attribution, ...]:
    """An article's attributions, in the order they were found; without those taken out."""
    where = "article_id = ? AND NOT hidden ORDER BY number"
    return tuple(to_attribution(row) for row in query_attributions(db, where, article_id))


def query_attributions(db: Database, where: str, *values: object) -> list[dict[str, Any]]:
    """Rows of `attributions`, each with its `text`."""
    sql = (
        "SELECT attributions.*, said.text FROM attributions"
        f" JOIN attribution_words AS said USING (id) WHERE {where}"
    )
    return list(db.query(sql, values))


def _columns(article_text: str, attribution: Attribution) -> dict[str, object]:
    said_on = attribution.said_on
    return {
        "kind": attribution.kind,
        "standing": attribution.standing,
        "words": hash_words(attribution.text),
        "opening": hash_opening(attribution.text) if attribution.kind == "direct" else None,
        **_stitched(article_text, attribution),
        "content": to_json(attribution.content),
        "sentence_start": attribution.sentence[0],
        "sentence_end": attribution.sentence[1],
        **_span_columns("source", attribution.source),
        **_span_columns("cue", attribution.cue),
        "said_on": said_on.isoformat() if said_on else None,
        "said_on_words": attribution.said_on_words,
        "confidence": attribution.confidence,
        "shown": 0,
        "via": to_json(asdict(attribution.via)) if attribution.via else None,
    }


def _stitched(text: str, attribution: Attribution) -> dict[str, object]:
    """What was said in several parts, and the sentence without them and without their source.

    In one part both are slices of the article: the view `attribution_words` has them.
    """
    if len(attribution.content) == 1:
        return {}
    parts, at = [], attribution.sentence[0]
    taken = [*attribution.content, *([attribution.source] if attribution.source else [])]
    for start, end in sorted(taken):
        parts.append(text[at:start])
        at = max(at, end)
    parts.append(text[at : attribution.sentence[1]])
    return {"stitched": attribution.text, "stitched_around": " ".join(" ".join(parts).split())}


def _span_columns(name: str, span: Span | None) -> dict[str, object]:
    return {f"{name}_start": span[0], f"{name}_end": span[1]} if span else {}


def _to_span(name: str, row: dict[str, Any]) -> Span | None:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return None if start is None else (start, end)


def to_attribution(row: dict[str, Any]) -> Attribution:
    """One row of `attributions`, with its `text`."""
    return Attribution(
        kind=row["kind"],
        content=tuple((start, end) for start, end in json.loads(row["content"])),
        text=row["text"],
        sentence=(row["sentence_start"], row["sentence_end"]),
        source=_to_span("source", row),
        cue=_to_span("cue", row),
        speaker=to_speaker("speaker", row),
        said_on=day_of(row["said_on"]),
        said_on_words=row["said_on_words"],
        confidence=row["confidence"],
        standing=row["standing"],
        corrected_by=row["corrected_by"],
        via=to_via(row),
    )


def to_via(row: dict[str, Any]) -> Speaker | None:
    """Whose statement the one of a row stands within."""
    return Speaker(**json.loads(row["via"])) if row["via"] else None
