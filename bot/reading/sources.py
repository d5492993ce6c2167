"""`onrecord extract`: what is read from each source, with where it came from; nothing is kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from bot.errors import OnRecordError
from bot.reading import open_file, place_page
from bot.reading.cage import cage
from bot.reading.extracted import Extracted, Source
from bot.reading.fetch import Request, fetch
from bot.reading.refusals import explain_detour, name_wall


def extract_sources(
    sources: Sequence[str], *, allow_hosts: tuple[str, ...] = (), contact: str = ""
) -> Iterator[dict[str, Any]]:
    """One JSON-ready line for each source, in their order, read side by side.

    A source that cannot be read gives a line with `id` and `error`; one that shows only a part
    of its article, a line with what was found and the reason in `error`.

    Args:
        sources: URLs, paths of files, and `-` for standard input.
        allow_hosts: inner hosts that may be opened, with port.
        contact: a URL where publishers reach the newsroom.
    """
    extract_one = partial(_extract_line, allow_hosts=allow_hosts, contact=contact)
    threads = ThreadPoolExecutor(max_workers=os.cpu_count() or 1)
    try:
        yield from threads.map(extract_one, sources)
    finally:
        threads.shutdown(cancel_futures=True)


def _extract_line(source: str, allow_hosts: tuple[str, ...], contact: str) -> dict[str, Any]:
    is_url = source.lower().startswith(("http://", "https://"))
    name = source if is_url or source == "-" else Path(source).name
    try:
        if is_url:
            page = fetch(Request(source, allow_hosts=allow_hosts, contact=contact))
            explain_detour(source, page.url)
            given = Source(page.content, page.media_type, page.charset, page.url)
        else:
            given = Source(sys.stdin.buffer.read() if source == "-" else open_file(Path(source)))
        return _line(name, given, cage.extract(given, datetime.now(UTC)))
    except OnRecordError as error:
        return {"id": name, "error": str(error)}


def _line(name: str, given: Source, found: Extracted) -> dict[str, Any]:
    address, origin = place_page(found, given.url)
    line = {
        "id": name,
        "headline": found.headline,
        "byline": found.byline,
        "publisher": found.publisher,
        "published": found.published.isoformat() if found.published else None,
        "canonical_url": address or None,
        "language": found.language,
        "text": found.text,
        "origins": {**found.origins, **({"canonical_url": origin} if address else {})},
        "removed": list(found.removed),
    }
    return {**line, "error": name_wall(found.wall, given.url)} if found.wall else line
