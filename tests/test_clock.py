"""The clock posts what is due, once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.desk.desks import ManyDesks, OneDesk
from bot.desk.schedules import Due, schedule_of, set_schedule, wanted_schedules
from bot.scheduling import Clock
from bot.settings import load_settings
from store import Store
from store.schedules import save_schedule
from store.workspace import Schedule
from tests.archiving import Said, count_parts, save

NOW = datetime.now(UTC)
DUE = Schedule(
    "T1", "C1", f"{NOW - timedelta(minutes=2):%H:%M}", "UTC", "mon,tue,wed,thu,fri,sat,sun"
)


def keep_in(posted: list[Due]) -> Callable[[Desk, Due], None]:
    return lambda _desk, due: posted.append(due)


def no_language() -> Language:
    raise AssertionError("a digest needs no language model")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    settings = load_settings(onrecord_db=tmp_path / "onrecord.db")
    store = Store(settings.onrecord_db)
    yield Desk(store, no_language, settings)
    store.close()


def test_a_digest_is_posted_once_however_often_the_clock_strikes(desk: Desk) -> None:
    posted: list[Due] = []
    save_schedule(desk.store.db, DUE)
    clock = Clock(OneDesk(desk), keep_in(posted), lambda _error: False)
    clock.strike()
    clock.strike("T1", "C1")
    Clock(OneDesk(desk), keep_in(posted), lambda _error: False).strike()
    assert [due.schedule.channel for due in posted] == ["C1"]


def test_a_digest_that_slack_may_have_taken_is_not_posted_again(desk: Desk) -> None:
    attempts: list[Due] = []

    def fail(_desk: Desk, due: Due) -> None:
        attempts.append(due)
        raise TimeoutError("no answer")

    save_schedule(desk.store.db, DUE)
    clock = Clock(OneDesk(desk), fail, lambda _error: False)
    clock.strike()
    clock.strike()
    assert len(attempts) == 1


def test_a_time_that_is_set_now_begins_with_the_next_one(desk: Desk) -> None:
    posted: list[Due] = []
    set_schedule(desk, DUE, now=NOW)
    Clock(OneDesk(desk), keep_in(posted), lambda _error: False).strike()
    assert posted == []
    assert [schedule.at for schedule in wanted_schedules(desk)] == [DUE.at]


def test_a_channel_without_a_schedule_would_get_the_newsrooms_own(desk: Desk) -> None:
    schedule = schedule_of(desk, "T1", "C2")
    assert (schedule.at, schedule.zone, schedule.enabled) == ("08:00", "UTC", False)


def test_each_workspaces_digest_is_written_from_its_own_archive(tmp_path: Path) -> None:
    settings = load_settings(onrecord_db=tmp_path / "main.db")
    posted: list[tuple[str, str]] = []
    with closing(ManyDesks(settings, no_language, lambda _team: True)) as desks:
        for team in ("T1", "T2"):
            save_schedule(desks.of(team).store.db, replace(DUE, team=team))
        clock = Clock(
            desks,
            lambda desk, due: posted.append((desk.store.path.stem, due.schedule.team)),
            lambda _error: False,
        )
        clock.strike("T2", "C1")
        clock.strike()
    assert posted == [("T2", "T2"), ("T1", "T1")]


def test_the_clock_deletes_what_is_older_than_the_setting_in_every_workspace(
    tmp_path: Path,
) -> None:
    settings = load_settings(onrecord_db=tmp_path / "main.db", onrecord_keep="30d")
    with closing(ManyDesks(settings, no_language, lambda _team: True)) as desks:
        for team in ("T1", "T2"):
            for days in (31, 29):
                said, url = Said("Ada Holt", f"{days}"), f"https://news.test/{days}"
                db = desks.of(team).store.db
                save(db, said, url=url, now=NOW - timedelta(days=days))
        clock = Clock(desks, print, lambda _error: False)
        clock.start()
        deadline = time.monotonic() + 10
        while len(urls_in(desks)) > len(KEPT) and time.monotonic() < deadline:
            time.sleep(0.01)
        clock.stop()
        assert urls_in(desks) == KEPT


def test_the_clock_merges_an_index_that_lies_in_many_parts(tmp_path: Path) -> None:
    settings = load_settings(onrecord_db=tmp_path / "main.db")
    with closing(ManyDesks(settings, no_language, lambda _team: True)) as desks:
        db = desks.of("T1").store.db
        db.execute("INSERT INTO attributions_fts (attributions_fts, rank) VALUES ('automerge', 0)")
        for number in range(6):
            save(db, Said("Ada Holt", f"{number}"), url=f"https://news.test/{number}", now=NOW)
        assert count_parts(db) == 6
        clock = Clock(desks, print, lambda _error: False)
        clock.start()
        deadline = time.monotonic() + 10
        while count_parts(db) > 1 and time.monotonic() < deadline:
            time.sleep(0.01)
        clock.stop()
        assert count_parts(db) == 1


KEPT = ["https://news.test/29", "https://news.test/29"]


def urls_in(desks: ManyDesks) -> list[str]:
    return [row["url"] for desk in desks.existing() for row in desk.store.db["articles"].rows]
