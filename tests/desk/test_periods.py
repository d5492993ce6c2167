from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.desk.periods import Period, find_period

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 23, 16, tzinfo=LONDON)


def days(since: str, until: str) -> Period:
    return Period(
        date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None
    )


PERIODS = {
    "today": days("2026-11-23", "2026-11-23"),
    "this morning": days("2026-11-23", "2026-11-23"),
    "yesterday": days("2026-11-22", "2026-11-22"),
    "the day before yesterday": days("2026-11-21", "2026-11-21"),
    "overnight": days("2026-11-22", "2026-11-23"),
    "this week": days("2026-11-23", "2026-11-23"),
    "last week": days("2026-11-16", "2026-11-22"),
    "in the past week": days("2026-11-16", "2026-11-23"),
    "over the weekend": days("2026-11-21", "2026-11-22"),
    "last weekend": days("2026-11-21", "2026-11-22"),
    "this month": days("2026-11-01", "2026-11-23"),
    "last month": days("2026-10-01", "2026-10-31"),
    "last quarter": days("2026-07-01", "2026-09-30"),
    "last year": days("2025-01-01", "2025-12-31"),
    "in the last 10 days": days("2026-11-13", "2026-11-23"),
    "last two weeks": days("2026-11-09", "2026-11-23"),
    "over the past few months": days("2026-08-23", "2026-11-23"),
    "in the last 24 hours": days("2026-11-22", "2026-11-23"),
    "in early March": days("2026-03-01", "2026-03-10"),
    "in mid-November": days("2026-11-11", "2026-11-20"),
    "at the end of October 2025": days("2025-10-21", "2025-10-31"),
    "since the start of the year": days("2026-01-01", ""),
    "earlier this month": days("2026-11-01", "2026-11-23"),
    "in spring": days("2026-03-01", "2026-05-31"),
    "last winter": days("2025-12-01", "2026-02-28"),
    "in the fall of 2025": days("2025-09-01", "2025-11-30"),
    "in Q3": days("2026-07-01", "2026-09-30"),
    "in the second quarter of 2025": days("2025-04-01", "2025-06-30"),
    "in the second half of 2025": days("2025-07-01", "2025-12-31"),
    "the other day": days("2026-11-16", "2026-11-23"),
    "ahead of Christmas": days("", "2025-12-24"),
    "in the run-up to Christmas": days("2025-11-27", "2025-12-24"),
    "the week before last": days("2026-11-09", "2026-11-15"),
    "June to August": days("2026-06-01", "2026-08-31"),
    "in September and October": days("2026-09-01", "2026-10-31"),
    "from Friday to Monday": days("2026-11-20", "2026-11-23"),
    "2025": days("2025-01-01", "2025-12-31"),
    "since Monday": days("2026-11-16", ""),
    "since Friday": days("2026-11-20", ""),
    "since last Tuesday": days("2026-11-17", ""),
    "since yesterday": days("2026-11-22", ""),
    "since Jan. 5": days("2026-01-05", ""),
    "since March": days("2026-03-01", ""),
    "since December": days("2025-12-01", ""),
    "since 2023": days("2023-01-01", ""),
    "since two weeks ago": days("2026-11-09", ""),
    "from Monday onwards": days("2026-11-16", ""),
    "from March on": days("2026-03-01", ""),
    "from March": days("2026-03-01", "2026-03-31"),
    "from last week": days("2026-11-16", "2026-11-22"),
    "after 5 March": days("2026-03-06", ""),
    "before March": days("", "2026-02-28"),
    "until last Friday": days("", "2026-11-20"),
    "up to 31 January 2023": days("", "2023-01-31"),
    "on Thursday": days("2026-11-19", "2026-11-19"),
    "on 20 January 2023": days("2023-01-20", "2023-01-20"),
    "on January 20th, 2023": days("2023-01-20", "2023-01-20"),
    "on 2023-01-20": days("2023-01-20", "2023-01-20"),
    "in March": days("2026-03-01", "2026-03-31"),
    "in June last year": days("2025-06-01", "2025-06-30"),
    "since Christmas": days("2025-12-25", ""),
    "before Easter 2024": days("", "2024-03-30"),
    "on Halloween": days("2026-10-31", "2026-10-31"),
    "on New Year's Eve": days("2025-12-31", "2025-12-31"),
    "in November": days("2026-11-01", "2026-11-30"),
    "in december": days("2025-12-01", "2025-12-31"),
    "in Feb 2024": days("2024-02-01", "2024-02-29"),
    "in 2023": days("2023-01-01", "2023-12-31"),
    "the week of 4 March": days("2026-03-02", "2026-03-08"),
    "in the week beginning 4 March": days("2026-03-04", "2026-03-10"),
    "the week ending March 8": days("2026-03-02", "2026-03-08"),
    "through March": days("", "2026-03-31"),
    "from 1 March up to 5 March": days("2026-03-01", "2026-03-05"),
    "two weeks ago": days("2026-11-09", "2026-11-09"),
    "between 1 and 5 March": days("2026-03-01", "2026-03-05"),
    "between 1 March and 5 April 2024": days("2024-03-01", "2024-04-05"),
    "between March and May": days("2026-03-01", "2026-05-31"),
    "between 20 December and 5 January": days("2025-12-20", "2026-01-05"),
    "from Monday to Wednesday": days("2026-11-16", "2026-11-18"),
    "from January to March 2023": days("2023-01-01", "2023-03-31"),
    "this past week": days("2026-11-16", "2026-11-23"),
    "between Tuesday and Thursday last week": days("2026-11-17", "2026-11-19"),
    "Tuesday to Thursday last week": days("2026-11-17", "2026-11-19"),
    "from before 10 October": days("", "2026-10-09"),
    "(last two weeks)": days("2026-11-09", "2026-11-23"),
    "on Weds": days("2026-11-18", "2026-11-18"),
    "Thursday/Friday": days("2026-11-19", "2026-11-20"),
    "Sunday 1 March - Thursday 5 March": days("2026-03-01", "2026-03-05"),
    "as early as October": days("2026-10-01", "2026-10-31"),
    "towards the end of October": days("2026-10-21", "2026-10-31"),
    "in the first days of October": days("2026-10-01", "2026-10-03"),
    "less than two weeks ago": days("2026-11-09", "2026-11-23"),
    "at least two weeks ago": days("", "2026-11-09"),
    "last week or later": days("2026-11-16", ""),
    "on Friday or before": days("", "2026-11-20"),
    "beginning 10 October": days("2026-10-10", ""),
    "shortly before Friday": days("", "2026-11-19"),
    "right after the vote on Friday": days("2026-11-20", ""),
    "at Friday's hearing": days("2026-11-20", "2026-11-20"),
    "during last week's budget debate": days("2026-11-16", "2026-11-22"),
    "at any time in March": days("2026-03-01", "2026-03-31"),
    "throughout October": days("2026-10-01", "2026-10-31"),
    "over the course of last week": days("2026-11-16", "2026-11-22"),
    "in the month of October": days("2026-10-01", "2026-10-31"),
    "all year": days("2026-01-01", "2026-11-23"),
    "earlier in the month": days("2026-11-01", "2026-11-23"),
    "first thing this morning": days("2026-11-23", "2026-11-23"),
    "late on Thursday": days("2026-11-19", "2026-11-19"),
    "on Friday night": days("2026-11-20", "2026-11-20"),
    "Friday evening": days("2026-11-20", "2026-11-20"),
    "early last month": days("2026-10-01", "2026-10-10"),
    "late last week": days("2026-11-19", "2026-11-22"),
    "at the end of last year": days("2025-08-31", "2025-12-31"),
    "in the first week of October": days("2026-10-01", "2026-10-07"),
    "in the last week of October": days("2026-10-25", "2026-10-31"),
    "in the second half of October": days("2026-10-16", "2026-10-31"),
    "the first three days of October": days("2026-10-01", "2026-10-03"),
    "in the last quarter of 2025": days("2025-10-01", "2025-12-31"),
    "in the 2010s": days("2010-01-01", "2019-12-31"),
    "this time last year": days("2025-11-09", "2025-12-07"),
    "these past few days": days("2026-11-20", "2026-11-23"),
    "this past weekend": days("2026-11-21", "2026-11-22"),
    "in recent weeks": days("2026-10-12", "2026-11-23"),
    "in the last two or three days": days("2026-11-20", "2026-11-23"),
    "in the last thirty days": days("2026-10-24", "2026-11-23"),
    "two weeks back": days("2026-11-09", "2026-11-09"),
    "in the past month or so": days("2026-10-23", "2026-11-23"),
    "around 10 October": days("2026-10-08", "2026-10-12"),
    "about a week ago": days("2026-11-14", "2026-11-18"),
    "prior to 10 October": days("", "2026-10-09"),
    "pre-2025": days("", "2024-12-31"),
    "following 10 October": days("2026-10-11", ""),
    "from Friday till now": days("2026-11-20", ""),
    "since the new year": days("2026-01-01", ""),
    "since lunchtime": days("2026-11-23", ""),
    "since 9am": days("2026-11-23", ""),
    "in the week to 15 October": days("2026-10-09", "2026-10-15"),
    "in the week before 10 October": days("2026-10-03", "2026-10-09"),
    "in the days after 10 October": days("2026-10-11", "2026-10-17"),
    "two days before 10 October": days("2026-10-08", "2026-10-08"),
    "the day after Christmas": days("2025-12-26", "2025-12-26"),
    "between October 3 and 10": days("2026-10-03", "2026-10-10"),
    "this week or last": days("2026-11-16", "2026-11-23"),
    "on both Thursday and Friday": days("2026-11-19", "2026-11-20"),
    "in '24": days("2024-01-01", "2024-12-31"),
    "on Thursday last week": days("2026-11-19", "2026-11-19"),
    "a week last Friday": days("2026-11-13", "2026-11-13"),
    "the Friday before last": days("2026-11-13", "2026-11-13"),
    "the weekend before last": days("2026-11-14", "2026-11-15"),
    "on Friday the 13th": days("2026-11-13", "2026-11-13"),
    "on 10/03/2026": days("2026-03-10", "2026-03-10"),
    "on 3/25/2026": days("2026-03-25", "2026-03-25"),
    "before the vote on 10 October": days("", "2026-10-09"),
    "before the 10 October vote": days("", "2026-10-09"),
    "before Friday's vote": days("", "2026-11-19"),
    "since the summit last week": days("2026-11-16", ""),
    "after the collapse of the dam on Thursday": days("2026-11-19", ""),
    "since he resigned in October": days("2026-10-01", ""),
    "since Roe's speech on Thursday": days("2026-11-19", ""),
    "the day after the vote on 10 October": days("2026-10-11", "2026-10-11"),
    "in the run-up to the vote on 10 October": days("", "2026-10-09"),
}


