"""The report: what an article claims and who is quoted saying what, for its thread."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, RichTextElement

from bot.blocks.claims import build_claims
from bot.blocks.elements import (
    Blocks,
    context,
    divider,
    fill,
    fits,
    link,
    rich_text,
    section,
    text,
    to_dicts,
)
from bot.blocks.outcomes import failure_block, pointer_block
from bot.blocks.outlets import build_outlets
from bot.blocks.report_buttons import build_buttons
from bot.blocks.sizes import SIZES, Size
from bot.blocks.statements import build_statements
from bot.blocks.wording import clean_name, count, format_date, join_facts
from bot.passages import web_url
from store.records import Article, Report
from store.workspace import Failure, Outcome, Pointer

CHECK = "Automatic, check the source."


def build_reports(outcomes: Sequence[Outcome], *, workspace_url: str = "") -> Blocks:
    """One message for all links of a message: reports, pointers to earlier ones, failures.

    Args:
        outcomes: in the order of the links.
        workspace_url: of the workspace (`https://news.slack.com/`, as `auth.test` gives it),
            for links to earlier threads.
    """
    for size in SIZES:
        blocks = _build_message(outcomes, size, workspace_url)
        if fits(blocks):
            return blocks

    def build(kept: int) -> Blocks:
        left_out = context(f"and {count(len(outcomes) - kept, 'more link')}")
        shown = _build_message(outcomes[:kept], SIZES[-1], workspace_url)
        return shown + to_dicts([left_out])

    return fill(build, len(outcomes) - 1)


def build_report(report: Report, size: Size) -> list[Block]:
    """One report's blocks, without the footer."""
    blocks = [rich_text(*_build_head(report))]
    if claims := build_claims(report, size):
        blocks.append(claims)
    blocks += build_statements(report, size)
    if len(blocks) == 1:
        blocks.append(context("Nobody is quoted and nothing checkable was found in this article."))
    return blocks


def _build_head(report: Report) -> list[RichTextElement]:
    """The heading, and where else the story stands."""
    heading = build_heading(report.article)
    if not report.also_in:
        return [heading]
    return [heading, section(*build_outlets(report.also_in, report.article.publisher))]


def build_heading(article: Article) -> RichTextElement:
    """The headline, linked, and under it outlet, date and byline."""
    headline = (
        clean_name(article.headline, 300) or web_url(article.url) or "Text without a headline"
    )
    facts = join_facts(
        clean_name(article.publisher, 100),
        format_date(article.published),
        clean_name(article.byline),
    )
    below = [text("\n" + facts)] if facts else []
    return section(link(article.url, headline, bold=True), *below)


def _build_message(outcomes: Sequence[Outcome], size: Size, workspace_url: str) -> Blocks:
    blocks: list[Block] = []
    for outcome in outcomes:
        blocks += [divider()] if blocks else []
        blocks += _build_outcome(outcome, size, workspace_url)
    if any(isinstance(outcome, Report) for outcome in outcomes):
        blocks.append(context(CHECK))
    return to_dicts(blocks)


def _build_outcome(outcome: Outcome, size: Size, workspace_url: str) -> list[Block]:
    match outcome:
        case Failure():
            return [failure_block(outcome)]
        case Pointer():
            return [pointer_block(outcome, workspace_url)]
        case Report():
            buttons = build_buttons(outcome)
            return [*build_report(outcome, size), *([buttons] if buttons else [])]
