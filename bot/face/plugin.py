"""What Datasette is told: our pages, functions and words, and whom it answers."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import date
from functools import partial
from html import escape
from typing import Any
from urllib.parse import urlencode

from datasette import Response, hookimpl
from markupsafe import Markup

from bot.blocks.wording import format_date
from bot.desk import Desk
from bot.face.pages import Pages
from bot.passages import build_passage_link, web_url
from store.browsing import Connection, ready_queries

NAME = "archive"
"""Of the database in Datasette's addresses."""

SERVER_ERROR = 500

log = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Send = Callable[[Scope], Awaitable[None]]
App = Callable[[Scope, Any, Send], Awaitable[None]]

_HEADERS = {
    "content-security-policy": "default-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
"""Nothing is loaded from elsewhere, and no site learns from where its page was opened."""


class Face:
    """A Datasette plugin for one archive."""

    __name__ = "onrecord"

    def __init__(self, desk: Desk, port: int) -> None:
        self._pages = Pages(desk)
        self._hosts = {f"{host}:{port}".encode() for host in ("127.0.0.1", "localhost")}

    @hookimpl
    def prepare_connection(self, conn: Connection) -> None:
        """`passage_link(url, sentence)`: an address that opens an article at a sentence."""
        conn.create_function("passage_link", 2, _passage_link, deterministic=True)

    @hookimpl
    def register_routes(self) -> list[tuple[str, Callable[..., Any]]]:
        """Our own pages."""
        pages = self._pages
        return [
            (r"^/$", pages.home),
            (r"^/ask$", pages.ask),
            (r"^/speaker/(?P<number>\d{1,18})$", pages.speaker),
            (r"^/article/(?P<number>\d{1,18})$", pages.article),
        ]

    @hookimpl
    def extra_template_vars(self) -> dict[str, Any]:
        """What the templates are written with."""
        return {
            "passage_link": _passage_link,
            "day": _format_day,
            "ready_queries": ready_queries(),
        }

    @hookimpl
    def render_cell(self, row: Any, value: Any, column: str) -> Markup | None:  # noqa: ANN401
        """Names lead to their pages, passage links to their passages."""
        address = _find_address(row, value, column)
        if address is None:
            return None
        label = "source" if column == "link" else str(value)
        return Markup(f'<a href="{escape(address)}">{escape(label)}</a>')  # noqa: S704  # escaped

    @hookimpl
    def handle_exception(self, datasette: Any, request: Any, exception: Exception) -> Any:  # noqa: ANN401
        """An error as a page of ours; Datasette's own would print it with all that it knows."""
        status = getattr(exception, "status", 500)
        message = getattr(exception, "message", "") or (
            str(exception) if status < SERVER_ERROR else "Something unexpected went wrong here."
        )
        if getattr(exception, "message_is_html", False):
            message = "This took too long. Narrow it down, or ask it in the field above."
        if status >= SERVER_ERROR:
            log.error("%s cannot be shown.", request.path, exc_info=exception)
        if request.path.endswith(".json"):
            return Response.json({"ok": False, "error": message, "status": status}, status=status)
        return partial(_show_error, datasette, request, status, message)

    @hookimpl
    def asgi_wrapper(self) -> Callable[[App], App]:
        """Answer only those who ask for this machine by name, and tell browsers what to load.

        A page elsewhere can make its own name mean 127.0.0.1 and read what is served here; it
        cannot make a browser send our name.
        """
        hosts = self._hosts

        def wrap(app: App) -> App:
            async def guarded(scope: Scope, receive: Any, send: Send) -> None:  # noqa: ANN401
                if scope["type"] == "http" and dict(scope["headers"]).get(b"host") not in hosts:
                    await _refuse(send)
                else:
                    await app(scope, receive, _with_headers(send))

            return guarded

        return wrap


async def _show_error(datasette: Any, request: Any, status: int, message: str) -> Any:  # noqa: ANN401
    context = {"status": status, "error": message}
    return Response.html(
        await datasette.render_template("error.html", context, request=request), status=status
    )


def _with_headers(send: Send) -> Send:
    async def send_with(message: Scope) -> None:
        if message["type"] == "http.response.start":
            ours = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
            kept = [pair for pair in message["headers"] if pair[0].decode() not in _HEADERS]
            message = {**message, "headers": [*kept, *ours]}
        await send(message)

    return send_with


async def _refuse(send: Send) -> None:
    headers = [(b"content-type", b"text/plain")]
    await send({"type": "http.response.start", "status": 421, "headers": headers})
    await send({"type": "http.response.body", "body": b"Open it as http://127.0.0.1."})


def _passage_link(url: str | None, sentence: str | None) -> str:
    return build_passage_link(url or "", sentence or "")


def _format_day(text: str | None) -> str:
    found = re.match(r"\d{4}-\d\d-\d\d", text or "")
    return format_date(date.fromisoformat(found[0])) if found else ""


def _find_address(row: Any, value: Any, column: str) -> str | None:  # noqa: ANN401
    """Where a cell leads; None where it leads nowhere of ours."""
    if not isinstance(value, str) or not value:
        return None
    columns = set(row.keys())
    if column == "speaker" and "speaker_id" in columns and row["speaker_id"]:
        return f"/speaker/{row['speaker_id']}"
    if column in ("headline", "claim") and "article_id" in columns:
        return f"/article/{row['article_id']}"
    if column == "publisher" and "articles" in columns:
        return f"/{NAME}/statements?{urlencode({'publisher__exact': value})}"
    return web_url(value) or None if column == "link" else None
