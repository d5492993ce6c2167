from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlite_utils import Database

from store.events import KEPT, remember_event
from store.records import Audience
from store.schedules import find_schedule, list_schedules, mark_digest_sent, save_schedule
from store.shares import (
    first_report_of,
    has_failed_share,
    save_shares,
    set_share_state,
    shares_of,
    unfinished_shares,
)
from store.workspace import Schedule, Share
from tests.archiving import READ, Said, save, share

LINK = Share(
    team="T1",
    channel="C1",
    ts="1700.1",
    url="https://news.test/bridge",
    shared_url="https://news.test/bridge?utm_source=x",
    user="U1",
    thread_ts="1699.9",
    private=True,
)


def test_a_share_is_saved_once_and_comes_back_whole(db: Database) -> None:
    other = replace(LINK, url="https://news.test/other")
    saved = save_shares(db, [LINK], now=READ)
    assert saved == [replace(LINK, id=1, created=READ)]
    again = save_shares(db, [LINK, other, other], now=READ + timedelta(minutes=5))
    assert [each.url for each in again] == [other.url]
    assert [each.url for each in shares_of(db, "T1", "C1", "1700.1")] == [LINK.url, other.url]


def test_the_same_message_id_in_another_channel_or_team_is_another_share(db: Database) -> None:
    there = [replace(LINK, channel="C2"), replace(LINK, team="T2")]
    assert len(save_shares(db, [LINK, *there], now=READ)) == 3
    assert len(shares_of(db, "T1", "C1", "1700.1")) == 1


def test_what_was_accepted_is_found_again_until_it_is_answered(db: Database) -> None:
    ids = [
        saved.id or 0
        for saved in save_shares(db, [replace(LINK, ts=f"1.{n}") for n in range(5)], now=READ)
    ]
    article_id = save(db, Said("Ada Holt", "the bridge is open"))
    set_share_state(db, ids[1], "reading")
    set_share_state(db, ids[2], "posting", article_id=article_id)
    set_share_state(db, ids[3], "done", article_id=article_id, report_ts="2.0")
    set_share_state(db, ids[4], "failed", failure="The page is gone.")
    assert [(each.id, each.state) for each in unfinished_shares(db)] == [
        (ids[0], "waiting"),
        (ids[1], "reading"),
        (ids[2], "posting"),
    ]


def test_what_is_known_of_a_share_stays_as_it_goes_on(db: Database) -> None:
    share_id = save_shares(db, [LINK], now=READ)[0].id or 0
    article_id = save(db, Said("Ada Holt", "the bridge is open"))
    for _ in range(2):
        set_share_state(db, share_id, "reading")
    set_share_state(db, share_id, "posting", article_id=article_id)
    set_share_state(db, share_id, "done", report_ts="2.0")
    done = shares_of(db, "T1", "C1", "1700.1")[0]
    assert (done.article_id, done.report_ts, done.attempts) == (article_id, "2.0", 2)


def test_the_first_report_is_pointed_to_only_where_it_may_be_seen(db: Database) -> None:
    article_id = save(db, Said("Ada Holt", "the bridge is open"), everybody=False)
    private = share(db, article_id, "G1", private=True)
    elsewhere = share(db, article_id, "C9", private=False, team="T2")
    public = share(db, article_id, "C2", private=False)
    url = private.url

    def points_to(audience: Audience) -> int | None:
        found = first_report_of(db, url, audience)
        return found.id if found else None

    assert points_to(Audience("T1", "C1")) == public.id
    assert points_to(Audience("T1", "G1")) == private.id
    assert points_to(Audience("T2", "G1")) == elsewhere.id
    assert points_to(Audience("T3", "C1")) is None
    assert points_to(Audience()) == private.id


def test_a_report_is_found_by_the_address_that_its_link_led_to(db: Database) -> None:
    article_id = save(db, Said("Ada Holt", "the bridge is open"), url="https://news.test/final")
    share_id = save_shares(db, [LINK], now=READ)[0].id or 0
    audience = Audience("T1", "C1")
    assert first_report_of(db, "https://news.test/final", audience) is None
    set_share_state(db, share_id, "done", article_id=article_id, report_ts="2.0")
    for url in ("https://news.test/final", LINK.url):
        found = first_report_of(db, url, audience)
        assert found
        assert found.id == share_id


def test_a_pasted_text_is_kept_until_it_is_answered(db: Database) -> None:
    pasted = replace(LINK, url="text:1", shared_url="", text="Ada Holt spoke.\n\nShe left.")
    [saved] = save_shares(db, [pasted], now=READ)
    for state in ("reading", "posting"):
        set_share_state(db, saved.id or 0, state)
        assert [each.text for each in unfinished_shares(db)] == [pasted.text]
    set_share_state(db, saved.id or 0, "done")
    assert [each.text for each in shares_of(db, "T1", "C1", "1700.1")] == [""]


def test_a_thread_with_a_failed_link_is_known(db: Database) -> None:
    [saved] = save_shares(db, [LINK], now=READ)
    assert not has_failed_share(db, "T1", "C1", "1699.9")
    set_share_state(db, saved.id or 0, "posting", failure="The page is gone.")
    assert has_failed_share(db, "T1", "C1", "1699.9")
    set_share_state(db, saved.id or 0, "failed", failure="The page is gone.")
    assert has_failed_share(db, "T1", "C1", "1699.9")
    assert not has_failed_share(db, "T1", "C1", "1700.1")
    assert not has_failed_share(db, "T2", "C1", "1699.9")


def test_an_event_is_new_only_the_first_time(db: Database) -> None:
    assert [remember_event(db, event, now=READ) for event in ("E1", "E2", "E1")] == [
        True,
        True,
        False,
    ]


def test_events_are_forgotten_when_slack_repeats_them_no_more(db: Database) -> None:
    remember_event(db, "E1", now=READ)
    remember_event(db, "E2", now=READ + KEPT + timedelta(seconds=1))
    assert [row["event_id"] for row in db.table("events").rows] == ["E2"]


def test_a_digest_is_claimed_once_for_each_moment(db: Database) -> None:
    save_schedule(db, Schedule("T1", "C1", "08:00", "Europe/London"))
    later = READ + timedelta(days=1)
    claims = [mark_digest_sent(db, "T1", "C1", at) for at in (READ, READ, later, READ, later)]
    assert claims == [True, False, True, False, False]
    assert not mark_digest_sent(db, "T1", "C2", READ)


def test_a_changed_schedule_remembers_what_was_sent(db: Database) -> None:
    save_schedule(db, Schedule("T1", "C1", "08:00", "Europe/London"))
    mark_digest_sent(db, "T1", "C1", READ)
    changed = Schedule("T1", "C1", "09:15", "Asia/Tokyo", "sat,sun", enabled=False)
    save_schedule(db, changed)
    assert find_schedule(db, "T1", "C1") == replace(changed, last_sent=READ)
    assert list_schedules(db) == [replace(changed, last_sent=READ)]
    assert find_schedule(db, "T2", "C1") is None
