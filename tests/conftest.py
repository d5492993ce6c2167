"""What tests of several rooms share."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bot.language import load_language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_language()
