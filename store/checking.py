"""What is quoted must stand in the article, character for character: checked on every write."""

from __future__ import annotations

from bot.errors import StoreError
from store.records import Analysis, Article, Attribution, Claim, Entity, Span
from store.wording import verbatim


def check_offsets(article: Article, analysis: Analysis) -> None:
    """Refuse an analysis that quotes what the article does not say.

    Raises:
        StoreError: text differs from the article's slice, or a span lies outside of it.
    """
    for attribution in analysis.attributions:
        _check_attribution(article.text, attribution)
    for claim in analysis.claims:
        _check_claim(article.text, claim)
    for entity in analysis.entities:
        _check_entity(article.text, entity)


def _check_attribution(text: str, attribution: Attribution) -> None:
    around = (attribution.source, attribution.cue, attribution.sentence)
    _check_spans(text, *attribution.content, *(span for span in around if span))
    _check_words(verbatim(text, attribution.content), attribution.text)


def _check_claim(text: str, claim: Claim) -> None:
    _check_spans(text, claim.span, *(figure.span for figure in claim.figures))
    _check_words(text[slice(*claim.span)], claim.text)


def _check_entity(text: str, entity: Entity) -> None:
    _check_spans(text, *entity.mentions)


def _check_spans(text: str, *spans: Span) -> None:
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            raise StoreError(
                "Nothing was saved: a quote lies outside of its article.",
                f"Please report this: {start} to {end} of {len(text)} characters.",
            )


def _check_words(there: str, quoted: str) -> None:
    if not quoted or there != quoted:
        raise StoreError(
            "Nothing was saved: a quote differs from its article.",
            f"Please report this: {quoted[:80]!r} is not {there[:80]!r}.",
        )
