"""The Home tab: what was read lately, which digests there are, how the archive does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from slack_sdk.models.blocks import Block, HeaderBlock, RichTextElement, RichTextElementParts

from bot.blocks.elements import bullets, context, link, rich_text, section, text, to_dicts
from bot.blocks.views import View
from bot.blocks.wording import (
    clean_name,
    count,
    describe_days,
    format_date,
    format_moment,
    join_facts,
)
from store.records import ArticleRef
from store.workspace import Holdings, Home, Schedule, Watch

MOST_WATCHES = 20
HOW = (
    "Share a link to an article in a channel that I am in, and I answer in its thread.",
    "Ask me who said what: mention me, or write to me under Messages.",
    "/onrecord settings in a channel says what I read there, and when its digest comes.",
)


def build_home(home: Home, zone: tzinfo) -> View:
    """One person's Home, with moments in that person's time zone."""
    return {"type": "home", "blocks": to_dicts(_build(home, zone))}


def _build(home: Home, zone: tzinfo) -> Iterator[Block]:
    yield HeaderBlock(text="On the Record")
    yield rich_text(bullets([section(text(line)) for line in HOW]))
    yield HeaderBlock(text="Read lately")
    if home.recent:
        yield rich_text(bullets([_build_article(article) for article in home.recent]))
    else:
        yield context("Nothing yet that everybody may see.")
    yield HeaderBlock(text="Digests")
    if home.schedules:
        yield rich_text(bullets([_build_schedule(each) for each in home.schedules]))
    else:
        yield context("No public channel gets one. /onrecord digest on starts it.")
    if home.watches:
        yield HeaderBlock(text="Your watches")
        yield rich_text(bullets([_build_watch(each) for each in home.watches[:MOST_WATCHES]]))
    if home.holdings:
        yield HeaderBlock(text="The archive")
        yield rich_text(section(text(_describe_holdings(home.holdings, zone))))


def _build_article(article: ArticleRef) -> RichTextElement:
    headline = clean_name(article.headline, 150) or "Text without a headline"
    facts = join_facts(clean_name(article.publisher, 60), format_date(article.published))
    return section(link(article.url, headline), text(f" · {facts}" if facts else ""))


def _build_schedule(schedule: Schedule) -> RichTextElement:
    when = f" at {schedule.at} ({schedule.zone}), {describe_days(schedule.days)}"
    return section(_channel(schedule.channel), text(when))


def _build_watch(watch: Watch) -> RichTextElement:
    where = [] if watch.channel.startswith("D") else [text(" in "), _channel(watch.channel)]
    return section(text(clean_name(watch.words)), *where)


def _channel(channel: str) -> RichTextElement:
    return RichTextElementParts.Channel(channel_id=channel)


def _describe_holdings(holdings: Holdings, zone: tzinfo) -> str:
    last = format_moment(holdings.last_read, zone) if holdings.last_read else "never"
    waiting, failed = holdings.waiting, holdings.failed
    waits = f"Still to be read: {count(waiting, 'link')}" if waiting else "No link waits to be read"
    read = f"{count(failed, 'link')} could not be read" if failed else "every link could be read"
    return (
        f"{count(holdings.statements, 'statement')} in {count(holdings.articles, 'article')}, "
        f"the last one read {last}. {waits}; {read}. Only administrators see this."
    )
