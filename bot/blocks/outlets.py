"""Where else a story stands: "also in 3 outlets"."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import RichTextElement

from bot.blocks.elements import link, text
from bot.blocks.wording import ELLIPSIS, clean_name, count
from store.records import ArticleRef

MOST_NAMED = 3


def describe_outlets(others: Sequence[ArticleRef], publisher: str) -> str:
    """`also in 3 outlets: Post, Herald, Mail`; empty where there is no other article.

    Args:
        others: articles of the same story.
        publisher: the outlet that is named already.
    """
    names = list(_find_outlets(others, publisher))
    if len(names) <= 1:
        return f"also in {names[0]}" if names else _describe_own(others)
    more = f", {ELLIPSIS}" if len(names) > MOST_NAMED else ""
    return f"also in {len(names)} outlets: {', '.join(names[:MOST_NAMED])}{more}"


def build_outlets(others: Sequence[ArticleRef], publisher: str) -> list[RichTextElement]:
    """The same with links."""
    outlets = _find_outlets(others, publisher)
    if not outlets:
        return [text(_describe_own(others).capitalize())]
    parts = [text("Also in " if len(outlets) == 1 else f"Also in {len(outlets)} outlets: ")]
    for name, url in list(outlets.items())[:MOST_NAMED]:
        parts += [link(url, name), text(", ")]
    return [*parts[:-1], *([text(f", {ELLIPSIS}")] if len(outlets) > MOST_NAMED else [])]


def _find_outlets(others: Sequence[ArticleRef], publisher: str) -> dict[str, str]:
    """Their names, each with the address of its first article."""
    outlets: dict[str, str] = {}
    for other in others:
        name = clean_name(other.publisher, 60) or "a text without an outlet"
        outlets.setdefault(name, other.url)
    outlets.pop(clean_name(publisher, 60), None)
    return outlets


def _describe_own(others: Sequence[ArticleRef]) -> str:
    """Only the same outlet has it, under other addresses."""
    return f"also in {count(len(others), 'more article')} there" if others else ""
