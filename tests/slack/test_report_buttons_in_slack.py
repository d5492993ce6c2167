"""What people press under a report: all its quotes, and its statements as a file."""

from __future__ import annotations

import csv
import io

import pytest

from bot.blocks.report_buttons import ALL_QUOTES, CORRECT, EXPORT, WATCH
from tests.slack.conftest import Newsroom
from tests.slack.events import build_message
from tests.slack.interactions import find_element
from tests.slack.workspace import Channel, Json, Refusal

QUOTE = "Every family on the island depends on that crossing,"


def report_on(newsroom: Newsroom, *urls: str, kind: str = "channel") -> tuple[Channel, Json]:
    """A channel in which these links were reported on, and the report."""
    slack = newsroom.slack
    channel = slack.workspace.new_channel(kind)
    message = slack.post(channel, " ".join(f"<{url}>" for url in urls or [newsroom.site.new_url()]))
    return channel, slack.wait_for_reply(channel, message)


@pytest.fixture(scope="module")
def reported(newsroom: Newsroom) -> tuple[Channel, Json]:
    """A report in a private channel, for tests that leave it as it is."""
    return report_on(newsroom, kind="group")


def open_modal(newsroom: Newsroom, channel: Channel, message: Json, action: str) -> Json:
    before = newsroom.slack.newest_view()
    newsroom.slack.click(channel, message, action)
    return newsroom.slack.wait_for_view(unlike=before)


def told(newsroom: Newsroom, channel: Channel, message: Json, action: str) -> str:
    """What only who pressed is told, in the thread of the report."""
    path = newsroom.slack.click(channel, message, action)
    response = newsroom.slack.wait_for_response(path)
    assert response["thread_ts"] == message["thread_ts"]
    assert response["replace_original"] is False
    return str(response["text"])


def test_all_quotes_open_in_a_modal_with_speaker_role_and_link(newsroom: Newsroom) -> None:
    channel, report = report_on(newsroom)
    view = open_modal(newsroom, channel, report, ALL_QUOTES)
    shown = str(view["blocks"])
    assert QUOTE in shown
    assert "Maren Oduya" in shown
    assert "chief engineer" in shown
    assert "#:~:text=" in shown
    assert "Page" not in shown


def test_each_report_of_a_message_has_buttons_of_its_own(newsroom: Newsroom) -> None:
    urls = [newsroom.site.new_url() for _ in range(2)]
    channel, report = report_on(newsroom, *urls)
    rows = [block for block in report["blocks"] if block["type"] == "actions"]
    for url, row in zip(urls, rows, strict=True):
        one = {**report, "blocks": [row]}
        view = open_modal(newsroom, channel, one, ALL_QUOTES)
        assert f"part {url.rpartition('/')[2]}" in str(view["blocks"][0])


def test_many_quotes_are_turned_page_by_page(newsroom: Newsroom) -> None:
    channel, report = report_on(newsroom, newsroom.site.new_url("long"))
    assert find_element(report["blocks"], ALL_QUOTES)["text"]["text"] == "All 300 quotes"
    view = open_modal(newsroom, channel, report, ALL_QUOTES)
    seen = []
    for turn in ("next", "next", "before"):
        seen.append(str(view["blocks"]))
        newsroom.slack.click_in_view(view, f"quotes_page_{turn}")
        view = newsroom.slack.wait_for_view(unlike=view)
    assert "Page 1 of" in seen[0]
    assert "Page 3 of" in seen[2]
    assert str(view["blocks"]) == seen[1]


def test_a_report_is_exported_as_a_file_in_its_thread(socket_newsroom: Newsroom) -> None:
    slack, (channel, report) = socket_newsroom.slack, report_on(socket_newsroom)
    slack.click(channel, report, EXPORT)
    posted = slack.workspace.wait_for(
        lambda: [p for p in slack.workspace.posts(channel) if "files" in p]
    )
    assert posted[0]["thread_ts"] == report["thread_ts"]
    (file,) = posted[0]["files"]
    rows = list(csv.DictReader(io.StringIO(file["content"].removeprefix("\ufeff"))))
    assert any(row["quote"].startswith(QUOTE) for row in rows)
    assert {row["outlet"] for row in rows} == {"Ellery Courier"}


def test_without_the_scope_for_files_an_export_is_shown(http_newsroom: Newsroom) -> None:
    channel, report = report_on(http_newsroom)  # its bot started with the fewest scopes
    view = open_modal(http_newsroom, channel, report, EXPORT)
    assert QUOTE in str(view["blocks"])
    assert "onrecord export" in str(view["blocks"])


@pytest.mark.parametrize("action", [ALL_QUOTES, CORRECT, EXPORT, WATCH])
def test_a_report_from_elsewhere_shows_nothing_of_what_is_private(
    newsroom: Newsroom, reported: tuple[Channel, Json], action: str
) -> None:
    slack, (_, report) = newsroom.slack, reported
    elsewhere = slack.workspace.new_channel()
    start = slack.workspace.add(elsewhere, build_message("x", slack.workspace.new_ts()))
    copied = slack.workspace.add(elsewhere, {**report, "thread_ts": start["ts"]})
    views = len(slack.workspace.views)
    assert "not in the archive" in told(newsroom, elsewhere, copied, action)
    assert len(slack.workspace.views) == views


def test_whom_an_article_is_about_is_watched_at_a_press(
    newsroom: Newsroom, reported: tuple[Channel, Json]
) -> None:
    channel, report = reported
    assert find_element(report["blocks"], WATCH)["text"]["text"] == "Watch Ellery Harbour Authority"
    first, again = (told(newsroom, channel, report, WATCH) for _ in range(2))
    assert "From now on" in first
    assert "Ellery Harbour Authority" in first
    assert "watched here already" in again
    newsroom.slack.command(channel, "unwatch Ellery Harbour Authority")


def test_an_old_report_whose_article_is_gone_says_so(
    newsroom: Newsroom, reported: tuple[Channel, Json]
) -> None:
    channel, report = reported
    for value in ("99999999", "x", ""):
        old = {
            **report,
            "blocks": [
                {
                    "type": "actions",
                    "elements": [{"type": "button", "action_id": ALL_QUOTES, "value": value}],
                }
            ],
        }
        assert "not in the archive" in told(newsroom, channel, old, ALL_QUOTES)


def test_a_button_that_slack_waited_for_too_long_asks_to_press_again(
    newsroom: Newsroom, reported: tuple[Channel, Json]
) -> None:
    channel, report = reported
    newsroom.slack.refuse("views.open", Refusal(error="expired_trigger_id"))
    assert "again" in told(newsroom, channel, report, ALL_QUOTES)
