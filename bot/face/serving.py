"""Datasette, opened on the archive: read only, on 127.0.0.1 only, until Ctrl-C."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from datasette import handle_exception
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm

from bot.desk import Desk
from bot.errors import SettingsError
from bot.face.plugin import NAME, Face
from store.browsing import Connection, connect_for_looking, hidden_tables, ready_queries

HOST = "127.0.0.1"
SECONDS_TO_STOP = 2
_HERE = Path(__file__).parent

_SETTINGS = {
    "default_page_size": 30,
    "sql_time_limit_ms": 15_000,
    "facet_time_limit_ms": 700,
    "facet_suggest_time_limit_ms": 50,
    "allow_download": False,
    "allow_signed_tokens": False,
    "default_cache_ttl": 0,
}


class _ReadOnly(Database):  # type: ignore[misc]  # Datasette comes without types
    """The archive's file, opened by the store."""

    def connect(self, write: bool = False) -> Connection:
        if write:
            raise PermissionError("The archive is only looked at here.")
        conn = connect_for_looking(Path(self.path))
        self._all_file_connections.append(conn)
        return conn


class _Server(uvicorn.Server):
    """Tells when it answers: a Ctrl-C before that could be lost while it starts."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def serve(desk: Desk, port: int, ready: Callable[[str], None]) -> None:
    """Serve the archive until Ctrl-C.

    Args:
        desk: Of the archive, opened read only.
        port: To listen on; 0 for any that is free.
        ready: Called with the address when the page can be opened.

    Raises:
        SettingsError: the port is in use.
    """
    listening = _listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    face = Face(desk, listening.getsockname()[1])
    pm.register(face)
    pm.unregister(handle_exception)  # the face has its own
    try:
        config = uvicorn.Config(
            build_datasette(desk.store.path).app(),
            log_level="warning",
            timeout_graceful_shutdown=SECONDS_TO_STOP,
        )
        _Server(config, lambda: ready(address)).run([listening])
    except KeyboardInterrupt:  # uvicorn stops in good order, then hands it on
        pass
    finally:
        pm.unregister(face)
        pm.register(handle_exception)
        listening.close()


def build_datasette(path: Path) -> Datasette:
    """Datasette with the archive as its only database."""
    conn = connect_for_looking(path)
    hidden = hidden_tables(conn)
    conn.close()
    datasette = Datasette(
        [],
        metadata=build_metadata(hidden),
        settings=_SETTINGS,
        template_dir=str(_HERE / "templates"),
        static_mounts=[("face", str(_HERE / "static"))],
    )
    datasette.remove_database("_memory")
    datasette.add_database(_ReadOnly(datasette, path=str(path)), name=NAME)
    return datasette


def build_metadata(hidden: list[str]) -> dict[str, Any]:
    """Titles, ready queries, facets, and which tables are hidden."""
    search = {"fts_table": "attributions_fts", "fts_pk": "id"}
    statements = {
        **search,
        "title": "Statements",
        "description": "Who said what, where and when, the newest first.",
        "facets": ["speaker", "publisher", "kind"],
        "sort_desc": "id",
        "sortable_columns": ["dated", "id", "speaker", "publisher"],
    }
    queries = {
        query.name: {
            "title": query.title,
            "description": query.description,
            "sql": query.sql,
            "hide_sql": True,
        }
        for query in ready_queries()
    }
    shown = {"statements": statements, "attributions": search}
    tables = {**shown, **{name: {"hidden": True} for name in hidden}}
    database = {"title": "All tables", "queries": queries, "tables": tables}
    return {"title": "On the Record", "databases": {NAME: database}}


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise SettingsError(
            f"Port {port} is in use, or may not be used.", "Leave --port out for a free one."
        ) from error
    return listening
