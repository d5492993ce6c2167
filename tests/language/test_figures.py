"""Figures are found, and come to what a reader would make of them."""

from __future__ import annotations

import pytest

from bot.language.figures import find_figures

FIGURES = [
    ("About 40,000 of the recruits", 40_000, "", "about"),
    ("an estimated 50,000 fighters", 50_000, "fighters", "about"),
    ("spends more than $100 million per month", 100_000_000, "$ per month", "more than"),
    ("about 1,000 people", 1_000, "people", "about"),
    ("prices rose 4.5 percent", 4.5, "%", "exactly"),
    ("rose by 12 per cent", 12, "%", "exactly"),
    ("fell 3%", 3, "%", "exactly"),
    ("£3.2bn a year", 3_200_000_000, "£ per year", "exactly"),
    ("€40m", 40_000_000, "€", "exactly"),
    ("at least twenty-five houses", 25, "houses", "at least"),
    ("fewer than six hundred seats", 600, "seats", "less than"),
    ("up to 90 days", 90, "days", "at most"),
    ("two-thirds of voters", 0.6667, "", "exactly"),
    ("half of them", 0.5, "", "exactly"),
    ("a quarter of the budget", 0.25, "", "exactly"),
    ("hundreds of homes", 100, "", "at least"),
    ("tens of thousands of people", 10_000, "", "at least"),
    ("nearly two dozen towns", 24, "towns", "about"),
    ("5 million dollars", 5_000_000, "$", "exactly"),
    ("1.5 million tonnes", 1_500_000, "tonnes", "exactly"),
    ("1.2m people", 1_200_000, "people", "exactly"),
    ("half a million people", 500_000, "people", "exactly"),
    ("a quarter of a million dollars", 250_000, "$", "exactly"),
    ("two hundred and ten thousand homes", 210_000, "homes", "exactly"),
    ("two and a half years", 2.5, "years", "exactly"),
    ("3 1/2 years", 3.5, "years", "exactly"),
    ("several hundred people", 300, "people", "about"),
    ("a couple of hundred people", 200, "people", "about"),
    ("scores of people", 20, "", "at least"),
    ("nearly two-thirds of them", 0.6667, "", "about"),
    ("one in five children", 0.2, "children", "exactly"),
    ("nine out of 10 doctors", 0.9, "doctors", "exactly"),
    ("twice the price", 2, "times", "exactly"),
    ("a threefold rise", 3, "times", "exactly"),
    ("sales doubled", 2, "times", "exactly"),
    ("won 3-1", 3, "to 1", "exactly"),
    ("a vote of 217-213", 217, "to 213", "exactly"),
    ("5ft 10in", 5.8333, "ft", "exactly"),
    ("42 C", 42, "°C", "exactly"),
    ("minus 5 degrees", -5, "degrees", "exactly"),
    ("10 percentage points", 10, "percentage points", "exactly"),
    ("25 basis points", 25, "basis points", "exactly"),
    ("95mph", 95, "mph", "exactly"),
    ("3,000 sq ft", 3_000, "sq ft", "exactly"),
    ("the 100m final", 100, "m", "exactly"),
    ("a 34-year-old man", 34, "years old", "exactly"),
    ("Ada Holt, 34, said", 34, "years old", "exactly"),
    ("no fewer than 20 boats", 20, "boats", "at least"),
    ("no more than 20 boats", 20, "boats", "at most"),
    ("as many as 300 boats", 300, "boats", "at most"),
    ("well over 100 boats", 100, "boats", "more than"),
    ("just under 40%", 40, "%", "less than"),
    ("40,000 or more", 40_000, "", "at least"),
    ("50+ boats", 50, "boats", "at least"),
    ("40 deaths per 100,000 people", 40, "deaths per 100,000 people", "exactly"),
    ("$5-a-day", 5, "$ per day", "exactly"),
    ("3 million barrels a day", 3_000_000, "barrels per day", "exactly"),
    ("40 people a month ago", 40, "people", "exactly"),
]


@pytest.mark.parametrize(("text", "value", "unit", "bound"), FIGURES)
def test_a_figure_has_its_value_unit_and_bound(
    text: str, value: float, unit: str, bound: str
) -> None:
    figure = find_figures(text)[0]
    assert (figure.value, figure.unit, figure.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 10 and 20 boats", 10, 20),
        ("3 to 4 million people", 3_000_000, 4_000_000),
        ("5-7 years", 5, 7),
        ("$2 million to $3 million", 2_000_000, 3_000_000),
        ("at between $40 million and $45 million", 40_000_000, 45_000_000),
        ("between 3% and 5%", 3, 5),
        ("two or three days", 2, 3),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float) -> None:
    figure = find_figures(text)[0]
    assert (figure.value, figure.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "in 1999 the mill closed",
        "on Sept. 11 they met",
        "on 5 March they met",
        "at 10:30 the doors open",
        "at 9 a.m. sharp",
        "no one knows",
        "one of the mills",
        "the B52 and the A380",
        "from 2010 to 2015",
        "in the 1990s",
        "the third time, the 3rd of May",
        "call 555-1234 or +44 20 7946 0958",
        "a Boeing 737 on Route 66",
        "No 10 Downing Street",
        "it was 9/11, 24/7",
        "in the second half",
        "at half past noon",
        "over 65s and under 16s",
        "",
    ],
)
def test_dates_times_pronouns_telephones_and_names_are_no_figures(text: str) -> None:
    assert find_figures(text) == ()


def test_the_span_holds_the_words_of_the_figure() -> None:
    text = "The mill lost more than $100 million per month on wool."
    (figure,) = find_figures(text)
    assert text[slice(*figure.span)] == "more than $100 million per month"
