from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlite_utils import Database

from store.records import Reading
from store.threads import KEPT, Asked, last_asked, save_asked
from store.workspace import Thread

NOW = datetime(2026, 3, 11, 9, tzinfo=UTC)
HERE = Thread("T1", "C1", "1.1")
READING = Reading("oil", since=date(2026, 3, 1), and_about=("gas",), verb="deny")


def test_the_last_question_of_a_thread_is_kept_whole(db: Database) -> None:
    save_asked(db, HERE, Asked(Reading("before"), 3, begun=True), now=NOW)
    save_asked(db, HERE, Asked(READING, 10, begun=True), now=NOW)
    assert last_asked(db, HERE, since=NOW) == Asked(READING, 10, begun=True)


def test_a_thread_has_no_other_ones_question(db: Database) -> None:
    save_asked(db, HERE, Asked(READING, 10, begun=True), now=NOW)
    for elsewhere in (Thread("T2", "C1", "1.1"), Thread("T1", "C2", "1.1"), Thread("T1", "C1")):
        assert last_asked(db, elsewhere, since=NOW) is None


def test_what_is_old_is_forgotten(db: Database) -> None:
    save_asked(db, HERE, Asked(READING, 10, begun=True), now=NOW)
    assert last_asked(db, HERE, since=NOW + timedelta(minutes=1)) is None
    later = NOW + KEPT + timedelta(days=1)
    save_asked(db, Thread("T1", "C9"), Asked(READING, 0, begun=False), now=later)
    assert last_asked(db, HERE, since=NOW) is None
