"""`onrecord people`: list, show, merge, split, undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import Store
from tests.archiving import Said, save
from tests.cli.conftest import RunCommand


@pytest.fixture(autouse=True)
def archive(tmp_path: Path) -> None:
    store = Store(tmp_path / "archive.db")
    save(
        store.db,
        Said("Robert Trask", "the toll in Tiln will stay", role="senator"),
        Said("Ada Holt", "we wait"),
        url="https://news.test/1",
        names={"Tiln": "place"},
    )
    save(store.db, Said("Bob Trask", "the toll in Tiln will not stay"), url="https://news.test/2")
    store.close()


def test_people_are_listed_with_their_numbers_and_roles(onrecord_command: RunCommand) -> None:
    everybody = onrecord_command("people")
    assert everybody.code == 0
    assert "Ada Holt" in everybody.out
    listed = onrecord_command("people", "trask", "--json").json
    assert [(each["name"], each["statements"]) for each in listed] == [
        ("Bob Trask", 1),
        ("Robert Trask", 1),
    ]
    assert [held["role"] for held in listed[1]["roles"]] == ["senator"]
    assert "senator" in onrecord_command("people", "robert", "trask").out


def test_a_person_is_shown_by_topic_with_every_statement(onrecord_command: RunCommand) -> None:
    shown = onrecord_command("people", "show", "Robert Trask")
    assert "Tiln" in shown.out
    assert "“the toll in Tiln will stay”" in shown.out
    assert "article 1: Harbour bridge" in shown.out
    (topic,) = onrecord_command("people", "show", "Robert", "Trask", "--json").json["topics"]
    assert (topic["topic"], len(topic["statements"])) == ("Tiln", 1)


def test_two_are_merged_split_and_undone_by_name(onrecord_command: RunCommand) -> None:
    merged = onrecord_command("people", "merge", "Robert Trask", "Bob Trask", "--why", "same")
    assert "#1 Bob Trask merged into Robert Trask" in merged.out
    assert onrecord_command("people", "show", "trask", "--json").json["statements"] == 2
    split = onrecord_command("people", "split", "Robert Trask", "https://news.test/2", "--json")
    assert split.json["act"] == "split"
    assert [
        each["number"] for each in onrecord_command("people", "merges", "--json").json["by_hand"]
    ] == [2, 1]
    assert onrecord_command("people", "undo", "2").code == 0
    assert "undone" in onrecord_command("people", "undo", "1").out
    assert len(onrecord_command("people", "trask", "--json").json) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "trask"), "could be several"),
        (("show", "Zanzibar"), "Nobody in the archive is called “Zanzibar”"),
        (("zanzibar",), "Nobody in the archive"),
        (("trsk",), "Near to it"),
        (("merge", "Ada Holt", "Ada Holt"), "is one already"),
        (("split", "Ada Holt", "1"), "nothing to split"),
        (("split", "Ada Holt", "77"), "not named in 77"),
        (("undo", "5"), "There is no decision 5"),
    ],
)
def test_what_cannot_be_done_is_said_in_plain_words(
    onrecord_command: RunCommand, arguments: tuple[str, ...], said: str
) -> None:
    ending = onrecord_command("people", *arguments)
    assert ending.code == 1
    assert said in ending.err


@pytest.mark.parametrize("command", ["list", "show", "merge", "split", "undo", "merges"])
def test_every_part_of_the_command_has_an_example(
    onrecord_command: RunCommand, command: str
) -> None:
    ending = onrecord_command("people", command, "--help")
    assert ending.code == 0
    assert "onrecord people" in ending.out.split("Examples:\n")[1]
