"""How fast questions are answered, and how that grows: `make bench-answers [SIZES=1000000]`.

    python -m tests.bench.answers [STATEMENTS ...] [--keep FOLDER]

Makes archives of so many statements (`tests/bench/archive.py`) and asks each of them the same mix
of questions, in words, as a member of a workspace. Beside it the bare full-text query: the ten best
by SQLite's own rank, of the same topic, joined to nothing. Archives that are kept in a folder are
taken from there the next time. The tables go to docs/benchmarks.md.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import click
from rich.progress import TaskID
from spacy.language import Language
from sqlite_utils import Database

from bot.app import settle
from bot.cli.printing import show_progress
from bot.desk import Desk
from bot.desk.answers import answer
from bot.settings import load_settings
from store import Store
from store.records import Audience
from tests.bench.archive import (
    FIRST_DAY,
    STATEMENTS,
    TEAM,
    World,
    build_archive,
    days_of,
    make_world,
    save_one,
    write_article,
)

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "benchmarks.md"
MARKED = re.compile(r"(<!-- bench-answers -->\n).*?(<!-- bench-answers: end -->)", re.DOTALL)
SIZES = (10_000, 100_000)
EACH = 20
"""Questions of a kind."""
SAVED = 60
AUDIENCE = Audience(TEAM, "C1")
BARE = "SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH ? ORDER BY rank LIMIT 10"


HEAD = (
    "| statements | ms, median | 95 % under | of bare | to save: ms | 95 % under | file / text |",
    "|---:|---:|---:|---:|---:|---:|---:|",
)


@dataclass(frozen=True)
class Asked:
    """A question in words, and its topic (or else its speaker) as a bare full-text query."""

    kind: str
    words: str
    bare: str


@dataclass(frozen=True)
class Taken:
    """How long a question took, whole and bare, in milliseconds."""

    kind: str
    whole: float
    bare: float


def make_questions(world: World, last_day: datetime) -> list[Asked]:
    """The mix: of each kind as many, about other things each."""
    chance = random.Random(7)

    def about(first: int, last: int) -> str:
        return world.words.things[chance.randrange(first, last)]

    def very_common() -> str:
        return chance.choice((*world.bodies.things[:5], *world.places.things[:5], about(22, 60)))

    since = (last_day - timedelta(days=60)).date().isoformat()
    forms: dict[str, Callable[[], tuple[str, str]]] = {
        "rare topic": lambda: _ask("who said what about {}", about(5_000, 20_000)),
        "common topic": lambda: _ask("who said what about {}", about(200, 1_000)),
        "very common topic": lambda: _ask("who said what about {}", very_common()),
        "two topics": lambda: _ask("who said what about {} and {}", very_common(), very_common()),
        "topic and speaker": lambda: _ask(
            f"what did {_one_of(world.people.things[:200], chance)} say about {{}}", very_common()
        ),
        "topic and time": lambda: _ask(f"who said what about {{}} since {since}", very_common()),
        "topic and outlet": lambda: _ask(
            f"who said what about {{}} in {_one_of(world.outlets.things[:40], chance)}",
            very_common(),
        ),
        "topic and role": lambda: _ask("what are officials saying about {}", very_common()),
        "speaker": lambda: _ask("what has {} said", _one_of(world.people.things[:500], chance)),
        "organisation": lambda: _ask("what has {} said", _one_of(world.bodies.things[:50], chance)),
        "everything of two months": lambda: (f"what was said since {since}", ""),
    }
    asked = [Asked(kind, *form()) for kind, form in forms.items() for _ in range(EACH)]
    chance.shuffle(asked)
    return asked


def _ask(form: str, *topics: str) -> tuple[str, str]:
    return form.format(*topics), " AND ".join(f'"{topic}"' for topic in topics)


def _one_of(names: Sequence[str], chance: random.Random) -> str:
    return chance.choice(names)


def measure_questions(desk: Desk, asked: list[Asked], now: datetime) -> Iterator[Taken]:
    """Each question once, beside its bare query, after some others have warmed the caches.

    And after what the bot does when all is loaded.
    """

    def ask(each: Asked) -> None:
        answer(desk, each.words, AUDIENCE, now=now)

    def look_up(each: Asked) -> None:
        desk.store.db.execute(BARE, [each.bare]).fetchall()

    for each in asked[: len(asked) // 4]:
        ask(each)
    settle()
    for each in asked:
        bare = milliseconds(lambda each=each: look_up(each)) if each.bare else 0.0  # type: ignore[misc]  # a default
        yield Taken(each.kind, milliseconds(lambda each=each: ask(each)), bare)  # type: ignore[misc]  # a default


def measure_saving(store: Store, world: World) -> list[float]:
    """Milliseconds for saving one article more, with its share, in transactions of its own."""
    known = store.db.table("articles").count
    taken = []
    for number in range(known, known + SAVED):
        article, analysis = write_article(world, number, known)
        taken.append(milliseconds(lambda: save_one(store, article, analysis, number)))  # noqa: B023  # called at once
    return taken


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call keeps a processor busy."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def measure(folder: Path, statements: int) -> tuple[str, str]:
    """The line of the table for one size, and the table of its kinds of questions."""
    world, articles = make_world(), statements // STATEMENTS
    store = open_archive(folder / f"{statements}.db", articles)
    now = FIRST_DAY + timedelta(days=days_of(articles))
    desk = Desk(store, _no_language, load_settings(onrecord_db=store.path))
    taken = list(measure_questions(desk, make_questions(world, now), now))
    share = _measure_size(store.db)
    saved = measure_saving(store, world)
    store.close()
    return _line(statements, taken, saved, share), _table(taken)


def open_archive(path: Path, articles: int) -> Store:
    """The archive of so many articles, which is made if it is not there."""
    known = path.exists()
    store = Store(path)
    if not known:
        with show_progress(f"{articles:,} articles", articles) as progress:
            build_archive(store, articles, lambda more: progress.advance(TaskID(0), more))
    return store


def _no_language() -> Language:
    raise AssertionError("a question needs no language model")


def _measure_size(db: Database) -> float:
    """Bytes of the file for each byte of the articles' texts."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    [(pages,)], [(size,)] = (
        db.execute(f"PRAGMA {name}").fetchall() for name in ("page_count", "page_size")
    )
    [(text,)] = db.execute("SELECT sum(length(CAST(text AS BLOB))) FROM articles").fetchall()
    return float(pages * size / text)


