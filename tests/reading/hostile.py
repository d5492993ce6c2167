"""Answers and pages that are made to do harm: for the tests, and for the table in the docs."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Callable, Iterable

from bot.reading.network import MEBIBYTE
from tests.reading.pages import NEWS, article_page, pdf_page
from tests.reading.sites import Answer, redirect, response

ARTICLE = article_page(data=NEWS)


def bomb(layers: int) -> bytes:
    """64 MiB of nothing, packed; as big as any limit lets a page be, and more."""
    content = b"\0" * (64 * MEBIBYTE)
    for _ in range(layers):
        content = gzip.compress(content, 9)
    return content


def drip(every: float = 0.05) -> Callable[[], Iterable[bytes]]:
    """A body that comes, but never to an end."""

    def parts() -> Iterable[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        while True:
            yield b"<p>"
            time.sleep(every)

    return parts


def drip_headers() -> Iterable[bytes]:
    """Headers that never end."""
    yield b"HTTP/1.1 200 OK\r\n"
    while True:
        yield b"X-A: 1\r\n"
        time.sleep(0.05)


def endless() -> Iterable[bytes]:
    """A body without end, as fast as it is taken."""
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    while True:
        yield b"x" * 65_536


def silence() -> Iterable[bytes]:
    """A connection on which nothing comes."""
    time.sleep(12)
    yield b""


ANSWERS: dict[str, Answer] = {
    "gzip bomb": response(bomb(1), Content_Encoding="gzip"),
    "gzip in gzip": response(bomb(2), Content_Encoding="gzip, gzip"),
    "twenty layers of gzip": response(bomb(2), Content_Encoding=", ".join(["gzip"] * 20)),
    "no gzip at all": response(b"plain", Content_Encoding="gzip"),
    "length too great": response(b"short", Content_Length="9999"),
    "length of a film": response(b"short", Content_Length=str(9 * MEBIBYTE)),
    "length is no number": response(b"short", Content_Length="-5"),
    "endless body": endless,
    "slow drip": drip(),
    "slow drip of headers": drip_headers,
    "silence": silence,
    "huge header": response(b"x", X_Big="y" * 300_000),
    "many headers": response(b"x", **{f"X_{n}": "y" * 90 for n in range(3_000)}),
    "closed at once": b"",
    "closed within the status line": b"HTTP/1.1 2",
    "no HTTP": b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    "status of its own": b"HTTP/1.1 799 No\r\n\r\n",
    "redirect to nowhere": redirect("http://"),
    "redirect to itself": redirect("/"),
    "redirect without address": response(b"", status="302 Found"),
    "bad characters in a redirect": redirect("http://\x7f.example/"),
}
"""Each ends in an error."""


def _before_article(markup: str) -> bytes:
    return ARTICLE.replace("<main>", f"{markup}<main>").encode()


def _linked(data: str) -> bytes:
    script = f'<script type="application/ld+json">{data}</script>'
    return ARTICLE.replace("</head>", f"{script}</head>").encode()


PAGES: dict[str, bytes] = {
    "empty": b"",
    "white space": b" \n" * 100_000,
    "50,000 attributes": _before_article(
        "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x</p>"
    ),
    "30,000 attributes that hide": _before_article(
        "<p title='>' " + " ".join(f"a{n}='>'" for n in range(30_000)) + ">x</p>"
    ),
    "50,000 elements in each other": _before_article("<div>" * 50_000),
    "30,000 pairs of b and i": _before_article("<b><i>" * 30_000),
    "200,000 paragraphs": b"<html><body>" + b"<p>The ferry sails again, she said.</p>" * 200_000,
    "50,000 links": _before_article("<a href=x>a link</a>" * 50_000),
    "25,000 empty elements": _before_article("<p></p>" * 25_000),
    "20,000 tables in each other": _before_article("<table><tr><td>" * 20_000),
    "entity flood": _before_article("<p>" + "&amp;&lt;&#x41;" * 300_000 + "</p>"),
    "entities that multiply": b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">'
    + b"".join(b'<!ENTITY b%d "%s">' % (n, b"&b%d;" % (n - 1) * 10) for n in range(1, 9))
    + b"]><html><body><p>&b8;</p></body></html>",
    "a file as entity": b'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    + _before_article("<p>&f;</p>"),
    "1.4 million comments": _before_article("<!---->" * 1_400_000),
    "comment without end": _before_article("<!-- " * 100_000),
    "5 million <": _before_article("<" * 5_000_000),
    "5 million spaces": _before_article("<p>" + " " * 5_000_000),
    "one word of 5 million letters": _before_article("<p>" + "a" * 5_000_000 + "</p>"),
    "script of 5 MB": _before_article("<script>" + "x<" * 2_500_000 + "</script>"),
    "deep linked data": _linked('{"@graph":[' * 200_000),
    "wide linked data": _linked('{"@graph":[' + '{"@type":"NewsArticle"},' * 40_000 + "1]}"),
    "headline of 1 MB": _linked('{"@type":"NewsArticle","headline":"' + "a" * 1_000_000 + '"}'),
    "canonical of another site": ARTICLE.replace(
        "</head>", '<link rel="canonical" href="https://other.example/forged"></head>'
    ).encode(),
    "NUL characters": ARTICLE.replace("e", "e\0").encode(),
    "half characters": ARTICLE.replace("ferry", "ferry&#xD800;").encode(),
    "bidi overrides": ARTICLE.replace("ferry", "\u202eferry\u2066").encode(),
    "UTF-16 called UTF-8": ARTICLE.encode("utf-16-le"),
    "random bytes": os.urandom(2_000_000),
    "random bytes in a page": b"<html><body><p>" + os.urandom(2_000_000),
    "PDF called a page": pdf_page(("A press release", "The ferry sails again on Monday.")),
    "broken PDF": b"%PDF-1.7\n" + os.urandom(100_000),
    "PDF that is its own page tree": pdf_page(("A", "B")).replace(b"[4 0 R]", b"[2 0 R]"),
    "picture": b"\x89PNG\r\n\x1a\n" + os.urandom(10_000),
}
"""Each is read or refused, in time and within the memory limit."""
