"""`onrecord extract`: one line for each source, and nothing is kept."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import RunCommand
from tests.reading.pages import HEADLINE, NEWS, PARAGRAPHS, article_page


def test_every_source_gives_a_line_and_a_bad_one_an_error(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(article_page(data=NEWS), "utf-8")
    done = onrecord_command("extract", page, tmp_path / "missing.html", "http://10.0.0.1/")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 1
    assert [line["id"] for line in lines] == ["page.html", "missing.html", "http://10.0.0.1/"]
    assert lines[0]["headline"] == HEADLINE
    assert lines[0]["text"].startswith(PARAGRAPHS[0])
    assert "inner addresses" in lines[2]["error"]
    assert len(done.err.splitlines()) == 2


def test_standard_input_is_a_source(onrecord_command: RunCommand) -> None:
    done = onrecord_command("extract", "-", stdin=article_page().encode())
    assert done.code == 0
    assert json.loads(done.out)["headline"] == HEADLINE
