"""The bot as a user starts it: a process of its own, told everything by its environment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


class BotProcess:
    """Starts `python -m bot run`; its log is a file."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.log = folder / "bot.log"
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=folder,
                env={**kept, "PYTHONPATH": str(ROOT), **environment},
                stdout=log,
                stderr=log,
            )

    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def wait(self, seconds: float = 20) -> int:
        """Its exit status, when it ends by itself."""
        return self._process.wait(seconds)

    def stop(self, seconds: float = 15) -> tuple[int, float]:
        """Ask it to stop (SIGTERM): exit status, and seconds that it took."""
        started = time.monotonic()
        if self.is_running():
            self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(seconds), time.monotonic() - started
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> None:
        """End it without warning."""
        self._process.kill()
        self._process.wait(10)

    def read_log(self) -> str:
        """Everything it wrote so far."""
        return self.log.read_text(errors="replace")
