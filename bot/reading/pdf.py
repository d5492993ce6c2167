"""The text layer of a PDF: press releases, transcripts, reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from bot.errors import ExtractError
from bot.reading.characters import tidy
from bot.reading.extracted import Extracted
from bot.reading.plain import looks_like_headline, unwrap_lines

MAX_PAGES = 100
_LEAST_PER_PAGE = 25
"""Fewer characters a page than this: the pages are pictures of text."""
_HYPHENATED = re.compile(r"(?<=[a-z])(?:\u00ad|-|\ufffe|\x02)\n(?=[a-z])")
_FEWEST_PAGES = 3
"""With fewer pages nothing can be called repeated."""
_FEWEST_LINES = 3
"""A page with fewer is all text."""
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—\s]*", re.IGNORECASE
)


@dataclass(frozen=True)
class _Document:
    pages: list[str]
    """Their texts, of the first hundred."""
    count: int
    """How many pages there are."""
    title: str = ""
    """What the document calls itself."""


def read_pdf(content: bytes) -> Extracted:
    """Read up to a hundred pages; the headline is the first line or the document's title.

    Raises:
        ExtractError: if it cannot be opened, is locked, or holds pictures only.
    """
    try:
        document = _by_pdfium(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ExtractError("This PDF is locked with a password.") from error
        document = _by_pypdf(content)
    if sum(map(len, document.pages)) < _LEAST_PER_PAGE * len(document.pages):
        raise ExtractError("This PDF holds pictures of pages (a scan), without text to read.")
    return _assemble(document)


def _by_pdfium(content: bytes) -> _Document:
    document = pypdfium2.PdfDocument(content)
    try:
        pages = [_page_text(document, index) for index in range(min(len(document), MAX_PAGES))]
        title = str(document.get_metadata_dict().get("Title", ""))
        return _Document(pages, len(document), title)
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    layer = page.get_textpage()
    try:
        return str(layer.get_text_bounded())
    finally:
        layer.close()
        page.close()


def _by_pypdf(content: bytes) -> _Document:
    """The second try, for what pdfium takes for broken."""
    try:
        reader = PdfReader(BytesIO(content))
        pages = [page.extract_text() for page in reader.pages[:MAX_PAGES]]
        title = str((reader.metadata and reader.metadata.title) or "")
        return _Document(pages, len(reader.pages), title)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ExtractError("This PDF is damaged, so I cannot read it.") from error


def _assemble(document: _Document) -> Extracted:
    title = tidy(document.title).strip()
    texts = _without_repeats([tidy(page).strip().split("\n") for page in document.pages])
    lines = _HYPHENATED.sub("", "\n".join(texts)).split("\n")
    origins, headline = {}, ""
    if document.count > MAX_PAGES:
        origins["text"] = f"the first {MAX_PAGES} of {document.count} pages"
    if looks_like_headline(lines):
        headline, lines = lines[0].strip(), lines[1:]
        origins["headline"] = "first line"
    elif title:
        headline, origins["headline"] = title, "pdf title"
    return Extracted("\n".join(unwrap_lines(lines)), headline=headline, origins=origins)


def _without_repeats(pages: list[list[str]]) -> list[str]:
    """All lines, but for page numbers and what stands at the top or foot of most pages."""
    full = [page for page in pages if len(page) >= _FEWEST_LINES]
    edges = [line for page in full for line in {_shape(page[0]), _shape(page[-1])}]
    repeated = {
        shape
        for shape in set(edges)
        if len(pages) >= _FEWEST_PAGES and edges.count(shape) > len(pages) / 2
    }
    kept: list[str] = []
    for page in pages:
        for index, line in enumerate(page):
            at_edge = len(page) >= _FEWEST_LINES and index in (0, len(page) - 1)
            if not (at_edge and (_PAGE_NUMBER.fullmatch(line) or _shape(line) in repeated)):
                kept.append(line)
    return kept


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())
