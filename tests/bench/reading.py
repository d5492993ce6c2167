"""How fast the whole reading step is, beside bare trafilatura with the same options.

    python -m tests.bench.reading [FOLDER]

Takes the .html files of FOLDER, or else pages like those of news sites that it makes itself.
Both read the same pages in turns, in one run.
"""

from __future__ import annotations

import json
import random
import sys
import time
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.errors import ExtractError
from bot.reading.cage import cage
from bot.reading.extracted import Source
from tests.reading.pages import NEWS, PARAGRAPHS

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # trafilatura's download part misses a library we do not need
    from trafilatura import bare_extraction

ROUNDS = 7
PAGES = 40
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def make_page(number: int) -> str:
    """A page with what news sites put around an article: some 150 KB, most of it scripts."""
    chance = random.Random(number)
    words = " ".join(PARAGRAPHS).split()

    def prose(length: int) -> str:
        return " ".join(chance.choice(words) for _ in range(length)).capitalize() + "."

    menu = "".join(f"<li><a href='/s/{n}'>{prose(2)}</a></li>" for n in range(60))
    text = "".join(f"<p>{prose(chance.randint(20, 70))}</p>" for _ in range(chance.randint(8, 35)))
    cards = "".join(
        f"<div class='card'><a href='/a/{n}'><img src='/i/{n}.jpg' alt=''><h3>{prose(9)}</h3></a>"
        f"<p class='summary'>{prose(18)}</p></div>"
        for n in range(25)
    )
    comments = "".join(
        f"<div class='comment'><b>Reader {n}</b><p>{prose(25)}</p></div>" for n in range(15)
    )
    scripts = "".join(
        f"<script>window.state{n}={json.dumps([prose(8) for _ in range(60)])};</script>"
        for n in range(30)
    )
    linked = f"<script type='application/ld+json'>{json.dumps(NEWS)}</script>"
    head = linked if number % 3 else "<meta property='og:title' content='A headline of its own'>"
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{prose(9)}</title>{head}"
        f"{scripts}</head><body><header><nav><ul>{menu}</ul></nav></header><main><article>"
        f"<h1>{prose(9)}</h1><p class='byline'>By Mara Linde</p><div class='body'>{text}</div>"
        f"</article><aside class='related'>{cards}</aside><section class='comments'>{comments}"
        f"</section></main><footer><ul>{menu}</ul></footer></body></html>"
    )


def read_bare(page: str) -> None:
    """Trafilatura alone, in this process."""
    bare_extraction(page, favor_precision=True, include_comments=False, with_metadata=True)


def read_whole(page: str) -> None:
    """The reading step without the network: decoding, extraction, metadata, walls, cleaning."""
    try:
        cage.extract(Source(page.encode()), NOW)
    except ExtractError:
        return


def pages_per_second(read: Callable[[str], None], pages: list[str]) -> float:
    """One round over all pages, one after the other."""
    started = time.perf_counter()
    for page in pages:
        read(page)
    return len(pages) / (time.perf_counter() - started)


def main() -> None:
    """Print pages per second of both, and the ratio."""
    files = sorted(Path(sys.argv[1]).glob("*.html")) if len(sys.argv) > 1 else []
    pages = [file.read_text("utf-8", "replace") for file in files] or [
        make_page(number) for number in range(PAGES)
    ]
    for read in (read_bare, read_whole):
        pages_per_second(read, pages[:5])  # warm up
    rounds = [
        (pages_per_second(read_bare, pages), pages_per_second(read_whole, pages))
        for _ in range(ROUNDS)
    ]
    size = sum(map(len, pages)) / len(pages) / 1024
    print(f"{len(pages)} pages of {size:.0f} KiB, {ROUNDS} rounds, one page at a time; medians")  # noqa: T201
    print(f"  bare trafilatura   {median(bare for bare, _ in rounds):7.1f} pages/s")  # noqa: T201
    print(f"  whole reading step {median(whole for _, whole in rounds):7.1f} pages/s")  # noqa: T201
    print(f"  ratio              {median(whole / bare for bare, whole in rounds):7.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
