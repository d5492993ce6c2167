"""`onrecord analyse`: a JSON line for each text file, and nothing kept."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import RunCommand
from tests.cli.stories import OTHER, STORY


def test_each_file_gives_a_line_with_offsets_into_the_file_as_it_is(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    windows = ("[ad_1]\n" + STORY).replace("\n", "\r\n")
    (tmp_path / "harbour.txt").write_bytes(windows.encode())
    (tmp_path / "library.text").write_text(OTHER, encoding="utf-8")
    ending = onrecord_command("analyse", "harbour.txt", "library.text")
    assert ending.code == 0
    first, second = (json.loads(line) for line in ending.out.splitlines())
    assert (first["id"], second["id"]) == ("harbour", "library.text")
    quote = next(
        each
        for each in first["statements"]
        if "a penny more" in "".join(windows[s:e] for s, e in each["content"])
    )
    assert quote["kind"] == "direct"
    assert quote["speaker_name"] == "Helen Calloway"
    assert quote["speaker_role"] == "Mayor"
    assert windows[slice(*quote["speaker"])] == "Calloway"
    assert windows[slice(*quote["cue"])] == "said"
    assert quote["confidence"] > 0


def test_nothing_is_kept(onrecord_command: RunCommand, tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    onrecord_command("analyse", "harbour.txt")
    assert not (tmp_path / "archive.db").exists()


def test_a_file_that_is_not_utf8_is_named_and_the_others_are_analysed(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    (tmp_path / "old.txt").write_bytes("“Yes,” he said.".encode("cp1252"))
    (tmp_path / "library.txt").write_text(OTHER, encoding="utf-8")
    ending = onrecord_command("analyse", "old.txt", "missing.txt", "library.txt")
    assert ending.code == 1
    assert [json.loads(line)["id"] for line in ending.out.splitlines()] == ["library"]
    old, missing = ending.err.splitlines()
    assert old.startswith("old.txt: The text is not UTF-8 (byte 0).")
    assert missing.startswith("missing.txt: The file cannot be read (no such file or directory).")


def test_an_empty_file_has_no_statements(onrecord_command: RunCommand, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert onrecord_command("analyse", "empty.txt").json == {"id": "empty", "statements": []}


def test_a_missing_model_is_told_with_what_to_do(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / ".env").write_text("ONRECORD_MODEL=no_such_model\n", encoding="utf-8")
    ending = onrecord_command("analyse", "harbour.txt")
    assert ending.code == 1
    assert "no_such_model" in ending.err
    assert len(ending.err.splitlines()) == 1
