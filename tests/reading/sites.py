"""Sites on loopback that answer with exactly the bytes that a test wants."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

import httpcore2

from bot.reading.network import Wire

Answer = bytes | Callable[[], Iterable[bytes]]
PUBLIC = "93.184.215.14"
"""An address of the public internet; nothing in the tests ever connects to it."""


class Site:
    """Serves paths on a port of its own, and remembers who came and what was asked."""

    def __init__(self, answers: dict[str, Answer] | None = None) -> None:
        self.answers = answers or {}
        self.connections = 0
        self.requests: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self.host = f"127.0.0.1:{self.port}"
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str = "/") -> str:
        return f"http://{self.host}{path}"

    def close(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.connections += 1
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            connection.settimeout(10)
            head = b""
            while b"\r\n\r\n" not in head and (got := connection.recv(65_536)):
                head += got
            request = head.decode("latin-1")
            self.requests.append(request)
            path = request.split(" ")[1] if " " in request else "/"
            answer = self.answers.get(path, response(b"", status="404 Not Found"))
            for part in [answer] if isinstance(answer, bytes) else answer():
                connection.sendall(part)


class Detour(httpcore2.NetworkBackend):
    """Notes where a connection was wanted, and makes it to a site on loopback."""

    def __init__(self, site: Site | None = None) -> None:
        self.wanted: list[tuple[str, int]] = []
        self._site = site
        self._backend = httpcore2.SyncBackend()

    def connect_tcp(self, host: str, port: int, *rest: Any, **named: Any) -> Any:  # noqa: ANN401
        self.wanted.append((host, port))
        if self._site is None:
            raise httpcore2.ConnectError(host)
        return self._backend.connect_tcp("127.0.0.1", self._site.port, *rest, **named)


class Names:
    """A resolver with its own idea of the world; each name gives its answers one after another."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self.asked: list[str] = []
        self._answers = {name.replace("_", "."): each for name, each in answers.items()}

    def __call__(self, host: str, _port: int) -> list[str]:
        self.asked.append(host)
        answers = self._answers.get(host, [[PUBLIC]])
        return answers.pop(0) if len(answers) > 1 else answers[0]


def wired(detour: Detour, **answers: list[list[str]]) -> Wire:
    return Wire(resolver=Names(**answers), network=detour)


def response(body: bytes, *, status: str = "200 OK", **headers: str) -> bytes:
    """An HTTP answer; header names with `_` for `-`."""
    fields = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body))}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in {**fields, **headers}.items()]
    head = "".join(f"{line}\r\n" for line in [f"HTTP/1.1 {status}", *lines])
    return f"{head}\r\n".encode() + body


def redirect(to: str) -> bytes:
    return response(b"", status="302 Found", Location=to)
