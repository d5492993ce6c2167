"""The modal with all statements of an article, one page at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate

from slack_sdk.models.blocks import ActionsBlock, Block, RichTextElement

from bot.blocks.changes import name_person
from bot.blocks.elements import context, link, quote, rich_text, section, text, to_dicts
from bot.blocks.quotes import Passage, build_quote, build_speaker
from bot.blocks.report_buttons import button
from bot.blocks.views import View, modal
from bot.blocks.wording import clean_name, count, format_date, join_facts
from bot.passages import build_passage_link
from store.changes import Sheet
from store.records import ArticleRef, Statement

QUOTES = "quotes"
CORRECT_ONE = "correct_one"
PAGE = "quotes_page"
"""Of the buttons that turn pages: `quotes_page_next`, `quotes_page_before`."""
MOST_ON_PAGE = 10
MOST_CHARACTERS = 9_000
"""Of a page as JSON: more is no page."""
LONGEST_QUOTE = 2_000
NO_FILES = (
    "Without the scope files:write I cannot post this as a file. All of it, on the machine that "
    "I run on: onrecord export --article URL"
)
CHANGED = "The article has changed since this report; these are its present words."


def build_quotes(sheet: Sheet, channel: str, page: int = 0) -> View:
    """A page of an article's statements, each with speaker, role, kind and link.

    Args:
        sheet: the article.
        channel: for whom it is shown; comes back with the view.
        page: from 0; the last one where there are fewer.
    """
    pages = split_pages(sheet.statements)
    number = min(max(page, 0), len(pages) - 1)
    blocks = [build_head(sheet)]
    for statement in pages[number]:
        blocks += _build_statement(statement)
    blocks += _build_turning(sheet, number, len(pages))
    kept = {"article": sheet.article.id, "channel": channel}
    return modal(QUOTES, "All quotes", to_dicts(blocks), keep=kept)


def split_pages(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements by page, of as many as can be read at a time; at least one page."""
    pages: list[list[Statement]] = [[]]
    room = MOST_CHARACTERS
    for statement in statements:
        size = len(json.dumps(to_dicts(_build_statement(statement)), ensure_ascii=False))
        if pages[-1] and (size > room or len(pages[-1]) == MOST_ON_PAGE):
            pages.append([])
            room = MOST_CHARACTERS
        pages[-1].append(statement)
        room -= size
    return pages


def build_head(sheet: Sheet) -> Block:
    """The article's headline, linked, and where it stood."""
    article = sheet.article
    parts: list[RichTextElement] = [_link_headline(article)]
    if facts := join_facts(clean_name(article.publisher, 100), format_date(article.published)):
        parts.append(text(f"\n{facts}"))
    if sheet.newer:
        parts.append(text(f"\n{CHANGED}", italic=True))
    return rich_text(section(*parts))


def build_words(statement: Statement) -> RichTextElement:
    """A statement as a quote, with all that is known of it."""
    address = build_passage_link(statement.article.url, statement.sentence)
    passage = Passage(statement.text, statement.kind, statement.sentence, address, statement.lead)
    notes = [] if statement.kind == "indirect" else [text(statement.kind)]
    if statement.said_on:
        notes.append(text(format_date(statement.said_on)))
    if statement.corrected_by:
        notes.append(text(f"corrected by {name_person(statement.corrected_by)}", italic=True))
    return build_quote(passage, *notes, limit=LONGEST_QUOTE)


def build_export(rows: str, sheet: Sheet) -> View:
    """The first lines of a file that could not be posted, and how to get all of it."""
    lines = rows.removeprefix("\ufeff").splitlines()
    sizes = accumulate(len(json.dumps(line, ensure_ascii=False)) for line in lines)
    shown = [line for line, size in zip(lines, sizes, strict=True) if size <= MOST_CHARACTERS]
    rest = "" if len(shown) == len(lines) else "Only the beginning is shown. "
    words = rich_text(quote(text("\n".join(shown))))
    blocks = to_dicts([build_head(sheet), words, context(rest + NO_FILES)])
    return modal("export", "Export", blocks)


def build_notice(words: str) -> View:
    """One line in a modal: what went wrong, say."""
    return modal("notice", "On the Record", to_dicts([rich_text(section(text(words)))]))


def _link_headline(article: ArticleRef) -> RichTextElement:
    headline = clean_name(article.headline, 300) or "Text without a headline"
    return link(article.url, headline, bold=True)


def _build_statement(statement: Statement) -> list[Block]:
    words = rich_text(section(*build_speaker(statement.speaker)), build_words(statement))
    return [words, ActionsBlock(elements=[button(CORRECT_ONE, "Correct", statement.id)])]


def _build_turning(sheet: Sheet, page: int, pages: int) -> Iterator[Block]:
    number = len(sheet.statements)
    place = f"Page {page + 1} of {pages} · " if pages > 1 else ""
    yield context(f"{place}{count(number, 'statement')}. Automatic, check the source.")
    buttons = [button(f"{PAGE}_before", "Previous page", page - 1)] if page else []
    buttons += [button(f"{PAGE}_next", "Next page", page + 1)] if page + 1 < pages else []
    if buttons:
        yield ActionsBlock(elements=buttons)
