"""From a page's bytes to its text and metadata, whatever kind of page it is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from bot.errors import ExtractError
from bot.reading.characters import decode, is_binary
from bot.reading.clean import clean_text
from bot.reading.extracted import Extracted, Source
from bot.reading.languages import find_language
from bot.reading.pdf import read_pdf
from bot.reading.plain import read_plain
from bot.reading.webpage import read_webpage

MAX_LENGTH = 500_000
"""Characters; the longest hearing transcript is shorter."""
_FOR_PROGRAMS = re.compile(r".*/(?:[\w.-]+\+)?(?:json|javascript|css|csv)$|.*/(?:rss|atom)\+xml$")
_PDF_HEAD = 1_024
_MEDIA = {"image/": "a picture", "video/": "a video", "audio/": "a sound recording"}
_MAGIC = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound recording"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a compressed file"),
)


def extract(source: Source, now: datetime) -> Extracted:
    """Extract, clean, and find out the language.

    Args:
        source: the page, file or text.
        now: nothing is published after this.

    Raises:
        ExtractError: if there is no text to be had, or more than an article has.
    """
    found = read_source(source, now)
    if len(found.text) > 2 * MAX_LENGTH:
        raise _too_long(found.text)
    cleaned = clean_text(found.text)
    if not cleaned.text and not found.wall:
        raise ExtractError("There is no text to read here.")
    if len(cleaned.text) > MAX_LENGTH:
        raise _too_long(cleaned.text)
    return replace(
        found,
        text=cleaned.text,
        raw_text=found.text,
        removed=cleaned.removed,
        language=find_language(cleaned.text, found.language),
    )


def _too_long(text: str) -> ExtractError:
    return ExtractError(
        f"This is too long for an article ({len(text):,} characters).",
        "Paste the part that matters.",
    )


def read_source(source: Source, now: datetime) -> Extracted:
    """Read by what the bytes are, not by what their sender calls them."""
    content = source.content
    if not content.strip():
        raise ExtractError("The page is empty.")
    if b"%PDF-" in content[:_PDF_HEAD]:
        return read_pdf(content)
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise ExtractError(f"This is {kind}, not an article.")
    if _FOR_PROGRAMS.fullmatch(source.media_type):
        raise ExtractError("This link leads to data for programs, not to an article.")
    text = decode(content, source.charset)
    if is_binary(text):
        kinds = (kind for prefix, kind in _MEDIA.items() if source.media_type.startswith(prefix))
        raise ExtractError(f"This is {next(kinds, 'a file of another kind')}, not an article.")
    return read_webpage(text, source.url, now) if looks_like_markup(text) else read_plain(text)


def looks_like_markup(text: str) -> bool:
    """Whether a text is HTML: it begins with a tag, or has the tags of a page near its start."""
    head = text[:4_096].lstrip("\ufeff \t\r\n\x00").lower()
    return head.startswith(("<!doctype", "<html", "<?xml", "<!--", "<head", "<body")) or any(
        tag in head for tag in ("<html", "<body", "<p>", "<div", "<article")
    )
