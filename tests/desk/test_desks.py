"""A desk for each workspace: whose archive it opens, and what becomes of that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from bot.desk.desks import ManyDesks
from bot.errors import NotInstalledError, StoreError
from bot.settings import load_settings
from store import Store
from tests.archiving import Said, save
from tests.desk.conftest import no_language


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[ManyDesks]:
    settings = load_settings(onrecord_db=tmp_path / "main.db", onrecord_uninstall="delete")
    with closing(ManyDesks(settings, no_language, {"T1", "T2"}.__contains__)) as desks:
        yield desks


def files(desks: ManyDesks) -> list[str]:
    folder = desks.settings.onrecord_db.with_name("main.workspaces")
    return sorted(path.name for path in folder.glob("*"))


def test_a_workspace_sees_nothing_of_another(desks: ManyDesks) -> None:
    save(desks.of("T1").store.db, Said("Ada Holt", "The bridge is shut."))
    assert desks.of("T1").store.db["articles"].count == 1
    assert desks.of("T2").store.db["articles"].count == 0


@pytest.mark.parametrize("team", ["../T1", "", "t1", "T1/T2", "T1.db", "T" * 40])
def test_what_is_no_workspaces_id_names_no_file(desks: ManyDesks, team: str) -> None:
    with pytest.raises(StoreError, match="no id of a workspace"):
        desks.of(team)


def test_no_archive_is_made_where_the_app_is_not_installed(desks: ManyDesks) -> None:
    with pytest.raises(NotInstalledError):
        desks.of("T3")
    assert files(desks) == []


def test_an_archive_that_was_kept_is_there_again_for_the_clock(desks: ManyDesks) -> None:
    """As after a restart: the app was removed in T3, and its archive kept."""
    with closing(Store(desks.settings.onrecord_db.with_name("main.workspaces") / "T3.db")):
        pass
    desks.of("T1")
    assert [desk.store.path.stem for desk in desks.existing()] == ["T1", "T3"]
    assert [desk.store.path.stem for desk in desks.existing("T3")] == ["T3"]
    assert list(desks.existing("T2")) == []


def test_a_removed_workspace_leaves_no_file_and_touches_no_other(desks: ManyDesks) -> None:
    for team in ("T1", "T2"):
        save(desks.of(team).store.db, Said("Ada Holt", "The bridge is shut."))
    desks.forget("T1")
    assert not [name for name in files(desks) if name.startswith("T1")]
    assert desks.of("T2").store.db["articles"].count == 1
    assert desks.of("T1").store.db["articles"].count == 0


def test_who_is_at_work_in_a_deleted_archive_learns_it_and_writes_no_new_one(
    desks: ManyDesks,
) -> None:
    desk = desks.of("T1")
    thread = Thread(target=desks.forget, args=["T1"])
    thread.start()
    thread.join()
    with pytest.raises(StoreError, match="was deleted"):
        save(desk.store.db, Said("Ada Holt", "The bridge is shut."))
    assert files(desks) == []


def test_a_thread_holds_the_files_of_one_workspace_at_a_time(desks: ManyDesks) -> None:
    first, second = desks.of("T1").store, desks.of("T2").store
    held = first.db
    assert desks.of("T2").store.db is second.db
    assert desks.of("T1").store.db is not held
