"""No page takes more than its time and memory, and none takes the bot with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import ExtractError
from bot.reading.cage import Cage
from bot.reading.extracted import Source
from tests.reading.hostile import ARTICLE, PAGES
from tests.reading.pages import PARAGRAPHS

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEXT = "\n\n".join(PARAGRAPHS)
GIBIBYTE = 2**30

needs_proc = pytest.mark.skipif(not Path("/proc").exists(), reason="looks processes up in /proc")


@pytest.fixture(scope="module")
def cage() -> Iterator[Cage]:
    with closing(Cage()) as cage:
        yield cage


@pytest.fixture(scope="module")
def strict_cage() -> Iterator[Cage]:
    """Gives up early enough to be in time on a machine that is busy with something else."""
    with closing(Cage(seconds=6)) as cage:
        yield cage


def read(cage: Cage, content: bytes) -> str:
    return cage.extract(Source(content, url="https://news.example/a"), NOW).text


def children() -> list[int]:
    """By their own word: the lists that /proc has of children are incomplete while some end."""
    listed = [each / "stat" for each in Path("/proc").iterdir() if each.name.isdigit()]
    return [int(path.parent.name) for path in listed if parent_of(path) == os.getpid()]


def parent_of(stat: Path) -> int:
    """The process that started this one; 0 if it has ended."""
    try:
        state, parent, *_ = stat.read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return 0 if state == "Z" else int(parent)


def peak_memory(process: int) -> int:
    """Bytes; 0 for one that is ending, which has no memory any more."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    lines = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(next(lines, "VmHWM: 0 kB").split()[1]) * 1024


def has_ended(process: int | str) -> bool:
    """Whether it is gone, or waits only to be told so."""
    try:
        return ") Z " in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return True


def wait_for_end(*processes: int | str) -> None:
    deadline = time.monotonic() + 30
    while not all(map(has_ended, processes)):
        assert time.monotonic() < deadline, "the process still runs"
        time.sleep(0.02)


@needs_proc
@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_or_refused_in_time_and_memory(name: str, strict_cage: Cage) -> None:
    started = time.monotonic()
    try:
        found = strict_cage.extract(Source(PAGES[name], url="https://news.example/a"), NOW)
    except ExtractError as error:
        assert "\n" not in error.message  # noqa: PT017 - either outcome is right
    else:
        assert found.text or found.wall == "nothing"
        assert not set(found.text) & set("\0\u202e\u2066\ud800")
    assert time.monotonic() - started < 12
    assert all(peak_memory(child) < GIBIBYTE for child in children())


def test_a_page_after_a_hostile_one_is_read_as_ever(cage: Cage) -> None:
    with pytest.raises(ExtractError):
        read(cage, PAGES["random bytes in a page"])
    assert read(cage, ARTICLE.encode()) == TEXT


@needs_proc
def test_a_page_that_takes_too_long_is_given_up_on() -> None:
    before = set(children())
    with closing(Cage(seconds=0.5)) as impatient:
        impatient.warm_up()
        (process,) = set(children()) - before
        os.kill(process, signal.SIGSTOP)  # from now on it takes for ever, and hears no signal
        with pytest.raises(ExtractError, match="too complicated"):
            read(impatient, ARTICLE.encode())
        assert has_ended(process)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit memory")
def test_a_page_that_takes_too_much_memory_is_given_up_on() -> None:
    with (
        closing(Cage(memory=240 * 2**20)) as small,
        pytest.raises(ExtractError, match=r"too complicated|cannot read"),
    ):
        read(small, PAGES["50,000 links"] * 5)


@needs_proc
def test_a_normal_page_pays_no_start_up() -> None:
    ballast = b"x" * (400 * 2**20)  # the bot itself is large: that is not its children's memory
    with closing(Cage(size=1)) as fresh:
        before = set(children())
        assert read(fresh, ARTICLE.encode()) == TEXT
        warm = set(children()) - before
        for _ in range(10):
            assert read(fresh, ARTICLE.encode()) == TEXT
        assert set(children()) - before == warm
        assert len(warm) == 1
    del ballast


def test_threads_read_at_the_same_time_and_get_their_own_texts(cage: Cage) -> None:
    texts: dict[int, str] = {}

    def read_own(number: int) -> None:
        page = ARTICLE.replace("Ines Calder", f"Ines Calder {number}")
        texts[number] = read(cage, page.encode())

    threads = [threading.Thread(target=read_own, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(f"Ines Calder {number}," in text for number, text in texts.items())
    assert len(texts) == 8


@needs_proc
def test_a_process_that_died_while_it_waited_is_replaced() -> None:
    before = set(children())
    with closing(Cage()) as cage:
        cage.warm_up()
        waiting = set(children()) - before
        for child in waiting:
            os.kill(child, signal.SIGKILL)
        wait_for_end(*waiting)
        assert read(cage, ARTICLE.encode()) == TEXT


@needs_proc
def test_the_process_that_parses_pages_knows_no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    before = set(children())
    with closing(Cage()) as cage:
        assert read(cage, ARTICLE.encode()) == TEXT
        (process,) = set(children()) - before
        assert b"xoxb" not in Path(f"/proc/{process}/environ").read_bytes()


@needs_proc
def test_a_closed_cage_leaves_no_process_and_can_be_used_again() -> None:
    before = set(children())
    with closing(Cage()) as cage:
        assert read(cage, ARTICLE.encode()) == TEXT
        assert set(children()) - before
        cage.close()
        assert set(children()) <= before
        assert read(cage, ARTICLE.encode()) == TEXT


SCRIPT = """
import sys
from bot.reading import read_text
print(read_text("The ferry sails again, she said on Monday morning.").text)
from bot.reading.cage import cage
print(cage._idle[0]._popen.pid)
if sys.argv[1] == "killed":
    import os
    os.kill(os.getpid(), 9)
"""


@needs_proc
@pytest.mark.parametrize("ending", ["normal", "killed"])
def test_no_process_outlives_the_bot(ending: str) -> None:
    done = subprocess.run(
        [sys.executable, "-u", "-c", SCRIPT, ending], capture_output=True, text=True, check=False
    )
    text, process = done.stdout.splitlines()
    assert text.startswith("The ferry")
    assert done.stderr == ""
    wait_for_end(process)


def test_the_command_line_does_not_load_what_only_extraction_needs() -> None:
    script = "import sys, bot.reading; print({'trafilatura', 'lxml'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