def _line(statements: int, taken: list[Taken], saved: list[float], share: float) -> str:
    whole, bare = (
        _spread([each.whole for each in taken]),
        [each for each in taken if each.bare],
    )
    ratio = sum(each.whole for each in bare) / sum(each.bare for each in bare)
    return f"| {statements:,} | {whole} | {ratio:.1f} | {_spread(saved)} | {share:.1f} |"


def _table(taken: list[Taken]) -> str:
    rows = [
        "| question | median, ms | 95 % under | bare, ms | ratio |",
        "|---|---:|---:|---:|---:|",
    ]
    for kind in dict.fromkeys(each.kind for each in sorted(taken, key=lambda each: each.kind)):
        same = [each for each in taken if each.kind == kind]
        whole, bare = median(each.whole for each in same), median(each.bare for each in same)
        ratio = f"{bare:.1f} | {whole / bare:.1f}" if bare else " | "
        rows.append(f"| {kind} | {_spread([each.whole for each in same])} | {ratio} |")
    return "\n".join(rows)


def _spread(taken: list[float]) -> str:
    return f"{median(taken):.1f} | {quantiles(taken, n=20)[-1]:.1f}"


@click.command()
@click.argument("sizes", nargs=-1, type=click.IntRange(STATEMENTS))
@click.option("--keep", type=click.Path(path_type=Path), help="Keep the archives here.")
def main(sizes: tuple[int, ...], keep: Path | None) -> None:
    """Print every table, and write them into the document."""
    lines, tables = [], []
    for size in sizes or SIZES:
        with TemporaryDirectory() as folder:
            line, table = measure(keep or Path(folder), size)
        lines.append(line)
        tables.append(f"With {size:,} statements:\n\n{table}\n")
    printed = "\n".join([*HEAD, *lines, "", *tables])
    click.echo(printed)
    before = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(MARKED.sub(lambda m: m[1] + printed + m[2], before), encoding="utf-8")


if __name__ == "__main__":
    main()
