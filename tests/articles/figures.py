"""`make bench-articles`: how well our own articles are understood, and each mistake.

Of the held articles only the figures are shown: who reads their mistakes writes rules for them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import click

from bot.language import analyse_many, load_language
from store.records import Kind
from tests.articles.gold import (
    FOLDER,
    HELD,
    NEWSROOMS,
    GoldAttribution,
    Score,
    load_articles,
    measure,
)

KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")
HEAD = "| kind | statements | found | and speaker right | wrong name | role right |"
RULE = "|---|" + "---:|" * 5


@cache
def measure_kinds(folder: Path = FOLDER) -> dict[str, Score]:
    """The score of each kind, and of all."""
    articles = load_articles(folder)
    analyses = analyse_many([(article.text, None) for article in articles], load_language())
    pairs = list(zip(articles, analyses, strict=True))

    def measure_kind(kind: Kind) -> Score:
        def is_kind(gold: GoldAttribution) -> bool:
            return gold.kind == kind

        return measure(pairs, is_kind)

    return {**{kind: measure_kind(kind) for kind in KINDS}, "all": measure(pairs)}


def make_table(folder: Path = FOLDER) -> str:
    """The figures in Markdown."""
    scores = measure_kinds(folder)
    rows = [_make_row(kind, score) for kind, score in scores.items()]
    last = f"{scores['all'].precision:.0%} of what is found was marked by hand."
    return "\n".join([HEAD, RULE, *rows, "", last, ""])


def make_newsrooms_table() -> str:
    """The figures of each newsroom's articles, and how much of what is found was marked."""
    rows = [f"{HEAD} marked |".replace("kind", "newsroom"), f"{RULE}---:|"]
    for folder in sorted(NEWSROOMS.glob("*/*/")):
        score = measure_kinds(folder)["all"]
        name = f"{folder.name}, {folder.parent.name}"
        rows.append(f"{_make_row(name, score)} {score.precision:.0%} |")
    return "\n".join([*rows, ""])


def _make_row(name: str, score: Score) -> str:
    figures = (score.recall, score.end_to_end, score.wrong, score.role)
    cells = [name, str(score.expected), *(f"{figure:.0%}" for figure in figures)]
    return f"| {' | '.join(cells)} |"


def print_figures() -> None:
    for kind in KINDS:
        for mistake in measure_kinds()[kind].mistakes:
            click.echo(f"{kind}: {mistake}")
    click.echo(make_table())
    if load_articles(HELD):
        click.echo("Held back from those who write rules:\n" + make_table(HELD))
    click.echo("By other writers:\n" + make_newsrooms_table())


if __name__ == "__main__":
    print_figures()
