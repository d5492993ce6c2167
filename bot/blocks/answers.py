"""The answer to a question: how it was read, then who said what, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from slack_sdk.models.blocks import Block, RichTextElement

from bot.blocks.changes import name_person
from bot.blocks.elements import (
    Blocks,
    context,
    fits,
    largest,
    link,
    rich_text,
    section,
    text,
    to_dicts,
)
from bot.blocks.nothing import build_nothing, describe_slips
from bot.blocks.outcomes import build_thread_link
from bot.blocks.outlets import describe_outlets
from bot.blocks.quotes import SEPARATOR, Passage, build_quote, build_speaker, name_speaker
from bot.blocks.readings import describe_reading
from bot.blocks.wording import clean_name, count, format_date
from bot.passages import build_passage_link
from store.records import Answer, Speaker, Statement

LIMITS = (500, 300, 200)
"""Characters of one quote; tried in turn until the answer fits."""

CHECK = "Automatic, check the source."
ONLY_NEAR = "Nothing said speaks of it in so many words; this was said in articles about it."
ONLY_ARTICLE = "from an article about it"


def build_answer(answer: Answer, *, workspace_url: str = "", whole: bool = False) -> Blocks:
    """One page of an answer; an empty one says so and proposes what the archive does hold.

    Args:
        answer: the page.
        workspace_url: of the workspace (`https://news.slack.com/`), for links to threads.
        whole: show every statement of the page, also past Slack's limits: for a terminal.
    """
    if whole and answer.statements:
        layout = Layout(workspace_url, LIMITS[0])
        return to_dicts(_build_page(answer, len(answer.statements), layout))
    return lay_out_answer(answer, workspace_url=workspace_url)[0]


def lay_out_answer(
    answer: Answer, *, workspace_url: str = "", offset: int = 0, more: bool = False
) -> tuple[Blocks, int]:
    """One page as Slack takes it, and how many of its statements are shown.

    Args:
        answer: the page.
        workspace_url: as in `build_answer`.
        offset: how many statements were shown before this page.
        more: say that "more" brings the next page, where there is one.
    """
    if not answer.statements:
        return to_dicts(build_nothing(answer)), 0
    most = len(answer.statements)
    for limit in LIMITS:
        layout = Layout(workspace_url, limit, offset, more)
        blocks = to_dicts(_build_page(answer, most, layout))
        if fits(blocks):
            return blocks, most

    def build(kept: int) -> Blocks:
        return to_dicts(_build_page(answer, kept, layout))

    kept = largest(build, most)
    return (build(kept) if kept else []), kept


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is laid out."""

    workspace_url: str = ""
    limit: int = LIMITS[0]
    """Characters of one quote."""
    offset: int = 0
    more: bool = False


def _build_page(answer: Answer, kept: int, layout: Layout) -> list[Block]:
    shown = answer.statements[:kept]
    blocks = [_build_head(answer)]
    for _, group in groupby(shown, key=_who):
        said = list(group)
        head = said[0].speaker
        quotes = [build_statement(each, layout.limit, layout.workspace_url, head) for each in said]
        blocks.append(rich_text(section(*build_speaker(head)), *quotes))
    blocks.append(context(f"{_describe_part(answer, kept, layout)} {CHECK}".strip()))
    return blocks


def _describe_part(answer: Answer, kept: int, layout: Layout) -> str:
    """`Showing 11 to 20 of 34. Say “more” for the next.`; empty where all is shown."""
    last = layout.offset + kept
    if answer.total <= kept:
        return ""
    shown = f"{layout.offset + 1} to {last}" if layout.offset else str(kept)
    more = " Say “more” here for the next." if layout.more and last < answer.total else ""
    return f"Showing {shown} of {answer.total:,}.{more}"


def _build_head(answer: Answer) -> Block:
    speakers = answer.speakers or len({name_speaker(each.speaker) for each in answer.statements})
    figures = f"{count(answer.total, 'statement')} by {count(speakers, 'speaker')}"
    figures = f"more than {figures}" if answer.more else figures
    parts = [*describe_reading(answer.reading), text(SEPARATOR + figures)]
    parts += describe_slips(answer.reading, answer.taken_for)
    parts += [text(f"\nAlso: {', '.join(answer.also)}", italic=True)] if answer.also else []
    if all(each.nearness == "article" for each in answer.statements):
        parts += [text("\n"), text(ONLY_NEAR, italic=True)]
    return rich_text(section(*parts))


def _who(statement: Statement) -> object:
    """What tells one speaker's statements from another's: names differ between articles."""
    sure = statement.speaker is not None and statement.speaker.sure
    return (
        statement.speaker_id if sure and statement.speaker_id else name_speaker(statement.speaker)
    )


def build_statement(
    statement: Statement, limit: int, workspace_url: str, head: Speaker | None = None
) -> RichTextElement:
    """One statement, with its outlet, its day, its source and its thread.

    Under a head of another name or role: also what its own article calls the speaker.
    """
    article = statement.article
    address = build_passage_link(article.url, statement.sentence)
    passage = Passage(statement.text, statement.kind, statement.sentence, address, statement.lead)
    outlet = clean_name(article.publisher, 100) or clean_name(article.headline, 40)
    others = describe_outlets(statement.also_in, article.publisher)
    then = _name_then(statement.speaker, head)
    notes = [text(fact) for fact in (then, outlet, _date_statement(statement), others) if fact]
    if statement.nearness == "article":
        notes.append(text(ONLY_ARTICLE, italic=True))
    if statement.via:
        notes.append(text(f"via {clean_name(statement.via.name)}", italic=True))
    if statement.corrected_by:
        notes.append(text(f"corrected by {name_person(statement.corrected_by)}", italic=True))
    if thread := build_thread_link(statement.thread, workspace_url):
        notes.append(link(thread, "thread"))
    return build_quote(passage, *notes, limit=limit)


def _name_then(speaker: Speaker | None, head: Speaker | None) -> str:
    """`as Bob Trask, then mayor of Tiln`: where they differ from what the head says."""
    if speaker is None or head is None:
        return ""
    name = clean_name(speaker.name) if speaker.name != head.name else ""
    role = clean_name(speaker.role, 200) if speaker.role != head.role else ""
    return ", ".join([*([f"as {name}"] if name else []), *([f"then {role}"] if role else [])])


def _date_statement(statement: Statement) -> str:
    """The day it was said, if known, otherwise the day it was published."""
    return format_date(statement.said_on or statement.article.published)
