"""What is saved while a digest is written is in it or in the next one: never in none."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from store import Store
from store.articles import save_report
from store.database import saving
from store.digests import reports_between
from store.records import Audience
from store.shares import save_shares, set_share_state
from store.workspace import Share
from tests.archiving import READ, Said, Story, save

TEAM = Audience("T1", "C1")
HOUR = timedelta(hours=1)
STORY = Story((Said("Ada Holt", "the bridge is open"),))


def test_an_article_is_dated_when_it_is_saved(db: Database) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    save_report(db, *STORY.write(), everybody=True)
    assert reports_between(db, TEAM, before, datetime.now(UTC) + HOUR)
    assert not reports_between(db, TEAM, before - HOUR, before)


def test_an_article_counts_from_when_its_share_leads_to_it(db: Database) -> None:
    (shared,) = save_shares(db, [Share("T1", "C1", "1.1", "https://a.test", "")], now=READ)
    article_id = save(db, *STORY.said, everybody=False)
    assert shared.id
    eight = READ + HOUR
    assert not reports_between(db, TEAM, READ, eight)
    set_share_state(db, shared.id, "posting", article_id=article_id, now=eight)
    set_share_state(db, shared.id, "done", article_id=article_id, now=eight + HOUR)
    assert not reports_between(db, TEAM, READ, eight)
    assert len(reports_between(db, TEAM, eight, eight + HOUR)) == 1
    assert not reports_between(db, TEAM, eight + HOUR, eight + 2 * HOUR)


def test_a_digest_waits_for_what_is_being_saved(store: Store) -> None:
    holds, found = threading.Event(), []

    def digest() -> None:
        holds.wait(30)
        found.extend(reports_between(store.db, TEAM, READ, READ + HOUR))

    reader = threading.Thread(target=digest)
    reader.start()
    with saving(store.db):
        save_report(store.db, *STORY.write(), now=READ, everybody=True)
        holds.set()
        reader.join(0.3)
        assert reader.is_alive()
    reader.join(30)
    assert len(found) == 1
