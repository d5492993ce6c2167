"""How well questions are answered: `make bench-questions`.

    python -m tests.bench.questions [FOLDER]

Every question of `questions.txt` is put to an archive of our own articles, twice: once as they
were marked by hand, so that only answering is measured, and once as onrecord itself found them.
Recall and precision count statements, over all questions. The questions that fail are printed,
but for those held back. The table goes to docs/benchmarks.md.

With a FOLDER its questions are put instead, to its articles, and all that fail are printed; of
its files tests/articles/README.md and asked.py tell how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from bot.desk import Desk
from bot.desk.answers import answer
from bot.errors import QuestionError
from bot.language import analyse_many, load_language
from bot.language.page import open_page
from bot.language.pipeline import parse_many
from bot.settings import load_settings as load_program_settings
from store import Store
from store.articles import save_report
from store.records import Analysis, Answer, Article, Audience, Statement
from tests.articles.gold import (
    NEWSROOMS,
    GoldArticle,
    GoldAttribution,
    is_same_speaker,
)
from tests.bench.asked import (
    Place,
    Question,
    QuestionSet,
    find_places,
    load_own,
    load_question_set,
    words_of,
)
from tests.bench.marked import mark_all

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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question."""

    question: Question
    found: Answer | None
    expected: int
    missed: list[str]
    wrong: list[str]

    @property
    def failing(self) -> str:
        """The part of the question that the answer says has failed."""
        return (self.found.missing or "") if self.found else "refused"

    def describe(self) -> list[str]:
        """What went wrong, in one text; nothing if nothing did."""
        failed = [f"  missed {words[:80]}" for words in self.missed]
        failed += [f"  wrong {words[:70]!r}" for words in self.wrong]
        if self.question.nothing not in ("", self.failing):
            failed.append(f"  says that {self.failing} fails, not {self.question.nothing}")
        asked = " > ".join((*self.question.before, self.question.text))
        read = _shown(self.found.reading if self.found else None)
        return ["\n".join([asked, f"  {read}", *failed])] if failed else []


def analyse_articles(asked: QuestionSet, *, by_hand: bool) -> Iterator[tuple[Article, Analysis]]:
    """The articles as they are saved; with what was marked in place of what was found."""
    nlp, golds = load_language(), asked.articles.values()
    texts = [(gold.text, asked.settings[gold.name].published) for gold in golds]
    docs = parse_many((gold.text for gold in golds), nlp)
    for gold, analysis, doc in zip(golds, analyse_many(texts, nlp), docs, strict=True):
        known = asked.settings[gold.name]
        article = Article(
            ADDRESS + gold.name,
            gold.text,
            known.headline,
            publisher=known.publisher,
            published=known.published,
        )
        marked = tuple(mark_all(gold, open_page(doc), known)) if by_hand else ()
        yield article, replace(analysis, attributions=marked) if by_hand else analysis


def open_archive(path: Path, asked: QuestionSet, *, by_hand: bool) -> Desk:
    """A desk with all the articles in its archive."""
    store = Store(path)
    for article, analysis in analyse_articles(asked, by_hand=by_hand):
        save_report(store.db, article, analysis, everybody=True)
    return Desk(store, load_language, load_program_settings(onrecord_db=path))


def measure(desk: Desk, asked: QuestionSet, *, limit: int = ALL) -> Score:
    """Put the questions, and compare the answers with what was expected."""
    score = Score()
    for question in asked.questions:
        _count(score, _compare(question, ask(desk, question, limit), asked.articles), limit)
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


def _compare(question: Question, found: Answer | None, articles: dict[str, GoldArticle]) -> Outcome:
    allowed = find_places(question.allowed, articles)
    expected = find_places(question.expected, articles) - allowed
    statements = found.statements if found else ()
    places = [find_place(statement, articles) for statement in statements]
    wrong = [
        statement.text
        for statement, place in zip(statements, places, strict=True)
        if place not in expected | allowed
    ]
    missed = [
        f"{name}: {words_of(articles[name], articles[name].attributions[number])}"
        for name, number in sorted(expected - set(places))
    ]
    return Outcome(question, found, len(expected), missed, wrong)


def _count(score: Score, outcome: Outcome, limit: int) -> None:
    shown = len(outcome.found.statements) if outcome.found else 0
    score.questions += 1
    score.expected += min(outcome.expected, limit)
    score.found += min(outcome.expected - len(outcome.missed), limit)
    score.shown += shown
    score.right += shown - len(outcome.wrong)
    if outcome.question.nothing:
        score.empty += 1
        score.rightly_empty += outcome.failing == outcome.question.nothing
    score.failures += outcome.describe()


def _shown(reading: object) -> str:
    return re.sub(r"(, )?\w+=(None|\(\))", "", repr(reading))


def find_place(statement: Statement, articles: dict[str, GoldArticle]) -> Place | None:
    """The marked statement that this one is; None if it is none, or under another name."""
    article = articles[statement.article.url.removeprefix(ADDRESS)]
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


def make_row(name: str, desk: Desk, asked: QuestionSet) -> tuple[str, list[str]]:
    """A row of the table, and what failed."""
    whole, page = measure(desk, asked), measure(desk, asked, limit=10)
    figures = (whole.recall, whole.precision, page.recall, page.precision)
    empty = f"{whole.rightly_empty} of {whole.empty}"
    cells = [name, str(whole.questions), *(f"{figure:.1%}" for figure in figures), empty]
    return f"| {' | '.join(cells)} |", whole.failures


def make_rows(asked: QuestionSet, parts: dict[str, QuestionSet], *, read: str) -> Iterator[str]:
    """The rows of an archive's parts; what fails is printed of the part that may be read."""
    with TemporaryDirectory() as folder:
        for name in ("marked by hand", "as found"):
            desk = open_archive(Path(folder) / name, asked, by_hand=name == "marked by hand")
            for part, chosen in parts.items():
                row, failures = make_row(f"{name}, {part}", desk, chosen)
                if part == read:
                    click.echo("\n".join([f"== {name}", *failures]))
                yield row
            desk.store.close()


def make_own_rows() -> Iterator[str]:
    """The rows of all our questions: those about our open articles, then each newsroom's."""
    own = load_own()
    parts = {
        "open questions": replace(own, questions=[q for q in own.questions if not q.held]),
        "held questions": replace(own, questions=[q for q in own.questions if q.held]),
    }
    yield from make_rows(own, parts, read="open questions")
    for folder in sorted(NEWSROOMS.glob("*/*/")):
        name = f"{folder.name}, {folder.parent.name}"
        asked = load_question_set(folder)
        yield from make_rows(asked, {name: asked}, read=name if name.endswith("open") else "")


def print_own_figures() -> None:
    """Print what failed and the table, and write the table to the document."""
    table = "\n".join([HEAD, *make_own_rows(), ""])
    click.echo(table)
    document = DOCUMENT.read_text("utf-8")
    DOCUMENT.write_text(MARKED.sub(lambda m: m[1] + table + m[2], document), "utf-8")


@click.command()
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False
)
def main(folder: Path | None) -> None:
    """Put our own questions, or those of FOLDER."""
    if folder is None:
        return print_own_figures()
    asked = load_question_set(folder)
    rows = make_rows(asked, {folder.name: asked}, read=folder.name)
    click.echo("\n".join([HEAD, *rows]))
    return None


if __name__ == "__main__":
    main()
