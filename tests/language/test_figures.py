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
    ("5 million dollars", 5_000_000, "dollars", "exactly"),
    ("1.5 million tonnes", 1_500_000, "tonnes", "exactly"),
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
        "",
    ],
)
def test_dates_times_and_pronouns_are_no_figures(text: str) -> None:
    assert find_figures(text) == ()


def test_the_span_holds_the_words_of_the_figure() -> None:
    text = "The mill lost more than $100 million per month on wool."
    (figure,) = find_figures(text)
    assert text[slice(*figure.span)] == "more than $100 million per month"
