from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import Store


@pytest.fixture
def store(empty_archive: Path, tmp_path: Path) -> Iterator[Store]:
    store = Store(Path(shutil.copy(empty_archive, tmp_path)))
    yield store
    store.close()


@pytest.fixture
def db(store: Store) -> Database:
    return store.db
