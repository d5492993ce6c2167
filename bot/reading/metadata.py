"""What a page says about itself, in order of trust, with where each piece came from.

JSON-LD of an article (never of a fact-check) comes first, then OpenGraph and its relatives,
then trafilatura's reading of the page, and last htmldate's guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura.metadata import examine_meta, extract_author, extract_title

from bot.reading.bylines import clean_byline
from bot.reading.characters import tidy
from bot.reading.dates import find_shown_date, read_date
from bot.reading.linked_data import find_article_data, names_of, text_of
from bot.reading.visible import visible_lines

_LONGEST = 500


@dataclass(frozen=True)
class Metadata:
    """The fields of `Extracted` that a page's head fills."""

    headline: str = ""
    byline: str = ""
    publisher: str = ""
    published: datetime | None = None
    language: str = ""
    canonical: str = ""
    origins: dict[str, str] = field(default_factory=dict)


Candidate = tuple[str, str]
"""Where it came from, and what it says."""


def read_metadata(tree: HtmlElement, url: str, now: datetime) -> Metadata:
    """Everything that the page says about itself.

    Args:
        tree: the whole page.
        url: where it was; a date may stand in it.
        now: nothing is published after this.
    """
    data, tags = find_article_data(tree, url), _meta_tags(tree)
    publisher, publisher_from = _first(_publishers(data, tags))
    headline, headline_from = _first(_headlines(tree, data, tags))
    byline, byline_from = _first(
        (origin, clean_byline(words)) for origin, words in _bylines(tree, data, tags)
    )
    published, published_from = _published(tree, data, tags, (url, now))
    origins = {
        "headline": headline_from,
        "byline": byline_from,
        "publisher": publisher_from,
        "published": published_from,
    }
    return Metadata(
        headline=_without_publisher(headline, publisher),
        byline=byline,
        publisher=publisher,
        published=published,
        language=_language(tree, data, tags),
        canonical=_canonical(tree, tags),
        origins={name: origin for name, origin in origins.items() if origin},
    )


def _headlines(
    tree: HtmlElement, data: dict[str, Any], tags: dict[str, str]
) -> Iterator[Candidate]:
    yield "json-ld", text_of(data.get("headline"))
    yield "opengraph", tags.get("og:title", "")
    yield "twitter", tags.get("twitter:title", "")
    yield "trafilatura", extract_title(tree) or ""


def _publishers(data: dict[str, Any], tags: dict[str, str]) -> Iterator[Candidate]:
    yield "json-ld", ", ".join(names_of(data.get("publisher"))[:1])
    yield "opengraph", tags.get("og:site_name", "")
    yield "meta", tags.get("application-name", "")


def _bylines(tree: HtmlElement, data: dict[str, Any], tags: dict[str, str]) -> Iterator[Candidate]:
    yield "json-ld", "; ".join(names_of(data.get("author")))
    yield "opengraph", tags.get("article:author", "")
    yield "meta", tags.get("author", "") or tags.get("byl", "") or tags.get("parsely-author", "")
    yield "trafilatura", examine_meta(tree).author or extract_author(tree) or ""


def _published(
    tree: HtmlElement, data: dict[str, Any], tags: dict[str, str], where: tuple[str, datetime]
) -> tuple[datetime | None, str]:
    url, now = where
    for origin, words in _dates(tree, data, tags):
        moment = read_date(words, now)
        if moment:
            return moment, origin
    # not the extensive search: it takes any year in the text for the day of publication
    guess = find_date(
        tree,
        original_date=True,
        extensive_search=False,
        url=url or None,
        max_date=now.strftime("%Y-%m-%d"),
    )
    if moment := read_date(guess or "", now):
        return moment, "htmldate, a guess"
    moment = find_shown_date(visible_lines(tree), now)
    return moment, "a line of the page, a guess" if moment else ""


def _dates(tree: HtmlElement, data: dict[str, Any], tags: dict[str, str]) -> Iterator[Candidate]:
    yield "json-ld", text_of(data.get("datePublished")) or text_of(data.get("dateCreated"))
    yield (
        "opengraph",
        tags.get("article:published_time", "") or tags.get("og:article:published_time", ""),
    )
    for name in (
        "parsely-pub-date",
        "datepublished",
        "dc.date.issued",
        "dcterms.created",
        "pubdate",
        "date",
    ):
        yield "meta", tags.get(name, "")
    for element in tree.xpath("//*[@itemprop='datePublished']|//time[@pubdate]")[:3]:
        yield "microdata", element.get("datetime") or element.get("content") or ""


def _language(tree: HtmlElement, data: dict[str, Any], tags: dict[str, str]) -> str:
    html = tree if tree.tag == "html" else tree.find(".//html")
    declared = (html.get("lang") or html.get("xml:lang") or "") if html is not None else ""
    words = declared or text_of(data.get("inLanguage")) or tags.get("og:locale", "")
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*$)", words)
    return match[1].lower() if match else ""


def _canonical(tree: HtmlElement, tags: dict[str, str]) -> str:
    for link in tree.xpath("//link[@rel and @href]")[:200]:
        address = str(link.get("href")).strip()
        if "canonical" in link.get("rel").lower().split() and address:
            return address
    return tags.get("og:url", "").strip()


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements by lower-case name; the first of each name counts."""
    tags: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            tags.setdefault(name.strip().lower(), content[: 4 * _LONGEST])
    return tags


def _first(candidates: Iterator[Candidate] | Any) -> tuple[str, str]:  # noqa: ANN401
    for origin, words in candidates:
        plain = _plain(words)
        if plain:
            return plain, origin
    return "", ""


def _plain(words: str) -> str:
    """One line of text, as a person would read it."""
    text = re.sub(r"<[^<>]{1,200}>", "", unescape(unescape(words)))
    return re.sub(r"\s+", " ", tidy(text)).strip()[:_LONGEST]


def _without_publisher(headline: str, publisher: str) -> str:
    """A page's title often ends with the name of the site."""
    head, separator, tail = headline.rpartition(" | ")
    if not separator:
        head, separator, tail = re.sub(r" [-–—] (?=[^-–—]*$)", " | ", headline).rpartition(" | ")
    same = publisher and tail.strip().casefold() == publisher.casefold()
    return head.strip() if separator and same else headline
