from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.desk.schedules import find_due, read_schedule
from bot.errors import QuestionError
from bot.scheduling import build_trigger
from store.workspace import Schedule

WEEKDAYS = Schedule("T1", "C1", "08:00", "Europe/London")
MONDAY = datetime(2026, 11, 23, 8, 0, 30, tzinfo=UTC)


def test_a_digest_is_due_at_its_time_and_covers_the_time_since_the_one_before() -> None:
    due = find_due(WEEKDAYS, MONDAY)
    assert due is not None
    assert due.until == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert due.since == datetime(2026, 11, 20, 8, tzinfo=UTC)  # Friday's


@pytest.mark.parametrize(
    ("schedule", "now"),
    [
        (WEEKDAYS, MONDAY - timedelta(minutes=1)),
        (WEEKDAYS, MONDAY + timedelta(hours=2)),
        (WEEKDAYS, MONDAY - timedelta(days=1)),
        (replace(WEEKDAYS, enabled=False), MONDAY),
        (replace(WEEKDAYS, last_sent=datetime(2026, 11, 23, 8, tzinfo=UTC)), MONDAY),
        (replace(WEEKDAYS, zone="Europe/Berlin"), MONDAY + timedelta(minutes=1)),
    ],
    ids=["too early", "too late", "Sunday", "off", "sent", "an hour ago in Berlin"],
)
def test_no_digest_is_due(schedule: Schedule, now: datetime) -> None:
    assert find_due(schedule, now) is None


def test_a_digest_keeps_its_local_time_when_the_clocks_change() -> None:
    daily = replace(WEEKDAYS, days="mon,tue,wed,thu,fri,sat,sun")
    for day, hour in ((24, 8), (25, 8)):  # London leaves summer time on 25 October 2026
        local = datetime(2026, 10, day, hour - (day == 24), 0, 5, tzinfo=UTC)
        due = find_due(daily, local)
        assert due is not None
        assert due.until == local.replace(second=0)


def test_the_clock_strikes_at_the_local_time() -> None:
    trigger = build_trigger(WEEKDAYS)
    summer = trigger.get_next_fire_time(None, datetime(2026, 7, 18, 12, tzinfo=UTC))
    winter = trigger.get_next_fire_time(None, MONDAY)
    assert summer.astimezone(UTC) == datetime(2026, 7, 20, 7, tzinfo=UTC)
    assert winter.astimezone(UTC) == datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "at", "zone"),
    [
        ("8:05", "08:05", "Europe/London"),
        ("07.30 America/New_York", "07:30", "America/New_York"),
        ("23:59 america/new york", "23:59", "America/New_York"),
        ("6:00 utc", "06:00", "UTC"),
    ],
)
def test_a_time_is_read_as_people_write_it(words: str, at: str, zone: str) -> None:
    schedule = read_schedule(words, replace(WEEKDAYS, enabled=False))
    assert (schedule.at, schedule.zone, schedule.enabled) == (at, zone, True)


@pytest.mark.parametrize("words", ["", "noon", "25:00", "08:60", "08:00 Mars/Olympus"])
def test_a_time_that_is_none_is_refused_with_an_example(words: str) -> None:
    with pytest.raises(QuestionError, match="08:00 Europe/London"):
        read_schedule(words, WEEKDAYS)
