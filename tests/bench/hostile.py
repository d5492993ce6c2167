"""What became of each hostile answer and page: a table, with seconds and peak memory.

    python -m tests.bench.hostile

Answers are fetched from loopback with the limits that the bot uses; pages go through the cage.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import AddressError, ReadingError
from bot.reading.cage import Cage
from bot.reading.extracted import Source
from bot.reading.fetch import Request, fetch
from bot.reading.pacing import Pacer
from bot.reading.refusals import explain_wall
from tests.reading.hostile import ANSWERS, PAGES
from tests.reading.sites import Detour, Site, wired
from tests.reading.test_cage import children, peak_memory
from tests.reading.test_inner_addresses import INNER_NAMES, INNER_URLS

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def outcome(read: Callable[[], str]) -> str:
    """What a person would be told."""
    try:
        return read()
    except ReadingError as error:
        return error.message


def try_addresses() -> Iterator[str]:
    """One row for all inner addresses, as each got the same."""
    read = connected = 0
    for url in INNER_URLS:
        detour = Detour()
        with suppress(AddressError):
            fetch(Request(url, pacer=Pacer(0)), wired(detour, **INNER_NAMES))
            read += 1
        connected += len(detour.wanted)
    told = f"{len(INNER_URLS) - read} refused, {connected} connections attempted"
    yield f"| {len(INNER_URLS)} ways to write an inner address | {told} | |"


def try_answer(name: str) -> str:
    """Fetch one, from a site of its own."""
    site = Site({"/": ANSWERS[name]})
    request = Request(site.url(), allow_hosts=(site.host,), pacer=Pacer(0))
    started = time.monotonic()
    told = outcome(lambda: f"read, {len(fetch(request).content):,} bytes")
    site.close()
    return f"| {name} | {told} | {time.monotonic() - started:.1f} |"


def try_page(name: str) -> str:
    """Extract one, in a process of its own, so that its peak memory is the page's."""
    cage = Cage()
    before = set(children())
    cage.warm_up()
    process = next(iter(set(children()) - before))
    memory = [0]

    def read() -> str:
        found = cage.extract(Source(PAGES[name], url="https://news.example/a"), NOW)
        explain_wall(found.wall, "https://news.example/a")
        return f"read, {len(found.text):,} characters"

    started = time.monotonic()
    told = outcome(read)
    seconds = time.monotonic() - started
    if Path(f"/proc/{process}/status").exists():
        memory.append(peak_memory(process))
    cage.close()
    shown = f"{max(memory) / 2**20:.0f}" if len(memory) > 1 else "killed"
    return f"| {name} | {told} | {seconds:.1f} | {shown} |"


def main() -> None:
    """Print both tables."""
    print("| answer | what came of it | seconds |\n|---|---|---:|")  # noqa: T201
    for row in try_addresses():
        print(row)  # noqa: T201
    for name in ANSWERS:
        print(try_answer(name))  # noqa: T201
    print("\n| page | what came of it | seconds | peak MiB |\n|---|---|---:|---:|")  # noqa: T201
    for name in PAGES:
        print(try_page(name))  # noqa: T201
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\nThe largest process needed {largest:.0f} MiB.")  # noqa: T201


if __name__ == "__main__":
    main()