@pytest.mark.parametrize("words", PERIODS)
def test_a_time_is_read_and_taken_out_of_the_question(words: str) -> None:
    assert find_period(f"who said what about oil {words}", MONDAY) == (
        "who said what about oil",
        PERIODS[words],
    )


@pytest.mark.parametrize(
    "question",
    [
        "who said what about the march",
        "what did May say",
        "Kirby on Sunday trading",
        "anything from Kirby on sanctions",
        "who said what about the 2024 election",
        '"since Monday" club',
        "what did August Wilson say",
        "between the lines",
        "on 31 February",
        "quotes on Black Friday",
        "the protest march",
        "who said what about the last resort",
        "in 20234",
        "who said what about the 6 January riot",
        "who said what about the early May bank holiday",
        "who said what about the weekend working row",
        "what did Kirby say about post-Brexit trade",
        "who said what about life after the war",
        "who said what about the first week of term",
    ],
)
def test_what_is_no_time_stays_in_the_question(question: str) -> None:
    assert find_period(question, MONDAY) == (question, Period())


def test_what_happened_yesterday_is_spoken_of_since() -> None:
    assert find_period("who said what about yesterday's vote", MONDAY) == (
        "who said what about the vote",
        days("2026-11-22", ""),
    )


def test_the_committee_before_which_somebody_speaks_is_no_time() -> None:
    _, period = find_period("what did Kirby say before the committee on Friday", MONDAY)
    assert period == days("2026-11-20", "2026-11-20")


