"""The day of saying is what the cue's own words say, reckoned from the publication date."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from spacy.language import Language

from bot.language import analyse
from bot.language.dates import resolve_date
from bot.language.relations import Relation
from bot.language.saying_days import find_saying_date

FRIDAY = date(2022, 12, 23)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thursday", date(2022, 12, 22)),
        ("Friday", date(2022, 12, 23)),
        ("last Friday", date(2022, 12, 16)),
        ("Sunday night", date(2022, 12, 18)),
        ("yesterday", date(2022, 12, 22)),
        ("today", date(2022, 12, 23)),
        ("last month", date(2022, 11, 1)),
        ("Early last month", date(2022, 11, 1)),
        ("this week", date(2022, 12, 19)),
        ("in October", date(2022, 10, 1)),
        ("in March 2019", date(2019, 3, 1)),
        ("in 2003", date(2003, 1, 1)),
        ("Dec. 5", date(2022, 12, 5)),
        ("5 December", date(2022, 12, 5)),
        ("December 30", date(2021, 12, 30)),
        ("14 June 2020", date(2020, 6, 14)),
        ("three days ago", date(2022, 12, 20)),
        ("a month ago", date(2022, 11, 1)),
        ("February 31", None),
    ],
)
def test_words_become_a_date(words: str, expected: date | None) -> None:
    assert resolve_date(words, FRIDAY) == expected


def test_without_a_publication_date_words_stay_words() -> None:
    assert resolve_date("Thursday", None) is None
    assert resolve_date("14 June 2020", None) == date(2020, 6, 14)


def _relation(text: str, cue: str, content: str) -> Relation:
    start = text.index(content)
    at = text.index(cue)
    return Relation(
        kind="indirect",
        content=((start, start + len(content)),),
        source=None,
        cue=(at, at + len(cue)),
        sentence=(0, len(text)),
    )


SAYINGS = [
    ("“The mill is closed,” he said Thursday.", "said", "The mill is closed", "Thursday"),
    ("On Monday, Holm said the mill was closed.", "said", "the mill was closed", "Monday"),
    ("Holm said in a statement Tuesday that it was shut.", "said", "it was shut", "Tuesday"),
    ("Holm said the mill would close on Friday.", "said", "the mill would close on Friday", ""),
    ("Holm, who was hired in May, said it was shut.", "said", "it was shut", ""),
    ("Holm said it was shut.", "said", "it was shut", ""),
    ("Holm told police after his arrest in 2019 that it was shut.", "told", "it was shut", "2019"),
    ("Holm told police after the war in 2019 that it was shut.", "told", "it was shut", ""),
]


@pytest.mark.parametrize(("text", "cue", "content", "words"), SAYINGS)
def test_only_words_that_belong_to_the_cue_count(
    nlp: Language, text: str, cue: str, content: str, words: str
) -> None:
    assert find_saying_date(nlp(text), _relation(text, cue, content), FRIDAY)[1] == words


@pytest.mark.parametrize(
    ("opening", "expected"),
    [("yesterday", date(2022, 12, 22)), ("today", None), ("in 2003", None)],
)
def test_an_article_that_opens_with_yesterday_tells_all_of_it_from_then(
    nlp: Language, opening: str, expected: date | None
) -> None:
    text = f"Ada Roe said {opening} that the bridge was safe. Lund denied that it was old."
    *_, last = analyse(text, nlp, published=FRIDAY).attributions
    assert last.said_on == expected
    assert last.said_on_words == ""


@pytest.mark.parametrize(
    ("opening", "hour", "expected"),
    [
        ("The board voted to close the bridge on Thursday night.", 6, date(2022, 12, 22)),
        ("The board voted to close the bridge on Thursday night.", 18, None),
        ("The board voted on Friday to close the bridge.", 6, None),
        ("FORT HARLAN — The board voted 4-3 on Thursday to close it.", 6, date(2022, 12, 22)),
        ("The bridge that was hit on Thursday is closed.", 6, None),
    ],
)
def test_what_a_morning_s_paper_tells_of_the_day_before_was_said_then(
    nlp: Language, opening: str, hour: int, expected: date | None
) -> None:
    published = datetime(2022, 12, 23, hour, tzinfo=UTC)
    *_, said = analyse(f"{opening} Lund denied it was old.", nlp, published=published).attributions
    assert said.said_on == expected
