"""The digest: what was said since the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.blocks import build_digest
from bot.blocks.elements import fits
from store.records import ArticleRef, Digest
from tests.blocks.makers import HOLT, build_report, leaves, words_of

SINCE = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
UNTIL = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SAID = "We have the contract, and we have the names of all the ships"


def test_a_digest_tells_its_time_in_the_channels_zone() -> None:
    report = build_report((SAID, "direct", HOLT))
    shown = words_of(build_digest(Digest(SINCE, UNTIL, (report,)), ZoneInfo("Asia/Tokyo")))
    assert "22 Nov 2026, 17:00 to 23 Nov 2026, 17:00 · 1 article" in shown
    assert SAID in shown
    assert shown.endswith("Automatic, check the source.")


def test_a_digest_of_nothing_says_so() -> None:
    shown = words_of(build_digest(Digest(SINCE, UNTIL, ()), UTC))
    assert "no article was read" in shown


def test_a_digest_of_many_articles_fits_and_says_what_it_leaves_out() -> None:
    reports = tuple(
        build_report((SAID, "direct", HOLT), headline=f"Headline {n}") for n in range(120)
    )
    blocks = build_digest(Digest(SINCE, UNTIL, reports), UTC)
    assert fits(blocks)
    assert "more articles" in words_of(blocks)
    assert "120 articles" in words_of(blocks)


def test_a_story_that_others_have_too_stands_once_with_links_to_them() -> None:
    others = tuple(
        ArticleRef(number, "Same", name, f"https://{name.lower()}.example/", None)
        for number, name in enumerate(("Post", "Herald", "Mail", "Echo"), 2)
    )
    report = replace(build_report((SAID, "direct", HOLT)), also_in=others)
    blocks = build_digest(Digest(SINCE, UNTIL, (report,)), UTC)
    assert "Also in 4 outlets: Post, Herald, Mail, …" in words_of(blocks)
    links = {leaf["text"]: leaf["url"] for leaf in leaves(blocks) if leaf["type"] == "link"}
    assert links["Herald"] == "https://herald.example/"
    assert "Echo" not in links
