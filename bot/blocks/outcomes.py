"""A link that gave no report: why not, or where its report stands already."""

from __future__ import annotations

from slack_sdk.models.blocks import Block, RichTextElement

from bot.blocks.elements import Blocks, link, rich_text, section, text, to_dicts
from bot.blocks.wording import clean_name, count, format_date, join_facts
from store.workspace import Failure, Pointer


def build_failure(failure: Failure) -> Blocks:
    """What happened and what to try; names the link if there is one."""
    return to_dicts([failure_block(failure)])


def build_pointer(pointer: Pointer, *, workspace_url: str = "") -> Blocks:
    """One line that leads to the thread where the report stands."""
    return to_dicts([pointer_block(pointer, workspace_url)])


def build_thread_link(thread: str, workspace_url: str) -> str:
    """The permalink of a thread given as `CHANNEL/TS`, or nothing."""
    channel, slash, ts = thread.partition("/")
    if not slash or not workspace_url:
        return ""
    return f"{workspace_url.rstrip('/')}/archives/{channel}/p{ts.replace('.', '')}"


def failure_block(failure: Failure) -> Block:
    """One failure within a message."""
    parts: list[RichTextElement] = []
    if failure.url:
        label = clean_name(failure.url.split("://", 1)[-1], 80)
        parts = [text("Not read: "), link(failure.url, label), text("\n")]
    advice = f"{failure.message} {failure.hint}".strip()
    return rich_text(section(*parts, text(clean_name(advice, 1000))))


def pointer_block(pointer: Pointer, workspace_url: str) -> Block:
    """One pointer within a message."""
    article = pointer.article
    facts = join_facts(clean_name(article.publisher, 100), format_date(article.published))
    return rich_text(
        section(
            text("Shared before: "),
            link(article.url, article.headline or article.url, bold=True),
            text(f" ({facts})" if facts else " "),
            text(" · the report is in "),
            link(build_thread_link(pointer.thread, workspace_url), "this thread")
            if workspace_url
            else text("an earlier thread"),
            text(_describe_news(pointer)),
        )
    )


def _describe_news(pointer: Pointer) -> str:
    """` · since then 2 statements new, 1 changed`; nothing if all is as it was."""
    facts = [
        f"{count(number, 'statement')} {what}"
        for number, what in (
            (pointer.added, "new"),
            (pointer.changed, "changed"),
            (pointer.vanished, "taken out"),
        )
        if number
    ]
    return f" · since then {', '.join(facts)}" if facts else ""
