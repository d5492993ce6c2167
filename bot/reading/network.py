"""The wire: connections to checked addresses only, with their seconds and bytes counted."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any

import httpcore2
import httpx2

from bot.errors import FetchError
from bot.reading.addresses import Resolver, is_allowed, public_addresses, resolve

MEBIBYTE = 2**20
TOO_SLOW = "The site is too slow: it did not send the page in time."
TOO_BIG = "The page is too big for an article."


@dataclass(frozen=True)
class Limits:
    """What one page may cost: seconds and bytes."""

    connect: float = 5.0
    read: float = 10.0
    total: float = 20.0
    wire: int = 5 * MEBIBYTE
    decoded: int = 10 * MEBIBYTE
    redirects: int = 5


@dataclass(frozen=True)
class Wire:
    """How names become addresses and addresses connections; tests put their own here."""

    resolver: Resolver = resolve
    network: httpcore2.NetworkBackend = field(default_factory=httpcore2.SyncBackend)


class CheckedBackend(httpcore2.NetworkBackend):
    """Connects to checked addresses only, and counts the seconds and bytes of a page."""

    def __init__(
        self,
        allow_hosts: tuple[str, ...],
        deadline: float,
        limits: Limits,
        wire: Wire,
    ) -> None:
        self._allow_hosts = allow_hosts
        self._deadline = deadline
        self._limits = limits
        self._wire = wire

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Resolve once, and connect to an address of that answer."""
        if is_allowed(host, port, self._allow_hosts):
            addresses = self._wire.resolver(host, port)
        else:
            addresses = public_addresses(host, port, self._wire.resolver)
        problem: Exception = httpcore2.ConnectError(host)
        for address in addresses:
            left = max(0.1, min(timeout or self._limits.connect, self._deadline - time.monotonic()))
            try:
                stream = self._wire.network.connect_tcp(
                    address, port, left, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                problem = error
            else:
                return _CountedStream(stream, self._deadline, self._limits)
            if time.monotonic() > self._deadline:
                break
        raise problem


class _CountedStream(httpcore2.NetworkStream):
    """A connection that ends when the page's time or bytes are used up."""

    def __init__(
        self, stream: httpcore2.NetworkStream, deadline: float, limits: Limits, size: int = 0
    ) -> None:
        self._stream, self._deadline, self._limits, self._size = stream, deadline, limits, size

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout(TOO_SLOW)
        got = self._stream.read(max_bytes, min(left, timeout or left))
        self._size += len(got)
        if self._size > self._limits.wire:
            raise FetchError(TOO_BIG)
        return got

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, timeout)
        return _CountedStream(stream, self._deadline, self._limits, self._size)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as the library has it
        return self._stream.get_extra_info(info)


class Transport(httpx2.BaseTransport):
    """httpx2's decoding on top of a pool of our own: no proxies, cookies or environment."""

    def __init__(self, pool: httpcore2.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request; the answer's body is still to be read."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream),
            extensions=answer.extensions,
            request=request,
        )


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Any) -> None:  # noqa: ANN401 - sync or async in the library's types
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()
