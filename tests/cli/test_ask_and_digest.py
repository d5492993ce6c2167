"""`onrecord ask` and `onrecord digest`: answers from what was read."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from bot.cli import onrecord
from bot.cli.archive import read_moment
from bot.errors import QuestionError
from tests.cli.conftest import RunCommand
from tests.cli.stories import OTHER, STORY

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    for name, text in (("harbour.txt", STORY), ("library.txt", OTHER)):
        (folder / name).write_text(text, encoding="utf-8")
    sources = [str(folder / "harbour.txt"), str(folder / "library.txt")]
    done = CliRunner().invoke(onrecord, ["--db", str(folder / "archive.db"), "read", *sources])
    assert done.exit_code == 0, done.output
    return folder / "archive.db"


@pytest.fixture
def reading_room(onrecord_command: RunCommand, archive: Path, tmp_path: Path) -> RunCommand:
    shutil.copy(archive, tmp_path / "archive.db")
    return onrecord_command


def test_a_question_is_answered_with_its_reading_first(reading_room: RunCommand) -> None:
    ending = reading_room("ask", "what has Tom Barrow said")
    assert ending.code == 0
    assert ending.out.startswith("By Tom Barrow · ")
    assert "Twice nothing is still nothing" in ending.out


def test_the_answer_as_json_has_the_promised_shape(reading_room: RunCommand) -> None:
    shape = reading_room("ask", "--json", "what has Helen Calloway said").json
    assert shape["question"] == "what has Helen Calloway said"
    reading = {"topic", "and_about", "speaker", "role", "outlet", "since", "until", "kind"}
    reading |= {"verb", "not_by"}
    assert shape["reading"].keys() == reading
    assert shape["total"] == len(shape["answers"])
    quote = next(each for each in shape["answers"] if "a penny more" in each["text"])
    assert quote["kind"] == "direct"
    assert quote["speaker"]["name"] == "Helen Calloway"
    assert quote["article"].keys() == {"headline", "publisher", "url", "published"}
    assert quote["article"]["headline"] == "Harbour fees to double"
    assert quote["link"] is None


def test_the_limit_limits_what_is_shown_but_not_what_is_counted(reading_room: RunCommand) -> None:
    shape = reading_room("ask", "--json", "--limit", "1", "what has Helen Calloway said").json
    assert len(shape["answers"]) == 1
    assert shape["total"] > 1


def test_nothing_found_says_so_and_is_no_failure(reading_room: RunCommand) -> None:
    ending = reading_room("ask", "who said what about Pter Vnce")
    assert ending.code == 0
    assert "Nothing on record" in ending.out
    assert "Peter Vance" in ending.out


def test_nothing_found_is_told_as_json_with_what_failed(reading_room: RunCommand) -> None:
    shape = reading_room("ask", "--json", "what did Helen Calloway say about zeppelins").json
    assert (shape["total"], shape["missing"], shape["unknown"]) == (0, "topic", None)
    assert "what did Helen Calloway say" in [each["question"] for each in shape["instead"]]
    unknown = reading_room("ask", "--json", "what did women say about the harbour").json
    assert (unknown["missing"], unknown["unknown"]) == (
        "unknown",
        "whether a speaker is a woman or a man",
    )


def test_the_database_can_be_named_before_or_after_the_command(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    (tmp_path / "library.txt").write_text(OTHER, encoding="utf-8")
    assert onrecord_command("--db", "one.db", "read", "library.txt").code == 0
    assert (tmp_path / "one.db").exists()
    question = ("ask", "--json", "what has Peter Vance said")
    assert onrecord_command(*question, "--db", "one.db").json["total"] > 0
    assert onrecord_command("--db", "two.db", *question).json["total"] == 0
    assert onrecord_command("--db", "two.db", *question, "--db", "one.db").json["total"] > 0


def test_a_digest_shows_what_was_read(reading_room: RunCommand) -> None:
    ending = reading_room("digest")
    assert ending.code == 0
    assert ending.out.startswith("What was said · ")
    assert "2 articles" in ending.out
    assert "Harbour fees to double" in ending.out
    assert len(reading_room("digest", "--json", "--since", "yesterday").json["reports"]) == 2


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("24 hours ago", "2026-11-22T09:30:00+00:00"),
        ("8 hours ago", "2026-11-23T01:30:00+00:00"),
        ("yesterday", "2026-11-22T00:00:00+00:00"),
        ("monday", "2026-11-16T00:00:00+00:00"),
        ("2026-10-01", "2026-10-01T00:00:00+01:00"),
        ("2026-11-20 18:00", "2026-11-20T18:00:00+00:00"),
    ],
)
def test_a_moment_is_understood_in_the_newsrooms_zone(words: str, moment: str) -> None:
    assert read_moment(words, NOW) == datetime.fromisoformat(moment)


@pytest.mark.parametrize("words", ["tomorrow", "blue", ""])
def test_what_is_no_moment_of_the_past_is_refused(words: str) -> None:
    with pytest.raises(QuestionError, match="not a time in the past"):
        read_moment(words, NOW)


def test_the_same_story_of_two_outlets_is_told_once(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    for name in ("Post", "Herald"):
        page = (
            f'<html><head><meta property="og:site_name" content="{name}"><title>{name}</title>'
            f'<link rel="canonical" href="https://{name.lower()}.example/fees-2026"></head><body>'
            + "".join(f"<p>{line}</p>" for line in STORY.splitlines()[1:] if line)
            + f"<p>Reported by the staff of the {name} in Port Alder.</p></body></html>"
        )
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    assert onrecord_command("read", "Post.html", "Herald.html").code == 0
    question = "what has Helen Calloway said"
    answers = onrecord_command("ask", "--json", question).json["answers"]
    assert answers
    for told in answers:
        assert told["article"]["publisher"] == "Post"
        assert [other["url"] for other in told["also_in"]] == ["https://herald.example/fees-2026"]
    assert "also in Herald" in onrecord_command("ask", question).out
    (report,) = onrecord_command("digest", "--json").json["reports"]
    assert [other["publisher"] for other in report["also_in"]] == ["Herald"]
    assert "Also in Herald" in onrecord_command("digest").out
