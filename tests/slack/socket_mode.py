"""Slack's Socket Mode on loopback: hello, envelopes, acknowledgements, dropped connections."""

from __future__ import annotations

import json
import threading
import uuid
from contextlib import suppress

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

from tests.slack.workspace import APP, Json


class SocketMode:
    """A websocket server that sends envelopes and keeps what was acknowledged."""

    def __init__(self) -> None:
        self.connections: list[ServerConnection] = []
        self.opened = 0
        self.closed = False
        self.acknowledged: dict[str, Json] = {}
        self.changed = threading.Condition()
        self.server: Server = serve(self._talk, "127.0.0.1", 0)
        port = self.server.socket.getsockname()[1]
        self.url = f"ws://127.0.0.1:{port}/link?ticket=test-ticket"
        self._thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self._thread.start()

    def deliver(self, kind: str, payload: Json, *, attempt: int | None = None) -> Json:
        """Send an envelope until it is acknowledged, as Slack does (events only).

        Returns:
            What came with the acknowledgement.
        """
        for retry in range(4 if kind == "events_api" else 1):
            envelope: Json = {
                "envelope_id": str(uuid.uuid4()),
                "type": kind,
                "payload": payload,
                "accepts_response_payload": kind != "events_api",
            }
            if retry or attempt is not None:
                envelope |= {"retry_attempt": attempt or retry, "retry_reason": "timeout"}
            with suppress(ConnectionClosed):
                self.wait_for_connection().send(json.dumps(envelope))
            if self._is_acknowledged(envelope["envelope_id"]):
                return self.acknowledged[envelope["envelope_id"]]
        raise AssertionError(f"no acknowledgement of {kind}")

    def wait_for_connection(self, seconds: float = 20) -> ServerConnection:
        """The newest open connection."""
        with self.changed:
            self.changed.wait_for(lambda: self.connections or self.closed, seconds)
            if not self.connections:
                raise AssertionError(f"the bot did not connect in {seconds} s")
            return self.connections[-1]

    def drop(self) -> None:
        """Cut every connection without a word."""
        with self.changed:
            dropped, self.connections = self.connections, []
        for connection in dropped:
            with suppress(OSError):
                connection.socket.shutdown(2)

    def ask_to_reconnect(self) -> None:
        """What Slack sends about once an hour, before it closes the old socket itself."""
        with self.changed:
            asked, self.connections = self.connections, []
        for connection in asked:
            connection.send(json.dumps({"type": "disconnect", "reason": "refresh_requested"}))
        self.wait_for_connection()
        for connection in asked:
            connection.close()

    def close(self) -> None:
        """Stop listening, and waiting."""
        with self.changed:
            self.closed = True
            self.changed.notify_all()
        self.server.shutdown()
        self._thread.join(5)

    def _is_acknowledged(self, envelope: str) -> bool:
        with self.changed:
            self.changed.wait_for(lambda: self.closed or envelope in self.acknowledged, 3)
            return envelope in self.acknowledged

    def _talk(self, connection: ServerConnection) -> None:
        hello = {"type": "hello", "num_connections": 1, "connection_info": {"app_id": APP}}
        with suppress(ConnectionClosed, OSError):
            connection.send(json.dumps(hello))
            with self.changed:
                self.connections.append(connection)
                self.opened += 1
                self.changed.notify_all()
            for raw in connection:
                self._take(json.loads(raw))
        with self.changed:
            if connection in self.connections:
                self.connections.remove(connection)

    def _take(self, answer: Json) -> None:
        with self.changed:
            self.acknowledged[answer["envelope_id"]] = answer.get("payload") or {}
            self.changed.notify_all()
