"""Questions with the statements that answer them, as `questions.txt` beside this file has them.

    ? a question                      > a question that follows the one before, in its thread
    @ 2026-03-07 09:00 Europe/London  when the next question is asked, and where
    = article: words | by NAME | all  statements that must be in the answer
    ~ article: words | ...            statements that may be, even if "all" are expected: a reader
                                      could take them either way
    ! nothing PART                    the answer is empty, for this part of the question

The file `question_articles.txt` beside them has what each article is given, a line each:

    NAME | paper | published, in UTC | day of what was said | headline

The day is that of all statements whose own words tell no other ("told MPs in January").

Words are a distinctive piece of what was marked by hand; "by NAME, indirect" are those of one kind.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.articles.gold import FOLDER as ARTICLES
from tests.articles.gold import GoldArticle, GoldAttribution, load_article

FOLDER = Path(__file__).parent
ASKED_AT = datetime(2026, 3, 18, 16, tzinfo=ZoneInfo("Europe/London"))
"""A Wednesday; where a question does not say otherwise."""
HELD_PART = 3
"""One question in so many is held back from those who write rules."""
Place = tuple[str, int]
"""A statement: the article's name, and which of those marked in it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article is given, as its file holds the text alone."""

    publisher: str
    published: datetime
    said_on: date
    headline: str


@dataclass(slots=True)
class Question:
    """A question and what ought to answer it."""

    text: str
    now: datetime
    section: str
    before: tuple[str, ...] = ()
    """The questions that it follows in its thread."""
    expected: list[str] = field(default_factory=list)
    """Lines such as `bridge: golf courses | by Brubaker`."""
    allowed: list[str] = field(default_factory=list)
    nothing: str = ""
    """Which part fails; empty if there is an answer."""

    @property
    def held(self) -> bool:
        """Whether it is measured only; questions of one thread are held together."""
        first = (*self.before, self.text)[0]
        return hashlib.sha256(first.encode()).digest()[0] % HELD_PART == 0


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions, and the articles that they are put to."""

    questions: list[Question]
    settings: dict[str, Setting]
    articles: dict[str, GoldArticle]


def load_own() -> QuestionSet:
    """The questions about our open articles."""
    return load_question_set(FOLDER, ARTICLES)


def load_question_set(folder: Path, articles: Path | None = None) -> QuestionSet:
    """The questions of a folder, with the articles of another one or the same.

    Raises:
        OSError: a file is missing.
    """
    settings = load_settings(folder)
    texts = {name: load_article((articles or folder) / f"{name}.txt") for name in settings}
    return QuestionSet(load_questions(folder), settings, texts)


def load_settings(folder: Path) -> dict[str, Setting]:
    """Paper, time and headline of each article."""
    lines = (folder / "question_articles.txt").read_text("utf-8").splitlines()
    settings = {}
    for line in lines:
        if not line.startswith("#"):
            name, publisher, published, said_on, headline = map(str.strip, line.split("|"))
            moment = datetime.fromisoformat(published).replace(tzinfo=UTC)
            settings[name] = Setting(publisher, moment, date.fromisoformat(said_on), headline)
    return settings


def load_questions(folder: Path) -> list[Question]:
    """All questions, in order."""
    questions: list[Question] = []
    section, now = "", ASKED_AT
    for line in (folder / "questions.txt").read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        match mark:
            case "##":
                section = rest
            case "@":
                day, time, zone = rest.split()
                now = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(zone))
            case "?":
                questions.append(Question(rest, now, section))
                now = ASKED_AT
            case ">":
                last = questions[-1]
                questions.append(Question(rest, last.now, section, (*last.before, last.text)))
            case "=":
                questions[-1].expected.append(rest)
            case "~":
                questions[-1].allowed.append(rest)
            case "!":
                questions[-1].nothing = rest.split()[1]
    return questions


def find_places(lines: list[str], articles: dict[str, GoldArticle]) -> set[Place]:
    """The marked statements that the lines mean.

    Raises:
        ValueError: a piece is in none of the article's statements.
    """
    places = set()
    for line in lines:
        name, _, pieces = line.partition(":")
        for piece in pieces.split("|"):
            found = {(name, number) for number in _find(articles[name], piece.strip())}
            if not found:
                raise ValueError(f"{name}: no statement has {piece.strip()!r}")
            places |= found
    return places


def _find(article: GoldArticle, piece: str) -> Iterator[int]:
    for number, gold in enumerate(article.attributions):
        if gold.standing == "stated" and _is_meant(gold, words_of(article, gold), piece):
            yield number


def _is_meant(gold: GoldAttribution, words: str, piece: str) -> bool:
    if piece == "all":
        return True
    if piece.startswith("by "):
        name, _, kind = piece[3:].partition(", ")
        return gold.speaker.name.endswith(name) and kind in ("", gold.kind)
    return piece in words


def words_of(article: GoldArticle, gold: GoldAttribution) -> str:
    """What was said, in one line."""
    return " ".join(" ".join(article.text[slice(*span)] for span in gold.content).split())
