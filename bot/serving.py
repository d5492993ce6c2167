"""How Slack reaches the bot: over a socket that the bot opens, or by HTTP."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk.errors import SlackApiError, SlackClientNotConnectedError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.builtin.connection import Connection
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from waitress.server import create_server

from bot.connection import Mode, ask_slack
from bot.errors import SettingsError, SlackError
from bot.manifest import EVENTS_PATH
from bot.settings import Settings

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

HEALTH_PATH = "/healthz"
THREADS = 8
BIGGEST_REQUEST = 2**20
SECONDS_BETWEEN_LOOKS = 1


def serve(app: App, settings: Settings, mode: Mode) -> AbstractContextManager[None]:
    """Take Slack's deliveries, in threads of their own, while the context is open."""
    return serve_socket(app, settings) if mode == "socket" else serve_http(app, settings)


@contextmanager
def serve_socket(app: App, settings: Settings) -> Iterator[None]:
    """Open a socket to Slack; it is opened again whenever it breaks.

    Raises:
        SlackError: the app-level token is refused.
    """
    token = settings.slack_app_token.get_secret_value() if settings.slack_app_token else ""
    handler = _SocketHandler(app, token)
    try:
        ask_slack(handler.connect, "SLACK_APP_TOKEN")
    except SlackError:
        handler.close()  # type: ignore[no-untyped-call]  # so in Bolt
        raise
    stopping = threading.Event()
    threading.Thread(target=_watch, args=(handler.client, stopping), daemon=True).start()
    try:
        yield
    finally:
        stopping.set()
        _end_wait(handler.client)
        handler.close()  # type: ignore[no-untyped-call]  # so in Bolt


def _end_wait(client: SocketModeClient) -> None:
    """End the wait for the next message, of up to three seconds, that would hold up a stop."""
    client.auto_reconnect_enabled = False
    session = client.current_session
    if session and session.sock:
        with suppress(OSError):
            session.sock.shutdown(socket.SHUT_RDWR)


def _watch(client: SocketModeClient, stopping: threading.Event) -> None:
    """Open the socket again as soon as it is found dead.

    The client itself takes nearly a minute for one that the other side cut without a word.
    """
    while not stopping.wait(SECONDS_BETWEEN_LOOKS):
        session = client.current_session
        if session is None or _is_alive(session):
            continue
        log.warning("The socket to Slack broke; opening a new one.")
        session.disconnect()
        try:
            client.connect_to_new_endpoint()
        except (SlackApiError, OSError) as error:
            log.warning("Slack does not open a socket yet: %s", " ".join(str(error).split()))


def _is_alive(session: Connection) -> bool:
    try:
        session.ping(f"{session.session_id}:{time.time()}")
    except OSError:
        return False
    return True


class _SocketHandler(SocketModeHandler):
    """Acknowledges what not even Bolt can read: Slack would only send it again."""

    def handle(  # type: ignore[override]  # as Bolt's own narrows it
        self, client: SocketModeClient, req: SocketModeRequest
    ) -> None:
        try:
            super().handle(client, req)
        except SlackClientNotConnectedError:
            log.info("The socket closed before an acknowledgement; Slack sends the event again.")
        except Exception:
            log.exception("Slack sent what cannot be read.")
            client.send_socket_mode_response(SocketModeResponse(req.envelope_id))


@contextmanager
def serve_http(app: App, settings: Settings) -> Iterator[None]:
    """Listen for Slack's requests, whose signatures Bolt verifies.

    Raises:
        SettingsError: the address cannot be listened on.
    """
    address = f"{settings.onrecord_host}:{settings.port}"
    try:
        server: Any = create_server(
            build_wsgi(app),
            host=settings.onrecord_host,
            port=settings.port,
            threads=THREADS,
            max_request_body_size=BIGGEST_REQUEST,
        )
    except OSError as error:
        raise SettingsError(
            f"{address} cannot be listened on: {error.strerror or error}.",
            "Choose another PORT or ONRECORD_HOST.",
        ) from error
    thread = threading.Thread(target=server.run, name="http", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.close()
        server.task_dispatcher.shutdown()
        thread.join(2)


def build_wsgi(app: App) -> WSGIApplication:
    """Bolt's requests under `/slack/...`, and `/healthz` for whoever watches the bot."""
    slack: Callable[..., Iterable[bytes]] = SlackRequestHandler(app, path=EVENTS_PATH)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("PATH_INFO") == HEALTH_PATH:
            start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"ok\n"]
        try:
            return slack(environ, start_response)
        except Exception:
            log.exception("Slack sent what cannot be read.")
            start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
            return []

    return answer
