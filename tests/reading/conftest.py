"""A site of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reading.sites import Site


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def other_site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()
