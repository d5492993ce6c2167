"""One article has one canonical URL, and two articles never share one."""

from __future__ import annotations

import pytest

from bot.errors import AddressError
from bot.reading import canonical_url
from bot.reading.urls import trusted_canonical, unwrap_url

SAME = [
    ("https://news.example/a/1?utm_source=mail&utm_medium=x", "https://news.example/a/1"),
    ("https://news.example/a/1?CMP=share_btn&smid=tw", "https://news.example/a/1"),
    ("https://news.example/a/1#comments", "https://news.example/a/1"),
    ("https://news.example/a/1#:~:text=the%20ferry", "https://news.example/a/1"),
    ("HTTPS://News.Example:443/a/../a/1", "https://news.example/a/1"),
    ("https://news.example./a/1", "https://news.example/a/1"),
    ("https://news.example/%7eann/%c3%a4", "https://news.example/~ann/%C3%A4"),
    ("https://news.example/a?b=2&a=1", "https://news.example/a?a=1&b=2"),
    ("https://news.example/a?ref=front&id=7", "https://news.example/a?id=7"),
    ("https://news.example/a?unlocked_article_code=x9", "https://news.example/a"),
    ("https://www.google.com/amp/s/news.example/world/ferry-sails/amp/?amp=1", None),
    ("https://news-example.cdn.ampproject.org/c/s/news.example/world/ferry-sails/amp?usqp=1", None),
    ("https://news.example/amp/world/ferry-sails", None),
    ("https://news.example/world/ferry-sails?amp", None),
    ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.example%2Fworld%2Fferry-sails", None),
    (
        (
            "https://eur01.safelinks.protection.outlook.com/"
            "?url=https%3A%2F%2Fnews.example%2Fworld%2Fferry-sails&data=05"
        ),
        None,
    ),
    ("https://m.news.co.uk/a/1", "https://www.news.co.uk/a/1"),
    ("https://en.m.wikipedia.org/wiki/Ferry", "https://en.wikipedia.org/wiki/Ferry"),
    ("http://bücher.example/a", "http://xn--bcher-kva.example/a"),
]
DIFFERENT = [
    ("https://news.example/?p=12", "https://news.example/?p=13"),
    ("https://news.example/story.php?id=12", "https://news.example/story.php?id=13"),
    ("https://news.example/?a=12", "https://news.example/?a=13"),
    ("https://news.example/?q=12", "https://news.example/?q=13"),
    ("https://news.example/?12345", "https://news.example/?12346"),
    ("https://news.example/v?gallery=1", "https://news.example/v?gallery=2"),
    ("https://news.example/v?cid=1", "https://news.example/v?cid=2"),
    ("https://news.example/v?ref=2024-17", "https://news.example/v?ref=2024-18"),
    ("https://news.example/a?t=%E9", "https://news.example/a?t=%EA"),
    ("https://news.example/a%2Fb", "https://news.example/a/b"),
    ("https://news.example/A", "https://news.example/a"),
    ("https://news.example/tags/amp", "https://news.example/tags"),
    ("https://news.example/#!/a/1", "https://news.example/#!/a/2"),
    ("https://m.news.example/a", "https://s.news.example/a"),
    ("https://news.example:8443/a", "https://news.example/a"),
]


@pytest.mark.parametrize(("shared", "canonical"), SAME)
def test_however_a_link_travelled_it_names_one_article(shared: str, canonical: str | None) -> None:
    assert canonical_url(shared) == (canonical or "https://news.example/world/ferry-sails")


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_articles_keep_two_urls(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@pytest.mark.parametrize("shared", [url for url, _ in SAME] + [url for url, _ in DIFFERENT])
def test_a_canonical_url_is_its_own_canonical_url(shared: str) -> None:
    assert canonical_url(canonical_url(shared)) == canonical_url(shared)


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://news.example/a", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"),
        *("mailto:a@news.example", "news.example/a", "https://", "", "http://a b.example/"),
        *("https://user:secret@news.example/", "https://user@news.example/a", "http://[::1"),
        "https://news.example/" + "a" * 5_000,
    ],
)
def test_what_is_no_link_to_a_page_is_refused_in_one_line(url: str) -> None:
    with pytest.raises(AddressError) as error:
        canonical_url(url)
    assert "\n" not in str(error.value)
    assert error.value.hint


def test_a_gift_code_stays_on_the_address_that_is_fetched() -> None:
    assert unwrap_url("https://news.example/a?gift=x9#top") == "https://news.example/a?gift=x9#top"


@pytest.mark.parametrize(
    ("claimed", "believed"),
    [
        ("https://news.example/a/1", "https://news.example/a/1"),
        ("/a/1?utm_source=x", "https://www.news.example/a/1"),
        ("https://live.news.example/a/1", ""),
        ("https://other.example/a/1", ""),
        ("https://news.example.evil.example/a/1", ""),
        ("https://www.news.example/", ""),
        ("javascript:alert(1)", ""),
        ("http://[", ""),
    ],
)
def test_a_page_may_name_its_url_on_its_own_site_only(claimed: str, believed: str) -> None:
    assert trusted_canonical(claimed, "https://www.news.example/a/1?x=2") == believed


def test_a_page_may_name_its_url_on_another_host_of_its_domain() -> None:
    claimed = "https://live.island-post.co.uk/a"
    assert trusted_canonical(claimed, "https://www.island-post.co.uk/a?x=1") == claimed


def test_sites_under_one_public_suffix_are_different_sites() -> None:
    assert trusted_canonical("https://two.co.uk/a", "https://one.co.uk/a") == ""
