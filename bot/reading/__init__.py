"""A URL, a file or a text becomes an `Article` that can be trusted and quoted from."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import AddressError, ExtractError, ReadingError
from bot.reading.cage import cage
from bot.reading.extracted import Extracted, Source
from bot.reading.fetch import Page, Request, fetch
from bot.reading.refusals import explain_detour, explain_wall
from bot.reading.urls import canonical_url, parse_url, trusted_canonical
from store.records import Article

__all__ = ["canonical_url", "read_content", "read_file", "read_text", "read_url"]

FEWEST_WORDS = 5
"""Of a text that somebody gives to read: what is shorter cannot hold who said what."""
_BIGGEST_FILE = 10 * 2**20


def read_url(
    url: str,
    *,
    allow_hosts: tuple[str, ...] = (),
    contact: str = "",
    known: Article | None = None,
) -> Article:
    """Fetch a page, extract its article and clean it.

    Args:
        url: as it was shared: what opens the page (a gift code, say) is still on it.
        allow_hosts: inner hosts that may be opened, with port: `cms.internal:8080`.
        contact: a URL where publishers reach the newsroom, for the User-Agent.
        known: the article as it was read last time; its site is asked whether it has changed
            (with the ETag and Last-Modified in its `origins`), and if not, it is the answer.

    Raises:
        ReadingError: saying what happened and what to try.
    """
    canonical_url(url)
    cage.warm_up()
    seen = known.origins if known else {}
    page = fetch(
        Request(
            url,
            allow_hosts=allow_hosts,
            contact=contact,
            etag=seen.get("etag", ""),
            last_modified=seen.get("last-modified", ""),
        )
    )
    if page.unchanged and known:
        return known
    explain_detour(url, page.url)
    return _article_of_page(page)


def read_file(path: Path) -> Article:
    """Read an HTML, text or PDF file, by what is in it.

    Raises:
        ReadingError: if there is no such file, or no article in it.
    """
    return read_content(Source(open_file(path)))


def read_text(text: str, name: str = "") -> Article:
    """Read pasted text; its first line becomes the headline if it looks like one.

    Args:
        text: the text, or the HTML of a page.
        name: what to call it when it has no headline.

    Raises:
        ExtractError: if there is nothing in it, or too little to be an article.
    """
    article = read_content(Source(text.encode("utf-8", "replace")))
    if len(article.text.split()) < FEWEST_WORDS:
        raise ExtractError(
            f"A text of fewer than {FEWEST_WORDS} words is no article.", "Paste all of it."
        )
    if name and not article.headline:
        article = replace(article, headline=name, origins={**article.origins, "headline": "name"})
    return article


def open_file(path: Path) -> bytes:
    """The bytes of a file that may hold an article.

    Raises:
        ReadingError: if it cannot be read, or is too big for one.
    """
    try:
        if path.stat().st_size > _BIGGEST_FILE:
            raise ExtractError(f"{path.name} is too big for an article.")
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadingError(
            f"I cannot read the file {path} ({reason}).", "Check its name and permissions."
        ) from error


def place_page(found: Extracted, url: str) -> tuple[str, str]:
    """An extracted page's canonical URL, and where that came from; both empty if it has none.

    What a page says of itself counts on its own site only. A saved page (`url` empty) is taken
    for the one that it says it is: whoever hands it in vouches for it.
    """
    if url:
        claimed = trusted_canonical(found.canonical, url) if found.canonical else ""
        return (claimed, "rel=canonical") if claimed else (canonical_url(url), "address")
    with suppress(AddressError):
        return canonical_url(found.canonical), "rel=canonical, unchecked"
    return "", ""


def text_url(text: str) -> str:
    """What stands for the URL of a text that has none: `text:` and a hash of it."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return f"text:{digest[:32]}"


def _article_of_page(page: Page) -> Article:
    source = Source(page.content, page.media_type, page.charset, page.url)
    found = cage.extract(source, datetime.now(UTC))
    explain_wall(found.wall, page.url)
    validators = {"etag": page.etag, "last-modified": page.last_modified}
    return _article(found, page.url, {name: value for name, value in validators.items() if value})


def read_content(source: Source) -> Article:
    """Read a page that somebody saved, by what is in it.

    Raises:
        ReadingError: if there is no article in it, or only a part of one.
    """
    found = cage.extract(source, datetime.now(UTC))
    explain_wall(found.wall, source.url)
    return _article(found, source.url, {})


def _article(found: Extracted, url: str, origins: dict[str, str]) -> Article:
    address, origin = place_page(found, url)
    if not address:
        address, origin = text_url(found.raw_text), "hash of the text"
    publisher = found.publisher
    if not publisher and not address.startswith("text:"):
        publisher = parse_url(address).hostname.removeprefix("www.")
        origins["publisher"] = "host name"
    return Article(
        url=address,
        text=found.text,
        headline=found.headline,
        byline=found.byline,
        publisher=publisher,
        published=found.published,
        language=found.language,
        raw_text=found.raw_text,
        origins={**found.origins, **origins, "url": origin},
        removed=found.removed,
    )
