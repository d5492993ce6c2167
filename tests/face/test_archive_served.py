"""`onrecord archive`: read only, on this machine only, and careful with what it shows."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest

from store import Store
from store.browsing import HIDDEN, SHOWN, SHUT, ready_queries
from tests.archiving import Said, save
from tests.cli.conftest import RunCommand, onrecord_command
from tests.face.conftest import Served, fill, serving

__all__ = ["onrecord_command"]

PAGES = (
    *("/", "/ask?q=who+said+what+about+the+harbour", "/speaker/1", "/article/1"),
    *("/archive", "/archive/statements", "/archive/articles", "/archive/articles/1"),
    *(f"/archive/{query.name}" for query in ready_queries()),
)


def test_it_says_where_it_is_and_what_it_shows(served: Served) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", served.address)
    assert "private channels and direct messages included" in served.notice


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_and_asks_nothing_of_anybody_else(served: Served, path: str) -> None:
    page = served.get(path)
    assert page.status == 200
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert page.headers["referrer-policy"] == "no-referrer"
    loaded = re.findall(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=\"([^\"]+)\"", page.text)
    assert [address for address in loaded if address.startswith(("http", "//"))] == []
    assert "<script>document.title" not in page.text


def test_the_ready_queries_find_what_they_are_for(served: Served) -> None:
    about = served.get("/archive/who_said_what_about?about=cranes&speaker=&since=2026-04-01").text
    assert "needs 4 cranes" in about
    assert "needs 3 cranes" not in about
    assert "Fees would" not in about
    assert 'href="/speaker/' in served.get("/archive/by_speaker?name=quill").text
    assert "publisher__exact=Harbour+Post" in served.get("/archive/by_outlet").text
    new = served.get("/archive/new_this_week").text
    assert "needs 3 cranes" in new
    assert "needs 5 cranes" not in new
    claims = served.get("/archive/claims_with_figures").text
    assert "34 boats were lost" in claims
    assert "#:~:text=34%20boats%20were%20lost" in claims


@pytest.mark.parametrize("topic", ["", '"', "a OR", "NEAR(", "* '", "{text} :"])
def test_no_topic_breaks_a_query(served: Served, topic: str) -> None:
    query = urlencode({"about": topic, "speaker": "", "since": ""})
    page = served.get(f"/archive/who_said_what_about?{query}")
    assert (page.status, "message-error" in page.text) == (200, False)
    assert served.get(f"/ask?{urlencode({'q': topic})}").status == 200


def test_nothing_can_be_written(served: Served) -> None:
    before = Store(served.path, read_only=True).db.table("articles").count
    for sql in ("DELETE+FROM+articles", "PRAGMA+query_only=off", "DROP+VIEW+statements"):
        assert served.get(f"/archive?sql={sql}").status == 400
    with_it = "WITH+x+AS+(SELECT+1)+DELETE+FROM+articles"
    assert served.get(f"/archive?sql={with_it}").status == 400
    assert Store(served.path, read_only=True).db.table("articles").count == before


def test_what_the_bot_writes_meanwhile_is_shown(served: Served) -> None:
    store = Store(served.path)
    save(store.db, Said("Una Reed", "the tide is in"), url="https://news.test/tide")
    assert "the tide is in" in served.get("/archive/statements?_search=tide").text
    store.close()


def test_only_who_asks_for_this_machine_by_name_is_answered(served: Served) -> None:
    host = served.address.removeprefix("http://").strip("/")
    assert served.get("/", Host=host.replace("127.0.0.1", "localhost")).status == 200
    for wrong in ("evil.test", host.replace("127.0.0.1", "evil.test"), "127.0.0.1"):
        page = served.get("/archive/statements.json", Host=wrong)
        assert (page.status, "cranes" in page.text) == (421, False)


def test_the_programs_own_tables_are_hidden(served: Served) -> None:
    listed = re.findall(r'<h3><a href="/archive/(\w+)">', served.get("/archive").text)
    assert sorted(listed) == sorted(name for name in SHOWN if name in listed)
    assert "articles" in listed


def test_a_table_that_is_not_known_to_be_open_reads_as_empty(served: Served) -> None:
    for path in ("?sql=SELECT+*+FROM+installations", "/installations", "/installations.json"):
        assert "xoxb-secret" not in served.get(f"/archive{path}").text
    found = served.get("/archive.json?sql=SELECT+token+FROM+installations&_shape=arrays").text
    assert "[[null]]" in found.replace(" ", "").replace("\n", "")


def test_every_table_is_shown_hidden_or_shut(tmp_path: Path) -> None:
    store = Store(tmp_path / "archive.db")
    own = ("_", "sqlite_")
    tables = {
        name for name in store.db.table_names() if "_fts" not in name and not name.startswith(own)
    }
    store.close()
    assert tables == {*SHOWN, *HIDDEN, *SHUT}, (
        "store/browsing.py says what each table is to readers"
    )


def test_ctrl_c_ends_it_in_good_order(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    fill(path)
    with serving(path) as (running, address):
        assert address.startswith("http://127.0.0.1:")
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=10) == 0


def test_a_missing_archive_and_a_missing_datasette_are_told_in_words(
    onrecord_command: RunCommand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "There is no archive at" in onrecord_command("archive").err
    assert not (tmp_path / "archive.db").exists()
    for name in [name for name in sys.modules if name.startswith(("datasette", "bot.face."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "datasette", None)
    ending = onrecord_command("archive")
    assert (ending.code, "pip install 'onrecord[archive]'" in ending.err) == (1, True)
