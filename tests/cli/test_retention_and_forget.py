"""`onrecord retention` and `onrecord forget`: said first, asked for, done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store import Store
from store.shares import save_shares, set_share_state
from store.workspace import Share
from tests.archiving import Said, save
from tests.cli.conftest import RunCommand

TODAY = datetime.now(UTC)
URL = "https://news.test/{}"


@pytest.fixture(autouse=True)
def _archive(tmp_path: Path) -> None:
    store = Store(tmp_path / "archive.db")
    db, old = store.db, TODAY - timedelta(days=400)
    save(db, Said("Ada Holt", "one", role="Mayor"), url=URL.format(1), now=old)
    save(db, Said("Bo Reed", "two"), Said("Ada Holt", "three"), url=URL.format(2), now=TODAY)
    share = Share("T1", "C1", "1.1", URL.format(3), URL.format(3))
    [saved] = save_shares(db, [share], now=old)
    assert saved.id
    set_share_state(db, saved.id, "failed", failure="It was not there.")
    store.close()


def quotes(onrecord_command: RunCommand) -> list[str]:
    return onrecord_command("export", "--format", "jsonl").out.splitlines()


def test_retention_says_what_goes_and_waits_for_a_yes(onrecord_command: RunCommand) -> None:
    ending = onrecord_command("retention", "--keep", "1y", stdin=b"n\n")
    assert "1 article, 1 statement, 0 claims, 0 shares, read" in ending.out
    assert "1 link that led to no article" in ending.out
    assert "What the bot posted in Slack stays there" in ending.out
    assert ending.out.endswith("Nothing was deleted.\n")
    assert len(quotes(onrecord_command)) == 3
    assert onrecord_command("retention", "--keep", "1y", stdin=b"y\n").out.endswith("Deleted.\n")
    assert len(quotes(onrecord_command)) == 2
    assert "Nothing was read" in onrecord_command("retention", "--keep", "1y").out


def test_a_dry_run_deletes_nothing(onrecord_command: RunCommand) -> None:
    for command in (
        ("retention", "--keep", "7d"),
        ("forget", "Ada Holt"),
        ("forget", URL.format(2)),
    ):
        assert "dry run" in onrecord_command(*command, "--dry-run", "--yes").out
    assert len(quotes(onrecord_command)) == 3


def test_without_an_answer_nothing_is_deleted(onrecord_command: RunCommand) -> None:
    assert onrecord_command("retention", "--keep", "7d").code == 130
    assert len(quotes(onrecord_command)) == 3


def test_the_rule_comes_from_the_settings_where_none_is_given(
    onrecord_command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = onrecord_command("retention", "--yes")
    assert (missing.code, "--keep 365d" in missing.err) == (1, True)
    wrong = onrecord_command("retention", "--keep", "soon")
    assert (wrong.code, "an example: 365d" in wrong.err) == (1, True)
    monkeypatch.setenv("ONRECORD_KEEP", "12m")
    assert onrecord_command("retention", "--yes").out.endswith("Deleted.\n")


def test_an_article_is_forgotten_by_any_address_of_it(onrecord_command: RunCommand) -> None:
    ending = onrecord_command("forget", "https://NEWS.test/2?utm_source=x", "--yes")
    assert "1 article, 2 statements" in ending.out
    assert len(quotes(onrecord_command)) == 1
    assert "1 share" in onrecord_command("forget", URL.format(3), "--yes").out
    unknown = onrecord_command("forget", URL.format(3), "--yes")
    assert (unknown.code, "holds nothing from https://news.test/3" in unknown.err) == (1, True)


def test_what_a_person_said_is_forgotten_and_where_they_stay_is_told(
    onrecord_command: RunCommand,
) -> None:
    ending = onrecord_command("forget", "Ada Holt", "--yes")
    assert "Ada Holt · Mayor" in ending.out
    assert "2 statements, 0 claims, roles and names of theirs" in ending.out
    assert "The text of 2 articles still names them" in ending.out
    assert len(quotes(onrecord_command)) == 1
    assert "Nobody in the archive is called Ada Holt." in onrecord_command("forget", "Ada Holt").err


def test_a_person_can_go_with_all_articles_that_name_them(onrecord_command: RunCommand) -> None:
    ending = onrecord_command("forget", "Bo Reed", "--articles", "--yes")
    assert "1 article, 2 statements" in ending.out
    assert len(quotes(onrecord_command)) == 1


def test_of_several_by_one_name_the_right_one_is_asked_for(
    onrecord_command: RunCommand, tmp_path: Path
) -> None:
    store = Store(tmp_path / "archive.db")
    save(store.db, Said("Una Holt", "four"), url=URL.format(4))
    store.close()
    ending = onrecord_command("forget", "Holt", "--yes")
    assert ending.code == 1
    assert "Ada Holt (Mayor), 2 statements" in ending.err
    number = ending.err.split("Una Holt")[0].split()[-1]
    assert onrecord_command("forget", number, "--yes").code == 0
    assert onrecord_command("forget", "Una Holt", "--yes").code == 1
