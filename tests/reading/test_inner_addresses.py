"""No link and no page can make the bot call an inner address."""

from __future__ import annotations

import pytest

from bot.errors import AddressError, FetchError
from bot.reading import read_url
from bot.reading.addresses import is_public
from bot.reading.fetch import Request, fetch
from bot.reading.pacing import Pacer
from tests.reading.sites import PUBLIC, Detour, Names, Site, redirect, response, wired

INNER_URLS = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.0.0.1/",
    "http://0x7f000001/",
    "http://017700000001/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://0.0.0.0/",
    "http://0/",
    "http://[::]/",
    "http://[::1]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::127.0.0.1]/",
    "http://[64:ff9b:1::a00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:a00:1::1]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fc00::1]/",
    "http://[fd12:3456:789a::1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[100::1]/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.0.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://192.0.0.192/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://192.88.99.1/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://metadata.google.internal/",
    "http://inner.example/",
    "http://mixed.example/",
    "http://mixed6.example/",
    "http://user:word@127.0.0.1/",
    "http://news.example@127.0.0.1/",
    "http:\\\\127.0.0.1\\",
    "http://news.example:22/",
    "http://news.example:6379/",
    "http://127.0.0.1:8080/",
    "https://127.0.0.1/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_INFO",
    "ftp://127.0.0.1/",
]
INNER_NAMES = {
    "localhost": [["127.0.0.1", "::1"]],
    "metadata_google_internal": [["169.254.169.254"]],
    "inner_example": [["10.1.2.3"]],
    "mixed_example": [[PUBLIC, "10.1.2.3"]],
    "mixed6_example": [[PUBLIC, "fe80::1%eth0"]],
}


@pytest.mark.parametrize("url", INNER_URLS)
def test_a_link_to_an_inner_address_is_refused_before_any_connection(url: str) -> None:
    detour = Detour()
    with pytest.raises(AddressError) as error:
        fetch(Request(url, pacer=Pacer(0)), wired(detour, **INNER_NAMES))
    assert detour.wanted == []
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("url", INNER_URLS)
def test_a_redirect_to_an_inner_address_is_not_followed(url: str, site: Site) -> None:
    site.answers = {"/": redirect(url)}
    detour = Detour(site)
    with pytest.raises((AddressError, FetchError)):
        fetch(Request("http://news.example/", pacer=Pacer(0)), wired(detour, **INNER_NAMES))
    assert detour.wanted == [(PUBLIC, 80)]


def test_a_public_page_is_fetched_from_exactly_the_address_that_was_checked(site: Site) -> None:
    site.answers = {"/a": response(b"<p>hello</p>")}
    detour = Detour(site)
    page = fetch(Request("http://news.example/a", pacer=Pacer(0)), wired(detour))
    assert detour.wanted == [(PUBLIC, 80)]
    assert page.content == b"<p>hello</p>"
    assert "Host: news.example\r\n" in site.requests[0]


def test_a_name_that_changes_its_address_after_the_check_gains_nothing(site: Site) -> None:
    site.answers = {"/": response(b"<p>hello</p>")}
    detour, names = Detour(site), Names(news_example=[[PUBLIC], ["127.0.0.1"]])
    wire = wired(detour)
    fetch(
        Request("http://news.example/", pacer=Pacer(0)),
        type(wire)(resolver=names, network=detour),
    )
    assert detour.wanted == [(PUBLIC, 80)]
    assert names.asked == ["news.example"]


def test_a_name_is_checked_again_on_every_hop(site: Site) -> None:
    site.answers = {"/": redirect("/next")}
    detour = Detour(site)
    with pytest.raises(AddressError):
        fetch(
            Request("http://news.example/", pacer=Pacer(0)),
            wired(detour, news_example=[[PUBLIC], ["127.0.0.1"]]),
        )
    assert detour.wanted == [(PUBLIC, 80)]


def test_a_site_on_loopback_sees_no_connection_unless_it_is_allowed(site: Site) -> None:
    with pytest.raises(AddressError):
        read_url(site.url("/a"))
    with pytest.raises(AddressError):
        read_url(site.url("/a"), allow_hosts=("127.0.0.1",))
    assert site.connections == 0


def test_an_allowed_site_cannot_lead_to_another_inner_one(site: Site, other_site: Site) -> None:
    site.answers = {"/": redirect(other_site.url("/secret"))}
    with pytest.raises(AddressError):
        read_url(site.url("/"), allow_hosts=(site.host,))
    assert (site.connections, other_site.connections) == (1, 0)


def test_a_public_page_cannot_lead_to_a_site_that_is_allowed_for_links(site: Site) -> None:
    site.answers = {"/": redirect("http://cms.internal:8080/draft")}
    detour = Detour(site)
    with pytest.raises(AddressError):
        fetch(
            Request("http://news.example/", allow_hosts=("cms.internal:8080",), pacer=Pacer(0)),
            wired(detour, cms_internal=[["10.0.0.5"]]),
        )
    assert detour.wanted == [(PUBLIC, 80)]


def test_an_allowed_inner_site_is_read(site: Site) -> None:
    site.answers = {"/draft": response(b"<p>draft</p>")}
    detour = Detour(site)
    request = Request(
        "http://CMS.internal:8080/draft", allow_hosts=("cms.internal:8080",), pacer=Pacer(0)
    )
    assert fetch(request, wired(detour, cms_internal=[["10.0.0.5"]])).content == b"<p>draft</p>"
    assert detour.wanted == [("10.0.0.5", 8080)]


def test_the_environments_proxies_are_not_used(
    site: Site, other_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, other_site.url())
    site.answers = {"/": response(b"<p>hello</p>")}
    fetch(Request(site.url(), allow_hosts=(site.host,)))
    assert other_site.connections == 0


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_of_the_public_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_a_signpost_page_cannot_lead_to_an_inner_address(site: Site, other_site: Site) -> None:
    signpost = f'<meta http-equiv="refresh" content="0;url={other_site.url("/secret")}">'
    site.answers = {"/": response(signpost.encode())}
    with pytest.raises(AddressError):
        read_url(site.url("/"), allow_hosts=(site.host,))
    assert (site.connections, other_site.connections) == (1, 0)
