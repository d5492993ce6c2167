"""What tests of several rooms share."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from spacy.language import Language

from bot.language import load_language
from store import Store


@pytest.fixture(scope="session")
def empty_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that is up to date, to be copied: quicker than making each one anew."""
    path = tmp_path_factory.mktemp("empty") / "archive.db"
    Store(path).close()
    return path


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_language()


def pytest_configure() -> None:
    """Ctrl-C counts also where the tests run in a shell's background, which ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
