"""`onrecord correct` and `onrecord corrections`: from the list of statements and back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from store import Store
from tests.archiving import Said, save
from tests.cli.conftest import RunCommand

URL = "https://news.test/bridge"


@pytest.fixture
def desk_command(onrecord_command: RunCommand, tmp_path: Path) -> RunCommand:
    store = Store(tmp_path / "archive.db")
    said = Said("Ada Holt", "the bridge\x1b[31m is red", role="minister")
    save(store.db, said, Said("Kai Osten", "it is not", role="harbour master"))
    store.close()
    return onrecord_command


def first_number(run: RunCommand) -> str:
    number, _, _ = run("correct", URL).out.partition("\t")
    return number


def test_the_statements_of_an_article_are_listed_with_their_numbers(
    desk_command: RunCommand,
) -> None:
    listed = desk_command("correct", URL).out.splitlines()
    assert [line.split("\t")[1:] for line in listed] == [
        ["Ada Holt", "the bridge[31m is red"],
        ["Kai Osten", "it is not"],
    ]


def test_a_correction_is_in_answers_exports_and_the_list(desk_command: RunCommand) -> None:
    done = desk_command(
        *("correct", first_number(desk_command), "--speaker", "Kai Osten", "--note", "I asked."),
        *("--said-on", "2026-03-01", "--by", "Jo Field"),
    )
    assert (done.code, done.out) == (
        0,
        "Corrected. To take it back: onrecord corrections undo 1\n",
    )
    answers = desk_command("ask", "--json", "who said what about the bridge").json["answers"]
    answer = next(each for each in answers if "bridge" in each["text"])
    assert answer["speaker"] == {"name": "Kai Osten", "role": "harbour master"}
    assert (answer["said_on"], answer["corrected_by"]) == ("2026-03-01", "Jo Field")
    exported = desk_command("export", "--article", URL).out
    rows = list(csv.DictReader(io.StringIO(exported)))
    assert [(row["speaker"], row["corrected_by"]) for row in rows] == [
        ("Kai Osten", "Jo Field"),
        ("Kai Osten", ""),
    ]
    listed = desk_command("corrections").out
    assert "said by Kai Osten · harbour master, said on 1 Mar 2026 · Jo Field" in listed
    assert "I asked." in listed
    assert "\x1b" not in listed


def test_a_correction_is_undone_and_still_listed(desk_command: RunCommand) -> None:
    desk_command("correct", first_number(desk_command), "--hide", "--by", "Jo Field")
    assert len(desk_command("correct", URL).out.splitlines()) == 1
    assert desk_command("corrections", "undo", "1", "--by", "Ann").code == 0
    assert len(desk_command("correct", URL).out.splitlines()) == 2
    (listed,) = desk_command("corrections", "--json").json
    assert (listed["hidden"], listed["by"], listed["undone_by"]) == (True, "Jo Field", "Ann")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["correct", "https://news.test/none"], "not in the archive"),
        (["correct", "999", "--hide"], "not in the archive"),
        (["correct", "NUMBER"], "Nothing would be different"),
        (["correct", "NUMBER", "--speaker", "Ada Holt"], "Nothing would be different"),
        (["correct", "NUMBER", "--speaker", "?!"], "no name"),
        (["correct", "NUMBER", "--hide", "--everywhere"], "both are known"),
        (["corrections", "undo", "7"], "no correction 7"),
    ],
)
def test_what_cannot_be_corrected_is_said_in_one_line(
    desk_command: RunCommand, arguments: list[str], told: str
) -> None:
    number = first_number(desk_command)
    ending = desk_command(*(number if each == "NUMBER" else each for each in arguments))
    assert ending.code == 1
    assert told in ending.err
    assert len(ending.err.splitlines()) == 1


def test_without_corrections_the_list_says_so(desk_command: RunCommand) -> None:
    assert "Nobody has corrected" in desk_command("corrections").err
