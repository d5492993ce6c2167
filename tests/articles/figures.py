"""`make bench-articles`: how well our own articles are understood, and each mistake."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from bot.language import analyse_many, load_language
from tests.articles.gold import GoldAttribution, load_articles, measure

KINDS = ("direct", "mixed", "indirect")


def print_figures() -> None:
    articles = load_articles()
    analyses = analyse_many([(article.text, None) for article in articles], load_language())
    pairs = list(zip(articles, analyses, strict=True))
    console = Console(highlight=False)
    table = Table("kind", "statements", "found", "and speaker right", "wrong name", "role right")
    for kind in KINDS:

        def is_kind(gold: GoldAttribution, kind: str = kind) -> bool:
            return gold.kind == kind

        score = measure(pairs, is_kind)
        figures = (score.recall, score.end_to_end, score.wrong, score.role)
        table.add_row(kind, str(score.expected), *(f"{figure:.1%}" for figure in figures))
        for mistake in score.mistakes:
            console.print(f"{kind}: {mistake}", markup=False)
    console.print(table)
    console.print(f"{measure(pairs).precision:.1%} of the statements found are in the gold.")


if __name__ == "__main__":
    print_figures()
