"""The article of an HTML page: trafilatura with precision, readability where that loses much."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from html import unescape

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, fromstring
from readability import Document  # type: ignore[import-untyped]  # it ships no types
from trafilatura import bare_extraction, load_html

from bot.errors import AddressError, ExtractError
from bot.reading.characters import tidy
from bot.reading.extracted import Extracted
from bot.reading.layout import read_preformatted, without_layout_tables
from bot.reading.linked_data import find_article_data, is_article, is_free, text_of
from bot.reading.metadata import read_metadata
from bot.reading.urls import is_front_page
from bot.reading.visible import count_articles, one_line, visible_lines
from bot.reading.walls import LEAST, TEASER, Look, find_wall

_LOST = 2
"""Trafilatura lost much if readability keeps more than this many times as much."""
_BROKEN = "This page is broken in a way that I cannot read."
_TOO_MUCH = 3_000_000
"""Characters on a page: with white space and comments, an article stays far below."""
_MARKS = re.compile(r"^- |^\| | \|[ \t]*$", re.MULTILINE)
"""What trafilatura puts before list items and around table rows: it is not in the page."""
_FAT_TAG = re.compile(r"<([a-zA-Z][\w-]*)[^<>]{5000,}>")
_MOST_ATTRIBUTES = 500
_MOST_TAGS = 20_000
_OPENGRAPH_ARTICLE = "//meta[@property='og:type' and @content='article']"
_MANY_LINKS = 60
"""A site of one page has fewer."""
_TOP = 3
"""Lines among which a headline may be repeated."""
_AROUND = frozenset(("header", "nav", "footer", "aside"))
_TEXT_OUTSIDE_LINKS = (
    "//body//text()[not(parent::script or parent::style or parent::noscript or parent::a)]"
)


def read_webpage(markup: str, url: str, now: datetime) -> Extracted:
    """Extract a page's article and metadata, and see what stands in the way of the article.

    Raises:
        ExtractError: if it cannot be parsed at all.
    """
    tidied = _FAT_TAG.sub(_slimmed, tidy(markup))
    tree = without_layout_tables(_load(tidied))
    most = _most_text(tree)
    if most > _TOO_MUCH:
        raise ExtractError(f"This is too long for an article ({most:,} characters).")
    text = _article_text(tree, tidied, url, most)
    if not text and (deep := _load_deep(tidied)) is not None:
        tree, text = deep, _paragraphs(_by_trafilatura(deep, url))
    metadata = read_metadata(tree, url, now)
    text = _without_headline(text, metadata.headline)
    if len(text) < LEAST and (body := _declared_body(tree, url)):
        origins = {**metadata.origins, "text": "json-ld"}
        return Extracted(text=body, **{**vars(metadata), "origins": origins})
    look = _look(tree, url, text)
    if _is_front_page(tree, url or metadata.canonical):
        look = replace(look, articles=look.articles or len(tree.xpath("//a")))
    return Extracted(text=text, wall=find_wall(look), **vars(metadata))


def _is_front_page(tree: HtmlElement, url: str) -> bool:
    """A site's front page that leads to many others, and does not call itself an article."""
    try:
        if not is_front_page(url) or len(tree.xpath("//a[@href]")) < _MANY_LINKS:
            return False
    except AddressError:  # a saved page without an address, or with a false one
        return False
    return not (is_article(find_article_data(tree, url)) or tree.xpath(_OPENGRAPH_ARTICLE))


def _slimmed(tag: re.Match[str]) -> str:
    """A tag with thousands of attributes, which lxml compares with each other, without any."""
    return tag[0] if len(tag[0].split()) <= _MOST_ATTRIBUTES else f"<{tag[1]}>"


def _load(markup: str) -> HtmlElement:
    try:
        tree = load_html(markup)
        if tree is None:  # a single element, say
            tree = load_html(f"<html><body>{markup}</body></html>")
    except (LxmlError, ValueError) as error:
        raise ExtractError(_BROKEN) from error
    if tree is None:  # lxml could make nothing of it, or had no memory left
        raise ExtractError(_BROKEN)
    return tree


def _load_deep(markup: str) -> HtmlElement | None:
    """Parse again without lxml's limit of 256 elements in each other, if it is a page of sense."""
    if markup.count("<") > _MOST_TAGS:
        return None
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return fromstring(markup, parser=parser)
    except (LxmlError, ValueError):
        return None


def _declared_body(tree: HtmlElement, url: str) -> str:
    """The text that a page carries for machines, where only scripts would show it to people."""
    data = find_article_data(tree, url)
    body = re.sub(r"<[^<>]{1,500}>", "\n", unescape(text_of(data.get("articleBody"))))
    return _paragraphs(body) if is_free(data) and len(body) >= LEAST else ""


def _article_text(tree: HtmlElement, markup: str, url: str, most: int) -> str:
    if plain := read_preformatted(tree):
        return _paragraphs(plain)
    precise = _paragraphs(_by_trafilatura(tree, url))
    if most <= _LOST * len(precise):
        return precise
    readable = _paragraphs(_by_readability(markup))
    return readable if len(readable) > _LOST * len(precise) else precise


def _by_trafilatura(tree: HtmlElement, url: str) -> str:
    found = bare_extraction(
        tree, url=url or None, favor_precision=True, include_comments=False, with_metadata=False
    )
    text = str(getattr(found, "text", "") or "")
    return _MARKS.sub("", text)


def _by_readability(markup: str) -> str:
    try:
        summary = load_html(Document(markup).summary(html_partial=True))
    except Exception:  # noqa: BLE001 - it raises whatever lxml or its own rules do
        return ""
    return "\n".join(visible_lines(summary)) if summary is not None else ""


def _most_text(tree: HtmlElement) -> int:
    """Characters outside scripts and links: no extractor finds more than that."""
    return sum(map(len, tree.xpath(_TEXT_OUTSIDE_LINKS)))


def _paragraphs(text: str) -> str:
    lines = (one_line(line) for line in tidy(text).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _without_headline(text: str, headline: str) -> str:
    """The headline is often repeated above the text, below a line such as "Press release"."""
    lines, wanted = text.split("\n\n"), _letters(headline)
    top = (at for at, line in enumerate(lines[:_TOP]) if _letters(line) == wanted)
    at = next(top, None) if wanted and len(lines) > 1 else None
    return text if at is None else "\n\n".join([*lines[:at], *lines[at + 1 :]])


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _look(tree: HtmlElement, url: str, text: str) -> Look:
    if len(text) >= TEASER:
        return Look(url, text, articles=count_articles(tree, text))
    data = find_article_data(tree, url)
    titles = [str(each.text_content()) for each in tree.xpath("//head/title|//h1")[:10]]
    unscripted = [str(text) for text in tree.xpath("//noscript//text()")]
    return Look(
        url=url,
        text=text,
        visible="\n".join([*visible_lines(tree, leave_out=_AROUND), *unscripted]),
        titles=tuple(one_line(title) for title in titles),
        is_article=is_article(data) or bool(tree.xpath(_OPENGRAPH_ARTICLE)),
        free=is_free(data),
        password=bool(tree.xpath("//input[@type='password']")),
        scripts=len(tree.xpath("//script")),
        articles=count_articles(tree, text),
    )
