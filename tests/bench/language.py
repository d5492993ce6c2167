"""How good and how fast the analysis is: `make bench-language [BENCH=FOLDER]`.

    python -m tests.bench.language [FOLDER]

FOLDER holds `attribution_eval.py` and `dev/text/*.txt`, the shared attribution benchmark; without
it only our own articles are scored. Claims are scored if `summaries` and `claims` stand beside it.
Time is the processor's for the whole analysis, divided by that for the bare spaCy pipeline with the
same components, each the least of several rounds, in turns: other work on the machine can only add
to it. The tables go to docs/benchmarks.md.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click
import spacy
from spacy.language import Language

from bot.language import analyse, analyse_many, load_language
from bot.language.lines import build_line
from bot.language.pipeline import DEFAULT_MODEL, PARTS, parse
from tests.articles.figures import make_table
from tests.articles.gold import FOLDER, HELD, load_articles
from tests.bench.claims import make_claim_tables
from tests.bench.language_cases import make_case_table, make_words
from tests.bench.speakers import make_meant_tables

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "benchmarks.md"
MARKED = re.compile(r"(<!-- bench-language -->\n).*?(<!-- bench-language: end -->)", re.DOTALL)
ROUNDS = 5
WORDS = {300: 15, 1_000: 9, 10_000: 5, 100_000: 1}
"""Of a text, and how many rounds it is measured in."""


def seconds(work: Callable[[], object]) -> float:
    """How long one call keeps the processor."""
    started = time.process_time()
    work()
    return time.process_time() - started


def load_bare() -> Language:
    """The model with the components that the analysis uses, as spaCy loads it."""
    nlp = spacy.load(DEFAULT_MODEL)
    for name in set(nlp.pipe_names) - set(PARTS):
        nlp.remove_pipe(name)
    return nlp


def measure_in_turns(
    bare: Callable[[], object], whole: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """The least seconds of either, which take turns."""
    pairs = [(seconds(bare), seconds(whole)) for _ in range(rounds)]
    return min(one for one, _ in pairs), min(other for _, other in pairs)


def exhaust(items: Iterable[object]) -> None:
    """Take every item and keep none."""
    for _ in items:
        pass


def make_speed_table(nlp: Language) -> str:
    """Speed over our own articles, and how time grows with length."""
    texts, spacy_alone = [article.text for article in load_articles(FOLDER)], load_bare()
    exhaust(analyse_many(((text, None) for text in texts[:5]), nlp))  # warm up
    bare, whole = measure_in_turns(
        lambda: exhaust(spacy_alone.pipe(texts, batch_size=16)),
        lambda: exhaust(analyse_many(((text, None) for text in texts), nlp)),
        ROUNDS,
    )
    rows = [
        f"{len(texts)} articles, processor time, the least of {ROUNDS} rounds in turns:",
        f"bare spaCy {bare:.2f} s, whole analysis {whole:.2f} s, ratio {whole / bare:.2f}.",
        "",
        "| words in one text | bare spaCy, ms per 1,000 | whole analysis, ms per 1,000 | ratio |",
        "|---:|---:|---:|---:|",
    ]
    return "\n".join([*rows, *(make_growth_row(count, nlp, spacy_alone) for count in WORDS), ""])


def make_growth_row(count: int, nlp: Language, spacy_alone: Language) -> str:
    """Time for each 1,000 words of a text of so many, parsed in the same parts by both."""
    text = make_words(count)
    least = measure_in_turns(
        lambda: parse(text, spacy_alone), lambda: analyse(text, nlp), WORDS[count]
    )
    bare, whole = (each / count * 1e6 for each in least)
    return f"| {count:,} | {bare:.0f} | {whole:.0f} | {whole / bare:.2f} |"


def make_quality_table(bench: Path, nlp: Language) -> str:
    """The scorer's figures on the development part."""
    scorer = load_scorer(bench / "attribution_eval.py")
    files = sorted((bench / "dev" / "text").glob("*.txt"))
    texts = [file.read_bytes().decode("utf-8") for file in files]
    analyses = analyse_many(((text, None) for text in texts), nlp)
    lines = [
        build_line(file.stem, text, found)
        for file, text, found in zip(files, texts, analyses, strict=True)
    ]
    found = {line["id"]: [_spans(each) for each in line["statements"]] for line in lines}
    scores = scorer.evaluate(scorer.load_gold(str(bench / "dev")), found)
    direct, reported, words = scores["direct"], scores["reported"], scores["all"]
    figures = {
        "direct, quote and speaker right": direct["e2e_recall"],
        "direct, words of quotes with the right speaker": direct["word_recall"],
        "reported, precision": reported["precision"],
        "reported, end-to-end F1": reported["e2e_f1"],
        "indirect, end to end": reported["indirect_e2e_recall"],
        **{f"token F1 of {part}": words[part]["f1"] for part in ("content", "source", "cue")},
    }
    rows = [f"| {name} | {value * 100:.1f} |" for name, value in figures.items()]
    return "\n".join(["| figure | per cent |", "|---|---:|", *rows, ""])


def _spans(statement: dict[str, Any]) -> dict[str, list[tuple[int, int]]]:
    def listed(span: list[int] | None) -> list[tuple[int, int]]:
        return [(span[0], span[1])] if span else []

    return {
        "source": listed(statement["speaker"]),
        "cue": listed(statement["cue"]),
        "content": [(start, end) for start, end in statement["content"]],
    }


def load_scorer(path: Path) -> Any:  # noqa: ANN401  # a script from outside the project
    spec = importlib.util.spec_from_file_location("attribution_eval", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print every table, and write them into the document."""
    nlp = load_language()
    bench = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
    parts = [
        f"Speed:\n\n{make_speed_table(nlp)}",
        f"Processes of their own, on a machine with other work:\n\n{make_case_table()}",
    ]
    if (bench / "attribution_eval.py").exists():
        quality = f"PolNeAR, development part:\n\n{make_quality_table(bench, nlp)}"
        parts = [
            quality,
            *make_meant_tables(bench, nlp),
            *make_claim_tables(bench.parent, nlp),
            *parts,
        ]
    else:
        click.echo("The shared benchmark is not here, so it is skipped. Try: BENCH=FOLDER")
    parts.append(f"Our own articles, open:\n\n{make_table(FOLDER)}")
    if load_articles(HELD):
        parts.append(f"Our own articles, held back:\n\n{make_table(HELD)}")
    printed = "\n".join(parts)
    click.echo(printed)
    before = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(MARKED.sub(lambda m: m[1] + printed + m[2], before), encoding="utf-8")


if __name__ == "__main__":
    main()
