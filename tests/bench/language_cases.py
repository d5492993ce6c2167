"""Seconds and memory of an analysing process: each case in a process of its own.

    python -m tests.bench.language_cases CASE

prints the seconds of the analysis, without loading, and the most memory the process held, in MiB.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from bot.language import analyse, analyse_many, load_language
from tests.articles.gold import FOLDER, load_articles

LONG = 1_000_000
"""Characters."""
ORDINARY = {
    "loaded, nothing analysed": 0,
    "an article of 800 words": 800,
    "10,000 words": 10_000,
    "100,000 words": 100_000,
}
MANY = "all open articles, one after the other"
UNITS = {
    "one endless sentence": "the mayor said the council and the board would meet and ",
    "only quotation marks": "“\"”'",
    "emoji": "😀🚢",
    "another language": "市長は橋が安全だと言った。",
    "words of one letter": "a b c d ",
}
LIMIT = 900
"""Seconds until a case counts as endless."""


def make_words(count: int) -> str:
    """So many words of our own articles, again and again if need be."""
    words = " \n\n".join(article.text for article in load_articles(FOLDER)).split(" ")
    return " ".join((words * (count // len(words) + 1))[:count])


def find_work(case: str) -> Callable[[], object]:
    """What a case does, once the model is loaded."""
    nlp = load_language()
    if case == MANY:
        texts = [(article.text, None) for article in load_articles(FOLDER)]
        return lambda: sum(1 for _ in analyse_many(texts, nlp))
    text = (
        make_words(ORDINARY[case])
        if case in ORDINARY
        else UNITS[case] * (LONG // len(UNITS[case]) + 1)
    )
    return lambda: analyse(text[:LONG], nlp)


def measure_here(case: str) -> tuple[float, float]:
    """Seconds of a case and the most memory of this process, in MiB."""
    work = find_work(case)
    started = time.perf_counter()
    work()
    return time.perf_counter() - started, read_peak()


def read_peak() -> float:
    """The most memory that this process held: not its parent's, which `getrusage` may tell."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def measure_apart(case: str) -> tuple[float, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.language_cases", case]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=LIMIT)
    seconds, peak = ran.stdout.split()
    return float(seconds), float(peak)


def make_case_table() -> str:
    """The cases, each with its seconds and MiB."""
    return "\n".join(["| text | seconds | MiB |", "|---|---:|---:|", *_make_rows(), ""])


def _make_rows() -> Iterator[str]:
    for case in (*ORDINARY, MANY, *UNITS):
        seconds, peak = measure_apart(case)
        size = f", {LONG:,} characters" if case in UNITS else ""
        yield f"| {case}{size} | {seconds:.1f} | {peak:.0f} |"


if __name__ == "__main__":
    click.echo("{:.2f} {:.0f}".format(*measure_here(sys.argv[1])))
