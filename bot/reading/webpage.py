"""The article of an HTML page: trafilatura with precision, readability where that loses much."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from lxml.etree import LxmlError
from lxml.html import HtmlElement
from readability import Document  # type: ignore[import-untyped]  # it ships no types
from trafilatura import bare_extraction, load_html

from bot.errors import ExtractError
from bot.reading.characters import tidy
from bot.reading.extracted import Extracted
from bot.reading.metadata import read_metadata

_NO_ARTICLE = "I found no article on this page."
_LEAST = 200
"""Characters that an article has at least."""


def read_webpage(markup: str, url: str = "", now: datetime | None = None) -> Extracted:
    """Extract a page's article and metadata.

    Raises:
        ExtractError: if the page cannot be parsed or holds no article.
    """
    try:
        tree = load_html(tidy(markup))
    except (LxmlError, ValueError) as error:
        raise ExtractError(_NO_ARTICLE) from error
    if tree is None:
        raise ExtractError("The page is empty.")
    text = _article_text(tree, tidy(markup), url)
    metadata = read_metadata(tree, url, now or datetime.now(UTC))
    if len(text) < _LEAST:
        raise ExtractError(_NO_ARTICLE)
    return Extracted(text=_without_headline(text, metadata.headline), **vars(metadata))


def _article_text(tree: HtmlElement, markup: str, url: str) -> str:
    precise = _paragraphs(_by_trafilatura(tree, url))
    if _text_on_page(tree) <= 2 * len(precise):
        return precise
    readable = _paragraphs(_by_readability(markup))
    return readable if len(readable) > 2 * len(precise) else precise


def _by_trafilatura(tree: HtmlElement, url: str) -> str:
    found = bare_extraction(
        tree, url=url or None, favor_precision=True, include_comments=False, with_metadata=False
    )
    return str(getattr(found, "text", "") or "")


def _by_readability(markup: str) -> str:
    try:
        summary = load_html(Document(markup).summary(html_partial=True))
    except Exception:  # noqa: BLE001 - it raises whatever lxml or its own rules do
        return ""
    return "\n".join(_blocks(summary)) if summary is not None else ""


def _blocks(tree: HtmlElement) -> list[str]:
    found = tree.xpath("//p|//li|//blockquote[not(.//p)]|//h2|//h3|//h4|//pre|//td[not(.//p)]")
    return [str(block.text_content()) for block in found]


def _text_on_page(tree: HtmlElement) -> int:
    """Characters in the page's paragraphs: more than this no extractor finds."""
    return sum(len(str(block.text_content())) for block in tree.iter("p", "li", "blockquote"))


def _paragraphs(text: str) -> str:
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in tidy(text).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _without_headline(text: str, headline: str) -> str:
    first, _, rest = text.partition("\n\n")
    plain: Callable[[str], str] = lambda words: re.sub(r"\W+", "", words).casefold()  # noqa: E731
    return rest if headline and rest and plain(first) == plain(headline) else text
