"""Get a page over the network, so that no page can lead the bot astray or hold it up.

Each hop is resolved once, refused if any answer is not public, and connected to exactly the
checked address. Time and size have limits that are kept while the bytes come in.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from importlib.metadata import version
from ssl import SSLContext

import httpcore2
import httpx2

from bot.errors import AddressError, FetchError
from bot.reading.addresses import is_allowed
from bot.reading.network import TOO_BIG, TOO_SLOW, CheckedBackend, Limits, Transport, Wire
from bot.reading.pacing import Pacer
from bot.reading.refusals import explain_status
from bot.reading.urls import join_url, parse_url, unwrap_url

_LONGEST_SIGNPOST = 8_192
_REFRESH = re.compile(
    rb"<meta[^>]{1,100}http-equiv\s*=\s*[\"']?refresh[^>]{1,100}content\s*=\s*[\"']?\s*[0-2]\s*;"
    rb"\s*url\s*=\s*[\"']?([^\"'>\s]{1,2000})",
    re.IGNORECASE,
)
_NONSENSE = (
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    UnicodeError,
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_pacer = Pacer()


@dataclass(frozen=True)
class Request:
    """What to ask for, and what is known of it from last time."""

    url: str
    allow_hosts: tuple[str, ...] = ()
    contact: str = ""
    etag: str = ""
    last_modified: str = ""
    limits: Limits = field(default_factory=Limits)
    pacer: Pacer = _pacer


@dataclass(frozen=True)
class Page:
    """What a site answered."""

    url: str
    """Where the page was in the end."""
    content: bytes
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    unchanged: bool = False
    """The site says that it is as it was (304): `content` is empty."""


def fetch(request: Request, wire: Wire | None = None) -> Page:
    """Fetch a page, following at most five redirects, each one checked again.

    Args:
        request: what to ask for.
        wire: how to connect, in tests; every address is checked all the same.

    Raises:
        AddressError: if the way leads to an address that must not be opened.
        FetchError: if the site does not answer, refuses, or sends too much or too slowly.
    """
    limits, url = request.limits, unwrap_url(request.url)
    deadline = time.monotonic() + limits.total
    allow_hosts, last_host = request.allow_hosts, ""
    for _ in range(limits.redirects + 1):
        allow_hosts = _check_port(url, allow_hosts)
        host = str(parse_url(url).host)
        pacer = request.pacer if host != last_host else Pacer(0)
        with pacer.turn(host) as waited:
            deadline, last_host = deadline + waited, host
            network = CheckedBackend(allow_hosts, deadline, limits, wire or Wire())
            answer = _ask(url, request, network, deadline)
        if isinstance(answer, Page):
            return answer
        url = unwrap_url(join_url(url, answer))
    raise FetchError("This link leads in circles: it never arrives at a page.")


def _check_port(url: str, allow_hosts: tuple[str, ...]) -> tuple[str, ...]:
    """The allowed hosts as they hold from here on: a page outside cannot lead to them."""
    parsed = parse_url(url)
    port = _port(url)
    if is_allowed(parsed.hostname, port, allow_hosts):
        return allow_hosts
    if port not in (80, 443):
        raise AddressError(f"I open web pages on the usual ports only, not on port {port}.")
    return ()


def _port(url: str) -> int:
    parsed = parse_url(url)
    return int(parsed.port) if parsed.port else {"http:": 80, "https:": 443}[parsed.protocol]


def _ask(
    url: str, request: Request, backend: httpcore2.NetworkBackend, deadline: float
) -> Page | str:
    """One request: the page, or the address that it redirects to."""
    limits = request.limits
    timeout = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": 1.0}
    asked = httpx2.Request("GET", url, headers=_headers(request), extensions={"timeout": timeout})
    pool = httpcore2.ConnectionPool(ssl_context=_ssl_context(), network_backend=backend)
    with _failures_explained(url), pool:
        response = Transport(pool).handle_request(asked)
        location = response.headers.get("location", "")
        if response.status_code in _REDIRECTS and location:
            return str(location)
        explain_status(response.status_code, url)
        page = _page(url, response, _read(response, limits, deadline))
        return _find_refresh(page.content) or page


@contextmanager
def _failures_explained(url: str) -> Iterator[None]:
    """Whatever the libraries raise becomes an error that a reporter understands."""
    try:
        yield
    except (httpcore2.TimeoutException, httpx2.TimeoutException) as error:
        raise FetchError(TOO_SLOW) from error
    except httpcore2.ConnectError as error:
        raise FetchError(_connect_message(url, error)) from error
    except _NONSENSE as error:
        raise FetchError("The site broke off, or its answer makes no sense.") from error


def _read(response: httpx2.Response, limits: Limits, deadline: float) -> bytes:
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limits.wire:
        raise FetchError(TOO_BIG)
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > limits.decoded:
            raise FetchError(TOO_BIG)
        if time.monotonic() > deadline:
            raise FetchError(TOO_SLOW)
        parts.append(part)
    return b"".join(parts)


def _find_refresh(content: bytes) -> str:
    """Where a page without content of its own sends a browser at once, as shorteners do."""
    match = _REFRESH.search(content) if len(content) < _LONGEST_SIGNPOST else None
    return unescape(match[1].decode("utf-8", "replace")) if match else ""


def _page(url: str, response: httpx2.Response, content: bytes) -> Page:
    headers: Mapping[str, str] = response.headers
    return Page(
        url=url,
        content=content,
        media_type=headers.get("content-type", "").partition(";")[0].strip().lower(),
        charset=response.charset_encoding or "",
        etag=headers.get("etag", "")[:500],
        last_modified=headers.get("last-modified", "")[:100],
        unchanged=response.status_code == 304,  # noqa: PLR2004 - HTTP's "not modified"
    )


def _connect_message(url: str, error: Exception) -> str:
    host = parse_url(url).hostname
    if "CERTIFICATE" in str(error).upper():
        return f"The certificate of {host} is not valid, so I cannot be sure whose page this is."
    return f"{host} does not answer."


def _headers(request: Request) -> dict[str, str]:
    """Who is asking, honestly."""
    about = f"+{request.contact}" if request.contact else "newsroom link reader"
    headers = {
        "User-Agent": f"onrecord/{version('onrecord')} ({about})",
        "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1",
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "en,*;q=0.5",
        "Connection": "close",
    }
    if request.etag:
        headers["If-None-Match"] = request.etag
    if request.last_modified:
        headers["If-Modified-Since"] = request.last_modified
    return headers


@cache
def _ssl_context() -> SSLContext:
    return httpcore2.default_ssl_context()
