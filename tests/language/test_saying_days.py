"""A statement has the day that the words around it tell, not that of what it is about."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from spacy.language import Language

from bot.language import analyse

_RULED = "A court ruled on Tuesday that it was no strike."
WEDNESDAY = datetime(2026, 3, 18, 16, tzinfo=UTC)


def days_of(nlp: Language, text: str, published: datetime = WEDNESDAY) -> list[str | None]:
    """The day of every statement."""
    found = analyse(text, nlp, published=published).attributions
    return [each.said_on.isoformat() if each.said_on else None for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe told the Post last March that the mill was safe.", "2025-03-01"),
        ("Roe told the Post last summer that the mill was safe.", "2025-06-01"),
        ("Roe told the Post in the summer of 2021 that the mill was safe.", "2021-06-01"),
        ("Roe said a fortnight ago that the mill was safe.", "2026-03-04"),
        ("Roe said a couple of weeks ago that the mill was safe.", "2026-03-04"),
        ("Roe said several years ago that the mill was safe.", "2022-01-01"),
        ("Roe said on Tuesday of last week that the mill was safe.", "2026-03-10"),
        ("Roe told reporters on Wednesday, Feb. 4, that the mill was safe.", "2026-02-04"),
        ("Roe said on the 7th of March that the mill was safe.", "2026-03-07"),
        ("As recently as Tuesday, Roe had said the mill was safe.", "2026-03-17"),
        ("Roe said at the weekend that the mill was safe.", "2026-03-14"),
        ("Over the weekend, Roe said that the mill was safe.", "2026-03-14"),
        ("Roe said earlier in the week that the mill was safe.", "2026-03-16"),
        ("The day before, Roe had said the mill was safe.", "2026-03-17"),
    ],
)
def test_an_earlier_day_is_told_in_many_words(nlp: Language, text: str, expected: str) -> None:
    assert days_of(nlp, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a 2022 debate, Roe promised to cut taxes.", "2022-01-01"),
        ("Roe said during her 2022 campaign that taxes would fall.", "2022-01-01"),
        ("In her 2020 memoir, Roe wrote that the deal was a mistake.", "2020-01-01"),
        ("A 2023 report by engineers found that the roof was sound.", "2023-01-01"),
        ("As a candidate in 2023, Roe said the mill was safe.", "2023-01-01"),
        ("When she ran in 2022, Roe promised to cut taxes.", "2022-01-01"),
        ("Speaking in January, Roe said the mill was safe.", "2026-01-01"),
        ("Asked about it in January, Roe said the mill was safe.", "2026-01-01"),
        ("Roe was quoted in May as saying the mill was safe.", "2025-05-01"),
        ("In a letter sent in March 2024, Roe said the mill was safe.", "2024-03-01"),
        ("A report released last week found that the mill was safe.", "2026-03-09"),
        ("The board sued Roe Mills on Monday, saying it had lied to investors.", "2026-03-16"),
        ("Roe was arrested on Monday and told police that she was innocent.", "2026-03-16"),
    ],
)
def test_an_occasion_has_the_day_of_what_is_said_on_it(
    nlp: Language, text: str, expected: str
) -> None:
    assert days_of(nlp, text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Roe said in a report on the fire of March 2019 that it was arson.",
        "Commenting on the fire in March, Roe said it was arson.",
        "Elected in 2019, Roe said the mill was safe.",
        "Roe joined the board in 2019 and said the mill was safe.",
        "Roe, mayor since March 2019, said the mill was safe.",
        "Roe, in her last year in office, said the mill was safe.",
        "Theresa May said the mill was safe.",
        "Roe told the Sun that the mill was safe.",
        "Roe told the Today programme that the mill was safe.",
        "Roe told ITV’s This Morning that the mill was safe.",
        "Roe said the law that passed in 2019 was unfair.",
        "Roe said the mill would close in 2030.",
    ],
)
def test_the_day_of_something_else_is_not_the_statement_s(nlp: Language, text: str) -> None:
    assert set(days_of(nlp, text)) == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a speech in 2022 Roe vowed to leave. She said the mill was lost.", "2022-01-01"),
        ("On Sunday, Roe said it was safe. “I live here,” she said.", "2026-03-15"),
        ("In December Roe had said it was safe. She said that it was not.", None),
        ("As a candidate in 2022, Roe promised lower taxes. She now says they must rise.", None),
        ("In 2022 Roe said it was safe.\n\nShe said the mill was lost.", None),
        ("In 2022 Roe said it was safe. Lund said the mill was lost.", None),
        ("Tom Lund told the Post in May that Ann Roe was ill. She said she was well.", None),
        ("Roe said on Sunday that it was safe. “I live here,” Roe told the Post.", "2026-03-15"),
        ("On Sunday Ann Roe had told a fair it was safe. “I live here,” she said.", "2026-03-15"),
        ("In May Ann Roe had said it leaked and she was asked why. “It is old,” she said.", None),
        ("Roe, who said a week ago that it was safe, has left. “I am ill,” he said.", None),
        (
            "A senior official said on Sunday it was safe. The official said it was new.",
            "2026-03-15",
        ),
        ("The mayor, Ann Roe, said in May it was safe. The mayor now says it is not.", None),
        ("Ann Roe said on Sunday it was safe. Roe added that it was new.", "2026-03-15"),
        ("Ann Roe said on Sunday it was safe. Roe went on to say it was new.", "2026-03-15"),
        ("Ann Roe said on Sunday it was safe. Lund added that it was new.", None),
    ],
)
def test_who_goes_on_goes_on_in_the_same_time(
    nlp: Language, text: str, expected: str | None
) -> None:
    assert days_of(nlp, text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city sold the land in 2019. At the time, Roe said it was a bargain.", "2019-01-01"),
        ("The city sold the land in 2019.\n\n“It is cheap,” Roe said at the time.", "2019-01-01"),
        ("Roe said it was a bargain at the time of the sale.", None),
        ("The city fell in May 2019. In a speech that month, Roe said it stood.", "2019-05-01"),
        ("The city fell on 4 May 2019. Later that year Roe said it stood.", "2019-01-01"),
        ("The city fell in June. The same month, Roe told the Post it stood.", "2025-06-01"),
        ("The city fell in 2019. Roe said profits that year were poor.", None),
    ],
)
def test_at_the_time_is_the_day_told_before(nlp: Language, text: str, expected: str | None) -> None:
    assert days_of(nlp, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned on 2 March. Roe said the next day that it was old.", "2026-03-03"),
        ("The mill burned on 2 March. On the following morning Roe said it was.", "2026-03-03"),
        ("The mill burned on Friday. Two days later Roe said it was old.", "2026-03-15"),
        ("Lund said on Monday it was old. Roe said the same day that it was not.", "2026-03-16"),
        ("The mill burned on Monday. That evening Roe said it was old.", "2026-03-16"),
        ("The mill will open on May 1. Roe said the next day that it was old.", None),
    ],
)
def test_the_next_day_is_reckoned_from_the_day_told_before(
    nlp: Language, text: str, expected: str | None
) -> None:
    assert days_of(nlp, text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Roe was questioned on Monday about the mill. She said it was safe.", "2026-03-16"),
        ("Ann Roe met mayors on Monday. “We will wait,” she told them.", "2026-03-16"),
        ("Ann Roe had struck a softer tone on Monday. “We will wait,” she said.", "2026-03-16"),
        ("Ann Roe resigned on Monday. “I was wrong,” she said.", None),
        ("Ann Roe met mayors on Monday. She now says she will wait.", None),
        ("Ann Roe met mayors on Monday.\n\n“We will wait,” she said.", None),
        ("Tom Lund met mayors on Monday. Ann Roe said it was safe.", None),
        ("Ann Roe met mayors in 2024. “We will wait,” she said.", None),
    ],
)
def test_what_is_said_in_a_scene_has_its_day(
    nlp: Language, text: str, expected: str | None
) -> None:
    assert days_of(nlp, text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire came a day after Ann Roe warned that the mill was old.", "2026-03-17"),
        ("Tom Lund quit on Monday, two days after Ann Roe said he had lied.", "2026-03-14"),
        ("Tom Lund quit a week after the minister accused him of lying.", "2026-03-11"),
        ("Tom Lund quit after Ann Roe said he had lied.", None),
    ],
)
def test_what_came_a_day_after_it_tells_its_day(
    nlp: Language, text: str, expected: str | None
) -> None:
    assert days_of(nlp, text)[-1] == expected


def test_what_tells_of_the_day_itself_too_was_not_said_the_day_before(nlp: Language) -> None:
    text = f"{_RULED} Lund said it was right. Roe said on Wednesday that it was not."
    evening = WEDNESDAY.replace(hour=20)
    assert days_of(nlp, text, evening)[1:] == [None, "2026-03-18"]


def test_what_is_quoted_from_a_paper_has_its_day(nlp: Language) -> None:
    text = "The lawyer put a 2019 email on the screen. “Burn the files,” Roe wrote."
    assert days_of(nlp, text) == ["2019-01-01"]


def test_what_was_told_of_in_january_was_said_by_then(nlp: Language) -> None:
    text = "In January Roe said that Dr. Lund had warned him that the mill was unsafe."
    assert days_of(nlp, text) == ["2026-01-01", "2026-01-01"]


@pytest.mark.parametrize(
    ("text", "hour", "expected"),
    [
        ("The crowd that choked the streets yesterday was big. Lund said it was.", 6, "2026-03-17"),
        ("Talks go on. Roe said on Tuesday that it was safe. Lund said it was.", 6, "2026-03-17"),
        ("The board met on Tuesday. Lund said it was right.", 14, None),
        (f"Nurses quit on Wednesday. {_RULED} Lund said it was right.", 20, None),
    ],
)
def test_a_paper_of_the_morning_tells_of_the_day_before(
    nlp: Language, text: str, hour: int, expected: str | None
) -> None:
    published = WEDNESDAY.replace(hour=hour)
    assert days_of(nlp, text, published)[-1] == expected
