"""A URL, a file or a text becomes an `Article` that can be trusted and quoted from."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.errors import ExtractError, ReadingError
from bot.reading.clean import clean_text
from bot.reading.extract import extract
from bot.reading.extracted import Extracted, Source
from bot.reading.fetch import Page, Request, fetch
from bot.reading.plain import read_plain
from bot.reading.urls import canonical_url, parse_url, trusted_canonical
from store.records import Article

__all__ = ["canonical_url", "read_file", "read_text", "read_url"]

_BIGGEST_FILE = 10 * 2**20


def read_url(url: str, *, allow_hosts: tuple[str, ...] = (), contact: str = "") -> Article:
    """Fetch a page, extract its article and clean it.

    Args:
        url: as it was shared: what opens the page (a gift code, say) is still on it.
        allow_hosts: inner hosts that may be opened, with port: `cms.internal:8080`.
        contact: a URL where publishers reach the newsroom, for the User-Agent.

    Raises:
        ReadingError: saying what happened and what to try.
    """
    canonical_url(url)
    page = fetch(Request(url, allow_hosts=allow_hosts, contact=contact))
    return _article_of_page(page)


def read_file(path: Path) -> Article:
    """Read an HTML, text or PDF file, by what is in it.

    Raises:
        ReadingError: if there is no such file, or no article in it.
    """
    try:
        if path.stat().st_size > _BIGGEST_FILE:
            raise ExtractError(f"{path.name} is too big for an article.")
        content = path.read_bytes()
    except OSError as error:
        raise ReadingError(
            f"I cannot read the file {path}: {error.strerror}.", "Check its name and its rights."
        ) from error
    return _article(extract(Source(content, name=path.name)))


def read_text(text: str, name: str = "") -> Article:  # noqa: ARG001 - for messages to come
    """Read pasted text; its first line becomes the headline if it looks like one.

    Raises:
        ExtractError: if there is nothing in it.
    """
    return _article(read_plain(text))


def _article_of_page(page: Page) -> Article:
    found = extract(Source(page.content, page.media_type, page.charset, page.url))
    address = trusted_canonical(found.canonical, page.url) if found.canonical else ""
    origins = {"url": "rel=canonical" if address else "address"}
    validators = {"etag": page.etag, "last-modified": page.last_modified}
    origins |= {name: value for name, value in validators.items() if value}
    if not found.publisher:
        origins["publisher"] = "host name"
    return _article(found, address or canonical_url(page.url), origins)


def _article(found: Extracted, url: str = "", origins: dict[str, str] | None = None) -> Article:
    cleaned = clean_text(found.text)
    if not cleaned.text:
        raise ExtractError("There is no text to read here.", "Paste the article's text.")
    host = parse_url(url).hostname.removeprefix("www.") if url else ""
    return Article(
        url=url or f"text:{hashlib.sha256(found.text.encode()).hexdigest()[:32]}",
        text=cleaned.text,
        headline=found.headline,
        byline=found.byline,
        publisher=found.publisher or host,
        published=found.published,
        language=found.language or "en",
        raw_text=found.text,
        origins={**found.origins, **(origins or {})},
        removed=cleaned.removed,
    )
