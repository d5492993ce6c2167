"""The shapes of `--json`: records as plain dictionaries."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.passages import build_passage_link
from store.records import (
    Answer,
    Article,
    ArticleRef,
    Attribution,
    Claim,
    Digest,
    Figure,
    Report,
    Speaker,
    Statement,
)

Shape = dict[str, Any]


def shape_report(report: Report) -> Shape:
    """`onrecord read --json`: offsets are characters of `article.text`."""
    attributions = report.analysis.attributions
    return {
        "article": shape_article(report.article),
        "attributions": [shape_attribution(a) for a in attributions if a.standing == "stated"],
        "claims": [shape_claim(claim) for claim in report.analysis.claims],
        "not_stated": [
            {**shape_attribution(a), "standing": a.standing}
            for a in attributions
            if a.standing != "stated"
        ],
    }


def shape_article(article: Article) -> Shape:
    """The article with its cleaned text."""
    return {
        "url": article.url,
        "headline": article.headline,
        "byline": article.byline,
        "publisher": article.publisher,
        "published": shape_date(article.published),
        "language": article.language,
        "text": article.text,
    }


def shape_attribution(attribution: Attribution) -> Shape:
    """One statement; the speaker is null unless it is sure, and then told as `likely_speaker`."""
    shape: Shape = {
        "kind": attribution.kind,
        "speaker": shape_speaker(attribution.speaker),
        "source": attribution.source,
        "cue": attribution.cue,
        "content": attribution.content,
        "text": attribution.text,
        "said_on": shape_date(attribution.said_on),
        "confidence": round(attribution.confidence, 3),
        "via": shape_via(attribution.via),
    }
    if attribution.speaker and not attribution.speaker.sure:
        shape["likely_speaker"] = attribution.speaker.name
    return {**shape, **_shape_correction(attribution.corrected_by)}


def shape_via(via: Speaker | None) -> Shape | None:
    """Whose statement this one stands within, null for those that the article quotes itself."""
    return {"name": via.name, "role": via.role} if via else None


def _shape_correction(by: str) -> Shape:
    """Who corrected a statement, where somebody did."""
    return {"corrected_by": by} if by else {}


def shape_claim(claim: Claim) -> Shape:
    """One claim; its claimer is null where the article says it in its own voice."""
    return {
        "text": claim.text,
        "span": claim.span,
        "check_worthiness": round(claim.check_worthiness, 3),
        "claimer": shape_speaker(claim.claimer),
        "about": claim.about,
        "figures": [shape_figure(claim, figure) for figure in claim.figures],
    }


def shape_figure(claim: Claim, figure: Figure) -> Shape:
    """One number of a claim; `high` is the upper end of a range, or null."""
    start = claim.span[0]
    return {
        "text": claim.text[figure.span[0] - start : figure.span[1] - start],
        "span": figure.span,
        "value": figure.value,
        "high": figure.high,
        "unit": figure.unit,
        "bound": figure.bound,
    }


def shape_speaker(speaker: Speaker | None) -> Shape | None:
    """Name and role of a speaker that is sure, otherwise null."""
    if speaker is None or not speaker.sure:
        return None
    return {"name": speaker.name, "role": speaker.role}


def shape_answer(answer: Answer) -> Shape:
    """`onrecord ask --json`."""
    reading = answer.reading
    return {
        "question": answer.question,
        "reading": {
            "topic": reading.topic,
            "and_about": reading.and_about,
            "speaker": reading.speaker,
            "role": reading.role,
            "outlet": reading.outlet,
            "since": shape_date(reading.since),
            "until": shape_date(reading.until),
            "kind": reading.kind,
            "verb": reading.verb,
            "not_by": reading.not_by,
        },
        "answers": [shape_statement(statement) for statement in answer.statements],
        "total": answer.total,
        "speakers": answer.speakers,
        "more": answer.more,
        "taken_for": dict(answer.taken_for),
        "also": answer.also,
        "missing": answer.missing,
        "unknown": answer.unknown or None,
        "nearest": answer.nearest,
        "instead": [{"question": each.question, "total": each.total} for each in answer.instead],
    }


def shape_statement(statement: Statement) -> Shape:
    """One line of an answer."""
    article = statement.article
    shape: Shape = {
        "id": statement.id,
        "text": statement.text,
        "kind": statement.kind,
        "speaker": shape_speaker(statement.speaker),
        "said_on": shape_date(statement.said_on),
        "via": shape_via(statement.via),
        "article": shape_ref(article),
        "also_in": [shape_ref(other) for other in statement.also_in],
        "link": build_passage_link(article.url, statement.sentence) or None,
    }
    if statement.speaker and not statement.speaker.sure:
        shape["likely_speaker"] = statement.speaker.name
    return {**shape, **_shape_correction(statement.corrected_by)}


def shape_ref(article: ArticleRef) -> Shape:
    """What is told of an article that is only pointed to."""
    return {
        "headline": article.headline,
        "publisher": article.publisher,
        "url": article.url,
        "published": shape_date(article.published),
    }


def shape_digest(digest: Digest) -> Shape:
    """`onrecord digest --json`."""
    return {
        "since": shape_date(digest.since),
        "until": shape_date(digest.until),
        "reports": [
            {**shape_report(report), "also_in": [shape_ref(other) for other in report.also_in]}
            for report in digest.reports
        ],
    }


def shape_date(day: date | None) -> str | None:
    """ISO 8601; a moment with its zone."""
    return day.isoformat() if day else None
