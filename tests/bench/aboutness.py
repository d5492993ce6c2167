"""Fits what is shown as being about a topic in other words: `store/aboutness.json`.

    python -m tests.bench.aboutness

From our own open questions and those of the open newsrooms, with the articles as they were marked
by hand; a newsroom's questions count more. Learned from are the statements that a question does not
reach more directly. A sign that seems to speak against a statement is left out.

How good the weights are is printed for questions that they were not fitted to: all those on one
article, and all statements of it, are left out together.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from store.aboutness import weigh
from store.collecting import collect, collect_hits
from store.conditions import find_conditions
from store.nearby import one_by_one
from store.records import NEARNESS, Audience, Reading, Statement
from store.search import walk
from store.signs import Signs
from store.statements import load_said
from store.tracing import trace_articles
from tests.articles.gold import NEWSROOMS
from tests.bench.asked import Question, QuestionSet, find_places, load_own, load_question_set
from tests.bench.questions import ALL, ask, find_place, open_archive

WEIGHTS = Path(__file__).parents[2] / "store" / "aboutness.json"
THRESHOLD = 0.5
"""How likely a statement must be about the topic to be shown."""
THRESHOLD_OF_SPEAKERS = 0.4
"""The same where somebody was asked for, by name or by what they are; chosen, as the other is."""
PARTS = 10
"""In so many parts the articles are left out."""
PULL = 10.0
"""How strongly the weights are held near nothing."""
TRUST = 4.0
"""How much more a newsroom's question counts: whoever asked knew nothing of the program."""
MAY = 0.5
"""How much less a statement counts that may be in the answer and need not."""
OWN = "own"
EVERYBODY = Audience()
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A statement that a question does not reach more directly."""

    of: str
    """The set of questions."""
    articles: tuple[str, str]
    """The one that the question is on, and the one in which the statement stands."""
    signs: Signs
    must: bool
    """It is expected in the answer."""
    right: bool
    """It may be in the answer."""


def find_cases(asked: QuestionSet, name: str) -> Iterator[Case]:
    """All cases of a set of questions."""
    with TemporaryDirectory() as folder:
        desk = open_archive(Path(folder) / "archive.db", asked, by_hand=True)
        for question in asked.questions:
            answer = ask(desk, question, ALL)
            if answer and answer.reading.topic and not answer.unknown:
                signs = _read_signs(desk.store.db, answer.reading, question)
                statements = load_said(desk.store.db, signs, EVERYBODY)
                for each in statements:
                    yield _tell(asked, question, name, each, signs[each.id])
        desk.store.close()


def _read_signs(db: Database, reading: Reading, question: Question) -> dict[int, Signs]:
    """The signs of each statement that fits a question and is not reached more directly."""
    zone = question.now.tzinfo or UTC
    hits = collect_hits(db, reading, EVERYBODY, zone)
    conditions = find_conditions(db, reading, EVERYBODY, zone)
    if not all(conditions.matches):
        return {}
    rows, values = one_by_one(conditions)
    fitting = {hit.id for hit in collect(db, walk(conditions, rows, values))}
    fitting -= {hit.id for hit in hits if hit.near < len(NEARNESS)}
    articles = trace_articles(db, reading, EVERYBODY, {hit.article_id for hit in hits})
    return {number: signs for number, signs in weigh(db, articles) if number in fitting}


def _tell(
    asked: QuestionSet, question: Question, name: str, statement: Statement, signs: Signs
) -> Case:
    allowed = find_places(question.allowed, asked.articles)
    expected = find_places(question.expected, asked.articles) - allowed
    subjects = Counter(article for article, _ in sorted(expected or allowed))
    subject = subjects.most_common(1)[0][0] if subjects else question.text
    own = statement.article.url.rpartition("/")[2]
    place = find_place(statement, asked.articles)
    return Case(name, (subject, own), signs, place in expected, place in expected | allowed)


def fit(cases: Sequence[Case]) -> Numbers:
    """The bias and a weight for each sign: logistic regression, the weights held small."""
    kept = list(range(len(Signs._fields)))
    signs = np.array([case.signs for case in cases])
    spread = signs.std(axis=0) + 1e-9
    right = np.array([float(case.right) for case in cases])
    trust = np.array([(1.0 if case.of == OWN else TRUST) * _demand(case) for case in cases])
    while True:
        found = _solve(signs[:, kept] / spread[kept], right, trust)
        wrong = [n for n in range(len(kept)) if found[n + 1] < 0]
        if not wrong:
            break
        del kept[min(wrong, key=lambda n: float(found[n + 1]))]
    weights = np.zeros(len(Signs._fields) + 1)
    weights[0] = found[0]
    weights[[sign + 1 for sign in kept]] = found[1:] / spread[kept]
    return weights


def _demand(case: Case) -> float:
    return MAY if case.right and not case.must else 1.0


def _solve(signs: Numbers, right: Numbers, trust: Numbers) -> Numbers:
    """By Newton's method; the bias is not held."""
    rows = np.hstack([np.ones((len(signs), 1)), signs])
    pull = np.diag([0.0] + [PULL] * signs.shape[1])
    found = np.zeros(rows.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (trust * (likely - right)) + pull @ found
        bend = (rows * (trust * likely * (1 - likely))[:, None]).T @ rows + pull
        found -= np.linalg.solve(bend, slope)
    return found


def print_unseen(cases: Sequence[Case]) -> None:
    """How good weights are that were fitted without the articles."""
    tallies: dict[str, Counter[str]] = {}
    for part in range(PARTS):
        inside = [{_part(each) for each in case.articles} for case in cases]
        weights = fit([case for case, at in zip(cases, inside, strict=True) if part not in at])
        for case in cases:
            if _part(case.articles[0]) == part:
                tally = tallies.setdefault(case.of, Counter())
                shown = _likely(weights, case.signs) >= THRESHOLD
                tally["expected"] += case.must
                tally["found"] += case.must and shown
                tally["shown"] += shown
                tally["right"] += case.right and shown
    for name, tally in tallies.items():
        click.echo(f"{name}: {dict(tally)}")


def _part(article: str) -> int:
    return sha256(article.encode()).digest()[0] % PARTS


def _likely(weights: Numbers, signs: Signs) -> float:
    return float(1 / (1 + np.exp(-weights[0] - weights[1:] @ np.array(signs))))


def load_cases() -> Iterator[Case]:
    """From all that may be learned from."""
    own = load_own()
    read = [each for each in own.questions if not each.held]
    yield from find_cases(replace(own, questions=read), OWN)
    for folder in sorted((NEWSROOMS / "open").iterdir()):
        yield from find_cases(load_question_set(folder), folder.name)


@click.command()
def main() -> None:
    """Fit the weights, and say how good they are."""
    cases = list(load_cases())
    print_unseen(cases)
    bias, *weights = (round(float(each), 2) for each in fit(cases))
    thresholds = {"threshold": THRESHOLD, "threshold_of_speakers": THRESHOLD_OF_SPEAKERS}
    model = {**thresholds, "bias": bias, **dict(zip(Signs._fields, weights, strict=True))}
    WEIGHTS.write_text(json.dumps(model, indent=2) + "\n", "utf-8")
    click.echo(json.dumps(model))


if __name__ == "__main__":
    main()
