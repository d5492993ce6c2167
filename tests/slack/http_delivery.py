"""Deliveries by HTTP, signed as Slack signs them, and repeated as Slack repeats them."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

from tests.slack.workspace import SIGNING_SECRET, Json


class HttpDelivery:
    """Sends to the app's request URL."""

    def __init__(self, url: str, secret: str = SIGNING_SECRET) -> None:
        self.url = url
        self.secret = secret

    def deliver(self, kind: str, payload: Json, *, attempt: int | None = None) -> float:
        """Send until it is answered with 200, at most four times.

        Returns:
            Seconds until the answer of the attempt that was accepted.
        """
        for retry in range(4):
            started = time.monotonic()
            number = retry or attempt
            status, _ = self.send(
                kind, payload, {"X-Slack-Retry-Num": str(number)} if number else {}
            )
            if status == 200:
                return time.monotonic() - started
        raise AssertionError(f"{kind} was answered with {status} four times")

    def send(
        self, kind: str, payload: Json, headers: dict[str, str] | None = None, *, age: int = 0
    ) -> tuple[int, str]:
        """One signed request; `age` seconds old. Status and body of the answer."""
        form = kind == "slash_commands"
        body = urlencode(payload) if form else json.dumps(payload)
        timestamp = str(int(time.time()) - age)
        signature = SignatureVerifier(self.secret).generate_signature(
            timestamp=timestamp, body=body
        )
        request = urllib.request.Request(
            self.url,
            body.encode(),
            {
                "Content-Type": f"application/{'x-www-form-urlencoded' if form else 'json'}",
                "X-Slack-Request-Timestamp": timestamp,
                "X-Slack-Signature": signature or "",
                **(headers or {}),
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
