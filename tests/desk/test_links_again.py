"""A link that is shared where nobody may be pointed to its first thread is read again, politely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from spacy.language import Language

from bot.blocks import build_reports, build_text
from bot.desk import Desk
from bot.desk.links import accept_shares, finish_shares, read_shares
from bot.settings import load_settings
from store.records import Report
from store.workspace import Outcome, Pointer, Share
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


def test_who_shares_it_again_is_told_what_its_publisher_changed(
    desk: Desk, nlp: Language, site: Site
) -> None:
    settings = load_settings(onrecord_db=desk.store.path, onrecord_allow_hosts=site.host)
    desk = replace(desk, settings=settings, language=lambda: nlp)

    def share(ts: str) -> Outcome | None:
        link = Share("T1", "C1", ts, "", site.url("/a"))
        read = read_shares(desk, accept_shares(desk, [link], now=NOW))
        finish_shares(desk, read, f"{ts}9")
        return read[0].outcome

    assert isinstance(share("1.1"), Report)
    visits = len(site.requests)
    pointer = share("2.1")
    assert isinstance(pointer, Pointer)
    assert (pointer.added, len(site.requests)) == (0, visits)  # read a moment ago

    desk.store.db.execute("UPDATE articles SET read_at = '2026-01-01T08:00:00Z'")
    desk.store.db.execute("UPDATE shares SET read_at = '2026-01-01T08:00:01Z'")
    desk.store.db.conn.commit()
    more = "<p>\u201cNobody asked the ferrymen,\u201d said Ines Marlow, who sells tickets.</p>"
    changed = article_page().replace("</article>", f"{more}</article>")
    assert changed != article_page()
    site.answers["/a"] = response(changed.encode())
    pointer = share("3.1")
    assert isinstance(pointer, Pointer)
    assert (pointer.added, pointer.changed, pointer.vanished) == (1, 0, 0)
    assert "since then 1 statement new" in build_text(build_reports([pointer]))

    long_ago = "UPDATE articles SET read_at = '2026-01-02T08:00:00Z' WHERE superseded_by IS NULL"
    desk.store.db.execute(long_ago)
    desk.store.db.conn.commit()
    site.answers["/a"] = response(b"", status="404 Not Found")
    pointer = share("4.1")
    assert isinstance(pointer, Pointer)
    assert pointer.added == 1
