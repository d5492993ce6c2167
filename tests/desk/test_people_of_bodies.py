"""Whose words a question for a body or a role means, in news copy as onrecord itself reads it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.desk.answers import answer
from bot.language import analyse
from bot.settings import load_settings
from store import Store
from store.articles import save_report
from store.records import Article, Audience
from tests.archiving import PUBLISHED

STORIES = Path(__file__).with_name("stories_of_bodies.txt").read_text("utf-8").split("\n===\n")
OFFICIALS = {
    "Ruth Callan",
    "Ann Pike",
    "Bo Reese",
    "Nia Ford",
    "Priya Dunmore",
    "Bea Colley",
    "Hugh Lamb",
}
PUBLIC_BODIES = {"Riverton Borough Council", "National Dam Safety Board", "White House"}
DEPARTMENT = {"a senior official at the Department for Transport"}


@pytest.fixture(scope="module")
def newsroom(
    nlp: Language, empty_archive: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """A desk with the articles in its archive, as they were analysed."""
    store = Store(Path(shutil.copy(empty_archive, tmp_path_factory.mktemp("bodies"))))
    for number, text in enumerate(STORIES):
        article = Article(f"https://{number}.test", text, published=PUBLISHED)
        save_report(store.db, article, analyse(text, nlp), everybody=True)
    yield Desk(store, lambda: nlp, load_settings(onrecord_db=store.path))
    store.close()


def said_by(desk: Desk, question: str) -> set[str]:
    found = answer(desk, question, Audience(), now=PUBLISHED, limit=100)
    return {each.speaker.name for each in found.statements if each.speaker}


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        ("Marlow Rail", {"Marlow Rail", "Tessa Vane"}),
        ("the Passengers' Union", {"Passengers' Union", "Colin Rusk"}),
        ("Nordic Timber", {"Ola Berg"}),
        ("Vantage Paper", {"Rita Cole"}),
        ("Crumb & Daughters", {"Omar Lind", "a company spokeswoman"}),
        ("the National Union of Bakers", {"National Union of Bakers", "Pat Dole"}),
        (
            "Delmont Chemicals",
            {"Delmont Chemicals", "Lena Fry", "Simon Ash", "an engineer with the firm"},
        ),
        ("Riverton General Hospital", {"Anil Rao"}),
        ("Riverton Borough Council", {"Riverton Borough Council", "Joan Peet"}),
        ("Marsh Watch", {"Marsh Watch", "Imogen Hart"}),
        ("the Water Board", {"Hugh Lamb"}),
        ("the White House", {"White House", "Nia Ford"}),
        ("the NDSB", {"National Dam Safety Board"}),
        ("Ashgrove Homes", {"Iris Boon", "a spokesman for the firm"}),
        ("Halden Bank", {"Halden Bank", "Leo Marsh"}),
        ("the Department for Transport", DEPARTMENT | {"Priya Dunmore"}),
    ],
)
def test_a_body_speaks_through_those_whom_the_article_tells_to_be_its_own(
    newsroom: Desk, body: str, speakers: set[str]
) -> None:
    assert said_by(newsroom, f"what did {body} say") == speakers


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("what did the governor say", {"Ruth Callan"}),
        ("what did the governor and the mayor say", {"Ruth Callan", "Bea Colley"}),
        ("what did the judge say", {"Mr Justice Farrow", "Ann Pike"}),
        ("what did the fire chief say", {"Bo Reese"}),
        ("what did the transport secretary say", {"Priya Dunmore"}),
        ("what did the shadow transport secretary say", {"Alan Voss"}),
        ("what did senators say", {"Kay Brandt"}),
        ("what did midwives say", {"two midwives"}),
        ("what have officials said", OFFICIALS | DEPARTMENT | PUBLIC_BODIES),
    ],
)
def test_a_role_means_those_who_have_it_however_it_is_written(
    newsroom: Desk, question: str, speakers: set[str]
) -> None:
    assert said_by(newsroom, question) == speakers


def test_the_holder_of_an_office_is_known_where_an_article_gives_the_name_alone(
    newsroom: Desk,
) -> None:
    found = answer(
        newsroom, "what did the transport secretary say", Audience(), now=PUBLISHED, limit=100
    )
    assert "I did not build them," in [each.text for each in found.statements]
