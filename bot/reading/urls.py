"""Which article a URL names: parsed as browsers do, and without how the link travelled.

Two different articles must never get one canonical URL; one article under two of them only
costs a second report. So whatever might name an article stays.
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qs, unquote

from ada_url import URL
from courlan import extract_domain

from bot.errors import AddressError
from bot.reading.wordlists import entries

_AMP_HOSTS = re.compile(r"(?:^|\.)cdn\.ampproject\.org$|(?:^|\.)bing-amp\.com$")
_AMP_CACHE_PATH = re.compile(r"/(?:[cv]|amp)/(s/)?([^/]+\.[^/]+/?.*)$", re.DOTALL)
_AMP_PATH = re.compile(
    r"^/amp(?=/[^/]+/.)"
    r"|(?<=[^/])/amp\.html$|\.amp(?=\.html?$|$)"
    r"|(?P<slug>/[^/]*[-\d][^/]*)/amp/?$"  # not /tags/amp: that is a page of its own
)
_MOBILE_HOST = re.compile(r"^(?:m|mobile|amp)\.(?=[^.]+\.)|(?<=\.)m\.(?=[^.]+\.)")
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_MAX_LENGTH = 4_000
_MOST_WRAPS = 5
"""Layers of wrapping, or of /amp, that are taken off."""


def canonical_url(url: str) -> str:
    """The URL under which an article is kept, whatever way the link to it travelled.

    Raises:
        AddressError: if it is no http or https URL.
    """
    for _ in range(_MOST_WRAPS):
        before, url = url, _canonical_once(url)
        if url == before:
            break
    return url


def _canonical_once(url: str) -> str:
    parsed = parse_url(unwrap_url(url))
    parsed.hostname = _plain_host(parsed.hostname)
    parsed.pathname = _tidy_escapes(_AMP_PATH.sub(r"\g<slug>", parsed.pathname) or "/")
    parsed.search = _clean_query(parsed.search, parsed.hostname)
    if not parsed.hash.startswith(("#!", "#/")):  # those are a page's own routes
        parsed.hash = ""
    return str(parsed.href).removesuffix("?")


def unwrap_url(url: str) -> str:
    """The address to fetch: out of redirectors and AMP caches, otherwise as it was shared."""
    for _ in range(_MOST_WRAPS):
        parsed = parse_url(url)
        inner = _inside_amp_cache(parsed) or _inside_wrapper(parsed)
        if not inner:
            return str(parsed.href)
        url = inner
    return str(parse_url(url).href)


def parse_url(url: str) -> URL:
    """Parse as a browser would (WHATWG).

    Raises:
        AddressError: if it is no http or https URL.
    """
    if len(url) > _MAX_LENGTH:
        raise AddressError("This link is too long to be one of an article.")
    try:
        parsed = URL(url.strip())
        if parsed.hostname.endswith("."):
            parsed.hostname = parsed.hostname.rstrip(".")
    except ValueError as error:
        raise AddressError(
            "This is not a link that I can read.", "A link starts with https:// or http://."
        ) from error
    if parsed.protocol not in ("http:", "https:") or not parsed.hostname:
        raise AddressError(f"I read only web pages (http and https), not {parsed.protocol} links.")
    if parsed.username or parsed.password:
        raise AddressError("This link carries a user name or password: I do not follow such links.")
    return parsed


def join_url(base: str, url: str) -> str:
    """`url` as seen from `base`; raises AddressError if that is no http or https URL."""
    try:
        return str(parse_url(URL(url.strip(), base).href).href)
    except ValueError as error:
        raise AddressError("The page sent me on to an address that is none.") from error


def is_same_site(one: str, other: str) -> bool:
    """Whether both URLs are of one registrable domain (`bbc.co.uk`), or else of one host."""
    return _site(one) == _site(other)


def _site(url: str) -> str:
    parsed = parse_url(url)
    return extract_domain(parsed.href) or str(parsed.hostname).removeprefix("www.")


def trusted_canonical(claimed: str, url: str) -> str:
    """The canonical URL that the page at `url` claims for itself, if it may; else "".

    Not believed: another site's, and the front page as the name of an article.
    """
    try:
        address = join_url(url, claimed)
        if not is_same_site(address, url):
            return ""
    except AddressError:
        return ""
    too_wide = is_front_page(address) and not is_front_page(url)
    return "" if too_wide else canonical_url(address)


def is_front_page(url: str) -> bool:
    """Whether it leads to a site as such, not to an article of it."""
    parsed = parse_url(url)
    return parsed.pathname == "/" and not parsed.search


def _inside_amp_cache(parsed: URL) -> str:
    google = re.fullmatch(r"(?:www\.)?google\.[a-z.]{2,6}", parsed.hostname)
    at_google = google and parsed.pathname.startswith("/amp/")
    in_cache = at_google or _AMP_HOSTS.search(parsed.hostname)
    match = _AMP_CACHE_PATH.match(parsed.pathname) if in_cache else None
    if not match:
        return ""
    return f"http{'s' if match[1] else ''}://{match[2]}{parsed.search}"


def _inside_wrapper(parsed: URL) -> str:
    for host, path, name in _wrappers():
        domain = host.removeprefix("*")
        at_host = parsed.hostname == domain or (
            host.startswith("*") and parsed.hostname.endswith("." + domain)
        )
        if at_host and parsed.pathname.startswith(path):
            inner = parse_qs(parsed.search.removeprefix("?")).get(name, [""])[0]
            if inner.startswith(("http://", "https://")):
                return inner
    return ""


def _plain_host(host: str) -> str:
    plain = _MOBILE_HOST.sub("", host)
    if plain == host or "." not in plain:
        return host
    is_bare = extract_domain(f"https://{plain}/") == plain
    return f"www.{plain}" if is_bare else plain


def _clean_query(search: str, host: str) -> str:
    parts = search.removeprefix("?").split("&")
    kept = [part for part in parts if part and not _is_tracker(part, host)]
    return _tidy_escapes("&".join(sorted(kept, key=lambda part: part.partition("=")[0])))


def _is_tracker(part: str, host: str) -> bool:
    name, _, value = part.partition("=")
    name = unquote(name).lower()
    for pattern, sites in _trackers():
        wanted = pattern.removeprefix("?")
        prefix = wanted.removesuffix("*")
        if name != wanted and not (prefix != wanted and name.startswith(prefix)):
            continue
        in_doubt = pattern.startswith("?") and any(c.isdigit() for c in value)
        here = not sites or any(host == site or host.endswith("." + site) for site in sites)
        if here and not in_doubt:
            return True
    return False


def _tidy_escapes(text: str) -> str:
    def tidy(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        return char if char in _UNRESERVED else match[0].upper()

    return _ESCAPE.sub(tidy, text)


def _rows(name: str) -> list[list[str]]:
    return [entry.split() for entry in entries(name)]


@cache
def _trackers() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(sites)) for name, *sites in _rows("trackers.txt"))


@cache
def _wrappers() -> tuple[tuple[str, str, str], ...]:
    return tuple((host, path, name) for host, path, name in _rows("wrappers.txt"))
