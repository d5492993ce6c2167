"""The digest: what was said since the last one, an article at a time."""

from __future__ import annotations

from datetime import tzinfo

from slack_sdk.models.blocks import Block

from bot.blocks.elements import (
    Blocks,
    context,
    divider,
    fill,
    fits,
    rich_text,
    section,
    text,
    to_dicts,
)
from bot.blocks.reports import CHECK, build_report
from bot.blocks.sizes import DIGEST_SIZES, Size
from bot.blocks.wording import count, format_moment
from store.records import Digest, Report


def build_digest(digest: Digest, zone: tzinfo) -> Blocks:
    """What was said between two moments, told in the reader's time zone."""
    for size in DIGEST_SIZES:
        blocks = _build_message(digest, digest.reports, size, zone)
        if fits(blocks):
            return blocks

    def build(kept: int) -> Blocks:
        return _build_message(digest, digest.reports[:kept], DIGEST_SIZES[-1], zone)

    return fill(build, len(digest.reports))


def _build_message(digest: Digest, reports: tuple[Report, ...], size: Size, zone: tzinfo) -> Blocks:
    blocks = [_build_head(digest, zone)]
    for report in reports:
        blocks += [divider(), *build_report(report, size)]
    left_out = len(digest.reports) - len(reports)
    more = f"and {count(left_out, 'more article')}. " if left_out else ""
    if digest.reports:
        blocks.append(context(more + CHECK))
    return to_dicts(blocks)


def _build_head(digest: Digest, zone: tzinfo) -> Block:
    since, until = (format_moment(moment, zone) for moment in (digest.since, digest.until))
    number = len(digest.reports)
    said = count(number, "article") if number else "no article was read in this time"
    return rich_text(
        section(text("What was said", bold=True), text(f" · {since} to {until} · {said}"))
    )
