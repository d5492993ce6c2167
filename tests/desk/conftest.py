from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.settings import load_settings
from store import Store


def no_language() -> Language:
    raise AssertionError("nothing here needs the language model")


@pytest.fixture
def desk(empty_archive: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty archive, that cannot analyse."""
    store = Store(Path(shutil.copy(empty_archive, tmp_path)))
    yield Desk(store, no_language, load_settings(onrecord_db=store.path))
    store.close()
