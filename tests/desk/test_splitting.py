"""An archive that workspaces shared becomes a file for each, and loses nothing on the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.desk import splitting
from bot.desk.splitting import split_archive
from store import Store
from store.changes import Author, Change
from store.corrections import all_corrections, save_correction
from store.records import Speaker
from store.schedules import list_schedules, save_schedule
from store.workspace import Schedule
from tests.archiving import READ, Said, save, share

BOTH, OURS, THEIRS, OPEN = (
    f"https://news.test/{name}" for name in ("both", "ours", "theirs", "open")
)


@pytest.fixture
def main(tmp_path: Path) -> Path:
    """Articles of T1, of T2, of both, and one that was read on the command line."""
    path = tmp_path / "main.db"
    with closing(Store(path)) as store:
        db = store.db
        for url, teams in ((BOTH, ("T1", "T2")), (OURS, ("T1",)), (THEIRS, ("T2",)), (OPEN, ())):
            said = Said("Ada Holt", f"All of {url} is so.")
            article = save(db, said, url=url, everybody=not teams)
            for team in teams:
                share(db, article, "C1", private=False, team=team)
        for team in ("T1", "T2"):
            save_schedule(db, Schedule(team, "C1", "08:00", "UTC"))
        db.execute("CREATE TABLE slack_bots (team_id TEXT, bot_token TEXT)")
        db.execute("INSERT INTO slack_bots VALUES ('T1', 'xoxb-1'), ('T2', 'xoxb-2')")
        db.conn.commit()
    return path


@contextmanager
def opened(main: Path, team: str) -> Iterator[Database]:
    with closing(Store(main.with_name("main.workspaces") / f"{team}.db")) as store:
        yield store.db


def urls(db: Database) -> set[str]:
    return {row[0] for row in db.execute("SELECT url FROM articles")}


def assert_divided(main: Path) -> None:
    for team, own in (("T1", OURS), ("T2", THEIRS)):
        with opened(main, team) as db:
            assert urls(db) == {own, BOTH, OPEN}
            assert {row[0] for row in db.execute("SELECT team FROM shares")} == {team}
            assert [schedule.team for schedule in list_schedules(db)] == [team]
    with closing(Store(main)) as store:
        assert urls(store.db) == {OPEN}
        assert store.db.execute("SELECT count(*) FROM shares").fetchone() == (0,)


def test_each_workspace_gets_its_own_and_what_everybody_may_see(main: Path) -> None:
    split_archive(main)
    assert_divided(main)


def test_nothing_of_a_workspace_can_be_read_in_another_ones_file(main: Path) -> None:
    split_archive(main)
    whole = (main.with_name("main.workspaces") / "T1.db").read_bytes()
    assert THEIRS.encode() not in whole
    assert b"xoxb" not in whole
    assert OURS.encode() not in main.read_bytes()
    with closing(sqlite3.connect(main)) as db:
        assert db.execute("SELECT count(*) FROM slack_bots").fetchone() == (2,)


def test_a_correction_stays_where_it_was_made(main: Path) -> None:
    with closing(Store(main)) as store:
        row = store.db.execute(
            "SELECT attributions.id FROM attributions JOIN articles ON articles.id = article_id"
            " WHERE url = ?",
            [BOTH],
        ).fetchone()
        change = Change(speaker=Speaker("Ida Quay"))
        save_correction(store.db, row[0], change, Author("Jo", "U1", "T1", "C1"), now=READ)
    split_archive(main)
    with opened(main, "T1") as db:
        assert [each.by.team for each in all_corrections(db)] == ["T1"]
        assert "Ida Quay" in speakers(db)
    with opened(main, "T2") as db:
        assert all_corrections(db) == []
        assert speakers(db) == {"Ada Holt"}


def speakers(db: Database) -> set[str]:
    return {row[0] for row in db.execute("SELECT speaker_name FROM attributions")}


@pytest.mark.parametrize("step", ["copy_archive", "keep_only", "shrink"])
@pytest.mark.parametrize("call", [1, 2, 3])
def test_after_a_crash_the_next_start_goes_on(
    main: Path, monkeypatch: pytest.MonkeyPatch, step: str, call: int
) -> None:
    calls, real = [0], getattr(splitting, step)

    def crash(*given: object, **named: object) -> None:
        calls[0] += 1
        if calls[0] == call:
            raise KeyboardInterrupt
        real(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr(splitting, step, crash)
        with suppress(KeyboardInterrupt):
            split_archive(main)
    split_archive(main)
    assert_divided(main)


def test_a_second_start_changes_nothing(main: Path) -> None:
    split_archive(main)
    with opened(main, "T1") as db:
        save(db, Said("Bo Lind", "It rains."), url="https://news.test/later")
    split_archive(main)
    with opened(main, "T1") as db:
        assert "https://news.test/later" in urls(db)


def test_what_a_workspaces_own_archive_lacks_stays_in_the_main_file(
    main: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As when the bot served only T1, by token and in the main file, for a while."""
    split_archive(main)
    with closing(Store(main)) as store:
        said = Said("Bo Lind", "It rains.")
        article = save(store.db, said, url="https://x.test", everybody=False)
        share(store.db, article, "C1", private=False, team="T1")
    split_archive(main)
    with closing(Store(main)) as store:
        assert "https://x.test" in urls(store.db)
    assert "1 links of the workspace T1" in caplog.text


def test_an_archive_without_workspaces_is_left_alone(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "main.db")) as store:
        save(store.db, Said("Bo Lind", "It rains."))
        split_archive(tmp_path / "main.db")
        assert store.db["articles"].count == 1
    assert not (tmp_path / "main.workspaces").exists()
