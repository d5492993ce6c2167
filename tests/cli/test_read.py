"""`onrecord read`: a source becomes a report on the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunCommand
from tests.cli.stories import OTHER, STORY


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_file_is_shown_as_its_thread_would_show_it(
    onrecord_command: RunCommand, story: Path
) -> None:
    ending = onrecord_command("read", story)
    assert ending.code == 0
    assert ending.out.startswith("Harbour fees to double\n")
    assert "Helen Calloway · Mayor" in ending.out
    assert "┃ “We have not asked for a penny more since 2009" in ending.out
    assert "Automatic, check the source." in ending.out


def test_json_gives_offsets_into_the_articles_text(
    onrecord_command: RunCommand, story: Path
) -> None:
    shape = onrecord_command("read", "--json", story).json
    assert shape.keys() >= {"article", "attributions", "claims"}
    text = shape["article"]["text"]
    quote = next(a for a in shape["attributions"] if "a penny more" in a["text"])
    assert quote["kind"] == "direct"
    assert quote["speaker"]["name"] == "Helen Calloway"
    assert quote["text"] == "\n".join(text[start:end] for start, end in quote["content"])
    assert text[slice(*quote["source"])] == "Calloway"
    assert text[slice(*quote["cue"])] == "said"
    assert 0 <= quote["confidence"] <= 1
    for claim in shape["claims"]:
        assert text[slice(*claim["span"])] == claim["text"]
        assert 0 <= claim["check_worthiness"] <= 1
        assert claim.keys() >= {"claimer", "about"}
        for figure in claim["figures"]:
            assert text[slice(*figure["span"])] == figure["text"]
            assert figure.keys() >= {"value", "high", "unit", "bound"}
    assert any(claim["figures"] for claim in shape["claims"])


def test_a_dash_reads_standard_input(onrecord_command: RunCommand) -> None:
    shape = onrecord_command("read", "--json", "-", stdin=STORY.encode()).json
    assert shape["article"]["headline"] == "Harbour fees to double"


def test_one_source_that_fails_does_not_lose_the_others(
    onrecord_command: RunCommand, story: Path, tmp_path: Path
) -> None:
    other = tmp_path / "library.txt"
    other.write_text(OTHER, encoding="utf-8")
    ending = onrecord_command("read", "--json", story, "nowhere.txt", other)
    assert ending.code == 1
    headlines = [json.loads(line)["article"]["headline"] for line in ending.out.splitlines()]
    assert headlines == ["Harbour fees to double", "Library wins an extra day"]
    assert ending.err.startswith("nowhere.txt: There is no file nowhere.txt.")
    assert len(ending.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("empty.html", b"<html><body></body></html>"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("broken.pdf", b"%PDF-1.7 and nothing else"),
    ],
)
def test_what_holds_no_article_is_told_in_a_line_and_not_kept(
    onrecord_command: RunCommand, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    ending = onrecord_command("read", path)
    assert (ending.code, ending.out) == (1, "")
    assert len(ending.err.splitlines()) == 1
    assert "Traceback" not in ending.err
    assert onrecord_command("digest", "--json").json["reports"] == []


def test_an_inner_address_is_not_called(onrecord_command: RunCommand) -> None:
    ending = onrecord_command("read", "http://127.0.0.1:9/story")
    assert ending.code == 1
    assert len(ending.err.splitlines()) == 1


def test_a_source_is_needed(onrecord_command: RunCommand) -> None:
    ending = onrecord_command("read")
    assert ending.code == 2
    assert "SOURCE" in ending.err
