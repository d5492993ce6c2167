"""`onrecord export`: the archive as a file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from store import Store
from tests.archiving import Said, save
from tests.cli.conftest import RunCommand


def fill(tmp_path: Path) -> None:
    store = Store(tmp_path / "archive.db")
    save(store.db, Said("Ada Holt", "sanctions are no answer"), Said("Bo Reed", "it is cold"))
    store.close()


def test_what_is_asked_for_is_printed(onrecord_command: RunCommand, tmp_path: Path) -> None:
    fill(tmp_path)
    ending = onrecord_command("export", "--about", "sanctions", "--format", "jsonl")
    assert (ending.code, ending.err) == (0, "")
    assert json.loads(ending.out)["speaker"] == "Ada Holt"


def test_a_file_is_written_in_the_format_of_its_name(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    fill(tmp_path)
    assert "2 lines written" in onrecord_command("export", "--output", "all.json").err
    assert len(json.loads((tmp_path / "all.json").read_text("utf-8"))) == 2
    onrecord_command("export", "--output", "all.csv", "--bom")
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["quote"] for row in csv.DictReader(file)] == [
            "sanctions are no answer",
            "it is cold",
        ]
    assert sorted(path.name for path in tmp_path.glob("all.*")) == ["all.csv", "all.json"]


def test_nothing_found_is_told_and_no_failure(onrecord_command: RunCommand) -> None:
    ending = onrecord_command("export", "--speaker", "Nobody")
    assert ending.code == 0
    assert ending.out.splitlines() == [ending.out.strip()]
    assert "nothing that fits" in ending.err


def test_a_folder_that_does_not_exist_is_told_in_words(onrecord_command: RunCommand) -> None:
    ending = onrecord_command("export", "--output", "nowhere/all.csv")
    assert ending.code == 1
    assert "nowhere/all.csv cannot be written: no such file or directory" in ending.err
