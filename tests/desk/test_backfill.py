"""Many articles at once: each once, none twice, and the rest told."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from spacy.language import Language as Model

from bot.desk import Desk
from bot.desk.backfill import Language, Settled, backfill
from bot.errors import ReadingError
from bot.language import analyse
from bot.reading.bulk import count_items, find_items
from bot.settings import load_settings
from store.articles import find_article_id
from store.digests import reports_between
from store.records import Analysis, Audience
from tests.archiving import Said, save, share

PAGE = """<html><head><title>{headline}</title><link rel="canonical" href="{url}"></head>
<body><article><h1>{headline}</h1>
<p>The ferry to Low Marsh will run all night from May, harbour master Una Field said on Monday,
after a winter in which the last boat had left at six and many had been left on the quay.</p>
<p>“Nobody should have to sleep on the quay,” Field said. “We asked for {number} years.”</p>
<p>The council has set aside 40,000 pounds for the crews, who had refused to work longer hours
without pay, and for lamps along the pier, which has been dark since the storm in November.</p>
</article></body></html>"""


@pytest.fixture
def english(nlp: Model) -> Language:
    def analyse_now(text: str, published: date | None) -> Future[Analysis]:
        future: Future[Analysis] = Future()
        future.set_result(analyse(text, nlp, published=published))
        return future

    return Language(analyse_now, "en")


def page(number: int) -> str:
    url = f"https://news.test/ferry-{number}"
    return PAGE.format(headline=f"Ferry to run all night, part {number}", url=url, number=number)


def run(desk: Desk, language: Language, *sources: Path | str, again: bool = False) -> list[Settled]:
    return list(backfill(desk, find_items([str(each) for each in sources]), language, again=again))


def outcomes(settled: list[Settled]) -> list[str]:
    return sorted(each.what for each in settled)


def write_warc(path: Path, *answers: tuple[str, str, str, str]) -> None:
    """Answers as `(url, status, content type, body)`."""
    records = [_warc_record(*answer) for answer in answers]
    packed = path.suffix == ".gz"
    path.write_bytes(b"".join(map(gzip.compress, records) if packed else records))


def _warc_record(url: str, status: str, kind: str, body: str) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2026-03-10T09:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}"
    )
    return head.encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"


def test_a_folder_is_read_once_however_often_it_is_given(
    desk: Desk, english: Language, tmp_path: Path
) -> None:
    folder = tmp_path / "saved" / "deeper"
    folder.mkdir(parents=True)
    (folder / "one.html").write_text(page(1))
    (folder / "same.html").write_text(page(1).replace("</html>", "<!-- again --></html>"))
    (folder.parent / "two.html").write_text(page(2))
    (folder / "empty.html").write_text("<html><body><p>No story.</p></body></html>")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    assert count_items([str(tmp_path / "saved")]) == 4
    first = run(desk, english, tmp_path / "saved")
    assert outcomes(first) == ["known", "left out", "read", "read"]
    assert sum(each.statements for each in first) > 3
    assert outcomes(run(desk, english, tmp_path / "saved")) == ["known"] * 4
    assert outcomes(run(desk, english, tmp_path / "saved", again=True)).count("left out") == 1
    assert desk.store.db.table("articles").count == 2


@pytest.mark.parametrize("ending", ["warc", "warc.gz"])
def test_a_web_archive_gives_its_pages_and_nothing_else(
    desk: Desk, english: Language, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"crawl.{ending}"
    html = "text/html; charset=utf-8"
    write_warc(
        path,
        ("https://news.test/ferry-1?utm_source=x", "200 OK", html, page(1)),
        ("https://news.test/gone", "404 Not Found", html, page(3)),
        ("https://news.test/photo.jpg", "200 OK", "image/jpeg", "..."),
        ("https://news.test/ferry-2", "200 OK", html, page(2)),
        ("https://other.test/copy", "200 OK", html, page(2)),
    )
    assert outcomes(run(desk, english, path)) == ["read", "read", "read"]
    urls = sorted(row["url"] for row in desk.store.db.table("articles").rows)
    assert urls == [
        "https://news.test/ferry-1",
        "https://news.test/ferry-2",
        "https://other.test/copy",
    ]


def test_a_damaged_web_archive_gives_what_came_before_and_stops_nothing_else(
    desk: Desk, english: Language, tmp_path: Path
) -> None:
    path = tmp_path / "crawl.warc"
    write_warc(path, ("https://news.test/ferry-1", "200 OK", "text/html", page(1)))
    path.write_bytes(path.read_bytes() + b"no record at all\n" * 3)
    (tmp_path / "two.html").write_text(page(2))
    settled = run(desk, english, path, tmp_path / "two.html")
    assert outcomes(settled) == ["failed", "read", "read"]
    assert "can be read to its end" in next(each.reason for each in settled if each.reason)


def test_an_article_that_the_archive_has_stays_as_it_is(
    desk: Desk, english: Language, tmp_path: Path
) -> None:
    url = "https://news.test/ferry-1"
    article_id = save(desk.store.db, Said("Ada Holt", "the newest words"), url=url)
    (tmp_path / "one.html").write_text(page(1))
    assert outcomes(run(desk, english, tmp_path / "one.html")) == ["known"]
    assert find_article_id(desk.store.db, url) == article_id


def test_what_a_backfill_brings_is_no_news_until_it_is_shared(
    desk: Desk, english: Language, tmp_path: Path
) -> None:
    (tmp_path / "one.html").write_text(page(1))
    run(desk, english, tmp_path / "one.html")
    db, channel = desk.store.db, Audience("T1", "C1")
    now = datetime.now(UTC)
    day = (now - timedelta(days=1), now + timedelta(days=1))
    assert reports_between(db, channel, *day) == reports_between(db, Audience(), *day) == []
    article_id = find_article_id(db, "https://news.test/ferry-1")
    assert article_id
    share(db, article_id, "C1", private=True, now=now)
    assert len(reports_between(db, channel, *day)) == 1
    assert reports_between(db, Audience("T1", "C2"), *day) == []


@contextmanager
def site(pages: dict[str, str]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_list_of_links_is_read_and_what_failed_is_tried_again(
    desk: Desk, english: Language, tmp_path: Path
) -> None:
    pages = {"/ferry-1": page(1).replace("https://news.test", "")}
    with site(pages) as host:
        desk = replace(desk, settings=load_settings(onrecord_allow_hosts=host))
        links = tmp_path / "links.txt"
        links.write_text(f"# ours\nhttp://{host}/ferry-1\n\nhttp://{host}/ferry-2\n")
        assert count_items([str(links)]) == 2
        first = run(desk, english, links)
        assert outcomes(first) == ["failed", "read"]
        assert next(each for each in first if each.what == "failed").reason
        pages["/ferry-2"] = page(2).replace("https://news.test", "")
        assert outcomes(run(desk, english, links)) == ["known", "read"]


def test_a_source_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="There is no file or folder"):
        list(find_items([str(tmp_path / "nowhere")]))
