"""The buttons under a report: all quotes in a modal, statements as a file, a watch."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.blocks.modals_quotes import PAGE, build_export, build_quotes
from bot.blocks.report_buttons import ALL_QUOTES, EXPORT, WATCH, find_subject
from bot.blocks.views import read_kept
from bot.desk.correcting import open_report, open_sheet
from bot.desk.exports import export_article
from handlers.errors import tell, telling
from handlers.presses import read_press
from handlers.reception import Reception
from handlers.views import change_view, open_view, telling_in_view
from handlers.watches import change_watches
from store.workspace import Watch

FILES = "files:write"


def register(app: App, reception: Reception) -> None:
    """Take what is pressed under reports, and in the modal with all quotes."""
    app.action(ALL_QUOTES)(partial(show_quotes, reception=reception))
    app.action(re.compile(f"^{PAGE}_"))(partial(turn_page, reception=reception))
    app.action(WATCH)(partial(watch_subject, reception=reception))
    app.action(EXPORT)(partial(export_quotes, reception=reception))


def show_quotes(
    ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """Open all statements of an article, as far as who pressed may see it."""
    ack()
    press = read_press(body)
    with telling(respond, press.thread_ts):
        sheet = open_sheet(reception.desk, press.number, press.audience)
        open_view(client, press.trigger, build_quotes(sheet, press.channel))


def turn_page(ack: Ack, body: dict[str, Any], client: WebClient, *, reception: Reception) -> None:
    """Show another page in the same modal."""
    ack()
    press = read_press(body)
    with telling_in_view(client, body):
        article = int(read_kept(body["view"])["article"])
        sheet = open_sheet(reception.desk, article, press.audience)
        view = build_quotes(sheet, press.channel, press.number)
        change_view(client, body["view"]["id"], view)


def export_quotes(
    ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond, *, reception: Reception
) -> None:
    """Post an article's statements as a file in the thread; show them, if that is not granted."""
    ack()
    press = read_press(body)
    with telling(respond, press.thread_ts):
        sheet = open_sheet(reception.desk, press.number, press.audience)
        rows = "".join(export_article(reception.desk, sheet.article.id, press.audience))
        if FILES not in reception.workspace_of(body).scopes:
            open_view(client, press.trigger, build_export(rows, sheet))
            return
        client.files_upload_v2(
            channel=press.channel,
            thread_ts=press.thread_ts,
            content=rows,
            filename=f"statements-{sheet.article.id}.csv",
            title="Statements",
        )


def watch_subject(
    ack: Ack, body: dict[str, Any], respond: Respond, *, reception: Reception
) -> None:
    """Tell this place from now on of what is said by or about whom the article is about."""
    ack()
    press = read_press(body)
    with telling(respond, press.thread_ts):
        report = open_report(reception.desk, press.number, press.audience)
        watch = Watch(press.team, press.channel, find_subject(report), press.user)
        words = change_watches(reception.desk, "watch", watch, now=datetime.now(UTC))
        tell(respond, words, press.thread_ts)
