from __future__ import annotations

from handlers.messages import Message
from handlers.shares import build_text_shares, has_text

LINE = "The ferry company said on Monday that it would stop the night boat in the autumn. "
TEXT = LINE * 5


def message(text: str, *urls: str, snippets: tuple[str, ...] = ()) -> Message:
    return Message("T1", "C1", "1.5", "U1", "group", text, urls, snippets=snippets)


def test_a_text_is_long_or_so_long_that_slack_made_a_file_of_it() -> None:
    assert has_text(message(TEXT))
    assert has_text(message("", snippets=("https://news.slack.com/files/1",)))
    assert not has_text(message(LINE))


def test_only_links_on_lines_of_their_own_are_shares_beside_a_text() -> None:
    urls = ("https://a.example/own", "https://a.example/inner")
    text = f"{urls[0]}\n\n{TEXT}See {urls[1]} for more.\n\nEnd."
    shares = build_text_shares(message(text, *urls))
    assert [share.shared_url for share in shares] == [urls[0], ""]
    assert shares[1].text.startswith("The ferry company")
    assert shares[1].text.endswith(f"See {urls[1]} for more.\n\nEnd.")
    assert all(share.private and share.thread_ts == "1.5" for share in shares)


def test_a_file_is_a_share_that_failed_already() -> None:
    [share] = build_text_shares(message("", snippets=("https://news.slack.com/files/1",)))
    assert "Paste it as a message" in share.failure
