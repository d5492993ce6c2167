"""A link that is shared where nobody may be pointed to its first thread is read again, politely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from spacy.language import Language

from bot.desk import Desk
from bot.desk.links import accept_shares, finish_shares, read_shares
from bot.settings import load_settings
from store.records import Report, Share
from tests.reading.pages import article_page
from tests.reading.sites import Site, response

NOW = datetime.now(UTC)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site({"/a": response(article_page().encode(), ETag='"v1"')})
    yield site
    site.close()


def test_its_site_is_asked_whether_the_article_has_changed(
    desk: Desk, nlp: Language, site: Site
) -> None:
    settings = load_settings(onrecord_db=desk.store.path, onrecord_allow_hosts=site.host)
    desk = replace(desk, settings=settings, language=lambda: nlp)

    def share(channel: str) -> Report:
        link = Share("T1", channel, "1.1", "", site.url("/a"), private=True)
        read = read_shares(desk, accept_shares(desk, [link], now=NOW))
        finish_shares(desk, read, "2.2")
        assert isinstance(read[0].outcome, Report)
        return read[0].outcome

    first = share("G1")
    site.answers["/a"] = response(b"", status="304 Not Modified")
    assert share("G2") == first
    assert 'If-None-Match: "v1"' in site.requests[-1]