@pytest.mark.parametrize(
    ("words", "since"), [("March", "2026-03-01"), ("2025", "2025-01-01"), ("October", "2026-10-01")]
)
def test_a_month_or_a_year_before_quotes_is_a_time(words: str, since: str) -> None:
    rest, period = find_period(f"{words} quotes from Kirby", MONDAY)
    assert (rest, period.since) == ("quotes from Kirby", date.fromisoformat(since))


def test_an_american_writes_the_month_first() -> None:
    new_york = MONDAY.astimezone(ZoneInfo("America/New_York"))
    assert find_period("on 10/03/2026", new_york)[1] == days("2026-10-03", "2026-10-03")


def test_today_is_the_asker_s() -> None:
    evening = datetime(2026, 11, 22, 20, tzinfo=ZoneInfo("America/New_York"))
    assert find_period("today", evening)[1] == days("2026-11-22", "2026-11-22")
    assert find_period("today", evening.astimezone(LONDON))[1] == days("2026-11-23", "2026-11-23")


def test_the_weekend_is_this_one_on_its_days_and_the_last_one_after_it() -> None:
    sunday = datetime(2026, 11, 22, 16, tzinfo=LONDON)
    assert find_period("this weekend", sunday)[1] == days("2026-11-21", "2026-11-22")
    assert find_period("last weekend", sunday)[1] == days("2026-11-14", "2026-11-15")


def test_days_that_have_begun_and_not_ended_are_this_year_s() -> None:
    asked = datetime(2026, 3, 7, tzinfo=LONDON)
    assert find_period("between 5 and 10 March", asked)[1] == days("2026-03-05", "2026-03-10")
    assert find_period("from 28 February to 9 March", asked)[1] == days("2026-02-28", "2026-03-09")
    assert find_period("between 8 and 10 March", asked)[1] == days("2025-03-08", "2025-03-10")


def test_a_month_that_has_not_ended_is_the_present_one() -> None:
    assert find_period("in March", datetime(2026, 3, 5, tzinfo=LONDON))[1] == days(
        "2026-03-01", "2026-03-31"
    )
    assert find_period("last March", datetime(2026, 3, 5, tzinfo=LONDON))[1] == days(
        "2025-03-01", "2025-03-31"
    )
