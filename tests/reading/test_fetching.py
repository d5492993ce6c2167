"""A page costs a bounded time and size, and every refusal is named as what it is."""

from __future__ import annotations

import gzip
import itertools
import threading
import time

import pytest

from bot.errors import FetchError, OnRecordError, ReadingError
from bot.reading.fetch import Page, Request, fetch
from bot.reading.network import Limits
from bot.reading.pacing import Pacer
from tests.reading.hostile import ANSWERS
from tests.reading.sites import Site, redirect, response

QUICK = Limits(connect=1, read=1, total=1.5)


def ask(site: Site, path: str = "/", limits: Limits = QUICK, **known: str) -> Page:
    request = Request(
        site.url(path), allow_hosts=(site.host,), limits=limits, pacer=Pacer(0), **known
    )
    return fetch(request)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_hostile_answer_ends_in_time_in_one_clear_line(name: str, site: Site) -> None:
    site.answers = {"/": ANSWERS[name]}
    started = time.monotonic()
    with pytest.raises(ReadingError) as error:
        ask(site)
    assert time.monotonic() - started < 10
    assert "\n" not in error.value.message
    assert error.value.hint


def test_a_body_that_is_longer_than_it_says_is_cut_where_it_says(site: Site) -> None:
    site.answers = {"/": response(b"<p>hello</p> and more", Content_Length="12")}
    assert ask(site).content == b"<p>hello</p>"


def test_a_compressed_page_is_read(site: Site) -> None:
    site.answers = {"/": response(gzip.compress(b"<p>hello</p>"), Content_Encoding="gzip")}
    assert ask(site).content == b"<p>hello</p>"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("401 Unauthorized", "does not let programs read"),
        ("403 Forbidden", "does not let programs read"),
        ("404 Not Found", "no page at this address"),
        ("410 Gone", "no page at this address"),
        ("429 Too Many Requests", "does not let programs read"),
        ("451 Unavailable For Legal Reasons", "does not let programs read"),
        ("500 Internal Server Error", "a problem of its own"),
        ("503 Service Unavailable", "a problem of its own"),
        ("204 No Content", "empty"),
        ("300 Multiple Choices", "did not send"),
        ("418 I'm a teapot", "did not send"),
    ],
)
def test_a_refusal_is_named_as_what_it_is(status: str, words: str, site: Site) -> None:
    site.answers = {"/": response(b"", status=status)}
    with pytest.raises(OnRecordError, match=words) as error:
        ask(site)
    assert "aste" in error.value.hint


def test_five_redirects_are_followed_and_a_sixth_is_not(site: Site) -> None:
    site.answers = {f"/{n}": redirect(f"/{n + 1}") for n in range(6)}
    site.answers["/6"] = response(b"<p>here</p>")
    assert ask(site, "/1").url == site.url("/6")
    with pytest.raises(FetchError, match="circles"):
        ask(site, "/0")


def test_no_cookie_is_carried_from_one_answer_to_the_next_request(site: Site) -> None:
    site.answers = {
        "/": response(b"", status="302 Found", Location="/next", Set_Cookie="id=7; Path=/"),
        "/next": response(b"<p>here</p>"),
    }
    ask(site)
    assert len(site.requests) == 2
    assert not any("cookie:" in request.lower() for request in site.requests)


def test_the_bot_says_who_it_is_and_where_to_reach_the_newsroom(site: Site) -> None:
    site.answers = {"/": response(b"<p>here</p>")}
    ask(site, contact="https://newsroom.example/bot")
    assert "User-Agent: onrecord/" in site.requests[0]
    assert "(+https://newsroom.example/bot)" in site.requests[0]
    assert "Mozilla" not in site.requests[0]


def test_a_page_that_is_as_it_was_is_not_sent_again(site: Site) -> None:
    site.answers = {"/": response(b"", status="304 Not Modified")}
    page = ask(site, etag='"v1"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT")
    assert page.unchanged
    assert 'If-None-Match: "v1"\r\n' in site.requests[0]
    assert "If-Modified-Since: Mon, 02 Mar 2026 10:00:00 GMT\r\n" in site.requests[0]


def test_a_dead_link_is_called_dead(site: Site) -> None:
    site.close()
    with pytest.raises(FetchError, match="does not answer"):
        ask(site)


def test_requests_to_one_host_come_one_at_a_time_and_spaced() -> None:
    pacer, starts = Pacer(0.15), []

    def visit() -> None:
        with pacer.turn("news.example"):
            starts.append(time.monotonic())

    threads = [threading.Thread(target=visit) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    starts.sort()
    assert all(later - earlier > 0.14 for earlier, later in itertools.pairwise(starts))


def test_a_request_to_another_host_does_not_wait() -> None:
    pacer = Pacer(5)
    with pacer.turn("news.example"), pacer.turn("other.example") as waited:
        assert waited < 1
