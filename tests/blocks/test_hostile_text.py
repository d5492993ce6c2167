"""Pages that try to mention a channel, forge a link or read as something else."""

from __future__ import annotations

import pytest

from bot.blocks import build_failure, build_reports, build_text, escape
from bot.blocks.wording import clean_name
from bot.passages import web_url
from store.records import Speaker
from store.workspace import Failure
from tests.blocks.makers import build_report, leaves, words_of

EVIL = "<!channel> <@U024BE7LH> <https://evil.example|Dispatch> &amp; `x`"


def test_a_hostile_article_stays_text_in_every_field() -> None:
    speaker = Speaker(EVIL, EVIL)
    report = build_report((EVIL, "direct", speaker), headline=EVIL, publisher=EVIL, byline=EVIL)
    blocks = build_reports([report])
    assert {leaf["type"] for leaf in leaves(blocks)} == {"text", "link", "plain_text"}
    assert words_of(blocks).count(EVIL) == 6
    assert {leaf["url"].split("#")[0] for leaf in leaves(blocks) if "url" in leaf} == {
        "https://dispatch.example/strait"
    }


def test_the_fallback_text_mentions_nobody_and_forges_no_link() -> None:
    text = build_text(build_reports([build_report((EVIL, "direct", Speaker(EVIL)))]))
    assert "<" not in text
    assert ">" not in text
    assert "&lt;!channel&gt;" in text


def test_escaping_is_slacks_own_and_done_once() -> None:
    assert escape("a & b <c>") == "a &amp; b &lt;c&gt;"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Miriam\u200b Holt", "Miriam Holt"),
        ("\u202etloH\u202c", "tloH"),
        ("Miriam\n\tHolt", "Miriam Holt"),
        ("M\u00fcller \u2066x\u2069", "Müller x"),
    ],
)
def test_names_lose_invisible_characters(name: str, shown: str) -> None:
    assert clean_name(name) == shown


def test_quotes_keep_their_invisible_characters() -> None:
    words = "a soft\u00adhyphen and\u200bmore words to make it long enough"
    report = build_report((words, "direct", Speaker("Miriam Holt")))
    assert words in words_of(build_reports([report]))


def test_names_of_invisible_characters_alone_leave_no_empty_text() -> None:
    hidden = "\u200b\u202e"
    speaker = Speaker(hidden, hidden)
    report = build_report(
        ("We have it, all of it", "direct", speaker), headline=hidden, publisher=hidden
    )
    assert all(leaf["text"] for leaf in leaves(build_reports([report])))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "slack://open",
        "https://",
        "https://a b",
        "https://[",
        "https://a.example/" + "x" * 3000,
        "text:0123",
    ],
)
def test_only_addresses_of_web_pages_become_links(url: str) -> None:
    assert web_url(url) == ""
    blocks = build_failure(Failure(url, "Not an article."))
    assert not [leaf for leaf in leaves(blocks) if leaf["type"] == "link"]


def test_the_fallback_text_stays_short() -> None:
    statements = [(f"number {n} & {'word ' * 60}", "direct", Speaker(f"P{n}")) for n in range(50)]
    text = build_text(build_reports([build_report(*statements)]))  # type: ignore[arg-type]
    assert 500 < len(text) < 3100
    assert not text.endswith("&am")
