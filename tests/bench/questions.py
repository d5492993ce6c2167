"""How well questions are answered: `make bench-questions`.

    python -m tests.bench.questions [--all]

Every question of `questions.txt` is put to an archive of our own articles, twice: once as they
were marked by hand, so that only answering is measured, and once as onrecord itself found them.
Recall and precision count statements, over all questions. The questions that fail are printed,
but for those held back; `--all` prints these too, for who writes no rules. The table goes to
docs/benchmarks.md.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.desk import Desk
from bot.desk.answers import answer
from bot.errors import QuestionError
from bot.language import analyse_many, load_language
from bot.language.page import Page, open_page
from bot.language.pipeline import parse_many
from bot.settings import load_settings as load_program_settings
from store import Store
from store.articles import save_report
from store.records import Analysis, Answer, Article, Attribution, Audience, Statement
from store.wording import verbatim
from tests.articles.gold import (
    GoldArticle,
    GoldAttribution,
    is_same_speaker,
    load_articles,
)
from tests.bench.asked import (
    Place,
    Question,
    find_places,
    load_questions,
    load_settings,
    words_of,
)

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "benchmarks.md"
MARKED = re.compile(r"(<!-- bench-questions -->\n).*?(<!-- bench-questions: end -->)", re.DOTALL)
ADDRESS = "https://questions.test/"
LEAST_OVERLAP = 0.5
"""Jaccard, of words: from here on what is shown is what was marked."""
ALL = 1000
TITLE = re.compile(r"^(?:Sir|Dame|Lord|Lady) (?=\w)")


@dataclass(slots=True)
class Score:
    """Statements expected, shown and right; of questions without an answer how many are so."""

    questions: int = 0
    expected: int = 0
    found: int = 0
    shown: int = 0
    right: int = 0
    empty: int = 0
    rightly_empty: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / max(self.expected, 1)

    @property
    def precision(self) -> float:
        return self.right / max(self.shown, 1)


@cache
def articles() -> dict[str, GoldArticle]:
    return {article.name: article for article in load_articles()}


def analyse_articles(*, by_hand: bool) -> Iterator[tuple[Article, Analysis]]:
    """Our articles as they are saved; with what was marked in place of what was found."""
    nlp, settings = load_language(), load_settings()
    golds = [articles()[name] for name in settings]
    texts = [(gold.text, settings[gold.name].published.date()) for gold in golds]
    docs = parse_many((gold.text for gold in golds), nlp)
    for gold, analysis, doc in zip(golds, analyse_many(texts, nlp), docs, strict=True):
        known = settings[gold.name]
        article = Article(
            ADDRESS + gold.name,
            gold.text,
            known.headline,
            publisher=known.publisher,
            published=known.published,
        )
        page = open_page(doc)
        marked = tuple(_mark(gold, each, page) for each in gold.attributions)
        yield article, replace(analysis, attributions=marked) if by_hand else analysis


def _mark(article: GoldArticle, gold: GoldAttribution, page: Page) -> Attribution:
    tokens = [page.tokens(span) for span in gold.content]
    sentence = page.sentences[tokens[0][0]][0], page.sentences[tokens[-1][1] - 1][1]
    return Attribution(
        kind=gold.kind,
        content=gold.content,
        text=verbatim(article.text, gold.content),
        sentence=page.chars(sentence),
        source=gold.source,
        cue=gold.cue,
        speaker=gold.speaker,
        said_on=load_settings()[article.name].said_on,
        standing=gold.standing,
    )


def open_archive(path: Path, *, by_hand: bool) -> Desk:
    """A desk with all our articles in its archive."""
    store = Store(path)
    for article, analysis in analyse_articles(by_hand=by_hand):
        save_report(store.db, article, analysis, everybody=True)
    return Desk(store, load_language, load_program_settings(onrecord_db=path))


def measure(desk: Desk, questions: list[Question], *, limit: int = ALL) -> Score:
    """Put the questions, and compare the answers with what was expected."""
    score = Score()
    for question in questions:
        _count(score, question, ask(desk, question, limit), limit)
    return score


def ask(desk: Desk, question: Question, limit: int) -> Answer | None:
    """The answer, after those to the questions before it; None if it was refused."""
    after = None
    try:
        for before in question.before:
            after = answer(desk, before, Audience(), now=question.now, after=after).reading
        return answer(desk, question.text, Audience(), now=question.now, limit=limit, after=after)
    except QuestionError:
        return None


def _count(score: Score, question: Question, found: Answer | None, limit: int) -> None:
    expected = find_places(question.expected, articles())
    allowed = find_places(question.allowed, articles())
    statements = found.statements if found else ()
    places = [find_place(statement) for statement in statements]
    wrong = [
        s.text
        for s, place in zip(statements, places, strict=True)
        if place not in expected | allowed
    ]
    missed = expected - set(places)
    score.questions += 1
    score.expected += min(len(expected), limit)
    score.found += min(len(expected) - len(missed), limit)
    score.shown += len(statements)
    score.right += len(statements) - len(wrong)
    failed = [f"  missed {name}: {_words(name, number)}" for name, number in sorted(missed)]
    failed += [f"  wrong {text[:70]!r}" for text in wrong]
    if question.nothing:
        part = found.missing if found else "refused"
        score.empty += 1
        score.rightly_empty += part == question.nothing
        failed += [f"  says that {part} fails, not {question.nothing}"] * (part != question.nothing)
    if failed:
        read = found.reading if found else None
        asked = " > ".join((*question.before, question.text))
        score.failures.append("\n".join([f"{asked}\n  {_shown(read)}", *failed]))


def _shown(reading: object) -> str:
    return re.sub(r"(, )?\w+=(None|\(\))", "", repr(reading))


def _words(name: str, number: int) -> str:
    return words_of(articles()[name], articles()[name].attributions[number])[:70]


def find_place(statement: Statement) -> Place | None:
    """The marked statement that this one is; None if it is none, or under another name."""
    article = articles()[statement.article.url.removeprefix(ADDRESS)]
    shown = set(re.findall(r"\w+", statement.text))
    overlap, right, number = max(
        (_overlap(shown, words_of(article, gold)), _is_by(gold, statement), -number)
        for number, gold in enumerate(article.attributions)
    )
    return (article.name, -number) if overlap >= LEAST_OVERLAP and right else None


def _is_by(gold: GoldAttribution, statement: Statement) -> bool:
    """Whether it is shown under the right name, with or without a title."""
    shown = statement.speaker
    if shown is None or not shown.sure:
        return True
    marked = replace(gold.speaker, name=TITLE.sub("", gold.speaker.name))
    return is_same_speaker(marked, replace(shown, name=TITLE.sub("", shown.name)))


def _overlap(shown: set[str], marked: str) -> float:
    words = set(re.findall(r"\w+", marked))
    return len(shown & words) / len(shown | words)


HEAD = (
    "| archive | questions | recall | precision | first page: recall | precision |"
    " rightly empty |\n"
    "|---|" + "---:|" * 6
)


def make_row(name: str, desk: Desk, questions: list[Question]) -> tuple[str, list[str]]:
    """A row of the table, and what failed."""
    whole, page = measure(desk, questions), measure(desk, questions, limit=10)
    figures = (whole.recall, whole.precision, page.recall, page.precision)
    empty = f"{whole.rightly_empty} of {whole.empty}"
    cells = [name, str(whole.questions), *(f"{figure:.1%}" for figure in figures), empty]
    return f"| {' | '.join(cells)} |", whole.failures


def print_figures(*, with_held: bool) -> None:
    """Print what failed and the table, and write the table to the document."""
    questions = load_questions()
    parts = {
        "open": [each for each in questions if not each.held],
        "held": [each for each in questions if each.held],
    }
    rows = [HEAD]
    with TemporaryDirectory() as folder:
        for name in ("marked by hand", "as found"):
            desk = open_archive(Path(folder) / name, by_hand=name == "marked by hand")
            for part, chosen in parts.items():
                row, failures = make_row(f"{name}, {part} questions", desk, chosen)
                rows.append(row)
                if part == "open" or with_held:
                    click.echo("\n".join([f"== {name}", *failures]))
            desk.store.close()
    table = "\n".join([*rows, ""])
    click.echo(table)
    document = DOCUMENT.read_text("utf-8")
    DOCUMENT.write_text(MARKED.sub(lambda m: m[1] + table + m[2], document), "utf-8")


if __name__ == "__main__":
    print_figures(with_held="--all" in sys.argv[1:])
