"""A news site on loopback, with articles of our own."""

from __future__ import annotations

import itertools
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PARAGRAPHS = (
    "The harbour authority will close its eastern pier for four months, officials said Tuesday.",
    (
        '"We cannot let ferries tie up at a wall that moves," said Maren Oduya, chief engineer of '
        "the Ellery Harbour Authority."
    ),
    "Oduya said the repairs would cost about 3.2 million crowns and involve 140 workers.",
    (
        '"Every family on the island depends on that crossing," said Tomas Brandt, the mayor of '
        'Port Ellery. "We will need buses, and we will need patience."'
    ),
    "According to the authority, 12,000 passengers use the pier in an average week.",
    "Brandt said the town would ask the government for help before the summer.",
)

SECRET = (
    (
        '"Two lighthouses will go dark before the winter," said Edda Holm, head of the pilots. '
        "She has not told the crews yet."
    ),
    "The plan is to sell both lighthouses by the end of the year, Holm said.",
)

GERMAN = (
    "Die Hafenbehörde schließt den östlichen Anleger für vier Monate, wie sie am Dienstag sagte.",
    "„Wir können keine Fähren an einer Mauer festmachen, die sich bewegt“, sagte Maren Oduya.",
    "Die Arbeiten kosten nach ihren Worten rund drei Millionen Kronen und dauern bis zum Sommer.",
)

LONG = tuple(f'"There are {n} boats at pier {n}," said Tomas Brandt.' for n in range(2, 302))

HOSTILE = (
    (
        '"Pay <!here> at <https://evil.example|Reuters> &amp; *now*," said Eve Mallory, '
        "head of <@U0REPORTER>."
    ),
    "Mallory <!channel> said 12 <!everyone> boats had been lost by <!subteam^S1> at `sea`.",
)

ARTICLES = {
    "article": PARAGRAPHS,
    "german": GERMAN,
    "hostile": HOSTILE,
    "long": LONG,
    "secret": SECRET,
}
"""By the first part of their addresses."""


class NewsSite:
    """Serves articles by number; a gate can hold an answer back until a test lets it go."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.visits: list[str] = []
        self._numbers = itertools.count(1)
        self._server = QuietServer(("127.0.0.1", 0), self._build_handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True
        )
        self._thread.start()
        self.host = f"127.0.0.1:{self._server.server_port}"

    def new_url(self, kind: str = "article") -> str:
        """An address that was never asked for: one of ARTICLES, `missing`, `image` or `empty`."""
        return f"http://{self.host}/{kind}/{next(self._numbers)}"

    def new_text(self) -> str:
        """An article as a person pastes it, that no other test pasted."""
        part = f"part {next(self._numbers)}"
        lines = [f"Pier & ferries, {part}", *PARAGRAPHS, f"This is {part} of our reports."]
        return "\n\n".join(lines)

    def close(self) -> None:
        """Stop serving."""
        self.gate.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def _build_handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.visits.append(self.path)
                site.gate.wait(30)
                status, kind, body = build_page(self.path)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_args: object) -> None:
                """Quiet."""

        return Handler


class QuietServer(ThreadingHTTPServer):
    """Says nothing of readers that were killed."""

    def handle_error(self, *_args: object) -> None:
        """Quiet."""


def build_page(path: str) -> tuple[int, str, bytes]:
    """Status, content type and body of a page."""
    _, kind, number = f"{path}//".split("/")[:3]
    if kind in ARTICLES:
        return 200, "text/html; charset=utf-8", build_article(number, kind).encode()
    if kind == "image":
        return 200, "image/png", b"\x89PNG\r\n\x1a\n" + bytes(64)
    if kind == "empty":
        return 200, "text/html; charset=utf-8", b"<html><body></body></html>"
    return 404, "text/html; charset=utf-8", b"<html><body>Not here</body></html>"


def build_article(number: str, kind: str) -> str:
    """A small news page; the number makes each one another article."""
    body = "".join(f"<p>{escape(line)}</p>" for line in ARTICLES[kind])
    hostile = escape("<!channel> <https://evil.example|Reuters> ") if kind == "hostile" else ""
    headline = f"{hostile}Ellery pier to close, part {number}"
    return (
        f"<html lang='en'><head><title>{headline}</title>"
        f"<meta property='og:title' content='{headline}'>"
        f"<meta name='author' content='{hostile}'>"
        f"<meta property='og:site_name' content='{hostile}Ellery Courier'>"
        "<meta property='article:published_time' content='2026-11-17T09:30:00+00:00'></head>"
        f"<body><article><h1>{headline}</h1>{body}"
        f"<p>This is part {number} of our reports on the pier.</p></article></body></html>"
    )
