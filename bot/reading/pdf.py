"""The text layer of a PDF: press releases, transcripts, reports."""

from __future__ import annotations

import re

import pypdfium2  # type: ignore[import-untyped]  # it ships no types

from bot.errors import ExtractError
from bot.reading.characters import tidy
from bot.reading.extracted import Extracted
from bot.reading.plain import looks_like_headline, unwrap_lines

MAX_PAGES = 100
_LEAST_PER_PAGE = 25
"""Fewer characters a page than this: the pages are pictures of text."""
_HYPHENATED = re.compile(r"(?<=[a-z])(?:\u00ad|-|\ufffe|\x02)\n(?=[a-z])")


def read_pdf(content: bytes) -> Extracted:
    """Read up to a hundred pages; the headline is the document's title or first line.

    Raises:
        ExtractError: if it cannot be opened, is locked, or holds pictures only.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        problem = "is locked with a password" if locked else "is damaged"
        raise ExtractError(f"This PDF {problem}, so I cannot read it.") from error
    try:
        pages = [_page_text(document, index) for index in range(min(len(document), MAX_PAGES))]
        title = str(document.get_metadata_dict().get("Title", ""))
    finally:
        document.close()
    if sum(map(len, pages)) < _LEAST_PER_PAGE * len(pages):
        raise ExtractError("This PDF holds pictures of pages (a scan), without text to read.")
    return _assemble(pages, tidy(title).strip())


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    layer = page.get_textpage()
    try:
        return _HYPHENATED.sub("", str(layer.get_text_bounded()).replace("\r\n", "\n"))
    finally:
        layer.close()
        page.close()


def _assemble(pages: list[str], title: str) -> Extracted:
    lines = tidy("\n".join(pages)).strip().split("\n")
    origins, headline = {}, ""
    if looks_like_headline(lines):
        headline, lines, origins = lines[0].strip(), lines[1:], {"headline": "first line"}
    elif title:
        headline, origins = title, {"headline": "pdf title"}
    return Extracted("\n".join(unwrap_lines(lines)), headline=headline, origins=origins)
