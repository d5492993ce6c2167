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

    def deliver(self, kind: str, payload: Json, *, attempt: int | None = None) -> Json:
        """Send until it is answered with 200; events at most four times, all else once.

        Returns:
            What came with that answer.
        """
        status = 0
        for retry in range(4 if kind == "events_api" else 1):
            number = retry or attempt
            status, body = self.send(
                kind, payload, {"X-Slack-Retry-Num": str(number)} if number else {}
            )
            if status == 200:
                return read_answer(body)
        raise AssertionError(f"{kind} was answered with {status}")

    def send(
        self, kind: str, payload: Json, headers: dict[str, str] | None = None, *, age: int = 0
    ) -> tuple[int, str]:
        """One signed request; `age` seconds old. Status and body of the answer."""
        form = kind in {"slash_commands", "interactive"}
        fields = {"payload": json.dumps(payload)} if kind == "interactive" else payload
        body = urlencode(fields) if form else json.dumps(payload)
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


def read_answer(body: str) -> Json:
    """What an app says beside its 200: JSON, or nothing."""
    answer: object = json.loads(body) if body.startswith("{") else {}
    return answer if isinstance(answer, dict) else {}
