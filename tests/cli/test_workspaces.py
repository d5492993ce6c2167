"""The archives of a bot that serves many workspaces, from the command line."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from store import Store
from tests.archiving import Said, save
from tests.cli.conftest import RunCommand


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """Two workspaces; each had one article read."""
    folder = tmp_path / "archive.workspaces"
    for team, name in (("T1", "Ada Holt"), ("T2", "Bo Lind")):
        with closing(Store(folder / f"{team}.db")) as store:
            save(store.db, Said(name, "The bridge is shut."))
    return folder


@pytest.mark.parametrize(
    "command", [("ask", "who said what about the bridge"), ("export",), ("people",), ("archive",)]
)
def test_a_command_asks_which_workspace_is_meant(
    onrecord_command: RunCommand, command: tuple[str, ...]
) -> None:
    ending = onrecord_command(*command)
    assert ending.code == 1
    assert "T1, T2" in ending.err
    assert "--workspace T1" in ending.err


def test_a_workspace_is_chosen_before_or_after_the_commands_name(
    onrecord_command: RunCommand,
) -> None:
    after = onrecord_command("export", "--workspace", "T1")
    assert "Ada Holt" in after.out
    assert "Bo Lind" not in after.out
    assert onrecord_command("--workspace", "T1", "export").out == after.out


def test_a_file_that_is_named_is_taken_as_it_is(onrecord_command: RunCommand, folder: Path) -> None:
    assert "Bo Lind" in onrecord_command("export", "--db", folder / "T2.db").out


@pytest.mark.parametrize("team", ["T3", "../archive", "t1"])
def test_a_workspace_that_has_no_archive_is_not_made_one(
    onrecord_command: RunCommand, folder: Path, team: str
) -> None:
    ending = onrecord_command("read", "--workspace", team, "-", stdin=b"Some words.")
    assert ending.code == 1
    assert "There are: T1, T2." in ending.err
    assert sorted(path.name for path in folder.parent.rglob("*.db")) == ["T1.db", "T2.db"]


def test_forgetting_somebody_in_one_workspace_leaves_the_other_as_it_was(
    onrecord_command: RunCommand,
) -> None:
    before = onrecord_command("export", "--workspace", "T2").out
    done = onrecord_command("forget", "--workspace", "T1", "Ada Holt", "--yes")
    assert done.code == 0
    assert "Ada Holt" not in onrecord_command("export", "--workspace", "T1").out
    assert onrecord_command("export", "--workspace", "T2").out == before


def test_the_doctor_counts_the_archives_of_all(onrecord_command: RunCommand) -> None:
    assert "workspaces: 2, articles in it: 2" in onrecord_command("doctor").out
