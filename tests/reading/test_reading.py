"""From a link to an article, and from sources to the lines of `onrecord extract`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import ExtractError, FetchError, ReadingError
from bot.reading import read_url
from bot.reading.sources import extract_sources
from store.records import Article
from tests.reading.pages import HEADLINE, NEWS, PARAGRAPHS, article_page, pdf_page
from tests.reading.sites import Site, redirect, response

BODY = "\n\n".join(PARAGRAPHS)
LINK = '<link rel="canonical" href="/ferry">'


def read(site: Site, path: str = "/a") -> Article:
    return read_url(site.url(path), allow_hosts=(site.host,))


def serve(site: Site, page: str, path: str = "/a", **headers: str) -> None:
    site.answers[path] = response(page.encode(), **headers)


def test_a_link_becomes_an_article_that_can_be_quoted_from(site: Site) -> None:
    serve(site, article_page(data=NEWS, head=LINK), "/a?utm_source=x")
    article = read(site, "/a?utm_source=x")
    assert article.url == site.url("/ferry")
    assert article.headline == HEADLINE
    assert article.byline == "Mara Linde"
    assert article.publisher == "The Island Post"
    assert article.published is not None
    assert article.published.astimezone(UTC) == datetime(2026, 3, 2, 16, 30, tzinfo=UTC)
    assert article.language == "en"
    assert article.text == BODY
    assert article.origins["url"] == "rel=canonical"


def test_what_was_removed_is_on_record_and_the_raw_text_is_kept(site: Site) -> None:
    serve(site, article_page(paragraphs=("[ad_1]", *PARAGRAPHS, "Share this article")))
    article = read(site)
    assert article.text == BODY
    assert article.removed == ("[ad_1]", "Share this article")
    assert article.raw_text == f"[ad_1]\n\n{BODY}\n\nShare this article"


def test_an_article_is_named_by_where_it_was_in_the_end(site: Site) -> None:
    site.answers["/short"] = redirect("/a?utm_medium=x")
    serve(site, article_page(), "/a?utm_medium=x")
    article = read(site, "/short")
    assert article.url == site.url("/a")
    assert (article.publisher, article.origins["publisher"]) == ("127.0.0.1", "host name")


def test_a_page_cannot_give_itself_the_address_of_another_site(site: Site) -> None:
    serve(site, article_page(head='<link rel="canonical" href="https://other.example/a">'))
    assert read(site).url == site.url("/a")


def test_a_page_that_is_unchanged_is_not_sent_and_read_again(site: Site) -> None:
    serve(site, article_page(), ETag='"v1"', Last_Modified="Mon, 02 Mar 2026 10:00:00 GMT")
    first = read(site)
    site.answers["/a"] = response(b"", status="304 Not Modified")
    assert read_url(site.url("/a"), allow_hosts=(site.host,), known=first) is first
    assert 'If-None-Match: "v1"' in site.requests[-1]
    serve(site, article_page(paragraphs=PARAGRAPHS[:4]))
    changed = read_url(site.url("/a"), allow_hosts=(site.host,), known=first)
    assert changed.text == "\n\n".join(PARAGRAPHS[:4])


def test_a_signpost_page_is_followed(site: Site) -> None:
    signpost = (
        '<html><head><meta http-equiv="refresh" content="0; url=/a?b=1&amp;c=2"></head></html>'
    )
    serve(site, signpost, "/short")
    serve(site, article_page(), "/a?b=1&c=2")
    assert read(site, "/short").url == site.url("/a?b=1&c=2")


def test_a_site_that_answers_with_its_front_page_has_no_such_article(site: Site) -> None:
    site.answers["/a"] = redirect("/")
    serve(site, article_page(), "/")
    with pytest.raises(FetchError, match="front page"):
        read(site)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "empty"),
        ("<html><title>Page not found</title><body><h1>Page not found</h1>", "no such page"),
        ("<html><body><p>Subscribe to continue reading.</p>", "to subscribers only"),
        ("<html><body><p>Please enable JavaScript.</p>", "drawn by a program"),
        ("<html><body><p>Verify you are human</p>", "does not let programs read"),
        ("<html><body><h2>We value your privacy</h2>", "cookie question"),
        ("<html><body><p>Hello.</p>", "no article"),
    ],
)
def test_what_stands_in_the_way_is_said_in_one_line(page: str, words: str, site: Site) -> None:
    serve(site, page)
    with pytest.raises(ExtractError, match=words) as error:
        read(site)
    assert "\n" not in str(error.value)
    assert "Paste the article's text" in error.value.hint


def test_a_picture_is_called_one(site: Site) -> None:
    site.answers["/a"] = response(b"\x89PNG\r\n\x1a\n" + bytes(100), Content_Type="image/png")
    with pytest.raises(ReadingError, match="a picture"):
        read(site)


def test_each_source_gives_one_line_in_its_place(site: Site, tmp_path: Path) -> None:
    serve(site, article_page(head=LINK))
    (tmp_path / "page.html").write_text(article_page(data=NEWS), "utf-8")
    (tmp_path / "release.pdf").write_bytes(
        pdf_page((HEADLINE, "", "The ferry to the islands sails again on Monday, they said."))
    )
    sources = [site.url("/a"), *(str(tmp_path / name) for name in ("page.html", "missing.html"))]
    lines = list(
        extract_sources([*sources, str(tmp_path / "release.pdf")], allow_hosts=(site.host,))
    )
    assert [line["id"] for line in lines] == [
        sources[0],
        "page.html",
        "missing.html",
        "release.pdf",
    ]
    assert lines[0]["canonical_url"] == site.url("/ferry")
    assert lines[1]["published"] == "2026-03-02T18:30:00+02:00"
    assert lines[1]["text"] == BODY
    assert lines[1]["origins"]["headline"] == "json-ld"
    assert "cannot read the file" in lines[2]["error"]
    assert lines[3]["headline"] == HEADLINE
    assert json.dumps(lines)


def test_a_teaser_is_printed_with_the_reason_why_there_is_no_more(tmp_path: Path) -> None:
    teaser = (PARAGRAPHS[0], "Subscribe to continue reading.")
    (tmp_path / "page.html").write_text(article_page(paragraphs=teaser), "utf-8")
    (line,) = extract_sources([str(tmp_path / "page.html")])
    assert line["text"].startswith("The ferry between Orsay Point")
    assert "to subscribers only" in line["error"]
