from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.errors import StoreError
from store import Store
from store.articles import load_report, save_report
from store.database import saving
from store.events import remember_event
from store.records import Audience, Reading
from store.statements import Part, search_statements
from tests.archiving import READ, Said, Story, save


def test_threads_that_save_at_the_same_time_lose_nothing(store: Store) -> None:
    def save_one(number: int) -> int:
        said = Said("Ada Holt", f"the bridge has {number} lanes")
        story = Story((said,), url=f"https://news.test/{number}", names={"Ada Holt": "person"})
        return save_report(store.db, *story.write(), now=READ)

    with ThreadPoolExecutor(8) as threads:
        ids = list(threads.map(save_one, range(80)))
    assert len(set(ids)) == 80
    assert store.db.table("attributions").count == 80
    assert store.db.table("entities").count == 1


def test_a_question_waits_for_no_writer_and_sees_only_what_is_complete(store: Store) -> None:
    save(store.db, Said("Ada Holt", "the bridge is open"), url="https://a.test")
    found: list[int] = []

    def ask() -> None:
        page = search_statements(store.db, Reading(topic="bridge"), Audience(), Part())
        found.append(page.total)

    with saving(store.db):
        save(store.db, Said("Ada Holt", "the bridge is shut"), url="https://b.test")
        reader = threading.Thread(target=ask)
        reader.start()
        reader.join(timeout=5)
        assert found == [1]
    ask()
    assert found == [1, 2]


def test_answers_stay_right_while_articles_are_saved(store: Store) -> None:
    done = threading.Event()
    wrong: list[object] = []

    def ask() -> None:
        while not done.is_set():
            page = search_statements(store.db, Reading(topic="bridge"), Audience(), Part(100))
            texts = [each.text for each in page.statements]
            if len(texts) % 2 or page.total != len(texts):  # two come with each article
                wrong.append(texts)

    readers = [threading.Thread(target=ask) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(15):
        said = (Said("Ada Holt", f"bridge {number}"), Said("Ben Moor", f"no bridge {number}"))
        save(store.db, *said, url=f"https://{number}.test")
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert search_statements(store.db, Reading(topic="bridge"), Audience(), Part()).total == 30


def test_two_programs_may_open_a_new_archive_at_the_same_moment(tmp_path: Path) -> None:
    with ThreadPoolExecutor(6) as threads:
        stores = list(threads.map(lambda _: Store(tmp_path / "new.db"), range(6)))
    assert {tuple(store.db.table_names()) for store in stores} == {
        tuple(stores[0].db.table_names())
    }
    for store in stores:
        store.close()


def test_each_thread_has_its_own_connection_and_close_closes_all(store: Store) -> None:
    held: list[Database] = [store.db]
    thread = threading.Thread(target=lambda: held.append(store.db))
    thread.start()
    thread.join()
    assert held[0] is store.db
    assert held[1] is not held[0]
    store.close()
    for db in held:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            db.execute("SELECT 1")


def test_connections_of_ended_threads_do_not_pile_up(store: Store) -> None:
    for _ in range(20):
        thread = threading.Thread(target=lambda: store.db)
        thread.start()
        thread.join()
    assert len(store._open) <= 2  # noqa: SLF001  # nothing else shows what is held open


def test_the_archive_outlives_the_program(tmp_path: Path) -> None:
    store = Store(tmp_path / "folder" / "archive.db")
    article_id = save(store.db, Said("Ada Holt", "the bridge is open"))
    store.close()
    again = Store(tmp_path / "folder" / "archive.db")
    assert load_report(again.db, article_id).article.headline == "Harbour bridge"
    again.close()


def test_the_database_checks_types_and_references(db: Database) -> None:
    assert db.journal_mode == "wal"
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.execute("PRAGMA busy_timeout").fetchone()[0] >= 10_000
    ours = [
        table
        for table in db.tables
        if not table.name.startswith(("_", "sqlite_")) and "_fts" not in table.name
    ]
    assert [table.name for table in ours if not table.strict] == []
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO mentions (entity_id, attribution_id, how) VALUES (7, 7, 'words')")


def test_an_archive_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "archive.db")
    store.db.table("_sqlite_migrations").insert(
        {"migration_set": "onrecord", "name": "999_future", "applied_at": "2030-01-01"}
    )
    store.close()
    with pytest.raises(StoreError, match="newer version"):
        Store(tmp_path / "archive.db")


def test_what_is_no_archive_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database, but long enough to look at " * 50)
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "notes.txt")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be made"):
        Store(tmp_path / "file" / "archive.db")


def test_what_sqlite_says_reaches_people_in_plain_words(db: Database) -> None:
    db.execute("DROP TABLE events")
    with pytest.raises(StoreError) as caught:
        remember_event(db, "E1", now=READ)
    assert caught.value.message.startswith("The archive could not be used")
    assert caught.value.hint
