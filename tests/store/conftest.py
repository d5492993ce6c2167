from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "archive.db")
    yield store
    store.close()


@pytest.fixture
def db(store: Store) -> Database:
    return store.db
