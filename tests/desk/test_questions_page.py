"""The page on questions: every example on it is read as it says."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.blocks.readings import describe_reading
from bot.desk.follow_ups import refine
from bot.desk.questions import read_question, understand
from store.names import Known
from store.records import Reading

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
NOW = datetime(2026, 11, 23, 16, tzinfo=ZoneInfo("Europe/London"))
PEOPLE = frozenset({"kirby", "cleverly"})
KNOWN = Known(PEOPLE | {"eu", "wagner group"}, PEOPLE, PEOPLE | {"eu"})
UNKNOWN, GOING_ON = "## What the archive does not know", "## Going on"


def _examples(part: str) -> list[tuple[str, str]]:
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", part, re.MULTILINE)
    return [row for row in rows if row[0] != "question"]


_TEXT = PAGE.read_text("utf-8")
_PLAIN, _REST = _TEXT.split(UNKNOWN)
_UNKNOWN, _GOING_ON = _REST.split(GOING_ON)


def _describe(reading: Reading) -> str:
    return "".join(part.to_dict()["text"] for part in describe_reading(reading))


@pytest.mark.parametrize(("question", "shown"), _examples(_PLAIN))
def test_a_question_of_the_page_is_read_as_it_says(question: str, shown: str) -> None:
    assert _describe(read_question(question, NOW, KNOWN)) == shown


@pytest.mark.parametrize(("question", "unknown"), _examples(_UNKNOWN))
def test_what_no_archive_holds_is_known_to_be_so(question: str, unknown: str) -> None:
    assert understand(question, NOW, KNOWN).unknown == unknown


@pytest.mark.parametrize(("question", "shown"), _examples(_GOING_ON))
def test_a_question_that_goes_on_is_read_as_the_page_says(question: str, shown: str) -> None:
    before = read_question("what has Kirby said about oil in March", NOW, KNOWN)
    reading = refine(before, question, NOW, KNOWN)
    assert reading is not None
    assert _describe(reading) == shown
