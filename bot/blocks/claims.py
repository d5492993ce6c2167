"""Key claims: the sentence, its figures in bold, who claims it, and the way back to it."""

from __future__ import annotations

from slack_sdk.models.blocks import Block, RichTextElement

from bot.blocks.elements import bullets, link, rich_text, section, text
from bot.blocks.quotes import SEPARATOR
from bot.blocks.sizes import Size
from bot.blocks.statements import choose_shown
from bot.blocks.wording import ELLIPSIS, clean_name, cut_words
from bot.passages import build_passage_link
from store.records import Claim, Report, Span


def build_claims(report: Report, size: Size) -> Block | None:
    """The best claims as a list, or nothing."""
    claims = choose_claims(report, size)
    if not claims:
        return None
    items = [_build_claim(report, claim, size.words) for claim in claims]
    return rich_text(section(text("Key claims", bold=True)), bullets(items))


def choose_claims(report: Report, size: Size) -> list[Claim]:
    """The best claims that do not stand below as a direct quote already."""
    quoted = [
        span
        for _, said in choose_shown(report, size)
        for each in said
        if each.kind == "direct"
        for span in each.content
    ]
    claims = report.analysis.claims
    fresh = [claim for claim in claims if not _is_quoted(claim.span, quoted)]
    return (fresh or list(claims))[: size.claims]


def _is_quoted(claim: Span, quoted: list[Span]) -> bool:
    """Whether more than half of a claim stands in the quotes."""
    start, end = claim
    shared = sum(max(0, min(end, last) - max(start, first)) for first, last in quoted)
    return 2 * shared > end - start


def _build_claim(report: Report, claim: Claim, limit: int) -> RichTextElement:
    shown = cut_words(claim.text, limit)
    start = claim.span[0]
    figures = [(f.span[0] - start, f.span[1] - start) for f in claim.figures]
    parts = _embolden(shown, figures)
    if shown != claim.text:
        parts.append(text(f" {ELLIPSIS}"))
    if claim.claimer and not _is_named(claim):
        likely = "" if claim.claimer.sure else "likely "
        parts.append(text(SEPARATOR + likely + clean_name(claim.claimer.name)))
    if address := build_passage_link(report.article.url, claim.text, report.article.text):
        parts += [text(SEPARATOR), link(address, "source")]
    return section(*parts)


def _embolden(words: str, figures: list[Span]) -> list[RichTextElement]:
    """The words in pieces, with those between the offsets of `figures` in bold."""
    pieces: list[RichTextElement] = []
    position = 0
    for start, end in sorted(figures):
        if position <= start < end <= len(words):
            pieces += [text(words[position:start])] if start > position else []
            pieces.append(text(words[start:end], bold=True))
            position = end
    return pieces + ([text(words[position:])] if position < len(words) else [])


def _is_named(claim: Claim) -> bool:
    """Whether the sentence itself names its claimer."""
    name = claim.claimer.name.split() if claim.claimer else []
    return bool(name) and name[-1].casefold() in claim.text.casefold()
