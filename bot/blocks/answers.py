"""The answer to a question: how it was read, then who said what, newest first."""

from __future__ import annotations

from itertools import groupby

from slack_sdk.models.blocks import Block, RichTextElement

from bot.blocks.elements import (
    Blocks,
    context,
    fill,
    fits,
    link,
    rich_text,
    section,
    text,
    to_dicts,
)
from bot.blocks.outcomes import build_thread_link
from bot.blocks.outlets import describe_outlets
from bot.blocks.quotes import SEPARATOR, Passage, build_quote, build_speaker, name_speaker
from bot.blocks.wording import clean_name, count, format_date, join_facts
from bot.passages import build_passage_link
from store.records import Answer, Reading, Statement

LIMITS = (500, 300, 200)
"""Characters of one quote; tried in turn until the answer fits."""

ONLY_NEAR = "Nothing said speaks of it in so many words; this was said in articles about it."


def build_answer(answer: Answer, *, workspace_url: str = "", whole: bool = False) -> Blocks:
    """One page of an answer; an empty one says so and proposes what the archive does hold.

    Args:
        answer: the page.
        workspace_url: of the workspace (`https://news.slack.com/`), for links to threads.
        whole: show every statement of the page, also past Slack's limits: for a terminal.
    """
    if not answer.statements:
        return to_dicts(_build_nothing(answer))
    if whole:
        return to_dicts(_build_page(answer, len(answer.statements), LIMITS[0], workspace_url))
    for limit in LIMITS:
        blocks = to_dicts(_build_page(answer, len(answer.statements), limit, workspace_url))
        if fits(blocks):
            return blocks

    def build(kept: int) -> Blocks:
        return to_dicts(_build_page(answer, kept, LIMITS[-1], workspace_url))

    return fill(build, len(answer.statements))


def describe_reading(reading: Reading) -> list[RichTextElement]:
    """How the question was understood: `About Wagner · since 16 Nov 2026`."""
    parts: list[RichTextElement] = []
    for label, name in (("About ", reading.topic), ("By ", reading.speaker)):
        if name:
            before = SEPARATOR + label.lower() if parts else label
            parts += [text(before), text(clean_name(name), bold=True)]
    facts = join_facts(
        f"since {format_date(reading.since)}" if reading.since else "",
        f"until {format_date(reading.until)}" if reading.until else "",
        f"only {reading.kind} quotes" if reading.kind else "",
    )
    parts = parts or [text("Everything on record")]
    return parts + ([text(SEPARATOR + facts)] if facts else [])


def _build_page(answer: Answer, kept: int, limit: int, workspace_url: str) -> list[Block]:
    shown = answer.statements[:kept]
    blocks = [_build_head(answer)]
    for _, group in groupby(shown, key=lambda each: name_speaker(each.speaker)):
        said = list(group)
        quotes = [build_statement(each, limit, workspace_url) for each in said]
        blocks.append(rich_text(section(*build_speaker(said[0].speaker)), *quotes))
    more = f"Showing {kept} of {answer.total:,}." if answer.total > kept else ""
    blocks.append(context(f"{more} Automatic, check the source.".strip()))
    return blocks


def _build_head(answer: Answer) -> Block:
    speakers = answer.speakers or len({name_speaker(each.speaker) for each in answer.statements})
    figures = f"{count(answer.total, 'statement')} by {count(speakers, 'speaker')}"
    figures = f"more than {figures}" if answer.more else figures
    parts = [*describe_reading(answer.reading), text(SEPARATOR + figures)]
    if all(each.nearness == "article" for each in answer.statements):
        parts += [text("\n"), text(ONLY_NEAR, italic=True)]
    return rich_text(section(*parts))


def build_statement(statement: Statement, limit: int, workspace_url: str) -> RichTextElement:
    """One statement, with its outlet, its day, its source and its thread."""
    article = statement.article
    address = build_passage_link(article.url, statement.sentence)
    passage = Passage(statement.text, statement.kind, statement.sentence, address, statement.lead)
    outlet = clean_name(article.publisher, 100) or clean_name(article.headline, 40)
    others = describe_outlets(statement.also_in, article.publisher)
    notes = [text(fact) for fact in (outlet, _date_statement(statement), others) if fact]
    if thread := build_thread_link(statement.thread, workspace_url):
        notes.append(link(thread, "thread"))
    return build_quote(passage, *notes, limit=limit)


def _date_statement(statement: Statement) -> str:
    """The day it was said, if known, otherwise the day it was published."""
    return format_date(statement.said_on or statement.article.published)


def _build_nothing(answer: Answer) -> list[Block]:
    parts = [*describe_reading(answer.reading), text("\nNothing on record that fits.\n")]
    if not answer.nearest:
        parts.append(text("Try a name, a shorter topic, or a longer time."))
        return [rich_text(section(*parts))]
    parts.append(text("Near to it in the archive: "))
    for name in answer.nearest[:5]:
        parts += [text(clean_name(name), bold=True), text(", ")]
    return [rich_text(section(*parts[:-1]))]
